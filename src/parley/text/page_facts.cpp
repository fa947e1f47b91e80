#include "parley/text/page_facts.hpp"

#include <algorithm>

#include "parley/text/decoding.hpp"
#include "parley/text/html_entities.hpp"
#include "parley/text/linked_data.hpp"

namespace parley::text::internal {
namespace {

bool is_any(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool names_publication(std::string_view name) {
  return is_any(name, {"article:published_time",
                       "og:published_time",
                       "article:published",
                       "datepublished",
                       "article.published",
                       "published_time",
                       "date",
                       "pubdate",
                       "publishdate",
                       "publish-date",
                       "publish_date",
                       "published",
                       "published-date",
                       "publication_date",
                       "publication-date",
                       "date_published",
                       "dc.date",
                       "dc.date.issued",
                       "dc.date.created",
                       "dc.created",
                       "dc.issued",
                       "dcterms.created",
                       "dcterms.date",
                       "dcterms.issued",
                       "dcterms.available",
                       "parsely-pub-date",
                       "sailthru.date",
                       "article_date_original",
                       "originalpublicationdate",
                       "citation_publication_date",
                       "citation_date",
                       "ptime",
                       "article.created",
                       "datecreated",
                       "creation_date",
                       "displaydate",
                       "display-date",
                       "lp.article:published_time",
                       "bt:pubdate",
                       "weibo:article:create_at",
                       "prism.publicationdate",
                       "search_date",
                       "timestamp",
                       "iso-8601-publish-date"});
}

bool names_change(std::string_view name) {
  return is_any(name, {"article:modified_time", "og:updated_time", "datemodified", "last-modified",
                       "lastmod", "dcterms.modified", "dc.date.modified", "article.updated",
                       "updated", "modified", "revised"});
}

// What stands between a title and the name of a site.
constexpr std::string_view kStrokes[] = {" | ",      " - ",      " \u2013 ", " \u2014 ", " :: ",
                                         " \u00AB ", " \u00BB ", " \u2022 ", " \u00B7 ", " // "};

// The day that a value made for programs begins with, "20260305T0900" too; else the first in it.
std::optional<FoundDay> day_of_value(const std::string& value, DayOrder order) {
  const std::size_t figures = std::min(value.find_first_not_of("0123456789"), value.size());
  if (figures != 8) return find_day(value, order);
  return find_day(value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6, 2));
}

class Facts {
 public:
  explicit Facts(const Layout& layout) : layout_(layout) {}

  PageFacts read() {
    for (std::uint32_t i = 0; i < layout_.nodes.size(); ++i) {
      switch (layout_.nodes[i].tag) {
        case Tag::html:
          read_language(i);
          break;
        case Tag::meta:
          read_meta(i);
          break;
        case Tag::title:
          if (title_.empty()) title_ = content(i);
          break;
        case Tag::link:
          if (same(value(i, "rel"), "canonical")) address_ = value(i, "href");
          break;
        case Tag::script:
          if (has_any(lower(value(i, "type")), {"ld+json"})) read_script(i);
          break;
        default:
          break;
      }
    }
    return gathered();
  }

 private:
  std::string value(std::uint32_t i, std::string_view name) const {
    return attribute(layout_.html, layout_.nodes[i], name);
  }

  // The characters within an element.
  std::string_view raw_content(std::uint32_t i) const {
    if (layout_.nodes[i].end == i + 1) return {};
    const HtmlNode& inner = layout_.nodes[i + 1];
    return layout_.html.substr(inner.begin, inner.stop - inner.begin);
  }
  std::string content(std::uint32_t i) const {
    return single_blanks(without_entities(raw_content(i)));
  }

  void read_language(std::uint32_t i) {
    const std::string language = lower(value(i, "lang"));
    if (language == "en-us" || language == "en_us") facts_.order = DayOrder::month_first;
  }

  void read_meta(std::uint32_t i) {
    const std::string content = single_blanks(value(i, "content"));
    if (content.empty()) return;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      take(lower(value(i, key)), content);
    }
  }

  void take(std::string_view name, const std::string& content) {
    if (name.empty()) return;
    if (name == "og:title") {
      set(og_title_, content);
    } else if (is_any(name, {"twitter:title", "dc.title", "sailthru.title", "parsely-title",
                             "headline", "citation_title"})) {
      set(other_title_, content);
    } else if (name == "og:site_name") {
      set(site_, content);
    } else if (is_any(name, {"author", "article:author", "dc.creator", "parsely-author", "byl",
                             "sailthru.author"})) {
      set_name(facts_.author, content);
    } else if (is_any(name,
                      {"publisher", "dc.publisher", "article:publisher", "application-name"})) {
      set_name(publisher_, content);
    } else if (name == "og:url") {
      if (address_.empty()) address_ = content;
    } else if (name == "og:locale") {
      if (lower(content) == "en_us") facts_.order = DayOrder::month_first;
    } else if (names_publication(name)) {
      dates_.push_back(content);
    } else if (names_change(name)) {
      changes_.push_back(content);
    }
  }

  static void set(std::string& text, const std::string& value) {
    if (text.empty()) text = value;
  }

  // A name, which is no address, without the word before it.
  static void set_name(std::string& text, const std::string& value) {
    if (value.find("://") != std::string::npos) return;
    set(text, same(value.substr(0, 3), "by ") ? value.substr(3) : value);
  }

  void read_script(std::uint32_t i) {
    for (LinkedData& each : read_linked_data(raw_content(i))) linked_.push_back(std::move(each));
  }

  std::optional<FoundDay> first_day(const std::vector<std::string>& texts) const {
    for (const std::string& each : texts) {
      if (auto day = day_of_value(each, facts_.order)) return day;
    }
    return std::nullopt;
  }

  PageFacts gathered() {
    std::stable_sort(linked_.begin(), linked_.end(), [](const LinkedData& a, const LinkedData& b) {
      return a.is_report && !b.is_report;
    });
    std::vector<std::string> reported;  // by reports, then by other kinds of pages
    std::vector<std::string> others;
    std::string headline;
    for (const LinkedData& each : linked_) {
      (each.is_report ? reported : others).push_back(each.published);
      changes_.push_back(each.modified);
      if (each.is_report) set(headline, single_blanks(without_entities(each.headline)));
      if (each.is_report) set_name(facts_.author, each.author);
      set_name(publisher_, each.publisher);
    }
    reported.insert(reported.end(), dates_.begin(), dates_.end());
    reported.insert(reported.end(), others.begin(), others.end());
    facts_.published = first_day(reported);
    facts_.changed = first_day(changes_);
    if (auto day = find_day(address_words())) facts_.addressed = day;
    facts_.publisher = site_.empty() || site_.find("://") != std::string::npos ? publisher_ : site_;
    for (const std::string& each : {og_title_, other_title_, headline}) {
      if (!each.empty()) facts_.titles.push_back(without_site(each));
    }
    if (!title_.empty()) facts_.titles.push_back(without_end(without_site(title_)));
    return std::move(facts_);
  }

  // "…/2026/03/05/envoys" and "…/2026/mar/05/…" as texts in which a date is found.
  std::string address_words() const {
    std::string words = address_;
    const std::size_t host = words.find("://");
    const std::size_t path = words.find('/', host == std::string::npos ? 0 : host + 3);
    words.erase(0, path == std::string::npos ? words.size() : path + 1);
    // Only whole parts of the address: "…/2026/03/05-envoys" too.
    std::replace(words.begin(), words.end(), '_', '-');
    std::vector<std::string> parts(1);
    for (const char c : words) {
      if (c == '/' || c == '?') {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
      if (parts[i].size() != 4 || parts[i].find_first_not_of("0123456789") != std::string::npos) {
        continue;
      }
      const std::string day = parts[i + 2].substr(0, parts[i + 2].find_first_not_of("0123456789"));
      const bool figures = parts[i + 1].find_first_not_of("0123456789") == std::string::npos;
      return figures ? parts[i] + "-" + parts[i + 1] + "-" + day
                     : day + " " + parts[i + 1] + " " + parts[i];
    }
    for (const std::string& part : parts) {
      const auto iso = part.find("20");
      if (iso != std::string::npos && part.size() >= iso + 10 && part[iso + 4] == '-' &&
          part[iso + 7] == '-') {
        return part.substr(iso, 10);
      }
    }
    return {};
  }

  // "Envoys near a deal | The Harbour Post" without what the page calls its site or its publisher.
  std::string without_site(const std::string& title) const {
    for (const std::string_view mark : kStrokes) {
      const std::size_t last = title.rfind(mark);
      if (last == std::string::npos) continue;
      if (is_site(title.substr(last + mark.size()))) return title.substr(0, last);
      const std::size_t first = title.find(mark);
      if (is_site(title.substr(0, first))) return title.substr(first + mark.size());
    }
    return title;
  }

  // A title element without what stands behind its last stroke, which is short where it is a site.
  static std::string without_end(const std::string& title) {
    for (const std::string_view mark : kStrokes) {
      const std::size_t last = title.rfind(mark);
      if (last == std::string::npos) continue;
      const std::size_t behind = title.size() - last - mark.size();
      if (behind * 2 < last && behind < 40) return title.substr(0, last);
    }
    return title;
  }

  bool is_site(std::string_view name) const {
    const std::string key = title_key(name);
    return !key.empty() && (key == title_key(site_) || key == title_key(publisher_));
  }

  const Layout& layout_;
  PageFacts facts_;
  std::string title_;
  std::string og_title_;
  std::string other_title_;
  std::string site_;
  std::string publisher_;
  std::string address_;
  std::vector<std::string> dates_;
  std::vector<std::string> changes_;
  std::vector<LinkedData> linked_;
};

// What the names of an element say of the day in it.
enum class Said { nothing, publication, change };

Said said_by(std::string_view names) {
  if (has_any(names, {"updat", "modif", "revis", "changed"})) return Said::change;
  if (has_any(names, {"publi", "pubdate", "posted", "created", "issued", "entry-date", "post-date",
                      "dateline", "date-created"})) {
    return Said::publication;
  }
  return Said::nothing;
}

Said said_by_words(std::string_view text) {
  const std::string line = lower(text.substr(0, 200));
  const std::size_t publication =
      std::min({line.find("publi"), line.find("posted"), line.find("created")});
  const std::size_t change =
      std::min({line.find("updat"), line.find("modif"), line.find("edited")});
  if (publication < change) return Said::publication;
  return change == std::string::npos ? Said::nothing : Said::change;
}

// Days in elements and lines near an article, the best first.
class Nearby {
 public:
  // `first` is the first node that may tell of the article.
  Nearby(const Layout& layout, const PageFacts& facts, const FoundArticle& article,
         std::uint32_t first)
      : layout_(layout), facts_(facts), first_(first) {
    begin_ = article.lines.empty() ? 0 : place(article.lines.front().line);
    end_ = layout.nodes[article.root].end;
    if (article.lines.empty()) end_ = static_cast<std::uint32_t>(layout.nodes.size());
  }

  // In time, abbr and elements that name their content a date.
  std::optional<FoundDay> in_elements(Said wanted) const {
    std::optional<FoundDay> behind;  // the first behind the headline
    std::optional<FoundDay> before;  // the last before it
    for (std::uint32_t i = begin_before(); i < end_; ++i) {
      const HtmlNode& node = layout_.nodes[i];
      const std::string property = lower(value(i, "itemprop"));
      const bool is_date = node.tag == Tag::time || (node.tag == Tag::abbr && has(i, "title")) ||
                           has_any(property, {"datepublished", "datecreated", "datemodified"});
      if (!is_date || is_out(i)) continue;
      const Said said = said_by(property + " " + lower(value(i, "class")) + " " +
                                (has(i, "pubdate") ? "pubdate" : ""));
      if ((said == Said::change) != (wanted == Said::change)) continue;
      const auto day = day_in(i);
      if (!day) continue;
      if (said == Said::publication) return day;
      if (i < begin_) {
        before = day;
      } else if (!behind) {
        behind = day;
      }
    }
    return behind ? behind : before;
  }

  // In the words of a short line: between headline and text; elsewhere in the article or a little
  // above it only where they say that they tell of publication, or change.
  std::optional<FoundDay> in_words(Said wanted) const {
    constexpr std::size_t kShort = 160;
    constexpr std::uint32_t kAbove = 4;
    std::uint32_t first = 0;
    while (first < layout_.lines.size() && place(first) < begin_) ++first;
    bool begun = false;
    for (std::uint32_t i = first - std::min(first, kAbove); i < layout_.lines.size(); ++i) {
      const PageLine& line = layout_.lines[i];
      if (place(i) >= end_) break;
      begun = begun || (i > first && line.length >= kShort);
      const bool may_tell = line.length < kShort && line.in_links * 2 <= line.length &&
                            place(i) >= first_ && !is_out(line.element);
      if (!may_tell) continue;
      const Said said = said_by_words(line.text);
      const bool beside = i >= first && !begun;
      if (said != wanted && !(beside && said == Said::nothing && wanted == Said::publication)) {
        continue;
      }
      if (auto day = find_day(line.text, facts_.order)) return day;
    }
    return std::nullopt;
  }

 private:
  std::uint32_t place(std::uint32_t line) const { return layout_.lines[line].characters.front(); }
  bool has(std::uint32_t i, std::string_view name) const {
    return has_attribute(layout_.html, layout_.nodes[i], name);
  }
  std::string value(std::uint32_t i, std::string_view name) const {
    if (layout_.nodes[i].tag == Tag::text) return {};
    return attribute(layout_.html, layout_.nodes[i], name);
  }

  // Some pages show the date above the headline.
  std::uint32_t begin_before() const {
    constexpr std::uint32_t kNodes = 60;
    return std::max(first_, begin_ - std::min(begin_, kNodes));
  }

  // Whether an element belongs to other articles.
  bool is_out(std::uint32_t i) const {
    for (std::uint32_t steps = 0; i != 0 && steps < 16; ++steps, i = layout_.nodes[i].parent) {
      const Part part = layout_.parts[i];
      const bool is_other = part == Part::comments || part == Part::related ||
                            part == Part::navigation || part == Part::footer;
      if (is_other) return true;
    }
    return false;
  }

  std::optional<FoundDay> day_in(std::uint32_t i) const {
    for (const std::string_view name : {"datetime", "content", "title", "data-datetime"}) {
      if (auto day = day_of_value(value(i, name), facts_.order)) return day;
    }
    std::string words;
    for (std::uint32_t k = i + 1; k < std::min(layout_.nodes[i].end, i + 12); ++k) {
      const HtmlNode& node = layout_.nodes[k];
      if (node.tag != Tag::text) continue;
      words += without_entities(layout_.html.substr(node.begin, node.stop - node.begin)) + " ";
    }
    return find_day(single_blanks(words), facts_.order);
  }

  const Layout& layout_;
  const PageFacts& facts_;
  std::uint32_t first_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

// Programs are told the day in Greenwich; the address shows the day where the page was published.
bool are_neighbours(const std::chrono::year_month_day& a, const std::chrono::year_month_day& b) {
  const auto apart = std::chrono::sys_days(a) - std::chrono::sys_days(b);
  return apart == std::chrono::days(1) || apart == std::chrono::days(-1);
}

}  // namespace

PageFacts facts_of(const Layout& layout) { return Facts(layout).read(); }

std::optional<FoundDay> day_of_page(const Layout& layout, const PageFacts& facts,
                                    const FoundArticle& article) {
  const Nearby nearby(layout, facts, article, 0);
  std::optional<FoundDay> said = facts.published;
  if (!said) said = nearby.in_elements(Said::publication);
  if (said && facts.addressed && are_neighbours(said->day, facts.addressed->day)) {
    return facts.addressed;
  }
  if (said) return said;
  if (facts.addressed) return facts.addressed;
  if (auto day = nearby.in_words(Said::publication)) return day;
  if (auto day = nearby.in_elements(Said::change)) return day;
  if (auto day = nearby.in_words(Said::change)) return day;
  return facts.changed;
}

std::optional<FoundDay> day_within(const Layout& layout, const PageFacts& facts,
                                   const FoundArticle& article) {
  const Nearby nearby(layout, facts, article, article.root);
  if (auto day = nearby.in_elements(Said::publication)) return day;
  return nearby.in_words(Said::publication);
}

}  // namespace parley::text::internal
