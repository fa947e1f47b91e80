#pragma once

#include "parley/assess/changes.hpp"
#include "parley/assess/conflict/stability.hpp"
#include "parley/assess/deals.hpp"
#include "parley/assess/drivers.hpp"
#include "parley/assess/packages.hpp"
#include "parley/casefile/words.hpp"

/// The words by which `assessment.json` names the values of the enumerations of results; as in
/// casefile/words.hpp, whose word() they serve.
namespace parley::casefile {

template <>
inline constexpr WordList<assess::Principle, 5> kWords<assess::Principle>{
    {{assess::Principle::most_robust, "most_robust"},
     {assess::Principle::within_red_lines, "within_red_lines"},
     {assess::Principle::fairest, "fairest"},
     {assess::Principle::most_valuable, "most_valuable"},
     {assess::Principle::best_for_the_weakest, "best_for_the_weakest"}}};
template <>
inline constexpr WordList<assess::DriverKind, 5> kWords<assess::DriverKind>{
    {{assess::DriverKind::no_deal, "no_deal"},
     {assess::DriverKind::weight, "weight"},
     {assess::DriverKind::value, "value"},
     {assess::DriverKind::red_line, "red_line"},
     {assess::DriverKind::linkage, "linkage"}}};
template <>
inline constexpr WordList<assess::Consent, 3> kWords<assess::Consent>{
    {{assess::Consent::not_needed, "not_needed"},
     {assess::Consent::perhaps, "perhaps"},
     {assess::Consent::needed, "needed"}}};
template <>
inline constexpr WordList<assess::Missing::What, 2> kWords<assess::Missing::What>{
    {{assess::Missing::What::stand, "stand"}, {assess::Missing::What::no_deal, "no_deal"}}};
template <>
inline constexpr WordList<assess::Remedy::Kind, 3> kWords<assess::Remedy::Kind>{
    {{assess::Remedy::Kind::cost, "cost"},
     {assess::Remedy::Kind::bind, "bind"},
     {assess::Remedy::Kind::rule_out, "rule_out"}}};
template <>
inline constexpr WordList<assess::Change, 4> kWords<assess::Change>{
    {{assess::Change::altered, "altered"},
     {assess::Change::kept, "kept"},
     {assess::Change::opened, "opened"},
     {assess::Change::settled, "settled"}}};

}  // namespace parley::casefile
