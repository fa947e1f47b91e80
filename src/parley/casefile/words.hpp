#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// The words by which a case file, results and messages name the values of an enumeration: one list
/// for reading, writing, the JSON Schema and display, in the order of the enumeration.
template <class E>
inline constexpr std::array<std::pair<E, std::string_view>, 0> kWords{};

template <class E, std::size_t N>
using WordList = std::array<std::pair<E, std::string_view>, N>;

template <>
inline constexpr WordList<Confidence, 3> kWords<Confidence>{
    {{Confidence::low, "low"}, {Confidence::moderate, "moderate"}, {Confidence::high, "high"}}};
template <>
inline constexpr WordList<ReportKind, 6> kWords<ReportKind>{{{ReportKind::news, "news"},
                                                             {ReportKind::readout, "readout"},
                                                             {ReportKind::statement, "statement"},
                                                             {ReportKind::plan, "plan"},
                                                             {ReportKind::analysis, "analysis"},
                                                             {ReportKind::other, "other"}}};
template <>
inline constexpr WordList<Role, 5> kWords<Role>{{{Role::signatory, "signatory"},
                                                 {Role::ratifier, "ratifier"},
                                                 {Role::mediator, "mediator"},
                                                 {Role::guarantor, "guarantor"},
                                                 {Role::stakeholder, "stakeholder"}}};
template <>
inline constexpr WordList<IssueKind, 3> kWords<IssueKind>{
    {{IssueKind::ordered, "ordered"}, {IssueKind::numeric, "numeric"}, {IssueKind::set, "set"}}};
template <>
inline constexpr WordList<Falloff, 3> kWords<Falloff>{
    {{Falloff::steady, "steady"}, {Falloff::tolerant, "tolerant"}, {Falloff::strict, "strict"}}};
template <>
inline constexpr WordList<AnswerKind, 5> kWords<AnswerKind>{
    {{AnswerKind::accepted, "accepted"},
     {AnswerKind::accepted_as_basis, "accepted_as_basis"},
     {AnswerKind::conditional, "conditional"},
     {AnswerKind::undecided, "undecided"},
     {AnswerKind::rejected, "rejected"}}};
template <>
inline constexpr WordList<DraftStatus, 7> kWords<DraftStatus>{
    {{DraftStatus::reported, "reported"},
     {DraftStatus::leaked, "leaked"},
     {DraftStatus::tabled, "tabled"},
     {DraftStatus::published, "published"},
     {DraftStatus::agreed, "agreed"},
     {DraftStatus::initialled, "initialled"},
     {DraftStatus::signed_text, "signed"}}};
template <>
inline constexpr WordList<RoundStatus, 4> kWords<RoundStatus>{
    {{RoundStatus::held, "held"},
     {RoundStatus::planned, "planned"},
     {RoundStatus::possible, "possible"},
     {RoundStatus::cancelled, "cancelled"}}};
template <>
inline constexpr WordList<Shape, 4> kWords<Shape>{{{Shape::uniform, "uniform"},
                                                   {Shape::triangular, "triangular"},
                                                   {Shape::pert, "pert"},
                                                   {Shape::normal, "normal"}}};

/// The word of a value: word(Role::mediator) is "mediator".
template <class E>
constexpr std::string_view word(E value) {
  for (const auto& [each, name] : kWords<E>) {
    if (each == value) return name;
  }
  return {};
}

/// The value of a word; nothing when the list does not have it.
template <class E>
constexpr std::optional<E> from_word(std::string_view text) {
  for (const auto& [each, name] : kWords<E>) {
    if (name == text) return each;
  }
  return std::nullopt;
}

}  // namespace parley::casefile
