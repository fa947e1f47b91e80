#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/casefile/confidential_words.hpp"
#include "parley/casefile/fields.hpp"
#include "parley/casefile/walk.hpp"

namespace parley::casefile::internal {

/// What the entries of a case are called; an option together with its issue.
struct EntryName {
  Target target;
  std::string issue;
  std::string name;
  auto operator<=>(const EntryName&) const = default;
};

/// All names that a case defines, in the order written, and all that it uses.
class Roll {
 public:
  explicit Roll(const Case& value) : case_(&value) { walk(value, *this); }

  const std::vector<EntryName>& defined() const { return defined_; }
  bool uses(const EntryName& name) const { return used_.contains(name); }

  // The leaf of the walk.
  void reference(const Reference& reference, Target target, const Issue* issue) {
    used_.insert(entry(target, issue, reference.id));
  }
  void name(const std::string& name, const Place&, Target target, const Issue* issue) {
    used_.insert(entry(target, issue, name));
  }
  void evidence(const Evidence& evidence) {
    used_.insert({Target::report, {}, evidence.report.id});
  }
  void estimate(const Estimate& estimate) {
    for (const auto& each : estimate.factors) used_.insert({Target::factor, {}, each.factor});
  }
  void defined(const std::string& name, const Field& field, const Issue* issue) {
    if (field.defines != Target::nothing) defined_.push_back(entry(field.defines, issue, name));
  }

 private:
  EntryName entry(Target target, const Issue* issue, const std::string& name) const {
    if (target != Target::option || issue == nullptr) return {target, {}, name};
    const auto found = std::find_if(case_->issues.begin(), case_->issues.end(),
                                    [&](const auto& each) { return &each.second == issue; });
    return {target, found != case_->issues.end() ? found->first : std::string(), name};
  }

  const Case* case_;
  std::vector<EntryName> defined_;
  std::set<EntryName> used_;
};

/// What became of a part of a case that was gone through.
enum class Fate {
  stays,
  lessened,  ///< some of its parts went
  goes,      ///< nothing of it remains, or it cannot stand without what went
};

template <class T>
inline constexpr bool kIsText = std::is_base_of_v<std::string, T>;

template <class T>
concept Marked = requires(T& value) { value.confidential; } ||
                 requires(T& value) { value.grounds.confidential; };

template <class T>
struct ListTraits {
  static constexpr bool kIsList = false;
  static constexpr bool kIsMap = false;
};
template <class T>
struct ListTraits<std::vector<T>> {
  static constexpr bool kIsList = true;
  static constexpr bool kIsMap = false;
};
template <class T>
struct ListTraits<Named<T>> {
  static constexpr bool kIsList = false;
  static constexpr bool kIsMap = true;
};

/// The visitor of the table of fields that takes out of a case what is confidential and what rests
/// on it. It has one rule for each kind of value, and none for any section:
///
/// - An entry that is marked goes; a wording that is marked is emptied.
/// - What refers to an entry that went goes: a reference, a passage of a report, a key of a map, a
///   statement over names.
/// - An entry goes that loses a part it requires, all of its evidence, all that it said besides
/// what
///   it rests on, or so much of a list that fewer than `at_least` remain.
/// - An entry that is there to be used (`while_used`) goes with the last use of it.
/// - Where a list `takes_in` what another field lost, it gets the keys of the entries that went
/// there
///   although what they refer to stays.
///
/// One pass follows references to what went before it; who calls it repeats it until nothing goes.
/// With `words`, texts that hold one of them go too: a wording is emptied, an entry of a list
/// without names goes, what remains is refused.
class Opening {
 public:
  Opening(Case& value, std::set<EntryName> gone, std::set<EntryName> unused,
          const ConfidentialWords* words, Diagnostics& found)
      : case_(value),
        gone_(std::move(gone)),
        unused_(std::move(unused)),
        words_(words),
        found_(found) {}

  /// Goes through the case; tells whether anything went.
  bool run() {
    visit(case_, Field{.name = {}, .doc = {}}, Around{{case_.file, 0, 0}, {}, false});
    return changed_;
  }

 private:
  /// Where a value stands: the place of the entry it belongs to, the issue it speaks of, and
  /// whether it is an entry of a list, without a name.
  struct Around {
    Place place;
    std::string issue;
    bool listed = false;
  };

  template <class T>
  class Entry;

  Fate gone() {
    changed_ = true;
    return Fate::goes;
  }
  bool went(Target target, const Around& around, const std::string& name) const {
    return target != Target::nothing &&
           gone_.contains({target, target == Target::option ? around.issue : std::string(), name});
  }

  // A list is less when an entry of it goes, not when one of its entries stands with less.
  template <class T>
  static bool lessens(Fate of_entry) {
    return of_entry == Fate::goes || (of_entry == Fate::lessened && !Described<T>);
  }

  void withhold(const Field& field, const Place& place);
  void refuse(std::string_view what, const Place& place);

  Fate visit(Reference& value, const Field& field, const Around& around) {
    return went(field.names, around, value.id) ? gone() : Fate::stays;
  }
  Fate visit(Evidence& value, const Field&, const Around& around) {
    return went(Target::report, around, value.report.id) ? gone() : Fate::stays;
  }
  Fate visit(Proposition& value, const Field& field, const Around& around);
  Fate visit(Wording& value, const Field& field, const Around& around);
  Fate visit(std::string& value, const Field& field, const Around& around);
  Fate visit(Estimate& value, const Field& field, const Around& around);

  template <class T>
  Fate visit(std::optional<T>& value, const Field& field, const Around& around) {
    if (!value) return Fate::stays;
    const Fate fate = visit(*value, field, around);
    if (fate == Fate::goes) value.reset();
    return fate;
  }

  template <class T>
  Fate visit(std::vector<T>& values, const Field& field, const Around& around) {
    static_assert(!Described<T> || Marked<T>, "an entry must be able to be confidential");
    Fate fate = Fate::stays;
    Around inside = around;
    inside.listed = true;
    std::erase_if(values, [&](T& each) {
      const Fate of_each = visit(each, field, inside);
      if (lessens<T>(of_each)) fate = Fate::lessened;
      return of_each == Fate::goes;
    });
    return fate != Fate::stays && values.empty() ? Fate::goes : fate;
  }

  template <class T>
  Fate visit(Named<T>& values, const Field& field, const Around& around) {
    static_assert(!Described<T> || Marked<T>, "an entry must be able to be confidential");
    Field inner = field;
    inner.keys = {field.keys[1], Target::nothing};
    const bool of_issue = field.keys[0] == Target::issue || field.defines == Target::issue;
    Fate fate = Fate::stays;
    Named<T> kept;
    std::size_t index = 0;
    for (auto& [name, value] : values) {
      const Place& place = values.place(index++);
      const Around inside{place.line > 0 ? place : around.place, of_issue ? name : around.issue,
                          false};
      const Fate of_each = visit_named(name, value, field, inner, inside);
      if (lessens<T>(of_each)) fate = Fate::lessened;
      if (of_each != Fate::goes) kept.add(name, std::move(value), place);
    }
    values = std::move(kept);
    return fate != Fate::stays && values.empty() ? Fate::goes : fate;
  }

  template <class T>
  Fate visit_named(const std::string& name, T& value, const Field& field, const Field& inner,
                   const Around& inside) {
    if (went(field.keys[0], inside, name)) return gone();
    if (field.while_used && unused_.contains({field.defines, {}, name})) return gone();
    if (field.keys[0] == Target::nothing && words_ != nullptr && words_->named_in(name)) {
      refuse("name", inside.place);
    }
    return visit(value, inner, inside);
  }

  template <Described T>
  Fate visit(T& value, const Field&, const Around& around) {
    const Around inside = inside_of(value, around);
    Entry<T> entry(*this, value, inside);
    return entry.judge();
  }

  template <class T>
  static Around inside_of(const T& value, Around around) {
    if constexpr (requires { value.place; }) {
      if (value.place.line > 0) around.place = value.place;
    }
    return around;
  }

  template <class T>
  Fate visit(T&, const Field&, const Around&) {  // numbers, dates, words of a list
    return Fate::stays;
  }

  Case& case_;
  std::set<EntryName> gone_;
  std::set<EntryName> unused_;
  const ConfidentialWords* words_;
  Diagnostics& found_;
  bool changed_ = false;
};

/// The fields of one struct.
template <class T>
class Opening::Entry : public PassesOverForms {
 public:
  Entry(Opening& opening, T& value, const Around& around)
      : opening_(opening), value_(value), around_(around) {}

  Fate judge() {
    describe(Tag<T>{}, *this);
    const bool says_nothing_now = rests_on_ && said_something_ && !says_something_;
    if (goes_ || says_nothing_now) return opening_.gone();
    return lessened_ ? Fate::lessened : Fate::stays;
  }

  template <class U, class M>
  void operator()(const Field& field, M U::* member) {
    M& part = value_.*member;
    if constexpr (std::is_same_v<M, bool> || std::is_same_v<M, std::optional<bool>>) {
      if (field.name == kConfidential) {
        goes_ = goes_ || part == true;
        return;
      }
    }
    const M unsaid = T{}.*member;
    const std::vector<std::string> before = names_of(part);
    said_something_ = said_something_ || !(part == unsaid);
    const Fate fate = opening_.visit(part, field, around_);
    says_something_ = says_something_ || !(part == unsaid);
    if (fate == Fate::stays) return;
    lessened_ = true;
    if constexpr (ListTraits<M>::kIsMap) note_lost(field, before, names_of(part));
    goes_ = goes_ || cannot_do_without(field, part, fate);
  }

  template <class U, class M>
  void part(M U::* member) {
    rests_on_ = true;
    goes_ = goes_ ||
            opening_.visit(value_.*member, Field{.name = {}, .doc = {}}, around_) == Fate::goes;
  }

  template <class U>
  void list_or_all(const Field& field, std::vector<Reference> U::* list, bool U::* all) {
    (*this)(field, list);
    const auto lost = lost_.find(field.takes_in);
    if (lost == lost_.end() || value_.*all) return;
    for (const std::string& each : lost->second) (value_.*list).push_back({each, {}});
    // In the order of the issues, so that the last ones do not stand out.
    const auto rank = [&](const Reference& each) {
      return opening_.case_.issues.index_of(each.id);
    };
    std::stable_sort((value_.*list).begin(), (value_.*list).end(),
                     [&](const Reference& a, const Reference& b) { return rank(a) < rank(b); });
    says_something_ = true;
  }

 private:
  template <class M>
  static bool cannot_do_without(const Field& field, const M& part, Fate fate) {
    // What can be neither emptied nor left out.
    if constexpr (kIsText<M> && !std::is_same_v<M, Wording>) return true;
    if constexpr (std::is_same_v<M, Reference> || Described<M>) return fate == Fate::goes;
    if constexpr (std::is_same_v<M, std::vector<Evidence>>) return fate == Fate::goes;
    if constexpr (ListTraits<M>::kIsList || ListTraits<M>::kIsMap) {
      if (part.size() < field.at_least) return true;
    }
    if constexpr (std::is_same_v<M, std::optional<Reference>>) {
      if (!part && field.at_least > 0) return true;
    }
    return field.required && field.defines == Target::nothing;
  }

  template <class M>
  static std::vector<std::string> names_of(const Named<M>& entries) {
    std::vector<std::string> names;
    for (const auto& each : entries) names.push_back(each.first);
    return names;
  }
  template <class M>
  static std::vector<std::string> names_of(const M&) {
    return {};
  }

  // The keys whose entries went although what they refer to is still there.
  void note_lost(const Field& field, const std::vector<std::string>& before,
                 const std::vector<std::string>& after) {
    for (const std::string& each : before) {
      const bool kept = std::find(after.begin(), after.end(), each) != after.end();
      if (kept || opening_.went(field.keys[0], around_, each)) continue;
      lost_[field.name].push_back(each);
    }
  }

  Opening& opening_;
  T& value_;
  const Around& around_;
  bool goes_ = false;
  bool lessened_ = false;
  bool rests_on_ = false;
  bool said_something_ = false;
  bool says_something_ = false;
  std::map<std::string_view, std::vector<std::string>> lost_;
};

}  // namespace parley::casefile::internal
