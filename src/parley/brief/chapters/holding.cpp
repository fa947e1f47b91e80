#include <fmt/format.h>

#include <cctype>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/facts.hpp"

namespace parley::brief {
namespace {

using assess::Act;
using assess::Remedy;
using assess::Situation;
using assess::Turn;

constexpr std::size_t kRemediesShown = 3;

const casefile::Named<casefile::Move>& moves_of(const casefile::Case& source, std::size_t party) {
  return source.moves.at(source.parties[party].first);
}

std::string moves_anchor(const casefile::Case& source, std::size_t party) {
  return "moves-" + source.parties[party].first;
}

const std::string& name_of(const Material& material, std::size_t party) {
  return material.source.parties[party].second.name;
}

// The title of a move within a sentence: "strike ships", but "NATO leaves".
std::string title_of(const Material& material, const Act& act) {
  const auto& [id, move] = moves_of(material.source, act.party)[*act.move];
  std::string title = move.title.empty() ? id : move.title;
  if (title.size() > 1 && std::islower(static_cast<unsigned char>(title[1])) != 0) {
    title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
  }
  return title;
}

// "stop the fighting and leave the deal".
std::string acts(const Material& material, const Turn& turn) {
  std::vector<std::string> parts;
  for (const assess::Step& step : turn.steps) {
    if (!step.act.move) {
      parts.push_back(step.taken ? "sign" : "leave the deal");
    } else if (step.taken) {
      parts.push_back(title_of(material, step.act));
    } else {
      parts.push_back("no longer " + title_of(material, step.act));
    }
  }
  return joined(parts);
}

Prose turn_of(const Material& material, const Turn& turn, const std::string& verb) {
  return Prose()
      .link(name_of(material, turn.party), moves_anchor(material.source, turn.party))
      .add(" " + verb + " " + acts(material, turn));
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

Prose remedy(const Material& material, const Remedy& remedy) {
  Prose prose;
  const std::string who = name_of(material, remedy.act.party);
  const std::string to = moves_anchor(material.source, remedy.act.party);
  const std::string what =
      remedy.act.move ? in_quotes(title_of(material, remedy.act)) : std::string("signing");
  switch (remedy.kind) {
    case Remedy::Kind::cost:
      return prose.add("A price on " + what + " that ").link(who, to).add(" will not pay.");
    case Remedy::Kind::bind:
      return prose.link(who, to).add(remedy.act.move ? " cannot take back " + what + "."
                                                     : " cannot leave the deal again.");
    case Remedy::Kind::rule_out:
      return prose.link(who, to).add(" cannot " + title_of(material, remedy.act) + ".");
  }
  return prose;
}

Prose remedies(const Material& material, const Situation& situation) {
  if (situation.leavers.empty()) return Prose("–");
  if (situation.remedies.empty()) return Prose("No single guarantee.");
  Prose prose;
  for (std::size_t i = 0; i < situation.remedies.size() && i < kRemediesShown; ++i) {
    if (i > 0) prose.add("\n");
    prose.append(remedy(material, situation.remedies[i]));
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

// "Once signed, the most robust package would very likely (95 %) hold. Who could upset it is
// Russia."
Prose in_short(const Material& material) {
  for (const Situation& each : material.assessment.stability->situations) {
    if (!each.package || !each.possible || !(each.agreed > 0)) continue;
    const auto& package = material.assessment.deals->packages[*each.package];
    Prose prose("Once it is signed, ");
    prose.append(linked(
        odds_clause({each.holds, each.holds},
                    "the " + std::string(in_words(package.principle)) + " package would hold"),
        percent(each.holds), "method"));
    if (each.leavers.empty()) return prose.add("; nobody would gain by leaving it.");
    std::vector<std::string> names;
    for (const assess::Leaver& leaver : each.leavers) {
      names.push_back(name_of(material, leaver.party));
    }
    return prose.add("; " + joined(names) + " could upset it.");
  }
  return {};
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
      if (i > 0) can.add("\n");
      can.add((move.title.empty() ? name : move.title) + (move.undo ? "" : ", for good"))
          .add(move.now ? " (done today)" : "")
          .append(material.exhibits.references(move.grounds));
    }
    Prose minded;
    for (std::size_t i = 0; outlook != nullptr && i < outlook->size(); ++i) {
      if (i > 0) minded.add("\n");
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
  if (Prose prose = in_short(material); !prose.empty()) chapter.blocks.push_back(Paragraph{prose});
  chapter.blocks.push_back(situations(material));
  if (Prose prose = way(material); !prose.empty()) chapter.blocks.push_back(Paragraph{prose});
  chapter.blocks.push_back(moves(material));
  return chapter;
}

}  // namespace parley::brief
