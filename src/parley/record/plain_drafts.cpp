#include "parley/record/plain_drafts.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

#define PARLEY_DRAFT_WORDS(VALUE) VALUE(sure) VALUE(text) VALUE(version) VALUE(table)
PARLEY_NAMED_ENUM(DraftWord, draft_word_named, PARLEY_DRAFT_WORDS)

std::uint32_t bit(DraftWord word_class) { return 1U << static_cast<unsigned>(word_class); }

bool is_draft_word(std::string_view lower, DraftWord word_class) {
  static const TextMap<std::uint32_t> classes = [] {
    TextMap<std::uint32_t> made;
    for (const auto& row : lexicon_rows("draft_words.tsv")) {
      const auto known = draft_word_named(row[0]);
      if (!known) continue;
      for (const std::string_view word : split(row[1], ' ')) made[std::string(word)] |= bit(*known);
    }
    return made;
  }();
  const auto found = classes.find(lower);
  return found != classes.end() && (found->second & bit(word_class)) != 0;
}

class PlainDrafter {
 public:
  PlainDrafter(const Reading& reading, const std::vector<FoundDraft>& numbered)
      : reading_(reading), words_(reading.words), numbered_(numbered) {}

  std::vector<FoundDraft> run() {
    for (const Sentence& sentence : words_.sentences) {
      for (std::size_t i = sentence.first; i < sentence.last; ++i) look_at(i, sentence);
    }
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  bool is(std::size_t i, Category category) const { return reading_.grammar().is(i, category); }

  void look_at(std::size_t i, const Sentence& sentence) {
    const bool sure = is_draft_word(lower(i), DraftWord::sure);
    if (!sure && !is_draft_word(lower(i), DraftWord::text)) return;
    // "to draft", "plans to": the verb; "the plan's", "draft law": a part of another phrase.
    if (is(i, Category::finite) || is(i, Category::base)) return;
    if (is(i + 1, Category::noun) && i + 1 < sentence.last) return;
    const std::size_t first = phrase_first(i, sentence);
    const auto tabled = verb_of_tabling(first, sentence);
    std::string author = owner_in(first, i);
    if (author.empty()) author = author_behind(i, sentence);
    if (author.empty() && tabled) author = subject_of(*tabled, sentence);
    if (!sure && author.empty() && !tabled && !is_one_version(first, i)) return;
    add(first, i, author);
  }

  // From the article, the owner or the first adjective of the noun's phrase.
  std::size_t phrase_first(std::size_t noun, const Sentence& sentence) const {
    constexpr std::size_t kMostWords = 7;
    std::size_t first = noun;
    while (first > sentence.first && noun - first < kMostWords) {
      const std::size_t k = first - 1;
      const bool joins = is(k, Category::noun) || is(k, Category::name) ||
                         is(k, Category::adjective) || is(k, Category::number) ||
                         is(k, Category::determiner) || is(k, Category::possessive) ||
                         is_draft_word(lower(k), DraftWord::version) || lower(k) == "own" ||
                         reading_.cast.at[k].has_value();
      if (!joins || words_.quoted[k] != words_.quoted[noun]) break;
      first = k;
      if (is(k, Category::determiner)) break;
    }
    return first;
  }

  std::string side_at(std::size_t token) const {
    const auto& at = reading_.cast.at;
    if (token >= at.size() || !at[token]) return {};
    const std::size_t figure = reading_.cast.mentions[*at[token]].figure;
    const std::string& side = reading_.side_ids[figure];
    return side.empty() ? reading_.actor_ids[figure] : side;
  }

  // "the Thai draft", "Norway's paper"
  std::string owner_in(std::size_t first, std::size_t noun) const {
    for (std::size_t k = first; k < noun; ++k) {
      if (std::string side = side_at(k); !side.empty()) return side;
    }
    return {};
  }

  // "a proposal made by Norway", "the paper from Oslo", "a text in Norway's hand"
  std::string author_behind(std::size_t noun, const Sentence& sentence) const {
    constexpr std::size_t kReach = 8;  // tokens to the author
    bool linked = false;
    for (std::size_t k = noun + 1; k < std::min(sentence.last, noun + 1 + kReach); ++k) {
      if (is(k, Category::comma) || is(k, Category::finite) || is(k, Category::relative)) break;
      linked = linked || lower(k) == "by" || lower(k) == "from" ||
               (lower(k) == "of" && k == noun + 1) || (lower(k) == "in" && k == noun + 1);
      if (!linked) continue;
      std::string side = side_at(k);
      const bool by_hand = lower(noun + 1) != "in" || lower(k + 2) == "hand";
      if (!side.empty()) return by_hand ? side : std::string();
    }
    return {};
  }

  bool is_one_version(std::size_t first, std::size_t noun) const {
    for (std::size_t k = first; k < noun; ++k) {
      if (is_draft_word(lower(k), DraftWord::version)) return true;
    }
    return false;
  }

  // "circulated a paper", "presented its memorandum"
  std::optional<std::size_t> verb_of_tabling(std::size_t first, const Sentence& sentence) const {
    constexpr std::size_t kReach = 3;  // tokens from the verb to the phrase
    for (std::size_t k = first; k > sentence.first && first - k < kReach;) {
      --k;
      if (is_draft_word(lower(k), DraftWord::table)) return k;
      if (is(k, Category::comma) || is(k, Category::preposition)) break;
    }
    return std::nullopt;
  }

  // "Velmar has tabled", "the Velmari side brought"
  std::string subject_of(std::size_t verb, const Sentence& sentence) const {
    constexpr std::size_t kReach = 5;  // tokens
    for (std::size_t k = verb; k > sentence.first && verb - k < kReach;) {
      --k;
      if (std::string side = side_at(k); !side.empty()) return side;
      if (is(k, Category::finite) || is(k, Category::comma)) break;
    }
    return {};
  }

  bool is_numbered(Span span) const {
    constexpr std::size_t kNear = 40;  // code points from the words to the number
    return std::any_of(numbered_.begin(), numbered_.end(), [&](const FoundDraft& each) {
      const Span other = each.draft.evidence.front().span;
      return span.start < other.end + kNear && other.start < span.end + kNear;
    });
  }

  void add(std::size_t first, std::size_t noun, const std::string& author) {
    FoundDraft found;
    found.token = first;
    const Passage passage = reading_.passage(first, noun + 1);
    if (is_numbered(passage.span)) return;
    if (!author.empty()) found.draft.by.push_back(author);
    found.draft.evidence.push_back(passage);
    const std::string head(lower(noun));
    for (std::size_t k = 0; k < found_.size(); ++k) {
      if (heads_[k] != head || found_[k].draft.by != found.draft.by) continue;
      found_[k].draft.evidence.push_back(passage);
      return;
    }
    heads_.push_back(head);
    found_.push_back(std::move(found));
  }

  const Reading& reading_;
  const Words& words_;
  const std::vector<FoundDraft>& numbered_;
  std::vector<FoundDraft> found_;
  std::vector<std::string> heads_;  // of found_
};

}  // namespace

std::vector<FoundDraft> find_plain_drafts(const Reading& reading,
                                          const std::vector<FoundDraft>& numbered) {
  return PlainDrafter(reading, numbered).run();
}

}  // namespace parley::record::internal
