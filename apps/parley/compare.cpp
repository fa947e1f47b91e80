// parley compare: what changed from one assessment to another.
#include "parley/brief/compare.hpp"

#include <nlohmann/json.hpp>

#include "parley/base/file_switch.hpp"
#include "parley/base/text.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

Result<Json> read_json(const std::string& path) {
  const Result<Text> text = read_text_file(path, kMostBytes);
  if (!text) return tl::unexpected(text.error());
  Json json = Json::parse(text->utf8(), nullptr, false);
  if (json.is_discarded()) {
    return fail(FailureKind::invalid_input, "not-an-assessment", {path, 0, 0}, "this is not JSON",
                "give an assessment.json that parley brief wrote");
  }
  return json;
}

}  // namespace

Exit run_compare(Session& session) {
  const std::string& before_path = session.asked().arguments[0];
  const std::string& after_path = session.asked().arguments[1];
  for (const std::string& each : session.asked().arguments) session.report(half_sets(each));
  const Result<Json> before = read_json(before_path);
  if (!before) return session.give_up(before.error());
  const Result<Json> after = read_json(after_path);
  if (!after) return session.give_up(after.error());
  const auto comparison = brief::compare(*before, *after, {before_path, 0, 0}, {after_path, 0, 0});
  if (!comparison) return session.give_up(comparison.error());

  if (session.wants_json()) {
    Json result = session.begin_result("compare");
    result.update(brief::to_json(*comparison));
    session.write_result(result);
  } else {
    session.out() << brief::summary(*comparison);
  }
  return Exit::done;
}

}  // namespace parley::app
