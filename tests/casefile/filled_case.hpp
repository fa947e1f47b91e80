#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/casefile/fields.hpp"
#include "parley/casefile/opening.hpp"

/// A case in which every field of the table says something, made from the table itself, so that a
/// new field or section is in it without a line here.
namespace parley::casefile {

/// Makes the case; one text of it, or all texts of one entry, may be spoilt by other words.
class FilledCase {
 public:
  using Target = internal::Target;
  using Field = internal::Field;

  /// What the entries are called.
  std::map<Target, std::string> names{{Target::nothing, "thing"}, {Target::party, "ostria"},
                                      {Target::issue, "harbour"}, {Target::option, "east_quay"},
                                      {Target::report, "herald"}, {Target::draft, "blue"},
                                      {Target::move, "blockade"}, {Target::factor, "weather"}};
  /// What the text with this number says instead of its own words.
  std::optional<std::size_t> spoilt;
  /// What the wordings say instead of theirs.
  bool spoil_wordings = false;
  /// The entry with this number that may be marked is, and all its texts are spoilt.
  std::optional<std::size_t> marked;
  std::string instead;

  Case make() {
    Case value;
    value.file = "case.yaml";
    Fields<Case> fields(*this, value);
    describe(internal::Tag<Case>{}, fields);
    value.texts.add(names[Target::report], *Text::from_utf8("Some words of the day.", "herald"));
    add_what_a_case_needs(value);
    return value;
  }

  std::size_t texts() const { return texts_; }
  std::size_t entries() const { return entries_; }
  /// The plain texts that were written, each once.
  const std::vector<std::string>& written() const { return written_; }

 private:
  template <class T>
  struct Fields : internal::PassesOverForms {
    FilledCase& maker;
    T& value;

    Fields(FilledCase& m, T& v) : maker(m), value(v) {}

    template <class U, class M>
    void operator()(const Field& field, M U::* member) {
      if (field.name != internal::kConfidential) maker.fill(value.*member, field);
    }
    template <class U, class M>
    void part(M U::* member) {
      Fields<M> inner(maker, value.*member);
      describe(internal::Tag<M>{}, inner);
    }
    template <class U>
    void list_or_all(const Field&, std::vector<Reference> U::*, bool U::*) {}
  };

  void fill(std::string& text, const Field& field) {
    if (field.names != Target::nothing) {
      text = names[field.names];
      return;
    }
    const std::size_t number = texts_++;
    text = inside_marked_ || spoilt == number ? instead
                                              : "Plain words, number " + std::to_string(number);
    if (field.name == "file") text = text == instead ? instead : "herald.txt";
    if (text != instead && field.name != "file") written_.push_back(text);
  }
  void fill(Wording& text, const Field& field) {
    fill(static_cast<std::string&>(text), field);
    if (spoil_wordings) text = instead;
    text.place = next_place();
  }
  void fill(Reference& value, const Field& field) { value.id = names[field.names]; }
  void fill(Proposition& value, const Field&) {
    const Origin place = next_place();
    value = *read_proposition(names[Target::move]);
    value.place = place;
  }
  void fill(Evidence& value, const Field&) {
    value.report.id = names[Target::report];
    value.span = Span{0, 4};
  }
  void fill(Estimate& value, const Field& field) {
    value = Estimate::between(field.measure->low, field.measure->high);
    value.factors = {{names[Target::factor], 0.5}};
  }
  void fill(Date& value, const Field&) { value = *Date::from_iso("2031-04-01"); }
  void fill(std::size_t& value, const Field&) { value = 1; }
  void fill(double& value, const Field&) { value = 1; }
  template <class T>
  void fill(std::optional<T>& value, const Field& field) {
    fill(value.emplace(), field);
  }
  template <class T>
  void fill(std::vector<T>& values, const Field& field) {
    fill(values.emplace_back(), field);
  }
  template <class T>
  void fill(Named<T>& values, const Field& field) {
    Field inner = field;
    inner.keys = {field.keys[1], Target::nothing};
    const Target named = field.keys[0] != Target::nothing ? field.keys[0] : field.defines;
    fill(values.add(names[named], {}, next_place()), inner);
  }
  template <internal::Described T>
  void fill(T& value, const Field&) {
    bool marked_here = false;
    if constexpr (internal::Marked<T>) {
      marked_here = marked == entries_++ && !inside_marked_;
      if (marked_here) mark(value);
    }
    if constexpr (requires { value.place; }) value.place = next_place();
    inside_marked_ = inside_marked_ || marked_here;
    Fields<T> fields(*this, value);
    describe(internal::Tag<T>{}, fields);
    if (marked_here) inside_marked_ = false;
  }
  template <class T>
  void fill(T&, const Field&) {}  // words of a list, yes or no

  template <class T>
  static void mark(T& value) {
    if constexpr (requires { value.confidential; }) {
      value.confidential = true;
    } else {
      value.grounds.confidential = true;
    }
  }

  Place next_place() { return {"case.yaml", ++lines_, 1}; }

  // What the check asks for that a table of fields cannot know.
  void add_what_a_case_needs(Case& value) const {
    Party& other = value.parties.add("velm");
    other.name = "Velm";
    for (auto& [id, issue] : value.issues) {
      for (const char* each : {"west_quay", "no_quay"}) issue.options.add(each).title = each;
    }
    Issue& tolls = value.issues.add("tolls");
    tolls.title = "Who takes tolls";
    for (const char* each : {"all_take", "none_takes"}) tolls.options.add(each).title = each;
    for (auto& [party, positions] : value.positions) {
      for (auto& [issue, position] : positions) {
        position.values = {};
        position.ideal.reset();
      }
    }
    for (auto& [id, draft] : value.drafts) {
      draft.amends.clear();
      draft.bracketed.clear();
    }
    for (auto& [party, each] : value.no_deal) each.below.reset();
    for (Round& each : value.rounds) each.parties.push_back({"velm", {}});
  }

  std::size_t texts_ = 0;
  std::size_t entries_ = 0;
  std::size_t lines_ = 0;
  bool inside_marked_ = false;
  std::vector<std::string> written_;
};

/// Ways in which a text may write the name Zorblax and still name it.
inline const std::vector<std::string>& disguises() {
  static const std::vector<std::string> kAll{
      "Zorblax",          "ZORBLAX",       "as the zorblax", "Zorblax's plan",   "the Zorblax’s",
      "some Zorblaxes",   "Zor\u00ADblax", "Zor\u200Bblax",  "Ｚｏｒｂｌａｘ",   "Zórbläx",
      "Zorblaxian doubt", "Zor-\nblax",    "a\u00A0Zorblax", "non\u2011Zorblax", "“Zorblax”",
      "**Zor**blax",      "Z.o.r.b.l.a.x", "\u202EZorblax"};
  return kAll;
}

inline bool names_zorblax(const std::string& text) {
  const auto words = internal::folded_words(text);
  return std::any_of(words.begin(), words.end(), [](const auto& each) {
    return each.letters.find(U"zorblax") != std::u32string::npos;
  });
}

/// The filled case with a party that is confidential, and called Zorblax.
inline Case with_zorblax(FilledCase& maker) {
  Case value = maker.make();
  Party& secret = value.parties.add("zorblax", {}, {"case.yaml", 900, 1});
  secret.name = "Zorblax";
  secret.role = Role::stakeholder;
  secret.confidential = true;
  return value;
}

}  // namespace parley::casefile
