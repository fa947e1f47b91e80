#pragma once

#include <cassert>
#include <string>
#include <string_view>

#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting {

/// A record made by hand, each passage found by its words, over two invented reports.
struct InventedTalks {
  record::Record record;
  casefile::Named<Text> texts;

  record::Passage at(const std::string& report, std::string_view words) const {
    const Text& text = texts.at(report);
    const std::size_t byte = text.utf8().find(words);
    assert(byte != std::string::npos);
    const std::size_t start = text.code_point_at(byte);
    return {report, {start, start + count_code_points(words)}};
  }

  record::Stance stance(const std::string& party, const std::string& issue, record::StanceKind kind,
                        const std::string& report, const std::string& words) const {
    record::Stance stance;
    stance.passage = at(report, words);
    stance.text = words;
    stance.party = party;
    stance.issue = issue;
    stance.stance = kind;
    return stance;
  }

  InventedTalks() {
    using record::ActorKind;
    using record::StanceKind;
    add_report("Dam wire", "dam wire.txt", "2027-03-10",
               "Kolva and Pont met at Lake Averne on Tuesday. Kolva rejected the accession of Pont "
               "to the league. “We demand that the water is shared,” said Ena Moor. Pont would "
               "accept a truce if the dam is opened. Sarno sent its envoy Lio Brand with a "
               "9-point paper. Kolva refused the 9-point paper.\n");
    add_report("Dam post", "dam_post.txt", "",
               "The paper, once of 12 points, is down to nine. Sarno will meet Kolva on Monday.\n");

    add_actor("kolva", "Kolva", ActorKind::state, "");
    add_actor("pont", "Pont", ActorKind::state, "");
    add_actor("sarno", "Sarno", ActorKind::state, "");
    add_actor("moor", "Ena Moor", ActorKind::person, "kolva");
    add_actor("brand", "Lio Brand", ActorKind::person, "sarno");
    add_actor("institute", "Institute of Rivers", ActorKind::organisation, "");
    record.actors[3].roles.push_back({"water minister", "Kolva", {}, {}});
    record.actors[4].roles.push_back({"envoy", "Sarno", {}, {}});

    record.stances = {
        stance("kolva", "alliance_membership", StanceKind::rejects, "Dam wire",
               "Kolva rejected the accession of Pont to the league"),
        stance("moor", "resources_navigation", StanceKind::demands, "Dam wire",
               "We demand that the water is shared,"),
        stance("pont", "ceasefire", StanceKind::conditional, "Dam wire",
               "Pont would accept a truce if the dam is opened"),
        stance("kolva", "", StanceKind::rejects, "Dam wire", "Kolva refused the 9-point paper"),
        // A part of another stand is none of its own.
        stance("pont", "ceasefire", StanceKind::accepts, "Dam wire", "accept a truce")};

    record::Meeting first;
    first.id = "meeting-1";
    first.participants = {"kolva", "pont", "brand"};
    first.place = "Lake Averne";
    first.date = "2027-03-09";
    first.duration = "PT3H30M";
    first.evidence = {at("Dam wire", "Kolva and Pont met at Lake Averne on Tuesday")};
    record::Meeting second;
    second.id = "meeting-2";
    second.status = record::MeetingStatus::planned;
    second.participants = {"sarno", "kolva"};
    second.evidence = {at("Dam post", "Sarno will meet Kolva on Monday")};
    record::Meeting retold = first;
    retold.id = "meeting-3";
    retold.date.clear();
    retold.duration.clear();
    retold.outcome = "no result";
    retold.evidence = {at("Dam post", "is down to nine")};
    record::Meeting vague;
    vague.id = "meeting-4";
    vague.participants = {"kolva", "pont"};
    vague.evidence = {at("Dam post", "The paper")};
    record.meetings = {first, second, retold, vague};

    record::Draft before;
    before.id = "draft-12";
    before.points = 12;
    before.evidence = {at("Dam post", "12 points")};
    record::Draft paper;
    paper.id = "draft-9";
    paper.points = 9;
    paper.by = {"sarno"};
    paper.amends = "draft-12";
    paper.status = record::DraftStatus::tabled;
    paper.evidence = {at("Dam wire", "9-point paper. Kolva refused the 9-point paper")};
    record::Draft again = paper;
    again.id = "draft-9-again";
    again.evidence = {at("Dam post", "nine")};
    record.drafts = {before, paper, again};

    record.relations = {
        {record::RelationKind::version_chain, "points of the paper", at("Dam post", "12 points"),
         at("Dam wire", "9-point paper"), "The paper had 12 points and now has nine."},
        {record::RelationKind::agreement, "points of the paper", at("Dam post", "nine"),
         at("Dam wire", "9-point paper"), "Both say nine."}};
  }

 private:
  void add_report(const std::string& id, const std::string& file, const std::string& published,
                  std::string text) {
    record::Report report;
    report.id = id;
    report.file = file;
    report.published = published;
    record.reports.push_back(report);
    texts.add(id, *Text::from_utf8(std::move(text), file));
  }

  void add_actor(const std::string& id, const std::string& name, record::ActorKind kind,
                 const std::string& side) {
    record::Actor actor;
    actor.id = id;
    actor.name = name;
    actor.kind = kind;
    actor.side = side;
    record.actors.push_back(actor);
  }
};

}  // namespace parley::drafting
