// What Telegram Desktop exports of a channel or group as JSON: the messages of a day are a report.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "parley/text/block_text.hpp"
#include "parley/text/dates.hpp"
#include "parley/text/formats.hpp"

namespace parley::text::internal {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A text is a string, or a list of strings and of objects with one: links, names, bold words.
std::string text_of(const Json& message) {
  const auto found = message.find("text");
  if (found == message.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  std::string all;
  if (!found->is_array()) return all;
  for (const Json& part : *found) {
    if (part.is_string()) all += part.get<std::string>();
    if (part.is_object()) all += text_at(part, "text");
  }
  return all;
}

std::string written(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

/// The messages of a chat, gathered by day.
class Chat {
 public:
  Chat(const Input& input, const Format& format, Decoding& decoding, const Json& chat)
      : input_(input),
        format_(format),
        decoding_(decoding),
        name_(one_line(text_at(chat, "name"))),
        is_channel_(text_at(chat, "type").find("channel") != std::string::npos) {}

  Result<void> read(const Json& messages) {
    for (const Json& message : messages) {
      if (!message.is_object() || text_at(message, "type") != "message") continue;
      const std::string text = text_of(message);
      const std::string date = text_at(message, "date");
      if (trimmed(text).empty()) continue;
      if (const auto day = iso_day(date); day != day_) {
        auto ended = end_day();
        if (!ended) return ended;
        day_ = day;
      }
      add(message, text);
    }
    return end_day();
  }

 private:
  void add(const Json& message, std::string_view text) {
    // In a channel all is said by it; in a group each message has its speaker.
    std::string speaker = is_channel_ ? std::string() : text_at(message, "from");
    if (const std::string from = text_at(message, "forwarded_from"); !from.empty()) speaker = from;
    if (!speaker.empty()) text_.add(speaker + ": ");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      text_.add(text.substr(at, end - at));
      text_.close(BlockKind::paragraph);
      at = end + 1;
    }
    text_.close(BlockKind::paragraph);
  }

  Result<void> end_day() {
    if (text_.empty()) return {};
    BlockText text = std::exchange(text_, BlockText());
    const std::string day = day_ ? written(*day_) : "undated";
    Document document{input_.name() + "#" + day, text.take_text(), {}};
    Source& source = document.source;
    source.format = format_.name;
    source.charset = input_.characters()->charset;
    source.title = name_.empty() ? day : name_ + ", " + day;
    source.publisher = name_;
    source.published = day_;
    source.markup = Markup::plain;
    source.blocks = text.take_blocks();
    return decoding_.add(input_, std::move(document));
  }

  const Input& input_;
  const Format& format_;
  Decoding& decoding_;
  const std::string name_;
  const bool is_channel_;
  std::optional<Day> day_;
  BlockText text_;
};

}  // namespace

bool is_telegram(const Input& input) {
  const std::string_view start = trimmed(input.text().substr(0, 4096));
  return start.starts_with('{') && start.find("\"messages\"") != std::string_view::npos &&
         (start.find("\"type\"") != std::string_view::npos ||
          start.find("\"name\"") != std::string_view::npos);
}

Result<void> read_telegram(const Input& input, const Format& format, Decoding& decoding) {
  const Json chat = Json::parse(input.text(), nullptr, false);
  if (!chat.is_object()) return damaged(input.name(), "it begins as JSON and is none");
  const auto messages = chat.find("messages");
  if (messages == chat.end() || !messages->is_array()) {
    return damaged(input.name(), "an export of Telegram holds a list of messages");
  }
  return Chat(input, format, decoding, chat).read(*messages);
}

}  // namespace parley::text::internal
