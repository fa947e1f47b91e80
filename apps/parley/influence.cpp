// parley influence: where a decision lands when weight decides, and what would move it.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "influence_summary.hpp"
#include "parley/formats/council.hpp"
#include "parley/influence/json.hpp"
#include "reports.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

using formats::CouncilForm;
using formats::ReadCouncil;

// A failure without a place is about the file.
Exit give_up(Session& session, Failure failure) {
  for (Diagnostic& each : failure.diagnostics) {
    if (each.place.file.empty()) each.place.file = session.asked().arguments.front();
  }
  return session.give_up(failure);
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<ReadCouncil> read(const std::string& file) {
  auto text = read_text_file(file, formats::kMostBytes);
  if (!text) return tl::unexpected(std::move(text.error()));
  return formats::read_council({file, *std::move(text)});
}

Exit convert(Session& session, const ReadCouncil& read) {
  const std::string& form = session.asked().text("--as");
  const auto text =
      formats::write_council(read.council, form == "ktab"       ? CouncilForm::ktab
                                           : form == "exchange" ? CouncilForm::exchange
                                                                : CouncilForm::plain);
  if (!text) return give_up(session, text.error());
  session.out() << *text;
  return Exit::done;
}

}  // namespace

Exit run_influence(Session& session) {
  const Invocation& asked = session.asked();
  influence::AnalysisOptions options;
  if (asked.has("--to")) {
    options.wanted = number(asked.text("--to"));
    if (!options.wanted) {
      return session.refuse("'" + asked.text("--to") + "' is not a number for --to");
    }
  }
  const auto council = read(asked.arguments.front());
  if (!council) return session.give_up(council.error());
  session.report(council->warnings);
  if (asked.has("--as")) return convert(session, *council);
  options.variant =
      *std::ranges::find(influence::kVariants, asked.text("--variant"), &influence::Variant::name);
  options.one_space = council->one_space;
  options.smp.seed = session.seed();
  options.forecast.seed = session.seed();
  options.forecast.worlds = static_cast<std::size_t>(asked.number("--worlds"));
  const auto analysis = influence::analyse(council->council, options, session.control("weighing"));
  if (!analysis) return give_up(session, analysis.error());
  if (session.wants_json()) {
    Json result = session.begin_result("influence");
    result.update(influence::to_json(*analysis, options));
    session.write_result(result);
  } else if (!session.is_quiet()) {
    session.out() << influence_summary(*analysis);
  }
  return Exit::done;
}

}  // namespace parley::app
