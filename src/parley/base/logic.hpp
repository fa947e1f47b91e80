#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/base/result.hpp"

namespace parley {

/// A statement over facts that hold or do not: NOT, AND, OR, IF and IFF over atoms, which are
/// indices whose meaning is the caller's.
///
/// Stored in postfix order, so evaluating costs one pass and no recursion. "a IF b" is b implies a,
/// as option prioritisation has it (Peng, Hipel, Kilgour & Fang 1997): true whenever b is false.
class Formula {
 public:
  enum class Op : std::uint8_t { atom, constant, negation, conjunction, disjunction, only_if, iff };
  struct Step {
    Op op = Op::constant;
    std::uint32_t value = 0;  ///< the atom's index; of a constant 0 or 1
    friend bool operator==(const Step&, const Step&) = default;
  };

  /// Always true.
  Formula() : steps_{{Op::constant, 1}} {}
  static Formula constant(bool value);
  static Formula atom(std::size_t index);
  static Formula negation(const Formula& a);
  static Formula conjunction(const Formula& a, const Formula& b);
  static Formula disjunction(const Formula& a, const Formula& b);
  /// "a IF b".
  static Formula only_if(const Formula& a, const Formula& b);
  static Formula iff(const Formula& a, const Formula& b);

  /// Whether it holds where bit k of `facts` says whether atom k does; atoms must be below 64.
  bool holds(std::uint64_t facts) const;

  /// The same for any number of atoms.
  bool holds(const std::function<bool(std::size_t)>& fact) const;

  /// As holds(), where only the atoms of `known` are settled: nothing when the others decide.
  /// An answer is always right; nothing may also be given where every completion agrees.
  std::optional<bool> holds(std::uint64_t known, std::uint64_t facts) const;

  /// The atoms that occur, ascending, each once.
  std::vector<std::size_t> atoms() const;

  /// The same formula over other atoms: atom k becomes to[k].
  Formula renamed(std::span<const std::size_t> to) const;

  const std::vector<Step>& steps() const { return steps_; }
  friend bool operator==(const Formula&, const Formula&) = default;

 private:
  explicit Formula(std::vector<Step> steps) : steps_(std::move(steps)) {}

  std::vector<Step> steps_;
};

/// A name that a statement uses, with the byte at which it first stands there.
struct UsedName {
  std::string name;
  std::size_t offset = 0;
  friend bool operator==(const UsedName&, const UsedName&) = default;
};

/// A statement as it was read: its atoms are positions in `names`.
struct ReadFormula {
  Formula formula;
  std::vector<UsedName> names;  ///< each once, in the order of the text
};

/// Reads a statement.
///
///     statement = either [ ("if" | "iff" | "<->") either ]      (one only; else parentheses)
///     either    = both { ("or" | "|" | "||") both }
///     both      = part { ("and" | "&" | "&&") part }
///     part      = ("not" | "-" | "!") part | "(" statement ")" | "true" | "false" | name
///
/// Words of logic are read in either case. A name is made of letters, digits, "_", ".", ":" and,
/// within it, "-"; any other name stands in double quotes. Numbers are names as well. There is no
/// limit on length; parentheses and "not" nest at most 200 deep. Fails with "empty-statement",
/// "statement-syntax" or "too-deep"; the place's column is the code point in the text, from 1.
Result<ReadFormula> read_formula(std::string_view text);

/// The statement in words that read_formula() reads back to an equal formula, with no more
/// parentheses than it needs: "not a and (b or c)". `name` gives the name of an atom, which is put
/// in quotes where it must be.
std::string to_text(const Formula& formula, const std::function<std::string(std::size_t)>& name);

}  // namespace parley
