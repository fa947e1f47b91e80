#pragma once

#include <map>
#include <string>

namespace parley::brief {

std::string bytes_of(const std::string& path);

/// The files in a zip archive by their names. For archives that we made ourselves: what is no such
/// archive gives a failed test, not an error.
std::map<std::string, std::string> unzipped(const std::string& archive);

}  // namespace parley::brief
