#pragma once

#include <concepts>
#include <string>
#include <utility>

#include "parley/casefile/origin.hpp"

namespace parley::casefile {

/// A text by which nothing else is called, such as a note, a reason or the name of an author: it
/// may be confidential on its own, and be left out without its entry losing its sense. In the case
/// file it is a plain text, or `{text: ..., confidential: true}`.
struct Wording : std::string {
  using std::string::string;
  Wording() = default;
  // Implicit: where a wording is wanted, an ordinary text will do.
  Wording(std::string text) : std::string(std::move(text)) {}

  bool confidential = false;
  Origin place;

  const std::string& text() const { return *this; }

  // A template, so that a comparison with an ordinary text stays one of texts.
  template <std::same_as<Wording> W>
  friend bool operator==(const W& a, const W& b) {
    return a.text() == b.text() && a.confidential == b.confidential;
  }
};

}  // namespace parley::casefile
