#pragma once

namespace parley::app {

/// From now on Ctrl-C (SIGINT) and SIGTERM ask the work to stop; a second one ends the program.
/// The limit on the size of files (SIGXFSZ) no longer ends it.
void stop_cleanly_on_interrupt();

/// True once the user has asked to stop; cheap, from any thread.
bool interrupted();

}  // namespace parley::app
