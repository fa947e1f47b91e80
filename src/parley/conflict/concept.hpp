#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace parley::conflict {

/// How far a decision maker looks ahead before it leaves a state for a better one.
enum class Concept {
  nash,  ///< not at all: stable where it has no improvement (Nash 1950)
  gmr,   ///< fears any answer of the others (general metarationality, Howard 1971)
  smr,   ///< and looks whether it could escape from it (symmetric metarationality, Howard 1971)
  seq,   ///< fears answers that are improvements to who makes them (Fraser & Hipel 1979)
  sseq,  ///< and looks whether it could escape from them (symmetric SEQ, Rego & Vieira 2017)
};

inline constexpr std::array kConcepts{Concept::nash, Concept::gmr, Concept::smr, Concept::seq,
                                      Concept::sseq};

/// "nash", "gmr", …, as in JSON.
constexpr std::string_view name(Concept concept_) {
  constexpr std::array<std::string_view, kConcepts.size()> kNames{"nash", "gmr", "smr", "seq",
                                                                  "sseq"};
  return kNames[static_cast<std::size_t>(concept_)];
}

/// Whether only improvements of the others count as answers.
constexpr bool answers_improve(Concept concept_) {
  return concept_ == Concept::seq || concept_ == Concept::sseq;
}

/// Whether the decision maker looks for an escape from an answer.
constexpr bool looks_for_escape(Concept concept_) {
  return concept_ == Concept::smr || concept_ == Concept::sseq;
}

}  // namespace parley::conflict
