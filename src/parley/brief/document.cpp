#include "parley/brief/document.hpp"

#include <nlohmann/json.hpp>

namespace parley::brief {
namespace {

const char* name_of(Style style) {
  switch (style) {
    case Style::plain:
      return nullptr;
    case Style::strong:
      return "strong";
    case Style::emphasis:
      return "emphasis";
    case Style::better:
      return "better";
    case Style::worse:
      return "worse";
  }
  return nullptr;
}

}  // namespace

Json to_json(const Prose& prose) {
  Json runs = Json::array();
  for (const Run& run : prose.runs()) {
    Json json{{"text", run.text}};
    if (!run.link.empty()) json["link"] = run.link;
    if (const char* style = name_of(run.style)) json["style"] = style;
    runs.push_back(std::move(json));
  }
  return runs;
}

namespace {

Json to_json(const std::vector<Prose>& cells) {
  Json array = Json::array();
  for (const Prose& each : cells) array.push_back(to_json(each));
  return array;
}

Json to_json(const Table& table) {
  Json rows = Json::array();
  for (const auto& row : table.rows) rows.push_back(to_json(row));
  Json json{{"block", "table"},
            {"caption", to_json(table.caption)},
            {"head", to_json(table.head)},
            {"rows", rows}};
  if (!table.anchors.empty()) json["anchors"] = table.anchors;
  return json;
}

struct BlockToJson {
  Json operator()(const Paragraph& block) const {
    return {{"block", "paragraph"}, {"prose", to_json(block.prose)}};
  }
  Json operator()(const List& block) const {
    return {{"block", "list"}, {"items", to_json(block.items)}};
  }
  Json operator()(const Table& block) const { return to_json(block); }
  Json operator()(const Figure& block) const {
    Json json{{"block", "figure"},
              {"kind", block.kind},
              {"title", block.title},
              {"caption", to_json(block.caption)},
              {"data", *block.data}};
    if (!block.numbers.rows.empty()) json["numbers"] = to_json(block.numbers);
    return json;
  }
};

}  // namespace

std::string Prose::text() const {
  std::string text;
  for (const Run& run : runs_) text += run.text;
  return text;
}

Prose linked(std::string_view text, std::string_view number, const std::string& anchor) {
  const std::size_t at = text.find(number);
  if (at == std::string_view::npos || anchor.empty()) return Prose(std::string(text));
  return Prose(std::string(text.substr(0, at)))
      .link(std::string(number), anchor)
      .add(std::string(text.substr(at + number.size())));
}

Figure::Figure(std::string figure_kind, Prose figure_caption, const Json& figure_data,
               Table same_in_numbers)
    : kind(std::move(figure_kind)),
      caption(std::move(figure_caption)),
      data(std::make_shared<const Json>(figure_data)),
      numbers(std::move(same_in_numbers)) {}

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
  Json json{{"schema", "parley/brief/2"}};
  if (!brief.run.empty()) json["run"] = brief.run;
  json.update({{"edition", brief.edition == Edition::principal ? "principal" : "team"},
               {"title", brief.title},
               {"answer", brief.answer},
               {"subtitle", to_json(brief.subtitle)},
               {"chapters", chapters},
               {"exhibits", exhibits}});
  return json;
}

}  // namespace parley::brief
