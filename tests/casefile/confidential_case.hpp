#pragma once

#include <gtest/gtest.h>

#include <string>

#include "parley/casefile/reader.hpp"

namespace parley::casefile {

/// What every confidential string and name of the case below holds.
inline constexpr std::string_view kMark = "zorblax";

/// A case with something confidential in every place that may be marked; lines that end in "#c"
/// are there because of that, lines that end in "#p" stand in their place in the case of an author
/// who never knew of it.
inline constexpr std::string_view kConfidentialCase = R"(parley: 1
title: Talks on a harbour
as_of: 2031-05-01
note: The Zorblaxians wait. #c
factors:
  weather: {title: The weather, note: As zorblax has it.} #c
  weather: The weather #p
  zorblax_factor: The zorblax doubt #c
reports:
  zorblax_memo: {file: memo.txt, title: A zorblax memo, publisher: Zorblax, confidential: true} #c
  wire: {file: wire.txt, title: A wire, publisher: The wire, published: 2031-04-20}
parties:
  zorblax_party: {name: Zorblaxia, role: signatory, people: {zorblax_envoy: Ada Zorblax}, confidential: true} #c
  ostria: {name: Ostria, role: signatory}
  velm: {name: Velm, role: signatory, note: It talks to Zorblaxia.} #c
  velm: {name: Velm, role: signatory} #p
  merin: {name: Merin, role: mediator}
issues:
  zorblax_issue: {title: The zorblax, options: {zorblax_yes: Zorblax, zorblax_no: No zorblax}, confidential: true} #c
  harbour:
    title: The harbour
    options: {ostrian: {title: Ostrian, note: ZORBLAX would object}, shared: Shared, velmian: Velmian} #c
    options: {ostrian: Ostrian, shared: Shared, velmian: Velmian} #p
    note: The zorblax hangs on it. #c
    cues: [quay, zorblax quay] #c
    cues: [quay] #p
  tolls:
    title: Tolls
    options: {low_tolls: Low, high_tolls: High}
positions:
  zorblax_party: #c
    harbour: {prefers: [velmian, shared, ostrian], judged_by: A, reason: Zorblax} #c
  ostria:
    zorblax_issue: {prefers: [zorblax_yes, zorblax_no], judged_by: A, reason: Zorblax} #c
    harbour:
      prefers: [ostrian, shared, velmian]
      says:
        - {text: Zorblax in private, evidence: [{report: zorblax_memo, quote: zorblax whisper}]} #c
        - {text: Not without Zorblax, evidence: [{report: wire, quote: The harbour is ours}]} #c
        - {text: The harbour is ours, evidence: [{report: wire, quote: The harbour is ours}]}
      evidence:
        - {report: zorblax_memo, quote: zorblax whisper} #c
        - {report: wire, quote: The harbour is ours}
    tolls: {prefers: [high_tolls, low_tolls], confidential: true, judged_by: A, reason: Zorblax} #c
  velm:
    harbour: {prefers: [velmian, shared, ostrian], red_lines: [ostrian], judged_by: A, reason: An envoy of Zorblaxia said so} #c
    harbour: {prefers: [velmian, shared, ostrian], red_lines: [ostrian], judged_by: A} #p
    tolls: {prefers: [low_tolls, high_tolls], evidence: [{report: zorblax_memo, quote: zorblax whisper}]} #c
  merin: #c
    harbour: {ideal: shared, confidential: true, judged_by: A, reason: Zorblax} #c
linkages:
  - {if: {harbour: shared}, then: {tolls: low_tolls}, by: zorblax_party, judged_by: A, reason: Zorblax} #c
  - {if: {harbour: shared}, then: {zorblax_issue: zorblax_no}, by: velm, judged_by: A, reason: Zorblax} #c
  - {if: {harbour: ostrian}, then: {tolls: low_tolls}, by: velm, confidential: true, judged_by: A, reason: Zorblax} #c
  - {if: {harbour: velmian}, then: {tolls: high_tolls}, by: velm, judged_by: A, reason: Plain}
no_deal:
  zorblax_party: {value: 10..20, judged_by: A, reason: Zorblax} #c
  ostria: {above: zorblax_draft, judged_by: A, reason: Zorblax} #c
  velm:
    value: {value: 30..50, factors: {weather: 0.5}}
    above: zorblax_draft #c
    trend: 0..1
    judged_by: A
    reason: Plain
  merin: {value: {value: 30..50, factors: {zorblax_factor: 0.5}}, confidential: true, judged_by: A, reason: Zorblax} #c
answers:
  - {party: zorblax_party, draft: first, answer: rejected, judged_by: A, reason: Zorblax} #c
  - {party: velm, draft: zorblax_draft, answer: rejected, judged_by: A, reason: Zorblax} #c
  - {party: ostria, draft: first, answer: accepted, date: 2031-04-02, confidential: true, judged_by: A, reason: Zorblax} #c
  - {party: velm, draft: first, answer: undecided, date: 2031-04-03, evidence: [{report: wire, quote: Velm is thinking}]}
drafts:
  zorblax_draft: {title: The zorblax draft, date: 2031-03-01, terms: {harbour: velmian}, confidential: true, judged_by: A, reason: Zorblax} #c
  zorblax_leak: {title: The zorblax leak, date: 2031-03-02, evidence: [{report: zorblax_memo, quote: zorblax whisper}]} #c
  first:
    title: First draft
    date: 2031-04-01
    amends: zorblax_draft #c
    by: [zorblax_party, velm] #c
    by: [velm] #p
    note: Amended after the zorblax draft. #c
    terms:
      zorblax_issue: zorblax_no #c
      harbour: {option: shared, text: As Ada Zorblax proposed} #c
      harbour: shared #p
      tolls: {option: low_tolls, confidential: true, judged_by: A, reason: Zorblax} #c
    unknown: [tolls] #p
    judged_by: A
    reason: Plain
  second: {title: Second draft, amends: first, terms: {harbour: ostrian}, bracketed: [tolls, zorblax_issue], judged_by: A, reason: Plain} #c
  second: {title: Second draft, amends: first, terms: {harbour: ostrian}, bracketed: [tolls], judged_by: A, reason: Plain} #p
rounds:
  - {date: 2031-03-05, where: Zorblax, parties: [ostria, velm], confidential: true, judged_by: A, reason: Zorblax} #c
  - {date: 2031-03-06, where: Zorblax, parties: [zorblax_party, velm], judged_by: A, reason: Zorblax} #c
  - {date: 2031-04-01, where: Merin, parties: [zorblax_party, ostria, velm], people: [Zorblax, Bo], tabled: [zorblax_draft, first], duration: an hour, outcome: Zorblax came late, judged_by: A, reason: Plain} #c
  - {date: 2031-04-01, where: Merin, parties: [ostria, velm], people: [Bo], tabled: [first], duration: an hour, judged_by: A, reason: Plain} #p
moves:
  zorblax_party: {zorblax_leave: Leave the zorblax} #c
  ostria:
    zorblax_raid: {title: A zorblax raid, confidential: true} #c
    blockade: {title: Blockade, undo: yes}
  merin: {zorblax_aid: {title: Zorblax aid, confidential: true}} #c
outlooks:
  zorblax_party: [blockade] #c
  ostria: ["!zorblax_leave", "!blockade if !zorblax_raid", "blockade"] #c
  ostria: ["blockade"] #p
  velm: ["zorblax_raid"] #c
events:
  zorblax_storm: {title: A zorblax storm, odds: 5%, confidential: true, judged_by: A, reason: Zorblax} #c
  storm: {title: A storm, odds: 5%, no_deal: {zorblax_party: -5..0, velm: -5..0}, judged_by: A, reason: Plain} #c
  storm: {title: A storm, odds: 5%, no_deal: {velm: -5..0}, judged_by: A, reason: Plain} #p
claims:
  - {topic: Zorblax, claims: [{says: zorblax, by: A}, {says: none, by: B}], confidential: true} #c
  - topic: Whether zorblax is meant #c
    claims: [{says: yes to zorblax, evidence: [{report: zorblax_memo, quote: zorblax whisper}]}, {says: no, by: B}] #c
  - {topic: Guests, claims: [{says: Zorblax came, by: A}, {says: nobody, by: B}]} #c
  - {topic: The zorblax, claims: [{says: big, by: A}, {says: small, by: B}]} #c
  - {topic: Length of the talks, claims: [{says: four hours, by: A}, {says: five hours, by: B}], note: Zorblax knows.} #c
  - {topic: Length of the talks, claims: [{says: four hours, by: A}, {says: five hours, by: B}]} #p
)";

/// The case as its author knows it (keeping the lines that end in "#c"), or as one who never knew
/// of the confidential entries would have written it ("#p").
inline Case confidential_case(std::string_view keep) {
  std::string yaml;
  std::string_view rest = kConfidentialCase;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const bool always = !line.ends_with("#c") && !line.ends_with("#p");
    if (always || line.ends_with(keep)) yaml += std::string(line) + "\n";
  }
  auto read =
      read_case_text(yaml, "case.yaml",
                     {{"memo.txt", "There was a zorblax whisper."},
                      {"wire.txt", "“The harbour is ours,” it said. Velm is thinking it over."}});
  if (!read) {
    for (const Diagnostic& each : read.error().diagnostics) ADD_FAILURE() << to_text(each);
    return {};
  }
  return std::move(read->value);
}

}  // namespace parley::casefile
