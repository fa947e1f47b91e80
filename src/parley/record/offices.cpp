#include "parley/record/offices.hpp"

#include <algorithm>

#include "parley/record/lexicon.hpp"
#include "parley/record/name_text.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

class RoleFinder {
 public:
  RoleFinder(const Grammar& grammar, Cast& cast)
      : grammar_(grammar), words_(grammar.words()), cast_(cast) {}

  void run() {
    std::size_t s = 0;
    for (std::size_t m = 0; m < cast_.mentions.size(); ++m) {
      const Mention mention = cast_.mentions[m];
      Figure& figure = cast_.figures[mention.figure];
      while (s + 1 < words_.sentences.size() && words_.sentences[s].last <= mention.tokens.first)
        ++s;
      if (figure.kind != ActorKind::person) continue;
      const std::size_t floor = words_.sentences[s].first;
      const std::size_t ceiling = words_.sentences[s].last;
      std::size_t end = mention.tokens.first;
      while (end > floor && is_honorific(lower(end - 1))) --end;
      if (auto role = role_before(end, floor)) {
        if (role->affiliation.empty())
          role->affiliation = affiliation_of_phrase(role->tokens.first, floor);
        const std::size_t title = role->tokens.first;
        add_role(figure, std::move(*role));
        // "the mediator, Professor Nils Aubrey": two offices of one person, unless it is a list.
        if (title > floor + 2 && text_at(title - 1) == "," && lower(mention.tokens.last) != "and")
          role_then_comma(figure, title - 1, floor);
      } else if (end > floor + 1 && text_at(end - 1) == "," &&
                 role_then_comma(figure, end - 1, floor)) {
        continue;  // what follows is of the next name
      }
      roles_after(figure, mention.tokens.last, ceiling);
    }
  }

 private:
  const Token& token(std::size_t i) const { return words_.tokens[i]; }
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  std::string_view text_at(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].text : std::string_view();
  }

  // The role phrase that ends right before `end`, going no further back than `floor`.
  std::optional<FoundRole> role_before(std::size_t end, std::size_t floor) const {
    std::size_t first = end;
    std::optional<std::size_t> head;
    RoleTime time = RoleTime::current;
    std::string affiliation;
    std::size_t title_first = end;
    while (first > floor && end - first < 10) {
      const std::size_t at = first - 1;
      const std::string_view word = lower(at);
      std::size_t role_length = 0;
      RoleClass role_class = RoleClass::person;
      // The longest role that ends here.
      for (std::size_t length = 4; length >= 1; --length) {
        if (first < floor + length) continue;
        const std::size_t begin = first - length;
        const auto match = lexicon().roles().match([&](std::size_t k) {
          return begin + k < first ? lower(begin + k) : std::string_view();
        });
        if (match && match.words == length) {
          role_length = length;
          role_class = *match.value;
          break;
        }
      }
      if (role_length > 0 && (role_class != RoleClass::group || (head && !cast_.at[at]))) {
        if (!head) head = first - 1;
        first -= role_length;
        title_first = first;
      } else if (head && lexicon().role_time(word)) {
        time = *lexicon().role_time(word);
        first = at;
      } else if (head && lexicon().is_role_modifier(word)) {
        first = at;
        title_first = at;
      } else if (!head && word.starts_with("ex-") && ends_role(word.substr(3))) {
        return FoundRole{std::string(word.substr(3)), "", RoleTime::former, {at, end}};
      } else if (!head && first == end && text_at(at) == ")" && at > floor + 1 &&
                 text_at(at - 2) == "(") {
        first = at - 2;  // "Admiral (retired) Ada Rehn"
      } else if (head && cast_.at[at]) {
        const Mention& mention = cast_.mentions[*cast_.at[at]];
        affiliation = cast_.figures[mention.figure].name;
        first = mention.tokens.first;
        break;
      } else if (head && token(at).is_capital && lexicon().is(word, BodyWord::body)) {
        affiliation = token(at).text;
        first = at;
        break;
      } else if (head && word == "'s" && at > floor && cast_.at[at - 1]) {
        const Mention& mention = cast_.mentions[*cast_.at[at - 1]];
        affiliation = cast_.figures[mention.figure].name;
        first = mention.tokens.first;
        break;
      } else if (head && words_.tagged && is_adjective(token(at).tag) && !token(at).is_capital &&
                 token(at).kind == TokenKind::word) {
        first = at;
        title_first = at;
      } else {
        break;
      }
    }
    if (!head) return std::nullopt;
    // Time words before the affiliation: "former Norrland prime minister".
    if (first > floor && lexicon().role_time(lower(first - 1))) {
      time = *lexicon().role_time(lower(first - 1));
      --first;
    }
    return FoundRole{text_of(words_, {title_first, *head + 1}), affiliation, time, {first, end}};
  }

  // "who now leads the Velmari team": the head of that side.
  void leader_role(Figure& figure, std::size_t i, std::size_t ceiling) {
    while (i < ceiling && lexicon().is(lower(i), WordClass::adverb)) ++i;
    const bool heads = lower(i) == "leads" || lower(i) == "heads" || lower(i) == "chairs";
    const bool headed = lower(i) == "led" || lower(i) == "headed" || lower(i) == "chaired";
    if (!heads && !headed) return;
    std::size_t body = i + 1;
    while (body < ceiling && lexicon().is(lower(body), WordClass::determiner)) ++body;
    if (body >= ceiling || !cast_.at[body]) return;
    const Mention& mention = cast_.mentions[*cast_.at[body]];
    if (cast_.figures[mention.figure].kind == ActorKind::person) return;
    add_role(figure, {heads ? "head" : "leader",
                      cast_.figures[mention.figure].name,
                      heads ? RoleTime::current : RoleTime::former,
                      {i, mention.tokens.last}});
  }

  static bool ends_role(std::string_view lower) {
    const auto role =
        lexicon().roles().match([&](std::size_t k) { return k == 0 ? lower : std::string_view(); });
    return role && *role.value != RoleClass::group;
  }

  // "…, head of the Harbour Institute and former adviser to Ostria," after a name.
  void roles_after(Figure& figure, std::size_t at, std::size_t ceiling) {
    if (at + 2 >= ceiling || text_at(at) != ",") return;
    std::size_t i = at + 1;
    if (lower(i) == "who") {
      leader_role(figure, i + 1, ceiling);
      return;
    }
    for (int count = 0; count < 3 && i < ceiling; ++count) {
      RoleTime time = RoleTime::current;
      std::string affiliation;
      while (i < ceiling &&
             (lexicon().is(lower(i), WordClass::determiner) || lexicon().role_time(lower(i)) ||
              lower(i) == "now" || lower(i) == "also")) {
        if (const auto flag = lexicon().role_time(lower(i))) time = *flag;
        ++i;
      }
      const std::size_t begin = i;
      std::size_t title_first = i;
      while (i < ceiling && i < begin + 8) {
        if (cast_.at[i]) {
          affiliation = cast_.figures[cast_.mentions[*cast_.at[i]].figure].name;
          i = cast_.mentions[*cast_.at[i]].tokens.last;
          if (lower(i) == "'s") ++i;
          title_first = i;
          continue;
        }
        const auto match = lexicon().roles().match(
            [&](std::size_t k) { return i + k < ceiling ? lower(i + k) : std::string_view(); });
        if (match && *match.value != RoleClass::group) {
          std::size_t head = i + match.words;
          // "foreign policy chief" is one phrase with the modifiers before it.
          while (head < ceiling) {
            const auto more = lexicon().roles().match([&](std::size_t k) {
              return head + k < ceiling ? lower(head + k) : std::string_view();
            });
            if (!more || *more.value == RoleClass::group) break;
            head += more.words;
          }
          std::size_t end = head;
          if (end + 1 < ceiling &&
              (lower(end) == "of" || lower(end) == "at" || lower(end) == "for" ||
               lower(end) == "in" || lower(end) == "to" || lower(end) == "with")) {
            std::size_t body = end + 1;
            while (body < ceiling && lexicon().is(lower(body), WordClass::determiner)) ++body;
            if (body < ceiling && cast_.at[body]) {
              const Mention& mention = cast_.mentions[*cast_.at[body]];
              if (affiliation.empty()) affiliation = cast_.figures[mention.figure].name;
              end = mention.tokens.last;
            } else {
              std::size_t stop = body;
              while (stop < ceiling && token(stop).is_capital &&
                     token(stop).kind == TokenKind::word)
                ++stop;
              if (stop == body) {
                while (stop < ceiling && stop < body + 5 && token(stop).kind == TokenKind::word &&
                       !lexicon().is(lower(stop), WordClass::conjunction) &&
                       !lexicon().is(lower(stop), WordClass::relative))
                  ++stop;
              }
              if (stop > body) {
                affiliation = text_of(words_, {body, stop});
                end = stop;
              }
            }
          }
          // ", an Ostrian official said": who says it, not who the name is.
          if (is_spoken_cue(grammar_, end)) return;
          add_role(figure, {text_of(words_, {title_first, head}), affiliation, time, {begin, end}});
          i = end;
          break;
        }
        const bool modifier =
            lexicon().is_role_modifier(lower(i)) ||
            (words_.tagged && (is_adjective(token(i).tag) || is_noun(token(i).tag)));
        if (!modifier || token(i).kind != TokenKind::word) return;
        ++i;
      }
      // "and former …"
      if (i < ceiling &&
          (lower(i) == "and" || (text_at(i) == "," && i + 1 < ceiling &&
                                 (lexicon().role_time(lower(i + 1)) || lower(i + 1) == "a")))) {
        ++i;
        continue;
      }
      return;
    }
  }

  static void add_role(Figure& figure, FoundRole role) {
    for (const FoundRole& known : figure.roles) {
      if (to_lower(known.title) == to_lower(role.title) && known.time == role.time &&
          (known.affiliation == role.affiliation || role.affiliation.empty())) {
        return;
      }
    }
    figure.roles.push_back(std::move(role));
  }

  // "Trump's envoy, Witkoff, and son-in-law Kushner": the possessor serves for both.
  std::string affiliation_of_phrase(std::size_t at, std::size_t floor) const {
    if (at == floor || lower(at - 1) != "and") return {};
    for (std::size_t i = at - 1; i > floor && at - i < 12; --i) {
      if (lower(i) == "'s" && cast_.at[i - 1])
        return cast_.figures[cast_.mentions[*cast_.at[i - 1]].figure].name;
    }
    return {};
  }

  // "the President of Ivria, Emeric Tal", "Velmar's chief negotiator, Joren Halvik".
  bool role_then_comma(Figure& figure, std::size_t comma, std::size_t floor) {
    if (auto role = role_before(comma, floor)) {
      add_role(figure, std::move(*role));
      return true;
    }
    // ROLE of BODY ,
    for (std::size_t i = comma; i > floor + 1 && comma - i < 8; --i) {
      const std::string_view word = lower(i - 1);
      if (word != "of" && word != "for" && word != "at") {
        if (grammar_.is(i - 1, Category::finite) || grammar_.is(i - 1, Category::comma))
          return false;
        continue;
      }
      auto role = role_before(i - 1, floor);
      if (!role) continue;  // "of the Republic of Ostria"
      std::size_t body = i;
      while (body < comma && lexicon().is(lower(body), WordClass::determiner)) ++body;
      if (cast_.at[body]) {
        role->affiliation = cast_.figures[cast_.mentions[*cast_.at[body]].figure].name;
      } else if (body < comma) {
        role->affiliation = text_of(words_, {body, comma});
      }
      role->tokens.last = comma;
      add_role(figure, std::move(*role));
      return true;
    }
    return false;
  }

  const Grammar& grammar_;
  const Words& words_;
  Cast& cast_;
};

}  // namespace

void find_roles(const Grammar& grammar, Cast& cast) { RoleFinder(grammar, cast).run(); }

}  // namespace parley::record::internal
