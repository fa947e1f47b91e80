// The table from which the command line, the help, the manual and the completion are made. A new
// command is a row here and a file beside this one (CONTRIBUTING.md, "Add a command").
#include "command.hpp"

namespace parley::app {

Exit run_check(Session& session);
Exit run_new(Session& session);
Exit run_record(Session& session);
Exit run_brief(Session& session);
Exit run_deals(Session& session);
Exit run_stability(Session& session);
Exit run_drafts(Session& session);
Exit run_talks(Session& session);
Exit run_tournament(Session& session);
Exit run_influence(Session& session);
Exit run_compare(Session& session);
Exit run_completion(Session& session);
Exit run_man(Session& session);

namespace {

const Argument kReports{
    "REPORT",
    Takes::file,
    Count::one_or_more,
    "A report: a text, web page, PDF, Word or mail file, feed, or an archive of these.",
    {}};
// A world of the shipped cases takes 1.4 KB, so that the most take less than two gigabytes.
const Option kWorlds{
    "--worlds", Takes::number, "N", "10000", "How many worlds to draw from the estimates.", {}, {},
    1,          1'000'000};
const std::vector<std::string_view> kProtocols{"alternating", "multiple", "single-text", "feedback",
                                               "shuttle"};
const Option kDate{
    "--date", Takes::date, "DATE", "",
    "The day, such as 2025-12-03, on which reports that do not tell were published."};

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {"check",
       "Check a case file and say how to mend it",
       "Reads a case and its reports and lists every mistake with its place, what was found, what "
       "was expected and the nearest right name. Warnings are doubts that do not stop the work.",
       "parley check cases/moscow-2025/case.yaml",
       {{"CASE",
         Takes::file,
         Count::one,
         "The case file, or the folder that holds its case.yaml.",
         {}}},
       {},
       run_check},
      {"new",
       "Begin a case from reports, or from the catalogue of issues",
       "Makes a folder with a case.yaml. From reports about talks it begins with what they say: "
       "each "
       "entry has its evidence, each guess its reason, and each gap a comment that says what to "
       "fill "
       "in; the reports are put beside it. Without reports it starts from the catalogue of issues "
       "and explains each field in comments. A folder that already holds a case is left as it is.",
       "parley new my-talks tests/record/gold/harbour-wire.txt",
       {{"DIR", Takes::folder, Count::one, "The folder to make.", {}},
        {"REPORT", Takes::file, Count::any, kReports.help, {}}},
       {kDate,
        {"--title", Takes::text, "TEXT", "", "The title of the talks."},
        {"--as-of", Takes::date, "DATE", "",
         "Without reports: the day, such as 2025-12-03, after which nothing belongs in the case."},
        {"--issues", Takes::text, "LIST", "",
         "Without reports: issues of the catalogue, with commas between them. "
         "territory,ceasefire,security_guarantees unless given."}},
       run_new},
      {"record",
       "Say who said and did what in some reports",
       "Reads news reports, readouts or plans (text, Markdown, HTML, PDF, DOCX, ODT, RTF, mail, "
       "MHTML, RSS, Atom, subtitles, Telegram's export, EPUB, WARC, zip and gz of these) and lists "
       "who said what with the cue and how sure that is, who occurs, the meetings, drafts, "
       "quantities and "
       "stances, "
       "and where the reports differ.",
       "parley record tests/record/gold/harbour-wire.txt --marked",
       {kReports},
       {kDate,
        {"--marked", Takes::nothing, "", "",
         "Print the reports with quotes, speakers, cues and quantities marked: in colours on a "
         "terminal, else in brackets."}},
       run_record},
      {"brief",
       "Write the brief on a case, or on reports",
       "Assesses a case and writes brief.html (one file that needs no network), brief.md, "
       "brief.xlsx, "
       "assessment.json, record.json and, where pandoc is installed, brief.docx. For the public, "
       "entries that "
       "the case marks as confidential are taken out before anything is computed, with all that "
       "rests on them. From reports it begins a case first, in the folder case/, to be filled in "
       "and "
       "briefed again. For a principal, the answers come first and what they rest on behind.",
       "parley brief cases/moscow-2025/case.yaml --out out/",
       {{"CASE|REPORT",
         Takes::file,
         Count::one_or_more,
         "The case file, or the folder that holds its case.yaml; or reports.",
         {}}},
       {{"--out",
         Takes::folder,
         "DIR",
         "out",
         "The folder to write to; made when missing.",
         {},
         "-o"},
        {"--audience",
         Takes::choice,
         "WHO",
         "team",
         "For whom: public, team or principal.",
         {"public", "team", "principal"}},
        kWorlds,
        {"--quick", Takes::nothing, "", "", "Draw 1000 worlds only, whatever --worlds says."},
        kDate},
       run_brief},
      {"deals",
       "Which deals exist, which are fair, and why there is none",
       "Answers for a case, or for a negotiation of GENIUS or GeniusWeb: how many deals there are, "
       "which are at "
       "least as good for all as no deal, which nobody can better without somebody's loss, the "
       "Nash, Kalai-Smorodinsky, egalitarian and utilitarian solutions, what blocks a deal, what "
       "would open one, and which trades a draft leaves open.",
       "parley deals cases/camp-david-1978",
       {{"FILE",
         Takes::file,
         Count::one_or_more,
         "A case; or the files of another program, with an option that says which.",
         {}}},
       {{"--genius", Takes::nothing, "", "",
         "The files are of GENIUS: DOMAIN.xml PROFILE.xml PROFILE.xml..."},
        {"--geniusweb", Takes::nothing, "", "",
         "The files are profiles of GeniusWeb: PROFILE.json PROFILE.json..."},
        {"--steps",
         Takes::number,
         "N",
         "100",
         "Into how many steps an issue of real numbers is divided.",
         {},
         {},
         1,
         10'000},
        kWorlds},
       run_deals},
      {"stability",
       "Which situations hold, for whom, and how one leads to the next",
       "Answers for a case with moves and outlooks, or for a graph model (what each decision maker "
       "can "
       "do, and how it ranks what comes of it): which states hold under five concepts of "
       "foresight, Nash, GMR, SMR, SEQ and symmetric "
       "SEQ; which coalitions would leave them; and the shortest ways to them. With --why, the "
       "proof of each verdict.",
       "parley stability tests/formats/conflicts/water.gmcr --why 1 Downstream",
       {{"CASE",
         Takes::file,
         Count::one,
         "A case; or a graph model, as gmcr-py and GMCR+ write them.",
         {}},
        {"PARTY",
         Takes::text,
         Count::optional,
         "With --why: for which decision maker; without it, for all.",
         {}}},
       {{"--why", Takes::text, "STATE", "", "Say why the state of this number holds or not."},
        {"--from", Takes::number, "STATE", "1",
         "The number of the state from which paths begin; of a case today's, unless given."},
        {"--package", Takes::number, "N", "1",
         "Of a case: the package of parley deals that is on the table; 0: none."},
        kWorlds,
        {"--graphviz", Takes::nothing, "", "",
         "Print the graph in the language of Graphviz's dot."}},
       run_stability},
      {"drafts",
       "Follow the wording of a text over its drafts",
       "Reads drafts of an agreement or a plan, the earliest first: their clauses, what is in "
       "brackets, left blank or one of several options, and what of these became of it in the "
       "next text, clause by clause and word by word. Brackets that do not balance are mended and "
       "told.",
       "parley drafts first.docx second.docx third.pdf",
       {{"TEXT",
         Takes::file,
         Count::one_or_more,
         "A draft: a text, Word or PDF file, page or Markdown, the earliest first.",
         {}}},
       {{"--follows", Takes::text, "LIST", "",
         "Texts that do not follow the one before them, as LATER=EARLIER with commas between, by "
         "the files' names without ending; nothing behind = for a text that follows none."},
        {"--html", Takes::file, "FILE", "",
         "Write the versions side by side, with brackets and moves marked, as a page."}},
       run_drafts},
      {"talks",
       "How the next rounds may go",
       "Plays the talks of a case in each of many worlds, from now to the horizon of its clock, "
       "and "
       "tells the odds of agreement by each round, of a breakdown and of a stalemate, the terms "
       "likely agreed and what each side gains. What the case does not say, such as how late a "
       "party gives way, is drawn from a family that the answer states.",
       "parley talks cases/camp-david-1978 --worlds 1000",
       {{"CASE",
         Takes::file,
         Count::one,
         "The case file, or the folder that holds its case.yaml.",
         {}}},
       {kWorlds,
        {"--protocol", Takes::choice, "WHICH", "alternating",
         "By which rules they talk: offers in turn, offers of all at once, a mediator's single "
         "text, a mediator who asks what is better, or one who goes from one to the other.",
         kProtocols}},
       run_talks},
      {"tournament",
       "Which strategy does best against which",
       "Plays every strategy against every other and itself, in every seat, and tells what each "
       "got: its utility, the share of the Nash solution's product of gains, the distance to the "
       "frontier and the welfare, with intervals. A scenario is a domain of GENIUS and a profile "
       "for each party, or a folder that holds just those.",
       "cd tests/formats/scenarios && parley tournament sale.xml seller.xml buyer.xml",
       {{"FILE",
         Takes::file,
         Count::one_or_more,
         "DOMAIN.xml PROFILE.xml PROFILE.xml... of one scenario; or folders, each a scenario.",
         {}}},
       {{"--strategies", Takes::text, "LIST",
         "boulware,conceder,tit-for-tat,micro,hard-liner,random",
         "Who plays, with commas between them."},
        {"--protocol", Takes::choice, "WHICH", "alternating", "By which rules they talk.",
         kProtocols},
        {"--deadline",
         Takes::number,
         "N",
         "100",
         "After how many rounds the talks end.",
         {},
         {},
         1,
         100'000},
        {"--repeats", Takes::number, "N", "1", "How often each line-up plays.", {}, {}, 1, 10'000},
        {"--steps",
         Takes::number,
         "N",
         "100",
         "Into how many steps an issue of real numbers is divided.",
         {},
         {},
         1,
         10'000}},
       run_tournament},
      {"influence",
       "Where a decision lands when weight decides, and what moves it",
       "Answers for a council, in which each actor has a position, a capability and a salience on "
       "one "
       "or several issues: where the decision is expected, with its spread; what other models say, "
       "each beside the weighted mean, which none has beaten; whose weight it is; which change of "
       "position, salience or coalition would bring it to a wanted place, and at what price.",
       "parley influence tests/influence/published/emission.csv",
       {{"FILE",
         Takes::file,
         Count::one,
         "A table of a council: plain CSV, or that of KTAB or decide-exchange-model.",
         {}}},
       {{"--to", Takes::text, "PLACE", "",
         "Where the outcome is wanted; unless given, a tenth of the scale to either side."},
        kWorlds,
        {"--variant",
         Takes::choice,
         "NAME",
         "scholz",
         "How expected utility is read (docs/influence.md).",
         {"scholz", "least-move", "published", "third-parties", "parley"}},
        {"--as",
         Takes::choice,
         "FORM",
         "",
         "Print the council in this form instead.",
         {"plain", "ktab", "exchange"}}},
       run_influence},
      {"compare",
       "Say what changed from one assessment to another",
       "Compares two files assessment.json that parley brief wrote, such as yesterday's and "
       "today's: which judgements moved and by how much, which packages and deciding estimates "
       "changed, and which entries of the case differ. That an entry differs does not prove that "
       "it moved a judgement.",
       "parley compare yesterday/assessment.json today/assessment.json",
       {{"BEFORE", Takes::file, Count::one, "The earlier assessment.", {}},
        {"AFTER", Takes::file, Count::one, "The later assessment.", {}}},
       {},
       run_compare},
      {"completion",
       "Print the completion script of a shell",
       "Prints a script that completes Parley's commands, options and files. The installed package "
       "brings it along; otherwise load it from the shell's start-up file.",
       "eval \"$(parley completion bash)\"",
       {{"SHELL", Takes::choice, Count::one, "The shell.", {"bash", "zsh", "fish"}}},
       {},
       run_completion},
      {"man",
       "Print the manual page",
       "Prints the manual page in the format of man(7).",
       "parley man | man -l -",
       {},
       {},
       run_man},
  };
  return table;
}

const std::vector<Option>& common_options() {
  static const std::vector<Option> table{
      {"--json", Takes::nothing, "", "",
       "Print the result as one JSON document on standard output, and nothing else there."},
      {"--seed", Takes::number, "N", "1",
       "The seed of all random draws; the same seed gives the same result."},
      {"--threads",
       Takes::number,
       "N",
       "0",
       "How many threads to use; 0 takes all there are. Never changes a result.",
       {},
       {},
       0,
       1024},
      {"--quiet", Takes::nothing, "", "",
       "Show no progress and give no advice; results, warnings and errors stay."},
      {"--help", Takes::nothing, "", "", "Print this help.", {}, "-h"},
  };
  return table;
}

std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  return options;
}

std::string usage(const Command& command) {
  std::string line = "parley " + std::string(command.name);
  for (const Argument& each : command.arguments) {
    const std::string name(each.name);
    line += may_be_absent(each.count) ? " [" + name + "]" : " " + name;
    if (is_many(each.count)) line += "...";
  }
  return line + " [OPTION...]";
}

}  // namespace parley::app
