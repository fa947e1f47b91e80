#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "scoring/fields.hpp"
#include "scoring/measures.hpp"

namespace parley::scoring {
namespace {

bool is_agreement(const std::string& kind) {
  return kind == "agreement" || kind == "near_agreement";
}

std::string row_of(const std::string& kind) {
  return is_agreement(kind) ? "agreements" : "relations";
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class RelationComparison {
 public:
  RelationComparison(const GoldGroup& group, const Json& record) : group_(group) {
    for (const Json& report : record.at("reports")) {
      files_[text_of(report, "id")] = file_name(text_of(report, "file"));
      copies_ += text_of(report, "same_wire").empty() ? 0U : 1U;
    }
    for (const Json& relation : record.at("relations")) found_.push_back(&relation);
  }

  Score run() {
    Tally& wire = score_.of("same wire");
    wire.wanted += group_.same_wire ? group_.files.size() - 1 : 0;
    wire.found += copies_;
    wire.right += group_.same_wire ? copies_ : 0;
    // The rows in their order, whatever occurs.
    for (const char* row : {"relations", "agreements", "wording", "version_chain", "contradiction",
                            "attribution", "name_variant", "agreement", "near_agreement"}) {
      score_.of(row);
    }
    std::vector<bool> used(found_.size());
    std::vector<bool> excused(found_.size());
    for (const bool optional : {false, true}) {
      for (const GoldRelation& wanted : group_.relations) {
        if (wanted.optional == optional) match(wanted, used, excused);
      }
    }
    for (std::size_t f = 0; f < found_.size(); ++f) {
      if (excused[f]) continue;
      const std::string kind = text_of(*found_[f], "kind");
      ++score_.of(row_of(kind)).found;
      ++score_.of(kind).found;
      if (!used[f]) mistake(kind, false, found_[f]->dump());
    }
    return std::move(score_);
  }

 private:
  // The first relation that fits is the match; further ones say the same again and are excused.
  void match(const GoldRelation& wanted, std::vector<bool>& used, std::vector<bool>& excused) {
    bool matched = false;
    std::string kind = wanted.kinds.front();
    for (std::size_t f = 0; f < found_.size(); ++f) {
      if (used[f] || excused[f] || !fits(wanted, *found_[f])) continue;
      if (matched || wanted.optional) {
        excused[f] = true;
        continue;
      }
      matched = used[f] = true;
      kind = text_of(*found_[f], "kind");
    }
    if (wanted.optional) return;
    for (const std::string& row : {row_of(kind), kind}) {
      ++score_.of(row).wanted;
      if (matched) ++score_.of(row).right;
    }
    if (!matched) mistake(kind, true, wanted.topic);
  }

  bool fits(const GoldRelation& wanted, const Json& found) const {
    const auto at = [&](const GoldRelation::End& end, const char* side) {
      const Json& given = found.at(side);
      const auto file = files_.find(text_of(given, "report"));
      return file != files_.end() && file->second == end.file && span_of(given).overlaps(end.span);
    };
    const std::string kind = text_of(found, "kind");
    return std::find(wanted.kinds.begin(), wanted.kinds.end(), kind) != wanted.kinds.end() &&
           ((at(wanted.a, "a") && at(wanted.b, "b")) || (at(wanted.a, "b") && at(wanted.b, "a")));
  }

  void mistake(const std::string& kind, bool missed, std::string detail) {
    score_.mistakes.push_back({kind, group_.name, missed, {}, {}, std::move(detail)});
  }

  const GoldGroup& group_;
  std::map<std::string, std::string> files_;
  std::vector<const Json*> found_;
  std::size_t copies_ = 0;
  Score score_;
};

}  // namespace

Score score_relations(const GoldGroup& group, const Json& record) {
  return RelationComparison(group, record).run();
}

}  // namespace parley::scoring
