#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/base/diagnostic.hpp"

namespace parley::casefile {

/// A map from names to values that keeps the order in which a person wrote them, and where each
/// name stands. The places are no part of its value.
///
/// Lookup is linear: a case has tens of entries, not thousands. Names are unique; add() leaves that
/// to the caller, who has the place for a message.
template <class T>
class Named {
 public:
  using Entry = std::pair<std::string, T>;

  T& add(std::string name, T value = {}, Place place = {}) {
    entries_.emplace_back(std::move(name), std::move(value));
    places_.push_back(std::move(place));
    return entries_.back().second;
  }

  const T* find(std::string_view name) const {
    for (const Entry& each : entries_) {
      if (each.first == name) return &each.second;
    }
    return nullptr;
  }
  T* find(std::string_view name) { return const_cast<T*>(std::as_const(*this).find(name)); }
  /// The value of a name that is known to be there.
  const T& at(std::string_view name) const {
    const T* value = find(name);
    assert(value != nullptr);
    return *value;
  }
  bool contains(std::string_view name) const { return find(name) != nullptr; }

  /// The position of a name in the order written; size() when there is none.
  std::size_t index_of(std::string_view name) const {
    std::size_t index = 0;
    while (index < entries_.size() && entries_[index].first != name) ++index;
    return index;
  }

  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }
  const Entry& operator[](std::size_t index) const { return entries_[index]; }

  /// Where the name of an entry was written.
  const Place& place(std::size_t index) const { return places_[index]; }

  friend bool operator==(const Named& a, const Named& b) { return a.entries_ == b.entries_; }

 private:
  std::vector<Entry> entries_;
  std::vector<Place> places_;
};

}  // namespace parley::casefile
