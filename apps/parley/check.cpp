// parley check: what is wrong with a case.
#include "session.hpp"

namespace parley::app {

Exit run_check(Session& session) {
  return session.give_up(
      {FailureKind::unsupported,
       {{Severity::error, "unsupported", {}, "this version checks no case yet", {}}}});
}

}  // namespace parley::app
