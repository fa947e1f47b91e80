#include "parley/record/drafts.hpp"

#include <algorithm>
#include <set>

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
  Drafter(const Reading& reading, const std::vector<FoundQuantity>& quantities)
      : reading_(reading), words_(reading.words), quantities_(quantities) {}

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
    chain_earlier();
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  bool is_plan(const FoundQuantity& quantity) const {
    const double points = *quantity.quantity.low;
    if (points < 3 || points > 500 || quantity.counted.starts_with("clause")) return false;
    if (quantity.counted.starts_with("article")) return false;
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

  bool is_earlier(const FoundQuantity& quantity) const {
    const std::size_t at = quantity.tokens.first;
    const Sentence& sentence = words_.sentences[reading_.sentence_of(at)];
    for (std::size_t k = at; k > sentence.first && at - k < 5; --k) {
      if (is_earlier_word(lower(k - 1)) || lower(k - 1) == "from") return true;
    }
    return false;
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

  // A version called the original without another number beside it comes before the others.
  void chain_earlier() {
    std::optional<int> original;
    for (const FoundQuantity& quantity : quantities_) {
      if (quantity.quantity.kind == QuantityKind::points && quantity.quantity.low &&
          is_plan(quantity) && is_earlier(quantity)) {
        original = static_cast<int>(*quantity.quantity.low);
        break;
      }
    }
    if (!original) return;
    std::set<int> linked;
    for (const FoundDraft& found : found_) {
      if (found.amends_points) linked.insert(*found.draft.points);
    }
    for (FoundDraft& found : found_) {
      if (found.draft.points != original && linked.insert(*found.draft.points).second)
        found.amends_points = *original;
    }
  }

  const Reading& reading_;
  const Words& words_;
  const std::vector<FoundQuantity>& quantities_;
  std::vector<FoundDraft> found_;
};

}  // namespace

std::vector<FoundDraft> find_drafts(const Reading& reading,
                                    const std::vector<FoundQuantity>& quantities) {
  return Drafter(reading, quantities).run();
}

std::vector<Draft> join_drafts(std::vector<std::vector<FoundDraft>> found) {
  std::vector<Draft> drafts;
  const auto id_of = [](int points) { return "draft-" + std::to_string(points); };
  for (auto& report : found) {
    for (FoundDraft& each : report) {
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
