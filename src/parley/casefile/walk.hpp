#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/casefile/fields.hpp"

namespace parley::casefile::internal {

/// The visitor of the table of fields that goes through a whole case and shows each reference, each
/// name that refers to something, and each piece of evidence to `leaf`:
///   leaf.reference(reference, target, issue)
///   leaf.name(name, place, target, issue)
///   leaf.evidence(evidence)
/// and, where the leaf has them,
///   leaf.text(text, field)            each text that is none of these, with its field and owner
///   leaf.defined(name, field, issue)  each name that is given to an entry here
///   leaf.estimate(estimate)           each estimate, with the factors it names
/// where `issue` is the issue under whose name the thing stands, or null.
template <class Leaf>
class Walk {
 public:
  Walk(const Case& value, Leaf& leaf) : case_(value), leaf_(leaf) {}

  template <class T>
  void visit(T& value, const Field& field, const Issue* issue) {
    using Value = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Value, Reference>) {
      leaf_.reference(value, field.names, issue);
    } else if constexpr (std::is_same_v<Value, Proposition>) {
      for (auto& each : value.names) leaf_.reference(each, field.names, issue);
    } else if constexpr (std::is_same_v<Value, Evidence>) {
      leaf_.evidence(value);
    } else if constexpr (std::is_same_v<Value, Estimate>) {
      if constexpr (requires { leaf_.estimate(value); }) leaf_.estimate(value);
    } else if constexpr (std::is_base_of_v<std::string, Value>) {
      if constexpr (requires { leaf_.text(value, field); }) leaf_.text(value, field);
    } else if constexpr (Described<Value>) {
      Fields<T> fields{*this, value, issue};
      describe(Tag<Value>{}, fields);
    } else {
      visit_container(value, field, issue);
    }
  }

 private:
  // The fields of one struct.
  template <class T>
  struct Fields : PassesOverForms {
    Fields(Walk& with, T& of, const Issue* under) : walk(with), value(of), issue(under) {}

    Walk& walk;
    T& value;
    const Issue* issue;

    template <class U, class M>
    void operator()(const Field& field, M U::* member) {
      walk.visit(value.*member, owned_by<U>(field), issue);
    }
    template <class M>
    void part(M member) {
      walk.visit(value.*member, Field{.name = {}, .doc = {}}, issue);
    }
    template <class U>
    void list_or_all(const Field& field, std::vector<Reference> U::* list, bool U::*) {
      walk.visit(value.*list, field, issue);
    }
  };

  template <class T>
  void visit_container(std::optional<T>& value, const Field& field, const Issue* issue) {
    if (value) visit(*value, field, issue);
  }
  template <class T>
  void visit_container(const std::optional<T>& value, const Field& field, const Issue* issue) {
    if (value) visit(*value, field, issue);
  }
  template <class T>
  void visit_container(std::vector<T>& value, const Field& field, const Issue* issue) {
    for (T& each : value) visit(each, field, issue);
  }
  template <class T>
  void visit_container(const std::vector<T>& value, const Field& field, const Issue* issue) {
    for (const T& each : value) visit(each, field, issue);
  }
  template <class T>
  void visit_container(Named<T>& value, const Field& field, const Issue* issue) {
    visit_named(value, field, issue);
  }
  template <class T>
  void visit_container(const Named<T>& value, const Field& field, const Issue* issue) {
    visit_named(value, field, issue);
  }
  template <class T>
  void visit_container(const T&, const Field&, const Issue*) {}  // numbers, dates

  template <class N>
  void visit_named(N& value, const Field& field, const Issue* issue) {
    Field inner = field;
    inner.keys = {field.keys[1], Target::nothing};
    std::size_t index = 0;
    for (auto& [name, item] : value) {
      if (field.keys[0] != Target::nothing) {
        leaf_.name(name, value.place(index), field.keys[0], issue);
      } else if constexpr (requires { leaf_.defined(name, field, issue); }) {
        leaf_.defined(name, field, issue);
      }
      const bool of_issue = field.keys[0] == Target::issue || field.defines == Target::issue;
      visit(item, inner, of_issue ? case_.issues.find(name) : issue);
      ++index;
    }
  }

  const Case& case_;
  Leaf& leaf_;
};

/// Walks through `value`, which may be const or not; then so is what the leaf is shown.
template <class C, class Leaf>
void walk(C& value, Leaf& leaf) {
  Walk<Leaf>(value, leaf).visit(value, Field{.name = {}, .doc = {}}, nullptr);
}

}  // namespace parley::casefile::internal
