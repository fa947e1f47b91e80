#include "reports.hpp"

#include <filesystem>

namespace parley::app {

Result<drafting::ReadRecord> read_reports(const Session& session) {
  return drafting::read_reports(session.asked().arguments, session.asked().date("--date"),
                                session.control("reading reports"));
}

bool is_case(const std::string& path) {
  const std::filesystem::path file(path);
  return std::filesystem::is_directory(file) || file.extension() == ".yaml" ||
         file.extension() == ".yml";
}

}  // namespace parley::app
