#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::casefile {

/// A map from names to values that keeps the order in which a person wrote them.
///
/// Lookup is linear: a case has tens of entries, not thousands. Names are unique; add() leaves that
/// to the caller, who has the place for a message.
template <class T>
class Named {
 public:
  using Entry = std::pair<std::string, T>;

  T& add(std::string name, T value = {}) {
    entries_.emplace_back(std::move(name), std::move(value));
    return entries_.back().second;
  }

  const T* find(std::string_view name) const {
    for (const Entry& each : entries_) {
      if (each.first == name) return &each.second;
    }
    return nullptr;
  }
  T* find(std::string_view name) { return const_cast<T*>(std::as_const(*this).find(name)); }
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

 private:
  std::vector<Entry> entries_;
};

}  // namespace parley::casefile
