// parley brief: the brief on a case.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parley/assess/json.hpp"
#include "parley/base/text.hpp"
#include "parley/brief/compose.hpp"
#include "parley/casefile/reader.hpp"
#include "session.hpp"

namespace parley::app {

Exit run_brief(Session& session) {
  const auto read = casefile::read_case(session.asked().arguments.front());
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const casefile::Case& source = read->value;

  const assess::Options options{session.seed(), session.asked().number("--worlds")};
  const auto assessment = assess::assess(source, options, session.control("drawing worlds"));
  if (!assessment) return session.give_up(assessment.error());

  const std::filesystem::path folder(session.asked().text("--out"));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const brief::Brief brief = brief::compose(source, *assessment);
  const Json results = assess::to_json(*assessment, source);
  for (const auto& [name, bytes] : {std::pair{"brief.html", brief::to_html(brief)},
                                    {"brief.md", brief::to_markdown(brief)},
                                    {"assessment.json", results.dump(2) + "\n"}}) {
    const auto written = write_file((folder / name).string(), bytes);
    if (!written) return session.give_up(written.error());
  }
  if (session.wants_json()) {
    session.write_result(results);
  } else if (!session.is_quiet()) {
    session.out() << brief::summary(source, *assessment)
                  << "\nThe brief: " << (folder / "brief.html").string() << "\n";
  }
  return Exit::done;
}

}  // namespace parley::app
