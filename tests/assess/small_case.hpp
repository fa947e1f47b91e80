#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "parley/casefile/reader.hpp"

namespace parley::assess {

/// The case that these pieces of YAML make; a mistake in them is a failure of the test.
inline casefile::Case case_of(std::initializer_list<std::string_view> pieces) {
  std::string yaml;
  for (const std::string_view each : pieces) yaml += each;
  auto read = casefile::read_case_text(yaml, "case.yaml", {});
  if (!read) {
    for (const Diagnostic& each : read.error().diagnostics) ADD_FAILURE() << to_text(each);
    return {};
  }
  return std::move(read->value);
}

/// A case of two signatories and one issue with three options, with more entries behind it; each
/// test adds the few lines it is about.
inline casefile::Case small_case(std::initializer_list<std::string_view> more) {
  std::string yaml = R"(parley: 1
title: Talks on a harbour
as_of: 2031-05-01
parties:
  ostria: {name: Ostria, role: signatory}
  velm: {name: Velm, role: signatory}
issues:
  harbour:
    title: The harbour
    options: {ostrian: Ostrian, shared: Shared, velmian: Velmian}
)";
  for (const std::string_view each : more) yaml += each;
  return case_of({yaml});
}

}  // namespace parley::assess
