#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

// An enumeration and the names of its values from one list, so that neither can miss one.
// LIST(VALUE) calls VALUE(identifier) for each value. Defined beside the type: `name(value)`, the
// identifier as text, and `NAME_named(text)`, the value of a text, nothing when there is none.
#define PARLEY_ENUM_VALUE(identifier) identifier,
#define PARLEY_ENUM_TEXT(identifier) std::string_view(#identifier),
#define PARLEY_NAMED_ENUM(Type, parse, LIST)                          \
  enum class Type { LIST(PARLEY_ENUM_VALUE) };                        \
  inline constexpr std::array k##Type##Names{LIST(PARLEY_ENUM_TEXT)}; \
  constexpr std::string_view name(Type value) {                       \
    return k##Type##Names[static_cast<std::size_t>(value)];           \
  }                                                                   \
  constexpr std::optional<Type> parse(std::string_view text) {        \
    for (std::size_t i = 0; i < k##Type##Names.size(); ++i) {         \
      if (k##Type##Names[i] == text) return static_cast<Type>(i);     \
    }                                                                 \
    return std::nullopt;                                              \
  }
