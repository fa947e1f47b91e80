// parley brief: the brief on a case.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parley/assess/json.hpp"
#include "parley/base/text.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/spreadsheet.hpp"
#include "parley/casefile/public_case.hpp"
#include "parley/casefile/reader.hpp"
#include "session.hpp"
#include "word.hpp"

namespace parley::app {
namespace {

constexpr std::size_t kQuickWorlds = 1000;
// The date of a Word document on a case that names no day.
constexpr casefile::Date kNoDay{std::chrono::year(1980) / 1 / 1};

assess::Options options_of(const Session& session) {
  const Invocation& asked = session.asked();
  return {session.seed(), asked.has("--quick") ? kQuickWorlds : asked.number("--worlds")};
}

}  // namespace

Exit run_brief(Session& session) {
  auto read = casefile::read_case(session.asked().arguments.front());
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const std::string& audience = session.asked().text("--audience");
  const casefile::Case source =
      audience == "public" ? casefile::for_public(std::move(read->value)) : std::move(read->value);

  const auto assessment =
      assess::assess(source, options_of(session), session.control("drawing worlds"));
  if (!assessment) return session.give_up(assessment.error());

  const std::filesystem::path folder(session.asked().text("--out"));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const brief::Brief brief =
      brief::compose(source, *assessment,
                     audience == "principal" ? brief::Arrangement::answer_first
                                             : brief::Arrangement::evidence_first);
  const Json results = assess::to_json(*assessment, source);
  for (const auto& [name, bytes] : {std::pair{"brief.html", brief::to_html(brief)},
                                    {"brief.md", brief::to_markdown(brief)},
                                    {"assessment.json", results.dump(2) + "\n"}}) {
    const auto written = write_file((folder / name).string(), bytes);
    if (!written) return session.give_up(written.error());
  }
  const auto sheets =
      brief::write_spreadsheet((folder / "brief.xlsx").string(), brief, source, *assessment);
  if (!sheets) return session.give_up(sheets.error());
  const std::filesystem::path page = folder / "brief.html";
  const Result<bool> word =
      write_word(page.string(), (folder / "brief.docx").string(), source.as_of.value_or(kNoDay));
  if (!word) return session.give_up(word.error());

  if (session.wants_json()) {
    session.write_result(results);
  } else if (!session.is_quiet()) {
    session.out() << brief::summary(source, *assessment);
    if (!*word) session.out() << "\nNo brief.docx: pandoc is not installed.";
    session.out() << "\nThe brief: " << page.string() << "\n";
  }
  return Exit::done;
}

}  // namespace parley::app
