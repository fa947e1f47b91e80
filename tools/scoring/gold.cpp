#include "scoring/gold.hpp"

#include <algorithm>
#include <filesystem>

namespace parley::scoring {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 22U;
constexpr std::string_view kRelations = "relations.json";

// Where the nth occurrence of a snippet lies; occurrences may overlap.
std::optional<Span> locate(const Text& text, const std::string& snippet, int nth) {
  const std::string& bytes = text.utf8();
  std::size_t at = bytes.find(snippet);
  for (int seen = 1; seen < nth && at != std::string::npos; ++seen)
    at = bytes.find(snippet, at + 1);
  if (snippet.empty() || at == std::string::npos) return std::nullopt;
  return Span{text.code_point_at(at), text.code_point_at(at + snippet.size())};
}

class Reader {
 public:
  explicit Reader(std::string folder) : folder_(std::move(folder)) {}

  Result<Gold> read() {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
      const std::filesystem::path& path = entry.path();
      if (path.extension() == ".json" && path.filename() != kRelations) {
        names.push_back(path.filename().string());
      }
    }
    if (error) return fail(FailureKind::unreadable, "unreadable", {folder_, 0, 0}, error.message());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
      guarded(name, [&](const Json& json) { add_report(json); });
    guarded(std::string(kRelations), [&](const Json& json) {
      for (const Json& group : json.at("groups")) add_group(group);
    });
    if (!diagnostics_.empty()) return invalid(std::move(diagnostics_));
    return std::move(gold_);
  }

 private:
  // Parses a file of the folder and hands it on; what is wrong with it becomes a diagnostic.
  template <class Use>
  void guarded(const std::string& name, const Use& use) {
    file_ = folder_ + "/" + name;
    const Result<Text> text = load(file_);
    if (!text) return;
    try {
      use(Json::parse(text->utf8()));
    } catch (const nlohmann::json::exception& wrong) {
      complain("gold-not-json", wrong.what());
    }
  }

  Result<Text> load(const std::string& path) {
    Result<Text> text = read_text_file(path, kMaxBytes);
    if (!text) {
      diagnostics_.insert(diagnostics_.end(), text.error().diagnostics.begin(),
                          text.error().diagnostics.end());
    }
    return text;
  }

  void complain(std::string code, std::string message) {
    diagnostics_.push_back(
        {Severity::error, std::move(code), {file_, 0, 0}, std::move(message), {}});
  }

  Span snippet(const Text& text, const Json& item) {
    const auto words = item.at("text").get<std::string>();
    const std::optional<Span> span = locate(text, words, item.value("nth", 1));
    if (!span) complain("gold-not-verbatim", "\"" + words + "\" does not occur that often");
    return span.value_or(Span{});
  }

  void add_report(const Json& json) {
    GoldReport report;
    report.file = json.at("file").get<std::string>();
    report.path = folder_ + "/" + report.file;
    Result<Text> text = load(report.path);
    if (!text) return;
    report.text = std::move(*text);
    if (json.at("date").is_string()) report.date = json.at("date").get<std::string>();
    for (const auto& [list, items] : json.items()) {
      if (!items.is_array() || list == "traps" || list == "not_actors") continue;
      for (const Json& item : items) {
        const Span span = list == "actors" ? Span{} : snippet(report.text, item);
        report.items.push_back({list, span, item.value("optional", false), item});
      }
    }
    gold_.reports.push_back(std::move(report));
  }

  GoldRelation::End end(const Json& json) {
    const auto file = json.at("report").get<std::string>();
    const GoldReport* report = gold_.find(file);
    if (report == nullptr) {
      complain("gold-unknown-report", file + " is not among the reports");
      return {};
    }
    return {file, snippet(report->text, json)};
  }

  void add_group(const Json& json) {
    GoldGroup group;
    group.name = json.at("name").get<std::string>();
    group.files = json.at("reports").get<std::vector<std::string>>();
    group.same_wire = json.value("same_wire", false);
    for (const Json& item : json.at("relations")) {
      const Json& kind = item.at("kind");
      group.relations.push_back({kind.is_array() ? kind.get<std::vector<std::string>>()
                                                 : std::vector{kind.get<std::string>()},
                                 item.at("topic").get<std::string>(), end(item.at("a")),
                                 end(item.at("b")), item.value("optional", false)});
    }
    gold_.groups.push_back(std::move(group));
  }

  std::string folder_;
  std::string file_;
  Gold gold_;
  Diagnostics diagnostics_;
};

}  // namespace

const GoldReport* Gold::find(std::string_view file) const {
  for (const GoldReport& report : reports) {
    if (report.file == file) return &report;
  }
  return nullptr;
}

Result<Gold> read_gold(const std::string& folder) { return Reader(folder).read(); }

}  // namespace parley::scoring
