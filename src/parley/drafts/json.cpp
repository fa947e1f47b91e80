#include "parley/drafts/json.hpp"

#include <nlohmann/json.hpp>

namespace parley::drafts {
namespace {

Json at(Span span) { return {{"start", span.start}, {"end", span.end}}; }

class Writer {
 public:
  Writer(const std::vector<Version>& versions, const Ledger& ledger)
      : versions_(versions), ledger_(ledger) {}

  Json run() {
    Json result;
    for (const char* each : {"drafts", "clauses", "brackets", "alignment"})
      result[each] = Json::array();
    for (const Version& version : versions_) {
      result["drafts"].push_back(draft(version));
      add_clauses(version, result["clauses"]);
      add_brackets(version, result["brackets"]);
      add_alignment(version, result["alignment"]);
    }
    result["ledger"] = ledger();
    return result;
  }

 private:
  const Draft& draft_of(std::size_t v) const { return versions_[v].draft; }

  Json id_or_null(std::optional<std::size_t> v) const {
    return v ? Json(draft_of(*v).id) : Json(nullptr);
  }

  Json draft(const Version& version) const {
    const Draft& draft = version.draft;
    Json mended = Json::array();
    for (const Mend& mend : draft.mends) {
      Json each = at(mend.mark);
      each["at"] = mend.at;
      each["how"] = name(mend.how);
      mended.push_back(std::move(each));
    }
    std::size_t spans = 0;
    std::size_t nesting = 0;
    for (const Bracket& each : draft.brackets) {
      if (each.kind == BracketKind::option) continue;
      ++spans;
      nesting = std::max(nesting, each.depth);
    }
    const Points& points = draft.points;
    return {{"id", draft.id},
            {"file", draft.file},
            {"title", draft.title},
            {"is_agreement", draft.is_agreement},
            {"follows", id_or_null(version.follows)},
            {"characters", draft.text.size()},
            {"points", points.counted},
            {"claimed", points.claimed ? Json(*points.claimed) : Json(nullptr)},
            {"clauses", draft.clauses.size()},
            {"brackets",
             {{"open", draft.marks.open},
              {"close", draft.marks.close},
              {"spans", spans},
              {"depth", draft.marks.depth},
              {"nesting", nesting},
              {"options", draft.marks.options},
              {"mended", std::move(mended)}}}};
  }

  static void add_clauses(const Version& version, Json& clauses) {
    const Draft& draft = version.draft;
    for (std::size_t c = 0; c < draft.clauses.size(); ++c) {
      const Clause& clause = draft.clauses[c];
      clauses.push_back(
          {{"id", clause_id(draft, c)},
           {"draft", draft.id},
           {"label", clause.label},
           {"title", clause.title},
           {"kind", name(clause.kind)},
           {"start", clause.whole.start},
           {"end", clause.whole.end},
           {"own_end", clause.own.end},
           {"option", clause.is_option},
           {"parent", clause.parent ? Json(clause_id(draft, *clause.parent)) : Json(nullptr)}});
    }
  }

  void add_brackets(const Version& version, Json& brackets) const {
    const Draft& draft = version.draft;
    for (std::size_t b = 0; b < draft.brackets.size() && brackets.size() < kMostListed; ++b) {
      const Bracket& bracket = draft.brackets[b];
      const BracketStory& story = version.brackets[b];
      Json each = {{"id", bracket_id(draft, b)},
                   {"draft", draft.id},
                   {"clause", clause_id(draft, bracket.clause)},
                   {"start", bracket.span.start},
                   {"end", bracket.span.end},
                   {"depth", bracket.depth},
                   {"kind", name(bracket.kind)}};
      each["option_of"] =
          bracket.option_of ? Json(bracket_id(draft, *bracket.option_of)) : Json(nullptr);
      each["holders"] = bracket.holders;
      each["before"] = story.before ? Json(bracket_id(draft_of(*version.follows), *story.before))
                                    : Json(nullptr);
      each["opened_in"] = draft_of(story.opened_in).id;
      each["closed_in"] = id_or_null(story.closed_in);
      each["how"] = story.how ? Json(name(*story.how)) : Json(nullptr);
      brackets.push_back(std::move(each));
    }
  }

  void add_alignment(const Version& version, Json& alignment) const {
    if (!version.follows) return;
    const Draft& older = draft_of(*version.follows);
    const Draft& newer = version.draft;
    for (const Aligned& aligned : version.changes) {
      Json from = Json::array();
      Json to = Json::array();
      for (const std::size_t c : aligned.from) from.push_back(clause_id(older, c));
      for (const std::size_t c : aligned.to) to.push_back(clause_id(newer, c));
      Json edits = Json::array();
      for (const Edit& edit : aligned.edits) {
        edits.push_back({{"kind", edit.from.size() == 0 ? "inserted"
                                  : edit.to.size() == 0 ? "deleted"
                                                        : "replaced"},
                         {"from", at(edit.from)},
                         {"to", at(edit.to)},
                         {"was", older.text.slice(edit.from)},
                         {"now", newer.text.slice(edit.to)}});
      }
      alignment.push_back({{"older", older.id},
                           {"newer", newer.id},
                           {"from", std::move(from)},
                           {"to", std::move(to)},
                           {"kind", name(aligned.change)},
                           {"similarity", aligned.similarity},
                           {"edits", std::move(edits)}});
    }
  }

  Json ledger() const {
    Json result;
    for (const char* each : {"by_draft", "by_article", "by_holder", "oldest", "deepest"})
      result[each] = Json::array();
    for (const Ledger::OfDraft& row : ledger_.by_draft) {
      result["by_draft"].push_back({{"draft", draft_of(row.draft).id},
                                    {"open", row.open},
                                    {"brackets", row.brackets},
                                    {"options", row.options},
                                    {"placeholders", row.placeholders},
                                    {"opened", row.opened},
                                    {"closed", row.closed}});
    }
    for (const Ledger::OfArticle& row : ledger_.by_article) {
      const Draft& draft = draft_of(row.draft);
      result["by_article"].push_back(
          {{"draft", draft.id},
           {"clause", row.clause ? Json(clause_id(draft, *row.clause)) : Json(nullptr)},
           {"open", row.open}});
    }
    for (const Ledger::OfHolder& row : ledger_.by_holder) {
      result["by_holder"].push_back(
          {{"draft", draft_of(row.draft).id}, {"holder", row.holder}, {"open", row.open}});
    }
    for (const std::size_t b : ledger_.oldest)
      result["oldest"].push_back(bracket_id(versions_.back().draft, b));
    for (const std::size_t b : ledger_.deepest)
      result["deepest"].push_back(bracket_id(versions_.back().draft, b));
    return result;
  }

  const std::vector<Version>& versions_;
  const Ledger& ledger_;
};

}  // namespace

std::string clause_id(const Draft& draft, std::size_t clause) {
  return draft.id + "/" + std::to_string(clause + 1);
}

std::string bracket_id(const Draft& draft, std::size_t bracket) {
  return draft.id + "/b" + std::to_string(bracket + 1);
}

Json to_json(const std::vector<Version>& versions, const Ledger& ledger,
             const Diagnostics& diagnostics) {
  Json result = Writer(versions, ledger).run();
  result["diagnostics"] = parley::to_json(diagnostics);
  return result;
}

}  // namespace parley::drafts
