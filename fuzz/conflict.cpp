// Any bytes as a .gmcr file: the reader must give a model that the engine accepts, and that it
// reads back after writing, or diagnostics, each with a code and a message; and what the engine
// says of a small model must fit together.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "parley/conflict/analysis.hpp"
#include "parley/conflict/json.hpp"
#include "parley/formats/gmcr.hpp"

namespace {

using namespace parley;

// Coalitions and paths of more states than this would take longer than the reader that is tested.
constexpr std::size_t kMostStates = 64;

void require(bool holds) {
  if (!holds) std::abort();
}

void judge_failure(const Failure& failure) {
  require(has_errors(failure.diagnostics));
  for (const Diagnostic& each : failure.diagnostics) {
    require(!each.message.empty() && !each.code.empty());
  }
}

void judge_round_trip(const conflict::GraphModel& model) {
  const auto written = formats::write_gmcr(model);
  if (!written) return judge_failure(written.error());
  const auto again = formats::read_gmcr({"again", Text::from_utf8(*written, "again").value()});
  require(again.has_value());
  require(formats::write_gmcr(again->model).value() == *written);
}

void judge_verdicts(const conflict::Graph& graph) {
  const auto analysis = conflict::analyse(graph, {}, Control{1, {}, {}});
  require(analysis.has_value());
  for (conflict::StateIndex s = 0; s < graph.size; ++s) {
    for (std::size_t i = 0; i < graph.players.size(); ++i) {
      const auto& found = analysis->stability;
      require(!found.stable(conflict::Concept::nash, i, s) ||
              found.stable(conflict::Concept::sseq, i, s));
      require(!found.stable(conflict::Concept::seq, i, s) ||
              found.stable(conflict::Concept::gmr, i, s));
      const auto proof = conflict::witness(graph, conflict::Concept::seq, i, s);
      require(proof.stable == found.stable(conflict::Concept::seq, i, s));
    }
  }
  require(conflict::to_json(graph, *analysis)["states"].size() == graph.size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto text = Text::from_utf8(std::string(reinterpret_cast<const char*>(data), size), "file");
  if (!text) return 0;
  const auto read = formats::read_gmcr({"file", *std::move(text)});
  if (!read) {
    judge_failure(read.error());
    return 0;
  }
  require(!has_errors(conflict::check(read->model)));
  if (read->model.options.size() > 12) return 0;
  judge_round_trip(read->model);
  const auto graph = conflict::build(read->model);
  if (!graph) {
    judge_failure(graph.error());
  } else if (graph->size <= kMostStates) {
    judge_verdicts(*graph);
  }
  return 0;
}
