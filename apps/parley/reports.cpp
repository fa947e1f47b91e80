#include "reports.hpp"

#include <filesystem>
#include <system_error>

namespace parley::app {

Result<drafting::ReadRecord> read_reports(const Session& session) {
  return drafting::read_reports(session.asked().arguments, session.asked().date("--date"),
                                session.control("reading reports"));
}

bool is_case(const std::string& path) {
  const std::filesystem::path file(path);
  std::error_code unknown;  // what cannot be looked at is told by the reading
  return std::filesystem::is_directory(file, unknown) || file.extension() == ".yaml" ||
         file.extension() == ".yml";
}

}  // namespace parley::app
