// parley brief: the brief on a case.
#include "session.hpp"

namespace parley::app {

Exit run_brief(Session& session) {
  return session.give_up(
      {FailureKind::unsupported,
       {{Severity::error, "unsupported", {}, "this version writes no brief yet", {}}}});
}

}  // namespace parley::app
