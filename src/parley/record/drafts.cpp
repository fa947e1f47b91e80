#include "parley/record/drafts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "parley/drafts/draft.hpp"
#include "parley/record/numbers.hpp"

namespace parley::record::internal {
namespace {

bool is_plan_word(std::string_view word) {
  return word == "plan" || word == "draft" || word == "proposal" || word == "text" ||
         word == "paper" || word == "counterproposal" || word == "offer" || word == "framework" ||
         word == "version" || word == "document" || word == "blueprint" || word == "agreement" ||
         word == "plans" || word == "initiative";
}

bool is_earlier_word(std::string_view word) {
  return word == "original" || word == "initial" || word == "earlier" || word == "previous" ||
         word == "first" || word == "former";
}

bool is_amending(std::string_view word) {
  return word == "amended" || word == "revised" || word == "cut" || word == "trimmed" ||
         word == "merged" || word == "grew" || word == "grown" || word == "reduced" ||
         word == "shortened" || word == "expanded" || word == "amending" || word == "boiled" ||
         word == "whittled" || word == "pared" || word == "shrunk" || word == "shrank" ||
         word == "reworked";
}

bool is_writing(std::string_view word) {
  return word == "drafted" || word == "devised" || word == "drawn" || word == "written" ||
         word == "wrote" || word == "prepared" || word == "authored" || word == "crafted" ||
         word == "submitted" || word == "tabled" || word == "proposed" || word == "presented" ||
         word == "produced";
}

class Drafter {
 public:
  Drafter(const Reading& reading, const std::vector<FoundQuantity>& quantities,
          const std::vector<FoundTime>& times)
      : reading_(reading), words_(reading.words), quantities_(quantities), times_(times) {}

  std::vector<FoundDraft> run() {
    const FoundQuantity* before = nullptr;
    for (const FoundQuantity& quantity : quantities_) {
      if (quantity.quantity.kind != QuantityKind::points || !quantity.quantity.low) continue;
      if (!is_plan(quantity)) continue;
      const bool same_sentence =
          before != nullptr &&
          reading_.sentence_of(before->tokens.first) == reading_.sentence_of(quantity.tokens.first);
      add(quantity, same_sentence ? before : nullptr);
      before = &quantity;
    }
    add_text();
    chain();
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  bool is_plan(const FoundQuantity& quantity) const {
    const double points = *quantity.quantity.low;
    if (points < 3 || points > 500 || quantity.counted.starts_with("clause")) return false;
    const std::size_t behind = quantity.tokens.last;
    if (lower(behind) == "on" && (lower(behind + 1) == "agenda" || lower(behind + 2) == "agenda"))
      return false;
    if (quantity.counted.starts_with("article") && !speaks_of_draft(quantity)) return false;
    const bool compound = lower(quantity.tokens.last - 1).find("-point") != std::string_view::npos;
    if (compound) return true;
    const Sentence& sentence = words_.sentences[reading_.sentence_of(quantity.tokens.first)];
    const std::size_t first =
        sentence.first > 40 ? sentence.first - 40 : 0;  // the sentence before counts too
    for (std::size_t i = first; i < sentence.last; ++i) {
      if (is_plan_word(lower(i)) || lower(i) == "points")
        return lower(quantity.tokens.last) != "of" || is_plan_word(lower(i));
    }
    return false;
  }

  // "The draft contains nineteen articles": its points go by that name.
  bool speaks_of_draft(const FoundQuantity& quantity) const {
    const Sentence& sentence = words_.sentences[reading_.sentence_of(quantity.tokens.first)];
    for (std::size_t i = sentence.first; i < quantity.tokens.first; ++i) {
      if (lower(i) == "draft") return true;
    }
    return false;
  }

  void add(const FoundQuantity& quantity, const FoundQuantity* before) {
    FoundDraft found;
    Draft& draft = found.draft;
    const auto points = static_cast<int>(*quantity.quantity.low);
    draft.points = points;
    found.token = quantity.tokens.first;
    const Sentence& sentence = words_.sentences[reading_.sentence_of(quantity.tokens.first)];
    const std::size_t first =
        std::max(sentence.first, quantity.tokens.first > 30 ? quantity.tokens.first - 30 : 0);
    const std::size_t last = std::min(sentence.last, quantity.tokens.last + 25);
    bool amending = false;
    for (std::size_t i = first; i < last; ++i) {
      if (is_amending(lower(i))) amending = true;
    }
    if (before != nullptr) {
      const auto other = static_cast<int>(*before->quantity.low);
      if (other != points && is_earlier(quantity) && !is_earlier(*before)) {
        // "17, down from 24": the later mention is the earlier version.
        for (FoundDraft& known : found_) {
          if (known.draft.points == other && !known.amends_points) known.amends_points = points;
        }
      } else if (other != points &&
                 (amending || lower(quantity.tokens.first - 1) == "to" || is_earlier(*before))) {
        found.amends_points = other;
      }
    }
    draft.status = status(first, last, amending && found.amends_points.has_value());
    draft.by = authors(quantity, first, last);
    draft.evidence.push_back(reading_.passage(first, last));
    draft.evidence.front().span = quantity.quantity.passage.span;
    found_.push_back(std::move(found));
  }

  // The report is itself the text of a plan or an agreement: its articles or points are counted.
  void add_text() {
    if (words_.sentences.empty()) return;
    const Document& document = reading_.document;
    text::Document file{reading_.id, document.original().utf8(), document.source};
    if (file.source.title.empty()) file.source.title = document.title;
    const auto draft = drafts::read_draft(std::move(file));
    if (!draft || !draft->is_agreement) return;
    // A digest of a longer plan lists some of its points; the plan is known by the number it gives.
    const auto points = static_cast<int>(draft->points.claimed.value_or(draft->points.counted));
    for (const FoundDraft& found : found_) {
      if (found.draft.points == points) return;
    }
    const Span claim = draft->points.claim;
    FoundDraft found;
    found.draft.points = points;
    found.draft.evidence.push_back(
        {reading_.id, claim.size() > 0 ? claim : draft->clauses.front().own});
    found_.push_back(std::move(found));
  }

  bool is_earlier(const FoundQuantity& quantity) const {
    const std::size_t at = quantity.tokens.first;
    const Sentence& sentence = words_.sentences[reading_.sentence_of(at)];
    return (at > sentence.first && lower(at - 1) == "from") || is_called_earlier(at, sentence);
  }

  DraftStatus status(std::size_t first, std::size_t last, bool amended) const {
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view word = lower(i);
      if (word == "discussed" || word == "discuss") return DraftStatus::discussed;
      if (word == "presented" || word == "tabled" || word == "submitted" || word == "handed")
        return DraftStatus::tabled;
      if (word == "drafted" || word == "devised" || word == "drawn")
        return amended ? DraftStatus::amended : DraftStatus::drafted;
    }
    return amended ? DraftStatus::amended : DraftStatus::mentioned;
  }

  void add_side(std::vector<std::string>& ids, const Mention& mention) const {
    const std::string& side = reading_.side_ids[mention.figure];
    const std::string& id = side.empty() ? reading_.actor_ids[mention.figure] : side;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }

  // "drafted by X and Y" after the number; "X amended … to 19" before it; "X's 17-point plan".
  std::vector<std::string> authors(const FoundQuantity& quantity, std::size_t first,
                                   std::size_t last) const {
    std::vector<std::string> ids;
    for (std::size_t i = quantity.tokens.last; i < last && i < quantity.tokens.last + 8; ++i) {
      if (!is_writing(lower(i)) && lower(i) != "by") continue;
      std::size_t k = i;
      while (k < last && lower(k) != "by" && lower(k) != "with") ++k;
      if (k == last) break;
      for (std::size_t end = k + 1; end < last && end < k + 12; ++end) {
        if (reading_.cast.at[end]) {
          add_side(ids, reading_.cast.mentions[*reading_.cast.at[end]]);
        } else if (reading_.grammar().is(end, Category::finite) ||
                   reading_.grammar().is(end, Category::relative)) {
          break;
        } else if (reading_.grammar().is(end, Category::comma)) {
          break;
        }
      }
      return ids;
    }
    const std::size_t at = quantity.tokens.first;
    if (at >= 2 && lower(at - 1) == "'s" && reading_.cast.at[at - 2]) {
      add_side(ids, reading_.cast.mentions[*reading_.cast.at[at - 2]]);
      return ids;
    }
    // The subject of a verb of writing or amending before the number.
    for (std::size_t i = at; i > first; --i) {
      if (!(is_writing(lower(i - 1)) || is_amending(lower(i - 1))) ||
          !reading_.grammar().is(i - 1, Category::finite))
        continue;
      for (std::size_t k = i - 1; k > first && i - k < 14; --k) {
        if (reading_.grammar().is(k - 1, Category::comma) && !ids.empty()) break;
        if (reading_.cast.at[k - 1])
          add_side(ids, reading_.cast.mentions[*reading_.cast.at[k - 1]]);
      }
      std::reverse(ids.begin(), ids.end());
      return ids;
    }
    return ids;
  }

  // A version as the report places it in time.
  struct Version {
    int points = 0;
    int age = 2;  // 0: called the original; 1: dated; 2: the present one
    std::optional<Date> day;
    std::size_t token = 0;
  };

  // The versions of a plan in their order: what is called the original first, then those with a
  // date, then the others as the text comes to them. One without a link follows the one before
  // where the text says so: where it calls the one the earlier, speaks of the other as a version or
  // of amending where it tells of it, looks back on the one before as a version, or dates both in
  // one sentence. Two plans need not be one.
  void chain() {
    for (const FoundDraft& found : found_) mentions_.push_back(found.token);
    std::sort(mentions_.begin(), mentions_.end());
    std::set<int> told_as_version;
    std::map<int, std::set<std::size_t>> timed_in;  // points -> sentences, by their first token
    std::map<int, Version> versions;
    for (const FoundDraft& found : found_) {
      const int points = *found.draft.points;
      Version version{points, 2, std::nullopt, found.token};
      const Sentence& sentence = words_.sentences[reading_.sentence_of(found.token)];
      if (is_called_earlier(found.token, sentence)) version.age = 0;
      if (const FoundTime* time = time_near(found.token, sentence)) {
        timed_in[points].insert(sentence.first);
        if (time->first) {
          version.day = time->first;
          version.age = 1;
        }
      }
      if (speaks_of_versions(sentence)) told_as_version.insert(points);
      const auto [known, is_new] = versions.emplace(points, version);
      if (!is_new && version.age < known->second.age) {
        version.token = known->second.token;
        known->second = version;
      }
    }
    std::vector<Version> order;
    for (const auto& [points, version] : versions) order.push_back(version);
    std::sort(order.begin(), order.end(), [](const Version& a, const Version& b) {
      if (a.age != b.age) return a.age < b.age;
      if (a.day && b.day && *a.day != *b.day) return *a.day < *b.day;
      return a.token < b.token;
    });
    std::map<int, int> before;
    for (const FoundDraft& found : found_) {
      if (found.amends_points) before.emplace(*found.draft.points, *found.amends_points);
    }
    for (std::size_t v = 1; v < order.size(); ++v) {
      // "There were thirty points in June; there are twenty-two today."
      const auto& timed = timed_in[order[v].points];
      const bool in_one_sentence = std::any_of(
          timed.begin(), timed.end(),
          [&](std::size_t sentence) { return timed_in[order[v - 1].points].contains(sentence); });
      // "They work from a 21-point draft. A first version had 13 points": told looking back.
      const bool looks_back =
          told_as_version.contains(order[v - 1].points) && order[v - 1].token > order[v].token;
      const bool is_said = order[v - 1].age == 0 || in_one_sentence || looks_back ||
                           told_as_version.contains(order[v].points);
      if (is_said && !leads_to(before, order[v - 1].points, order[v].points))
        before.emplace(order[v].points, order[v - 1].points);
    }
    for (FoundDraft& found : found_) {
      const auto older = before.find(*found.draft.points);
      if (older != before.end() && older->second != *found.draft.points)
        found.amends_points = older->second;
    }
  }

  static bool leads_to(const std::map<int, int>& before, int from, int to) {
    for (std::size_t steps = 0; steps <= before.size(); ++steps) {
      if (from == to) return true;
      const auto next = before.find(from);
      if (next == before.end()) return false;
      from = next->second;
    }
    return true;
  }

  bool is_called_earlier(std::size_t at, const Sentence& sentence) const {
    for (std::size_t k = at; k > sentence.first && at - k < 14; --k) {
      if (is_earlier_word(lower(k - 1)) || lower(k - 1) == "early") return true;
      if (reading_.grammar().is(k - 1, Category::colon) || lower(k - 1) == "from" ||
          lower(k - 1).ends_with("-point") || number_in_word(lower(k - 1)))
        return false;
    }
    return false;
  }

  bool speaks_of_versions(const Sentence& sentence) const {
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const std::string_view word = lower(i);
      if (is_amending(word) || word == "version" || word == "revision" || word == "versions" ||
          word == "counterproposal" || word == "supplementing" || word == "supplement")
        return true;
    }
    return false;
  }

  // The time that the text gives a version: the nearest in its sentence.
  const FoundTime* time_near(std::size_t at, const Sentence& sentence) const {
    const FoundTime* nearest = nullptr;
    std::size_t least = 10;
    const auto first = std::partition_point(
        times_.begin(), times_.end(),
        [&](const FoundTime& time) { return time.tokens.first < sentence.first; });
    for (auto time = first; time != times_.end() && time->tokens.first < sentence.last; ++time) {
      const std::size_t from = std::min(at, time->tokens.first);
      const std::size_t to = std::max(at, time->tokens.first);
      if (to - from > least || has_nearer_version(time->tokens.first, at)) continue;
      nearest = &*time;
      least = to - from;
    }
    return nearest;
  }

  // A time belongs to the version that it stands nearest to.
  bool has_nearer_version(std::size_t time, std::size_t at) const {
    const auto far = [&](std::size_t token) { return token > time ? token - time : time - token; };
    const auto next = std::upper_bound(mentions_.begin(), mentions_.end(), time);
    return (next != mentions_.end() && far(*next) < far(at)) ||
           (next != mentions_.begin() && far(*std::prev(next)) < far(at));
  }

  const Reading& reading_;
  const Words& words_;
  const std::vector<FoundQuantity>& quantities_;
  const std::vector<FoundTime>& times_;
  std::vector<FoundDraft> found_;
  std::vector<std::size_t> mentions_;  // their tokens, in order
};

}  // namespace

std::vector<FoundDraft> find_drafts(const Reading& reading,
                                    const std::vector<FoundQuantity>& quantities,
                                    const std::vector<FoundTime>& times) {
  return Drafter(reading, quantities, times).run();
}

std::vector<Draft> join_drafts(std::vector<std::vector<FoundDraft>> found) {
  std::vector<Draft> drafts;
  std::size_t uncounted = 0;
  const auto id_of = [](int points) { return "draft-" + std::to_string(points); };
  for (auto& report : found) {
    for (FoundDraft& each : report) {
      if (!each.draft.points) {
        each.draft.id = "draft-" + std::string(1, static_cast<char>('a' + uncounted % 26)) +
                        (uncounted < 26 ? "" : std::to_string(uncounted / 26));
        ++uncounted;
        drafts.push_back(std::move(each.draft));
        continue;
      }
      auto known = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
        return draft.points == each.draft.points;
      });
      if (known == drafts.end()) {
        each.draft.id = id_of(*each.draft.points);
        drafts.push_back(std::move(each.draft));
        known = std::prev(drafts.end());
      } else {
        known->evidence.insert(known->evidence.end(), each.draft.evidence.begin(),
                               each.draft.evidence.end());
        if (known->by.empty()) known->by = each.draft.by;
        if (known->status == DraftStatus::mentioned) known->status = each.draft.status;
      }
      if (each.amends_points && known->amends.empty() && *each.amends_points != *known->points)
        known->amends = id_of(*each.amends_points);
    }
  }
  // No version amends itself by way of others: the later link of a ring is cut.
  for (Draft& draft : drafts) {
    std::string at = draft.amends;
    for (std::size_t steps = 0; steps <= drafts.size() && !at.empty(); ++steps) {
      if (at == draft.id) {
        draft.amends.clear();
        break;
      }
      const auto next = std::find_if(drafts.begin(), drafts.end(),
                                     [&](const Draft& each) { return each.id == at; });
      at = next == drafts.end() ? std::string() : next->amends;
    }
  }
  return drafts;
}

}  // namespace parley::record::internal
