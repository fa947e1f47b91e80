// parley drafts: the wording of texts, and what became of it from one to the next.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

#include "drafts_summary.hpp"
#include "parley/base/files.hpp"
#include "parley/base/nearest.hpp"
#include "parley/base/read_file.hpp"
#include "parley/drafts/json.hpp"
#include "parley/drafts/page.hpp"
#include "parley/text/decode.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

Result<std::vector<drafts::Draft>> read(Session& session) {
  std::vector<text::Document> documents;
  Failure wrong;
  for (const std::string& file : session.asked().arguments) {
    const auto bytes = read_file(file, kMostBytes);
    auto decoded =
        bytes ? text::decode(*bytes, file) : Result<text::Decoded>(tl::unexpected(bytes.error()));
    if (!decoded) {
      wrong.kind = decoded.error().kind;
      std::move(decoded.error().diagnostics.begin(), decoded.error().diagnostics.end(),
                std::back_inserter(wrong.diagnostics));
      continue;
    }
    session.report(decoded->warnings);
    std::move(decoded->documents.begin(), decoded->documents.end(), std::back_inserter(documents));
  }
  if (!wrong.diagnostics.empty()) return tl::unexpected(std::move(wrong));
  return drafts::read_drafts(std::move(documents));
}

// Which earlier text each one changes: the one before it, or what --follows says
// ("counter=first,last=second"; nothing behind "=": none). What is wrong, else.
tl::expected<std::vector<std::optional<std::size_t>>, std::string> lines_of(
    const std::vector<drafts::Draft>& texts, std::string_view follows) {
  std::vector<std::optional<std::size_t>> found(texts.size());
  for (std::size_t v = 1; v < texts.size(); ++v) found[v] = v - 1;
  std::vector<std::string_view> names;
  for (const drafts::Draft& each : texts) names.push_back(each.id);
  const auto index = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const auto unknown = [&](std::string_view name) {
    return tl::unexpected("there is no text '" + std::string(name) + "' (" +
                          suggestion(name, names) + ")");
  };
  while (!follows.empty()) {
    const std::string_view each = follows.substr(0, follows.find(','));
    follows.remove_prefix(std::min(follows.size(), each.size() + 1));
    const std::size_t sign = each.find('=');
    if (sign == each.npos)
      return tl::unexpected("--follows takes LATER=EARLIER, not '" + std::string(each) + "'");
    const std::string_view later = each.substr(0, sign);
    const std::string_view earlier = each.substr(sign + 1);
    const std::size_t v = index(later);
    if (v == names.size()) return unknown(later);
    if (earlier.empty()) {
      found[v] = std::nullopt;
      continue;
    }
    const std::size_t w = index(earlier);
    if (w == names.size()) return unknown(earlier);
    if (w >= v)
      return tl::unexpected("'" + std::string(earlier) + "' stands no earlier than '" +
                            std::string(later) + "' on the command line");
    found[v] = w;
  }
  return found;
}

Result<void> write_page(const Session& session, const std::string& page) {
  const std::string& file = session.asked().text("--html");
  for (const std::string& input : session.asked().arguments) {
    const auto identity = identity_of(file);
    if (identity && identity == identity_of(input)) {
      return fail(FailureKind::unreadable, "overwrites-input", {file, 0, 0},
                  "the page would take the place of a text that is read", "give it another name");
    }
  }
  return write_file(file, page);
}

// What is wrong or doubtful with the texts; of those with too many brackets to list, that.
Diagnostics doubts_of(const std::vector<drafts::Draft>& texts) {
  Diagnostics doubts;
  for (const drafts::Draft& each : texts) {
    doubts.insert(doubts.end(), each.doubts.begin(), each.doubts.end());
    if (each.brackets.size() <= drafts::kMostListed) continue;
    doubts.push_back({Severity::warning,
                      "many-brackets",
                      {each.file, 0, 0},
                      "the text has " + std::to_string(each.brackets.size()) +
                          " brackets; the first " + std::to_string(drafts::kMostListed) +
                          " are listed",
                      "look whether it is a draft at all; the counts are whole"});
  }
  return doubts;
}

}  // namespace

Exit run_drafts(Session& session) {
  auto texts = read(session);
  if (!texts) return session.give_up(texts.error());
  const Diagnostics doubts = doubts_of(*texts);
  session.report(doubts);
  const Invocation& asked = session.asked();
  const auto follows =
      lines_of(*texts, asked.has("--follows") ? std::string_view(asked.text("--follows")) : "");
  if (!follows) return session.refuse(follows.error());
  const std::vector<drafts::Version> versions = drafts::follow(*std::move(texts), *follows);
  const drafts::Ledger ledger = drafts::make_ledger(versions);
  if (session.asked().has("--html")) {
    const auto written = write_page(session, drafts::to_page(versions, ledger));
    if (!written) return session.give_up(written.error());
  }
  if (session.wants_json()) {
    Json result = session.begin_result("drafts");
    result.update(drafts::to_json(versions, ledger, doubts));
    session.write_result(result);
  } else {
    session.out() << drafts_summary(versions, ledger);
  }
  return Exit::done;
}

}  // namespace parley::app
