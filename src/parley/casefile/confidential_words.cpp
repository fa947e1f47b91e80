#include "parley/casefile/confidential_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "parley/base/resource.hpp"
#include "parley/casefile/walk.hpp"

namespace parley::casefile {
namespace {

using internal::Field;
using internal::folded_words;
using internal::FoldedWord;
using internal::Sought;
using Words = std::vector<FoldedWord>;

enum class Ordinary { no, common, everyday };

Ordinary how_ordinary(const std::u32string& letters) {
  static const auto words = [] {
    std::map<std::u32string, Ordinary> table;
    std::string_view rest = resource("confidential/ordinary_words.tsv").value();
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      table.emplace(std::u32string(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(tab)),
                    line.substr(tab + 1) == "everyday" ? Ordinary::everyday : Ordinary::common);
    }
    return table;
  }();
  const auto found = words.find(letters);
  return found != words.end() ? found->second : Ordinary::no;
}

std::u32string letters_of(const Words& words) {
  std::u32string letters;
  for (const FoldedWord& each : words) letters += each.letters;
  return letters;
}

bool is_one_word(const Words& words) {
  return std::all_of(words.begin() + 1, words.end(),
                     [](const FoldedWord& each) { return each.gap == FoldedWord::Gap::joined; });
}

// The words that are one to the eye, such as those of “O'Brien” or “Al-Shabaab”, together.
std::vector<Words> joined_groups(const Words& words) {
  std::vector<Words> groups;
  for (const FoldedWord& each : words) {
    if (groups.empty() || each.gap != FoldedWord::Gap::joined) groups.emplace_back();
    groups.back().push_back(each);
  }
  return groups;
}

std::vector<std::string_view> parts_of_path(std::string_view path) {
  std::vector<std::string_view> parts{path};
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    parts.push_back(part);
    parts.push_back(part.substr(0, part.rfind('.')));
  }
  return parts;
}

/// All that a case says and calls by a name, by the field in which it does.
class Sayings {
 public:
  /// A field, told apart by the struct it belongs to.
  struct Spot {
    const void* owner;
    std::string_view field;
    Sought sought;
    bool names;  ///< whether something is called by what stands here
    auto operator<=>(const Spot&) const = default;
  };

  explicit Sayings(const Case& value) { internal::walk(value, *this); }

  const std::map<Spot, std::set<std::string>>& by_spot() const { return by_spot_; }
  const std::set<std::string>& at(const Spot& spot) const {
    static const std::set<std::string> none;
    const auto found = by_spot_.find(spot);
    return found != by_spot_.end() ? found->second : none;
  }

  // The leaf of the walk.
  void reference(const Reference&, internal::Target, const Issue*) {}
  void name(const std::string&, const Place&, internal::Target, const Issue*) {}
  void evidence(const Evidence&) {}
  void defined(const std::string& name, const Field& field, const Issue*) {
    add({field.owner, field.name, Sought::phrase, true}, name);
  }
  void text(const std::string& text, const Field& field) {
    if (field.names == internal::Target::nothing) {
      add({field.owner, field.name, field.sought, true}, text);
    }
  }
  void text(const Wording& text, const Field& field) {
    add({field.owner, field.name, field.sought, false}, text);
  }

 private:
  void add(const Spot& spot, const std::string& text) {
    if (spot.sought != Sought::path) {
      by_spot_[spot].insert(text);
      return;
    }
    for (const std::string_view part : parts_of_path(text)) by_spot_[spot].emplace(part);
  }

  std::map<Spot, std::set<std::string>> by_spot_;
};

std::set<std::u32string> words_in(const std::set<std::string>& texts) {
  std::set<std::u32string> words;
  for (const std::string& each : texts) {
    for (const Words& group : joined_groups(folded_words(each))) {
      words.insert(letters_of(group));
      for (const FoldedWord& word : group) words.insert(word.letters);
    }
  }
  return words;
}

std::u32string key_of(std::string_view text) { return letters_of(folded_words(text)); }

}  // namespace

ConfidentialWords::ConfidentialWords(const Case& full, const Case& open) {
  const Sayings all(full);
  const Sayings shown(open);
  std::set<std::u32string> open_words;  // of the names of people and bodies
  std::set<std::u32string> open_names;
  for (const auto& [spot, texts] : shown.by_spot()) {
    if (!spot.names) continue;
    if (spot.sought == Sought::words) open_words.merge(words_in(texts));
    for (const std::string& each : texts) open_names.insert(key_of(each));
  }
  for (const auto& [spot, texts] : all.by_spot()) {
    if (spot.sought == Sought::nowhere) continue;
    std::set<std::u32string> open_here;
    for (const std::string& each : shown.at(spot)) open_here.insert(key_of(each));
    std::set<std::u32string> open_words_here = words_in(shown.at(spot));
    open_words_here.insert(open_words.begin(), open_words.end());
    for (const std::string& each : texts) {
      const Words words = folded_words(each);
      if (words.empty() || open_here.contains(letters_of(words))) continue;
      if (spot.sought == Sought::sentence && is_one_word(words)) continue;
      add_whole(words, spot.names);
      if (spot.sought != Sought::words) continue;
      add_words_of(words, open_words_here);
      add_initials(words, open_names);
    }
  }
}

void ConfidentialWords::add_phrase(Words words, Phrase::Form form) {
  Phrase phrase{std::move(words), {}, {}, form};
  for (const FoldedWord& each : phrase.words) {
    phrase.letters += each.letters;
    phrase.boundaries.insert(phrase.letters.size());
  }
  const std::set<char32_t> firsts{phrase.letters.front(), phrase.words.front().stem.front()};
  for (const char32_t first : firsts) phrases_[first].push_back(phrase);
}

void ConfidentialWords::add_whole(Words words, bool names) {
  while (words.size() > 1 && words[1].gap != FoldedWord::Gap::joined &&
         (words[0].letters == U"the" || words[0].letters == U"a" || words[0].letters == U"an")) {
    words.erase(words.begin());
  }
  const std::u32string letters = letters_of(words);
  if (letters.size() < 2) return;
  constexpr std::size_t kLongestAcronym = 5;
  constexpr std::size_t kShort = 3;
  const bool capitals =
      std::all_of(words.begin(), words.end(), [](const auto& each) { return each.all_capitals(); });
  if (!is_one_word(words)) {
    // “The foreign minister” is no name of anybody; “Secret plan” may be a title.
    const bool ordinary = std::all_of(words.begin(), words.end(), [&](const FoldedWord& each) {
      const Ordinary how = how_ordinary(each.letters);
      return how == Ordinary::everyday || (how == Ordinary::common && !names);
    });
    if (!ordinary) add_phrase(std::move(words), Phrase::Form::any);
  } else if (how_ordinary(letters) != Ordinary::no) {
    if (capitals && letters.size() <= kLongestAcronym) {
      add_phrase(std::move(words), Phrase::Form::capitals);
    }
  } else {
    const bool has_capital = words.front().capitals > 0 && !capitals;
    add_phrase(std::move(words),
               letters.size() <= kShort && has_capital ? Phrase::Form::capital : Phrase::Form::any);
  }
}

void ConfidentialWords::add_words_of(const Words& words,
                                     const std::set<std::u32string>& open_words) {
  constexpr std::size_t kShortestBeginning = 4;
  constexpr std::size_t kShortestFree = 5;
  for (const Words& group : joined_groups(words)) {
    if (group.size() > 1 && !open_words.contains(letters_of(group))) add_whole(group, true);
    for (const FoldedWord& each : group) {
      if (open_words.contains(each.letters) || how_ordinary(each.letters) != Ordinary::no) continue;
      if (each.letters.size() < kShortestBeginning) {
        if (each.capitals > 0 && group.size() == 1) add_whole({each}, true);
        continue;
      }
      // Russia and Russian, China and Chinese: the last vowel may go before an ending.
      std::u32string base = each.letters;
      const bool is_cyrillic = internal::is_cyrillic(base.front());
      const bool has_article = each.stem.size() < base.size() && base.ends_with(each.stem);
      if (!is_cyrillic && base.size() > kShortestBeginning &&
          std::u32string_view(U"aeiouy").find(base.back()) != std::u32string_view::npos) {
        base.pop_back();
      } else if (is_cyrillic || has_article) {
        base = each.stem;
      }
      const bool free = base.size() >= kShortestFree ||
                        (base.size() >= kShortestBeginning && base.front() >= 0x0370);
      beginnings_[base.front()].push_back({base, free});
    }
  }
}

void ConfidentialWords::add_initials(const Words& words,
                                     const std::set<std::u32string>& open_names) {
  Words initials;
  for (const Words& group : joined_groups(words)) {
    const FoldedWord& word = group.front();
    if (word.capitals == 0) continue;
    const std::u32string letter(1, word.letters.front());
    initials.push_back({letter, letter, FoldedWord::Gap::joined, 1, 0});
  }
  if (initials.size() < 2 || open_names.contains(letters_of(initials))) return;
  add_phrase(std::move(initials), Phrase::Form::initials);
}

namespace {

// Whether a word of a text is the end of a name, perhaps in the plural: “mines”, “UKs”.
bool ends_alike(const FoldedWord& word, const std::u32string& rest) {
  constexpr std::size_t kShort = 3;
  if (word.letters == rest) return true;
  if (rest.size() > kShort) return word.stem == internal::stem_of(rest);
  return word.letters == rest + U"s" && word.capitals >= rest.size();
}

}  // namespace

bool ConfidentialWords::holds(const Words& text, std::size_t at, const Phrase& phrase) const {
  using Form = Phrase::Form;
  // `plural`: the last word has an ending that the name has not, which need not be in capitals.
  const auto fits = [&](std::size_t last, bool plural) {
    if (phrase.form == Form::any) return true;
    if (phrase.form == Form::capital) return text[at].capitals > 0;
    for (std::size_t i = at; i <= last; ++i) {
      const std::size_t ending = plural && i == last ? 1 : 0;
      if (text[i].capitals + ending < text[i].letters.size()) return false;
    }
    if (phrase.form == Form::capitals) return true;
    constexpr std::size_t kShortestPlain = 3;
    return at == last ? phrase.letters.size() >= kShortestPlain
                      : last - at + 1 == phrase.letters.size();
  };
  // Letter by letter, as a name may be joined or parted otherwise than we know it.
  std::size_t done = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    const FoldedWord& word = text[i];
    const bool spelled = i > at && word.gap == FoldedWord::Gap::spaced &&
                         text[i - 1].letters.size() == 1 && word.letters.size() == 1;
    if (i > at && word.gap != FoldedWord::Gap::joined && !spelled &&
        !phrase.boundaries.contains(done)) {
      break;
    }
    const std::u32string rest = phrase.letters.substr(done);
    if (ends_alike(word, rest)) return fits(i, word.letters.size() > rest.size());
    if (rest.size() <= word.letters.size() || !rest.starts_with(word.letters)) break;
    done += word.letters.size();
  }
  // Word by word, each with its own ending.
  if (phrase.form == Form::initials || at + phrase.words.size() > text.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const FoldedWord& wanted = phrase.words[i];
    const FoldedWord& word = text[at + i];
    if (word.letters != wanted.letters && word.stem != wanted.stem) return false;
  }
  const std::size_t last = at + phrase.words.size() - 1;
  return fits(last, text[last].letters.size() > phrase.words.back().letters.size());
}

bool ConfidentialWords::begins_like_a_name(const FoldedWord& word) const {
  const auto ending_fits = [](std::u32string_view ending) {
    const auto among = [&](std::string_view kind) {
      const auto& list = internal::affixes(kind);
      return std::find(list.begin(), list.end(), ending) != list.end();
    };
    return among("plural") || among("people");
  };
  const auto begins = [&](const std::u32string& letters, const Beginning& each) {
    if (!letters.starts_with(each.letters)) return false;
    const std::u32string_view ending = std::u32string_view(letters).substr(each.letters.size());
    constexpr std::size_t kLongestCaseEnding = 2;
    constexpr std::u32string_view kVowels = U"aeiouy";
    if (each.free || ending.empty()) return true;
    if (internal::is_cyrillic(letters.front())) return ending.size() <= kLongestCaseEnding;
    return ending_fits(ending) || (ending.size() == 1 && kVowels.find(ending) != kVowels.npos);
  };
  for (const std::u32string* letters : {&word.letters, &word.stem}) {
    const auto found = beginnings_.find(letters->front());
    if (found == beginnings_.end()) continue;
    for (const Beginning& each : found->second) {
      if (begins(*letters, each)) return true;
    }
  }
  return false;
}

std::optional<std::size_t> ConfidentialWords::find(std::string_view text) const {
  const Words words = folded_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (begins_like_a_name(words[i])) return words[i].start;
    for (const char32_t first : std::set{words[i].letters.front(), words[i].stem.front()}) {
      const auto found = phrases_.find(first);
      if (found == phrases_.end()) continue;
      for (const Phrase& each : found->second) {
        if (holds(words, i, each)) return words[i].start;
      }
    }
  }
  return std::nullopt;
}

}  // namespace parley::casefile
