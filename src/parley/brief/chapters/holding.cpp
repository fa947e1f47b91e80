#include <fmt/format.h>

#include <utility>

#include "parley/brief/chapters/acts.hpp"
#include "parley/brief/chapters/holding.hpp"
#include "parley/brief/chapters/ways.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/facts.hpp"

namespace parley::brief {
namespace {

using assess::Remedy;
using assess::Situation;

constexpr std::size_t kRemediesShown = 3;

const std::string& name_of(const Material& material, std::size_t party) {
  return material.source.parties[party].second.name;
}

Prose leavers(const Material& material, const Situation& situation) {
  Prose prose;
  for (const assess::Leaver& each : situation.leavers) {
    if (!prose.empty()) prose.add("\n");
    prose.append(turn_of(material, each.by, "would"))
        .append(linked(" (" + percent(each.share) + ").", percent(each.share), "method"));
  }
  return prose.empty() ? Prose("Nobody.") : prose;
}

Prose deterred(const Material& material, const Situation& situation) {
  Prose prose;
  for (const assess::Deterred& each : situation.deterred) {
    if (!prose.empty()) prose.add("\n");
    prose.append(turn_of(material, each.by, "could")).add("; but then ");
    for (std::size_t i = 0; i < each.answer.size(); ++i) {
      if (i > 0) prose.add(", and ");
      prose.append(turn_of(material, each.answer[i], "would"));
    }
    prose.add(".");
  }
  if (!prose.empty()) return prose;
  return situation.holds > 0 ? Prose("Nobody could gain by a move of its own.") : Prose("–");
}

// "that Russia cannot leave the deal again", "a price on “strike ships” that Russia will not pay".
Prose remedy(const Material& material, const Remedy& remedy) {
  Prose prose;
  const std::string who = name_of(material, remedy.act.party);
  const std::string to = moves_anchor(material.source, remedy.act.party);
  const std::string what =
      remedy.act.move ? in_quotes(title_of(material, remedy.act)) : std::string("signing");
  switch (remedy.kind) {
    case Remedy::Kind::cost:
      return prose.add("a price on " + what + " that ").link(who, to).add(" will not pay");
    case Remedy::Kind::bind:
      return prose.add("that ").link(who, to).add(remedy.act.move ? " cannot give up " + what
                                                                  : " cannot leave the deal again");
    case Remedy::Kind::rule_out:
      return prose.add("that ").link(who, to).add(
          " cannot " + (remedy.act.move ? title_of(material, remedy.act) : std::string("sign")));
  }
  return prose;
}

Prose remedies(const Material& material, const Situation& situation) {
  if (situation.leavers.empty()) return Prose("–");
  if (situation.remedies.empty()) return Prose("No single guarantee.");
  Prose prose;
  for (std::size_t i = 0; i < situation.remedies.size() && i < kRemediesShown; ++i) {
    const Remedy& each = situation.remedies[i];
    const Prose text = remedy(material, each);
    if (i > 0) prose.add("\n");
    bool is_first = true;
    for (Run run : text.runs()) {
      if (std::exchange(is_first, false)) run.text = capitalised(std::move(run.text));
      prose.append(std::move(run));
    }
    prose.append(linked(" (then " + percent(each.holds) + ").", percent(each.holds), "method"));
  }
  return prose;
}

Prose name_of(const Material& material, const Situation& situation) {
  if (!situation.package) return Prose().strong("As today, without a deal");
  const auto& package = material.assessment.deals->packages[*situation.package];
  return Prose().link(capitalised(std::string(in_words(package.principle))),
                      package_anchor(*situation.package));
}

Table situations(const Material& material) {
  Table table;
  table.caption = Prose(
      "How likely each situation is to last: that no side gains by a move of its own, once the "
      "others have answered as it suits them. Of a package this is asked of the versions of the "
      "situation in which all whose consent it needs would sign it. In brackets how often a side "
      "would leave.");
  table.head = {"Situation", "Once there, it would hold", "Who would leave it",
                "What keeps sides from leaving", "What would make it hold"};
  for (const Situation& each : material.assessment.stability->situations) {
    if (!each.possible || !(each.agreed > 0)) {
      table.rows.push_back({name_of(material, each),
                            Prose(each.possible ? "Would not be signed" : "Cannot be"), Prose("–"),
                            Prose("–"), Prose("–")});
      continue;
    }
    const std::string odds = odds_in_words({each.holds, each.holds});
    table.rows.push_back(
        {name_of(material, each), linked(capitalised(odds), percent(each.holds), "method"),
         leavers(material, each), deterred(material, each), remedies(material, each)});
  }
  return table;
}

std::string fact_in_words(const Material& material, const casefile::Fact& fact) {
  const casefile::Case& source = material.source;
  switch (fact.kind) {
    case casefile::Fact::Kind::deal:
      return "deal";
    case casefile::Fact::Kind::move:
      return title_of(material, {fact.of, fact.at});
    case casefile::Fact::Kind::draft:
      return draft_title(source, fact.of);
    case casefile::Fact::Kind::option:
      return option_title(source.issues[fact.of].second, fact.at);
  }
  return {};
}

// The quotation marks that names with blanks get in a statement.
std::string with_curly_quotes(std::string_view statement) {
  std::string text;
  bool opens = true;
  for (const char c : statement) {
    if (c != '"') {
      text += c;
      continue;
    }
    text += opens ? "“" : "”";
    opens = !opens;
  }
  return text;
}

Prose minds(const Material& material, const casefile::Preference& preference) {
  const std::string text = to_text(preference.says.formula, [&](std::size_t name) {
    const std::string& id = preference.says.names[name].id;
    return fact_in_words(material, casefile::facts_called(material.source, id).front());
  });
  Prose prose(with_curly_quotes(text));
  if (preference.odds) prose.add(" (" + likelihood_in_words(*preference.odds) + ")");
  const casefile::Grounds& grounds = preference.grounds;
  if (!grounds.evidence.empty() || !grounds.judged_by.empty()) {
    prose.append(material.exhibits.references(grounds));
  }
  return prose;
}

// The first package that somebody could sign.
const Situation* in_question(const Material& material) {
  for (const Situation& each : material.assessment.stability->situations) {
    if (each.package && each.possible && each.agreed > 0) return &each;
  }
  return nullptr;
}

// "Once it is signed, it is very likely (95 %) that the most robust package would hold; Russia
// could upset it."
Prose verdict(const Material& material, const Situation& situation) {
  const auto& package = material.assessment.deals->packages[*situation.package];
  Prose prose("Once it is signed, ");
  prose.append(
      linked(odds_clause({situation.holds, situation.holds},
                         "the " + std::string(in_words(package.principle)) + " package would hold"),
             percent(situation.holds), "method"));
  if (situation.leavers.empty()) return prose.add("; nobody would gain by leaving it.");
  std::vector<std::string> names;
  for (const assess::Leaver& leaver : situation.leavers) {
    names.push_back(name_of(material, leaver.party));
  }
  return prose.add("; " + joined(names) + " could upset it.");
}

// The guarantee that closes most of the gap.
Prose guarantee(const Material& material, const Situation& situation) {
  if (situation.leavers.empty() || situation.remedies.empty()) return {};
  const Remedy& best = situation.remedies.front();
  const std::string odds = odds_in_words({best.holds, best.holds});
  return Prose("What would help most is a guarantee: ")
      .append(remedy(material, best))
      .append(linked("; with it, that it holds is " + odds + ".", percent(best.holds), "method"));
}

// What keeps one side from leaving.
Prose deterrent(const Material& material, const Situation& situation) {
  if (situation.deterred.empty()) return {};
  const assess::Deterred& first = situation.deterred.front();
  Prose prose = turn_of(material, first.by, "could");
  prose.add(" and gain, but is kept from it: ");
  for (std::size_t i = 0; i < first.answer.size(); ++i) {
    if (i > 0) prose.add(", and ");
    prose.append(turn_of(material, first.answer[i], "would"));
  }
  return prose.add(".");
}

// The answer, a sentence or two each.
std::vector<Prose> in_short(const Material& material) {
  std::vector<Prose> told;
  if (const Situation* situation = in_question(material)) {
    told = {verdict(material, *situation), guarantee(material, *situation),
            deterrent(material, *situation)};
  }
  told.push_back(elsewhere(material));
  std::erase_if(told, [](const Prose& each) { return each.empty(); });
  return told;
}

// What each side can do and minds, as the case has it.
Table moves(const Material& material) {
  const casefile::Case& source = material.source;
  Table table;
  table.caption = Prose(
      "What each side can do on its own, and what it minds in a situation, most important first, "
      "as "
      "the case has it. A deal alone is minded where the text is worth more to the side than "
      "having "
      "none.");
  table.head = {"Side", "Can do", "Minds"};
  for (std::size_t party = 0; party < source.parties.size(); ++party) {
    const auto& [id, entry] = source.parties[party];
    const auto* own = source.moves.find(id);
    const auto* outlook = source.outlooks.find(id);
    if (own == nullptr && outlook == nullptr) continue;
    Prose can;
    for (std::size_t i = 0; own != nullptr && i < own->size(); ++i) {
      const auto& [name, move] = (*own)[i];
      if (i > 0) can.add("; ");
      can.add((move.title.empty() ? name : move.title) + (move.undo ? "" : ", for good"))
          .add(move.now ? " (done today)" : "")
          .append(material.exhibits.references(move.grounds));
    }
    Prose minded;
    for (std::size_t i = 0; outlook != nullptr && i < outlook->size(); ++i) {
      if (i > 0) minded.add("; ");
      minded.append(minds(material, (*outlook)[i]));
    }
    table.rows.push_back({Prose().strong(entry.name), can, minded});
    table.anchors.push_back(moves_anchor(source, party));
  }
  return table;
}

// The way from today to the first package.
Prose way(const Material& material) {
  for (const Situation& each : material.assessment.stability->situations) {
    if (!each.package || !each.possible) continue;
    Prose prose("From today to the ");
    prose.link(std::string(in_words(material.assessment.deals->packages[*each.package].principle)) +
                   " package",
               package_anchor(*each.package));
    if (!each.way) return prose.add(" no way leads, as the case has it.");
    prose.add(" the shortest way is this: ");
    for (std::size_t i = 0; i < each.way->size(); ++i) {
      if (i > 0) prose.add("; then ");
      prose.append(turn_of(material, (*each.way)[i], "would"));
    }
    return prose.add(each.way_is_by_gains
                         ? ". Each step is a gain to who takes it."
                         : ". Not each step is a gain at once to who takes it, so somebody has to "
                           "trust the others to follow.");
  }
  return {};
}

}  // namespace

Chapter holding(Material material) {
  Chapter chapter{"holding", "Would it hold", {}};
  for (Prose& each : in_short(material)) chapter.blocks.push_back(Paragraph{std::move(each)});
  if (auto picture = ways(material)) chapter.blocks.push_back(*std::move(picture));
  chapter.blocks.push_back(situations(material));
  if (const Prose prose = way(material); !prose.empty()) chapter.blocks.push_back(Paragraph{prose});
  chapter.blocks.push_back(moves(material));
  return chapter;
}

Chapter holding_in_short(const Material& material, std::size_t most) {
  Chapter chapter{"holding", "Would it hold", {}};
  Prose text;
  std::size_t room = kMostWordsOnHolding;
  for (const Prose& each : in_short(material)) {
    const std::size_t words = words_in(each.text());
    if (words > room || most == 0) continue;
    room -= words;
    --most;
    text.add(text.empty() ? "" : " ").append(each);
  }
  if (!text.empty()) chapter.blocks.push_back(Paragraph{std::move(text)});
  if (auto picture = ways(material)) {
    picture->caption = "Dashed: the side gains nothing at once. Ring: things would rest there.";
    picture->numbers = {};
    chapter.blocks.push_back(*std::move(picture));
  }
  return chapter;
}

}  // namespace parley::brief
