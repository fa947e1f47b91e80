#include "sources.hpp"

#include "parley/base/text.hpp"

namespace parley::app {

Result<std::vector<formats::Source>> read_sources(const std::vector<std::string>& paths) {
  std::vector<formats::Source> sources;
  Failure failure{FailureKind::unreadable, {}};
  for (const std::string& path : paths) {
    Result<Text> text = read_text_file(path, formats::kMostBytes);
    if (text) {
      sources.push_back({path, *std::move(text)});
    } else {
      failure.kind = text.error().kind;
      failure.diagnostics.insert(failure.diagnostics.end(), text.error().diagnostics.begin(),
                                 text.error().diagnostics.end());
    }
  }
  if (!failure.diagnostics.empty()) return tl::unexpected(std::move(failure));
  return sources;
}

}  // namespace parley::app
