#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parley/record/comparison.hpp"
#include "parley/record/tokens.hpp"
#include "parley/record/wording.hpp"

namespace parley::record::internal {
namespace {

constexpr double kWording = 0.3;       // stems shared by two wordings of one remark, of all stems
constexpr double kFreeWording = 0.22;  // when they are kFewest or more
constexpr double kEqual = 0.999;       // all stems are shared
constexpr double kContent = 0.5;       // by one content from two sources
constexpr double kDenied = 0.6;        // by a clause and its denial
constexpr std::size_t kFewest = 3;     // stems below which likeness is chance

// A quote or an indirect statement, ready to be compared.
struct Remark {
  Passage passage;
  std::string_view text;
  std::string speaker;  // an actor id
  bool is_quote = false;
  bool holds_quote = false;  // a statement whose quote is compared by itself
  bool is_relayed = false;
  bool is_conditional = false;
  bool is_denied = false;
  std::set<std::string> stems;
};

// The words in lower case without punctuation: what two equal quotes share.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::word || token.kind == TokenKind::number)
      words.push_back(to_lower(token.text));
  }
  return words;
}

std::size_t shared(const Remark& a, const Remark& b) {
  return static_cast<std::size_t>(
      std::count_if(a.stems.begin(), a.stems.end(),
                    [&](const std::string& stem) { return b.stems.contains(stem); }));
}

std::string only_in(const std::set<std::string>& in, const std::set<std::string>& not_in) {
  std::string list;
  for (const std::string& each : in) {
    if (!not_in.contains(each)) list += (list.empty() ? "" : ", ") + each;
  }
  return list.empty() ? std::string("nothing") : list;
}

class Remarks {
 public:
  explicit Remarks(Comparison& comparison) : comparison_(comparison) { gather(); }

  // Candidates share stems that few remarks have.
  void run() {
    std::map<std::string, std::vector<std::size_t>> by_stem;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      std::map<std::size_t, std::size_t> likely;
      for (const std::string& stem : all_[i].stems) {
        auto& list = by_stem[stem];
        for (std::size_t k = list.size(); k-- > 0 && list.size() - k <= kPartners;)
          ++likely[list[k]];
        list.push_back(i);
      }
      for (const auto& [k, count] : likely) {
        if (count >= 2 && all_[k].passage.report != all_[i].passage.report)
          compare(all_[k], all_[i]);
      }
    }
  }

 private:
  void gather() {
    const Record& record = comparison_.record();
    for (const Quote& quote : record.quotes) {
      if (comparison_.is_copy(quote.passage.report)) continue;
      all_.push_back({quote.passage, quote.text, quote.speaker, true, false, false, false, false,
                      content_stems(quote.text)});
      add_polarity(all_.back(), "");
    }
    for (const Statement& statement : record.statements) {
      const bool quoted = statement.kind == StatementKind::direct;
      if (quoted || comparison_.is_copy(statement.passage.report)) continue;
      all_.push_back({statement.passage, statement.text, statement.speaker, false,
                      statement.kind == StatementKind::mixed, !statement.said_by.empty(),
                      statement.modality == Modality::conditional, false,
                      content_stems(statement.text)});
      add_polarity(all_.back(), statement.cue);
    }
    TextMap<std::size_t> order;
    for (const Report& report : record.reports) order.emplace(report.id, order.size());
    std::stable_sort(all_.begin(), all_.end(), [&](const Remark& a, const Remark& b) {
      const std::size_t first = order.at(a.passage.report);
      const std::size_t second = order.at(b.passage.report);
      return first != second ? first < second : a.passage.span.start < b.passage.span.start;
    });
  }

  static void add_polarity(Remark& remark, const std::string& cue) {
    std::size_t negations = cue.starts_with("den") ? 1 : 0;
    for (const std::string& word : words_of(remark.text)) {
      negations += lexicon().is(word, WordClass::negation) ? 1U : 0U;
      remark.is_conditional |= word == "if" || word == "unless" || word == "until";
    }
    remark.is_denied = negations % 2 == 1;
  }

  void compare(const Remark& a, const Remark& b) {
    const double same = overlap(a.stems, b.stems);
    const std::size_t smaller = std::min(a.stems.size(), b.stems.size());
    const bool fragment = contains(a.stems, b.stems) || contains(b.stems, a.stems);
    const bool same_speaker = !a.speaker.empty() && a.speaker == b.speaker;
    if (same_speaker && a.is_quote && b.is_quote) {
      compare_quotes(a, b, same, fragment && smaller >= 2);
    } else if (smaller >= kFewest) {
      compare_contents(a, b, same, fragment && smaller > kFewest);
    }
  }

  void compare_quotes(const Remark& a, const Remark& b, double same, bool fragment) {
    const std::string topic = "remark of " + comparison_.name_of(a.speaker);
    if (words_of(a.text) == words_of(b.text)) {
      comparison_.add(RelationKind::agreement, topic, a.passage, b.passage,
                      "Both reports quote the same words.");
    } else if (same >= kWording || fragment || (same >= kFreeWording && shared(a, b) >= kFewest)) {
      comparison_.add(
          RelationKind::wording, topic, a.passage, b.passage,
          fragment && same < kEqual
              ? std::string("One report quotes a part of what the other quotes.")
              : "Two wordings of one remark, perhaps two translations" + difference(a, b));
    }
  }

  static std::string difference(const Remark& a, const Remark& b) {
    if (a.stems == b.stems) return "; they differ in form and degree only.";
    return fmt::format(": only the one has {}; only the other has {}.", only_in(a.stems, b.stems),
                       only_in(b.stems, a.stems));
  }

  void compare_contents(const Remark& a, const Remark& b, double same, bool fragment) {
    const std::string& by_a = comparison_.name_of(a.speaker);
    const std::string& by_b = comparison_.name_of(b.speaker);
    const bool against = a.is_denied != b.is_denied;
    if (against && same >= kDenied && !a.is_conditional && !b.is_conditional) {
      comparison_.add(
          RelationKind::contradiction, "what is said and denied", a.passage, b.passage,
          "What the one report has somebody say the other has somebody deny; both cannot hold.");
      return;
    }
    if (by_a.empty() || by_b.empty()) return;
    if (a.speaker != b.speaker && (speaks_for(a, b) || speaks_for(b, a))) {
      const bool first = speaks_for(a, b);
      comparison_.add(
          RelationKind::attribution, "who said it", a.passage, b.passage,
          fmt::format("{} says in one report what {} says in the other.",
                      first ? by_a + " of " + by_b : by_b + " of " + by_a, first ? by_b : by_a));
      return;
    }
    if (against) return;
    if (a.speaker == b.speaker) {
      // The quote within a statement has been compared by itself.
      if ((a.is_quote && b.holds_quote) || (b.is_quote && a.holds_quote)) {
        if (a.is_relayed == b.is_relayed) return;
      }
      if (a.is_relayed != b.is_relayed && shared(a, b) >= kFewest &&
          a.is_conditional == b.is_conditional) {
        comparison_.add(RelationKind::attribution, "who said it", a.passage, b.passage,
                        fmt::format("One report has it from {} directly, the other from somebody "
                                    "who quotes {}.",
                                    by_a, by_a));
      } else if (a.is_quote != b.is_quote && !a.holds_quote && !b.holds_quote && same >= kWording &&
                 shared(a, b) >= kFewest) {
        comparison_.add(RelationKind::wording, "remark of " + by_a, a.passage, b.passage,
                        "One report quotes what the other tells in its own words.");
      } else if (same >= kContent) {
        comparison_.add(RelationKind::near_agreement, "statement of " + by_a, a.passage, b.passage,
                        "Both reports have the statement; one refines the other.");
      } else if (a.is_conditional && b.is_conditional && shared(a, b) >= kFewest) {
        comparison_.add(RelationKind::near_agreement, "condition of " + by_a, a.passage, b.passage,
                        "Both reports have the statement with its condition, each in its words.");
      }
      return;
    }
    if (same >= kContent || fragment) {
      comparison_.add(
          RelationKind::attribution, "who said it", a.passage, b.passage,
          fmt::format("The same is said by {} in one report and by {} in the other.", by_a, by_b));
    }
  }

  // The one says what the other will do, and the other says so too: an aide and a principal.
  bool speaks_for(const Remark& aide, const Remark& principal) const {
    const std::string& side = comparison_.side_of(aide.speaker);
    const bool has_side = side != aide.speaker;
    if (has_side && side != comparison_.side_of(principal.speaker)) return false;
    const std::string& name = comparison_.name_of(principal.speaker);
    const std::string surname = name.substr(name.rfind(' ') + 1);
    if (aide.text.substr(0, 60).find(surname) == std::string_view::npos) return false;
    return shared(aide, principal) >= kFewest;
  }

  Comparison& comparison_;
  std::vector<Remark> all_;
};

}  // namespace

void compare_remarks(Comparison& comparison) { Remarks(comparison).run(); }

}  // namespace parley::record::internal
