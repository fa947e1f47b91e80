#include "parley/brief/document.hpp"

#include <nlohmann/json.hpp>

namespace parley::brief {
namespace {

Json to_json(const Prose& prose) {
  Json runs = Json::array();
  for (const Run& run : prose.runs()) {
    Json json{{"text", run.text}};
    if (!run.link.empty()) json["link"] = run.link;
    if (run.style == Style::strong) json["style"] = "strong";
    if (run.style == Style::emphasis) json["style"] = "emphasis";
    runs.push_back(std::move(json));
  }
  return runs;
}

Json to_json(const std::vector<Prose>& cells) {
  Json array = Json::array();
  for (const Prose& each : cells) array.push_back(to_json(each));
  return array;
}

struct BlockToJson {
  Json operator()(const Paragraph& block) const {
    return {{"block", "paragraph"}, {"prose", to_json(block.prose)}};
  }
  Json operator()(const List& block) const {
    return {{"block", "list"}, {"items", to_json(block.items)}};
  }
  Json operator()(const Table& block) const {
    Json rows = Json::array();
    for (const auto& row : block.rows) rows.push_back(to_json(row));
    return {{"block", "table"},
            {"caption", to_json(block.caption)},
            {"head", to_json(block.head)},
            {"rows", rows}};
  }
  Json operator()(const Figure& block) const {
    return {{"block", "figure"},
            {"kind", block.kind},
            {"caption", to_json(block.caption)},
            {"data", *block.data}};
  }
};

}  // namespace

std::string Prose::text() const {
  std::string text;
  for (const Run& run : runs_) text += run.text;
  return text;
}

Figure::Figure(std::string figure_kind, Prose figure_caption, const Json& figure_data)
    : kind(std::move(figure_kind)),
      caption(std::move(figure_caption)),
      data(std::make_shared<const Json>(figure_data)) {}

Json to_json(const Brief& brief) {
  Json chapters = Json::array();
  for (const Chapter& chapter : brief.chapters) {
    Json blocks = Json::array();
    for (const Block& block : chapter.blocks) blocks.push_back(std::visit(BlockToJson{}, block));
    chapters.push_back({{"id", chapter.id}, {"title", chapter.title}, {"blocks", blocks}});
  }
  Json exhibits = Json::array();
  for (const Exhibit& each : brief.exhibits) {
    exhibits.push_back({{"anchor", each.anchor},
                        {"report", each.report},
                        {"origin", each.origin},
                        {"before", each.before},
                        {"passage", each.passage},
                        {"after", each.after}});
  }
  return {{"schema", "parley/brief/1"},
          {"title", brief.title},
          {"subtitle", brief.subtitle},
          {"chapters", chapters},
          {"exhibits", exhibits}};
}

}  // namespace parley::brief
