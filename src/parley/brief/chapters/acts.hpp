#pragma once

#include <string>

#include "parley/brief/chapters.hpp"

/// What parties do on their own, in words.
namespace parley::brief {

/// The anchor of what a party can do.
std::string moves_anchor(const casefile::Case& source, std::size_t party);

/// The title of a move within a sentence: "strike ships", but "NATO leaves".
std::string title_of(const Material& material, const assess::Act& act);

/// "stop the fighting and leave the deal".
std::string acts_of(const Material& material, const assess::Turn& turn);

/// "Russia would stop the fighting", the name leading to what it can do.
Prose turn_of(const Material& material, const assess::Turn& turn, const std::string& verb);

/// What is done in a place of the map: "Signed by all. Russia: stop the fighting."; of one in which
/// nothing is, "Nothing of what sides can do.".
std::string done_in(const Material& material, const assess::Place& place);

}  // namespace parley::brief
