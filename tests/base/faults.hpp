#pragma once

#include <cstddef>

/// System calls that fail, or end the process, on demand. The linker leads the calls of open,
/// write, fsync, close, rename, link, unlink, mkdir and rmdir in what is linked statically to
/// faults.cpp (CMakeLists.txt), so that the library itself knows nothing of it.
namespace parley::faults {

enum class Fault {
  once,     ///< one call of write, fsync, close, rename or of open for writing fails
  forever,  ///< from that call on all of its name do
  killed,   ///< the process ends before the call, whichever of them it is
};

/// Arms a fault for the call of this number, counted from 0 from now on, with this errno.
void arm(Fault fault, std::size_t call, int reason);

/// No faults any more; whether one was met.
bool disarm();

}  // namespace parley::faults
