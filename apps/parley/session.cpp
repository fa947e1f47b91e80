#include "session.hpp"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "interrupt.hpp"
#include "parley/base/version.hpp"
#include "progress_bar.hpp"

namespace parley::app {
namespace {

Exit status_of(FailureKind kind) {
  switch (kind) {
    case FailureKind::invalid_input:
    case FailureKind::too_large:
    case FailureKind::unsupported:
      return Exit::invalid_input;
    case FailureKind::unreadable:
    case FailureKind::cancelled:
      return Exit::not_finished;
  }
  return Exit::our_bug;
}

}  // namespace

Control Session::control(std::string_view work) const {
  Control control;
  control.threads =
      static_cast<unsigned>(std::min<std::uint64_t>(asked().number("--threads"), 1024));
  control.cancelled = interrupted;
  if (!is_quiet() && ProgressBar::can_be_seen()) {
    const auto bar = std::make_shared<ProgressBar>(work);
    control.progress = [bar](double share) { bar->show(share); };
  }
  return control;
}

void Session::report(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    std::string line = to_text(each);
    // A line end in a name would begin what looks like another message.
    std::replace(line.begin(), line.end(), '\n', ' ');
    err_ << line << '\n';
  }
  err_.flush();
}

Exit Session::give_up(const Failure& failure) {
  report(failure.diagnostics);
  return status_of(failure.kind);
}

Exit Session::refuse(std::string_view what) {
  const Answer answer = wrong_use(asked().command, std::string(what));
  err_ << answer.text << std::flush;
  return answer.status;
}

Json Session::begin_result(std::string_view name) const {
  return {
      {"schema", "parley/" + std::string(name) + "/1"}, {"version", kVersion}, {"seed", seed()}};
}

void Session::write_coloured(std::string_view text) {
  out_.flush();
  raw_out_ << text;
}

void Session::write_result(const Json& result) {
  out_.flush();
  raw_out_ << json_document(result);
}

}  // namespace parley::app
