// parley new: a case begun from the catalogue.
#include "session.hpp"

namespace parley::app {

Exit run_new(Session& session) {
  return session.give_up(
      {FailureKind::unsupported,
       {{Severity::error, "unsupported", {}, "this version begins no case yet", {}}}});
}

}  // namespace parley::app
