#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "parley/casefile/estimate_text.hpp"
#include "parley/formats/council.hpp"

namespace parley::formats {
namespace {

using casefile::internal::number_text;
using casefile::internal::NumberStyle;
using influence::UncertainActor;
using influence::UncertainCouncil;
using influence::UncertainStand;

std::string text_of(const Estimate& estimate) {
  return casefile::internal::estimate_text(estimate, NumberStyle::plain);
}

// In quotes where a reader would else take it apart.
std::string quoted(std::string_view text, char separator) {
  const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                     text.find(separator) == std::string_view::npos;
  if (plain) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

// The shortest number of 100 that reads back as the share.
std::string hundredths(double share) {
  for (int digits = 1; digits < 17; ++digits) {
    std::string text = fmt::format("{:.{}g}", share * 100, digits);
    if (std::strtod(text.c_str(), nullptr) / 100 == share) return text;
  }
  return number_text(share * 100);
}

tl::unexpected<Failure> cannot_hold(std::string_view form, const std::string& what) {
  return fail(FailureKind::unsupported, "unsupported", {},
              fmt::format("a file of {} cannot hold {}", form, what), "write the plain form");
}

const influence::Mark* mark_at(const influence::Scale& scale, const Estimate& position) {
  if (!position.is_fixed()) return nullptr;
  const auto found = std::ranges::find(scale.marks, position.mode, &influence::Mark::at);
  return found == scale.marks.end() ? nullptr : &*found;
}

class PlainWriter {
 public:
  explicit PlainWriter(const UncertainCouncil& council) : council_(council) {
    for (const influence::Scale& each : council.scales) {
      reference_ = reference_ || each.reference;
      words_ = words_ || !each.marks.empty();
    }
    for (const UncertainActor& each : council.actors) {
      veto_ = veto_ || each.veto;
      description_ = description_ || !each.description.empty();
    }
  }

  std::string write() {
    text_ = "issue,actor,position,salience,capability,low,high";
    if (reference_) text_ += ",reference";
    if (veto_) text_ += ",veto";
    if (words_) text_ += ",words";
    if (description_) text_ += ",description";
    text_ += "\n";
    for (std::size_t k = 0; k < council_.scales.size(); ++k) {
      for (const UncertainActor& each : council_.actors) {
        if (each.stands[k]) row(council_.scales[k], each, *each.stands[k]);
      }
    }
    return std::move(text_);
  }

 private:
  void row(const influence::Scale& scale, const UncertainActor& actor,
           const UncertainStand& stand) {
    text_ +=
        fmt::format("{},{},{},{},{},{},{}", quoted(scale.name, ','), quoted(actor.name, ','),
                    text_of(stand.position), text_of(stand.salience), text_of(stand.capability),
                    number_text(scale.low), number_text(scale.high));
    if (reference_) text_ += "," + (scale.reference ? number_text(*scale.reference) : "");
    if (veto_) text_ += actor.veto ? ",yes" : ",no";
    if (words_) {
      const influence::Mark* mark = mark_at(scale, stand.position);
      text_ += "," + (mark == nullptr ? std::string() : quoted(mark->words, ','));
    }
    if (description_) text_ += "," + quoted(actor.description, ',');
    text_ += "\n";
  }

  const UncertainCouncil& council_;
  std::string text_;
  bool reference_ = false;
  bool veto_ = false;
  bool words_ = false;
  bool description_ = false;
};

// Why a council does not go into KTAB's form; nothing when it does.
std::optional<std::string> not_for_ktab(const UncertainCouncil& council) {
  for (const influence::Scale& each : council.scales) {
    if (each.low != 0 || each.high != 100) {
      return fmt::format("the scale “{}”, which is not 0 to 100", each.name);
    }
    if (each.reference) return "a reference";
  }
  for (const UncertainActor& each : council.actors) {
    if (each.veto) return "a veto";
    for (const auto& stand : each.stands) {
      if (!stand) return fmt::format("“{}”, who does not stand on every scale", each.name);
      if (stand->capability != each.stands.front()->capability) {
        return fmt::format("“{}”, whose capability differs between scales", each.name);
      }
    }
  }
  return std::nullopt;
}

std::string ktab_text(const UncertainCouncil& council) {
  std::string text = fmt::format("Council,written by Parley,{},{}\nActor,Description,Power",
                                 council.actors.size(), council.scales.size());
  for (const influence::Scale& each : council.scales) {
    text += "," + quoted(each.name + " Position", ',') + "," + quoted(each.name + " Salience", ',');
  }
  text += "\n";
  for (const UncertainActor& each : council.actors) {
    text += fmt::format("{},{},{}", quoted(each.name, ','), quoted(each.description, ','),
                        text_of(each.stands.front()->capability));
    for (const auto& stand : each.stands) {
      text += "," + text_of(stand->position) + "," + hundredths(stand->salience.mode);
    }
    text += "\n";
  }
  return text;
}

std::string exchange_text(const UncertainCouncil& council) {
  std::string text;
  const auto cell = [](std::string_view each) { return quoted(each, '\t'); };
  for (const UncertainActor& each : council.actors) {
    text += fmt::format("#A\t{}\t{}\n", cell(each.name), cell(each.description));
  }
  for (const influence::Scale& each : council.scales) {
    text += fmt::format("#P\t{}\n", cell(each.name));
    std::vector<influence::Mark> marks = each.marks;
    for (const double end : {each.low, each.high}) {
      if (std::ranges::find(marks, end, &influence::Mark::at) == marks.end()) {
        marks.push_back({end, {}});
      }
    }
    std::ranges::sort(marks, {}, &influence::Mark::at);
    for (const influence::Mark& mark : marks) {
      text +=
          fmt::format("#M\t{}\t{}\t{}\n", cell(each.name), number_text(mark.at), cell(mark.words));
    }
  }
  for (std::size_t k = 0; k < council.scales.size(); ++k) {
    for (const UncertainActor& each : council.actors) {
      if (!each.stands[k]) continue;
      const UncertainStand& stand = *each.stands[k];
      text +=
          fmt::format("#D\t{}\t{}\t{}\t{}\t{}\n", cell(each.name), cell(council.scales[k].name),
                      text_of(stand.position), text_of(stand.salience), text_of(stand.capability));
    }
  }
  return text;
}

}  // namespace

Result<std::string> write_council(const UncertainCouncil& council, CouncilForm form) {
  Diagnostics wrong = influence::check(influence::most_likely(council));
  if (has_errors(wrong)) return invalid(std::move(wrong));
  if (form == CouncilForm::plain) return PlainWriter(council).write();
  const std::string_view program = form == CouncilForm::ktab ? "KTAB" : "decide-exchange-model";
  if (influence::is_uncertain(council)) return cannot_hold(program, "ranges");
  if (form == CouncilForm::ktab) {
    if (const auto reason = not_for_ktab(council)) return cannot_hold(program, *reason);
    return ktab_text(council);
  }
  for (const influence::Scale& each : council.scales) {
    if (each.reference) return cannot_hold(program, "a reference");
  }
  for (const UncertainActor& each : council.actors) {
    if (each.veto) return cannot_hold(program, "a veto");
  }
  return exchange_text(council);
}

}  // namespace parley::formats
