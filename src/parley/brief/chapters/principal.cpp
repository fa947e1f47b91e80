#include "parley/brief/chapters/principal.hpp"

#include <algorithm>
#include <set>

#include "parley/brief/chapters/answer.hpp"
#include "parley/brief/chapters/holding.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// The comment that names the run comes later.
constexpr std::size_t kMostWords = kMostWordsOfAPrincipal - 5;

// How many entries there is room for. Cut one at a time from the longest, the last of equals; the
// drafts last, since they are what a principal has heard of.
struct Room {
  std::size_t drafts = 4;
  std::size_t drivers = 3;
  std::size_t obstacles = 3;
  std::size_t situations = 4;  // what is said of whether a deal would hold
  std::size_t signs = 3;

  // False when everything stands at its least.
  bool shrink() {
    std::size_t* longest = &drafts;
    for (std::size_t* each : {&drivers, &obstacles, &situations, &signs}) {
      if (*each >= *longest || (longest == &drafts && *each > 1)) longest = each;
    }
    if (*longest <= 1) return false;
    --*longest;
    return true;
  }
};

template <class Entries>
void cut(Entries& entries, std::size_t most) {
  if (entries.size() > most) entries.resize(most);
}

// The first lists and tables of a chapter with their first entries and with what leads in to them,
// under a title of its own.
Chapter abridged(Chapter chapter, std::string title, std::size_t sets_shown, std::size_t most) {
  chapter.title = std::move(title);
  std::size_t sets = 0;
  const auto last =
      std::find_if(chapter.blocks.begin(), chapter.blocks.end(), [&](const Block& block) {
        return !std::holds_alternative<Paragraph>(block) && ++sets > sets_shown;
      });
  if (sets > 0) {
    chapter.blocks.erase(last, chapter.blocks.end());
    while (std::holds_alternative<Paragraph>(chapter.blocks.back())) chapter.blocks.pop_back();
  }
  for (Block& block : chapter.blocks) {
    if (auto* list = std::get_if<List>(&block)) cut(list->items, most);
    if (auto* table = std::get_if<Table>(&block)) {
      cut(table->rows, most);
      cut(table->anchors, most);
    }
  }
  return chapter;
}

// Up to the picture of who would sign what; what follows there is for the team.
Chapter first_screen(const Material& material, std::size_t most) {
  Chapter chapter = bottom_line(material);
  const auto picture =
      std::find_if(chapter.blocks.begin(), chapter.blocks.end(),
                   [](const auto& block) { return std::holds_alternative<Figure>(block); });
  if (picture == chapter.blocks.end()) {
    cut(chapter.blocks, 1);
    return chapter;
  }
  *picture = strip(material, Columns::every_deal, most);
  chapter.blocks.erase(picture + 1, chapter.blocks.end());
  return chapter;
}

Chapter what_it_hangs_on(const Material& material, std::size_t most) {
  Chapter chapter{"drivers", "What it hangs on", {}};
  List list = drivers_in_short(material, most);
  if (list.items.empty()) {
    chapter.blocks.push_back(Paragraph{"No single estimate moves these odds beyond chance."});
  } else {
    chapter.blocks.push_back(std::move(list));
  }
  return chapter;
}

Chapter read_more(const Material& material) {
  Prose prose(
      "The team’s edition has sources, each party’s position, the drafts clause by clause and how "
      "this was made.");
  if (tells_odds(material.assessment)) {
    prose.add(" Odds are shares of " + with_separators(material.assessment.options.worlds) +
              " versions of the situation that agree with what is known, no forecast.");
  }
  return {"more", "Where to read more", {Paragraph{std::move(prose)}}};
}

Brief composed(const Material& material, Brief brief, const Room& room) {
  brief.edition = Edition::principal;
  brief.chapters.push_back(first_screen(material, room.drafts));
  if (tells_odds(material.assessment)) {
    brief.chapters.push_back(what_it_hangs_on(material, room.drivers));
    // What blocks is one list; what would open follows it.
    brief.chapters.push_back(abridged(obstacles(material),
                                      "What blocks a deal, and what could open one",
                                      room.obstacles + 1, room.obstacles));
    if (material.assessment.stability) {
      brief.chapters.push_back(holding_in_short(material, room.situations));
    }
    brief.chapters.push_back(abridged(watch(material), "What to watch", 1, room.signs));
  } else {
    if (material.record != nullptr) {
      brief.chapters.push_back(
          abridged(stands(material), "Where each side stands", 1, room.obstacles));
    }
    brief.chapters.push_back(abridged(unknowns(material), "What is not known", 1, room.signs));
  }
  brief.chapters.push_back(read_more(material));
  return brief;
}

// Links to what this edition leaves out become text; numbers of sources go.
class Pruned {
 public:
  explicit Pruned(const Brief& brief) {
    for (const Chapter& chapter : brief.chapters) {
      kept_.insert(chapter.id);
      for (const Block& block : chapter.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) {
          kept_.insert(table->anchors.begin(), table->anchors.end());
        }
      }
    }
  }

  void operator()(Paragraph& block) const { block.prose = pruned(block.prose); }
  void operator()(List& block) const { prune(block.items); }
  void operator()(Table& block) const {
    block.caption = pruned(block.caption);
    prune(block.head);
    for (auto& row : block.rows) prune(row);
  }
  void operator()(Figure& block) const {
    block.caption = pruned(block.caption);
    (*this)(block.numbers);
  }

 private:
  Prose pruned(const Prose& prose) const {
    Prose result;
    for (Run run : prose.runs()) {
      if (!run.link.empty() && !kept_.contains(run.link)) {
        if (run.text.starts_with('[')) continue;
        run.link.clear();
      }
      result.append(std::move(run));
    }
    return result;
  }
  void prune(std::vector<Prose>& cells) const {
    for (Prose& each : cells) each = pruned(each);
  }

  std::set<std::string> kept_;
};

}  // namespace

Brief principal_brief(const Material& material, const Brief& head) {
  Brief brief;
  Room room;
  do {
    brief = composed(material, head, room);
    const Pruned prune(brief);
    for (Chapter& chapter : brief.chapters) {
      for (Block& block : chapter.blocks) std::visit(prune, block);
    }
    if (words_in(to_markdown(brief)) <= kMostWords) return brief;
  } while (room.shrink());
  // Titles as long as pages: the last chapters go, the answer stays.
  while (brief.chapters.size() > 1 && words_in(to_markdown(brief)) > kMostWords) {
    brief.chapters.pop_back();
  }
  return brief;
}

}  // namespace parley::brief
