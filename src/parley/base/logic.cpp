#include "parley/base/logic.hpp"

#include <algorithm>
#include <cassert>

#include "parley/base/text.hpp"

namespace parley {
namespace {

using Op = Formula::Op;

constexpr std::size_t kDeepest = 200;

std::vector<Formula::Step> joined(const Formula& a, const Formula& b, Op op) {
  std::vector<Formula::Step> steps = a.steps();
  steps.insert(steps.end(), b.steps().begin(), b.steps().end());
  steps.push_back({op, 0});
  return steps;
}

bool apply(Op op, bool a, bool b) {
  switch (op) {
    case Op::conjunction:
      return a && b;
    case Op::disjunction:
      return a || b;
    case Op::only_if:
      return a || !b;
    case Op::iff:
      return a == b;
    case Op::atom:
    case Op::constant:
    case Op::negation:
      break;
  }
  assert(false);
  return false;
}

// Kleene's three values: an operand that is not known only matters where the other leaves it to.
std::optional<bool> apply(Op op, std::optional<bool> a, std::optional<bool> b) {
  if (a && b) return apply(op, *a, *b);
  if (op == Op::only_if) {
    op = Op::disjunction;
    if (b) b = !*b;
  }
  const std::optional<bool> settled = a ? a : b;
  if (op == Op::conjunction && settled == false) return false;
  if (op == Op::disjunction && settled == true) return true;
  return std::nullopt;
}

// One value a subformula, in postfix order; `fact` gives an atom's.
template <class Value, class Fact>
Value evaluate(const std::vector<Formula::Step>& steps, const Fact& fact) {
  std::vector<Value> values;
  values.reserve(steps.size());
  for (const Formula::Step& step : steps) {
    switch (step.op) {
      case Op::atom:
        values.push_back(fact(step.value));
        break;
      case Op::constant:
        values.push_back(Value(step.value != 0));
        break;
      case Op::negation:
        if constexpr (std::is_same_v<Value, bool>) {
          values.back() = !values.back();
        } else if (values.back()) {
          values.back() = !*values.back();
        }
        break;
      default: {
        const Value b = values.back();
        values.pop_back();
        values.back() = apply(step.op, Value(values.back()), b);
      }
    }
  }
  return values.back();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Bytes above 127 are letters of other alphabets.
bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '.' ||
         c == ':' || static_cast<unsigned char>(c) >= 128;
}

std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

enum class Mark {
  end,
  name,
  always,
  never,
  negation,
  conjunction,
  disjunction,
  only_if,
  iff,
  open,
  close
};

constexpr std::pair<std::string_view, Mark> kWords[] = {
    {"not", Mark::negation}, {"and", Mark::conjunction}, {"or", Mark::disjunction},
    {"if", Mark::only_if},   {"iff", Mark::iff},         {"true", Mark::always},
    {"false", Mark::never}};
// Longer signs first.
constexpr std::pair<std::string_view, Mark> kSigns[] = {
    {"<->", Mark::iff},       {"&&", Mark::conjunction}, {"||", Mark::disjunction},
    {"&", Mark::conjunction}, {"|", Mark::disjunction},  {"!", Mark::negation},
    {"-", Mark::negation},    {"(", Mark::open},         {")", Mark::close},
};

std::optional<Mark> word_of_logic(std::string_view name) {
  const std::string folded = lower(name);
  for (const auto& [word, mark] : kWords) {
    if (folded == word) return mark;
  }
  return std::nullopt;
}

class FormulaReader {
 public:
  explicit FormulaReader(std::string_view text) : text_(text) { advance(); }

  Result<ReadFormula> read() {
    if (mark_ == Mark::end && !wrong_) error("empty-statement", "the statement is empty");
    if (!wrong_) read_.formula = statement();
    if (!wrong_ && mark_ != Mark::end) unexpected("the statement's end");
    if (wrong_) return invalid({*std::move(wrong_)});
    return std::move(read_);
  }

 private:
  void error(std::string code, std::string message, std::string hint = {}) {
    if (wrong_) return;
    const std::size_t column = count_code_points(text_.substr(0, start_)) + 1;
    wrong_ = {
        Severity::error, std::move(code), {{}, 1, column}, std::move(message), std::move(hint)};
    mark_ = Mark::end;
  }

  void unexpected(const std::string& wanted) {
    const std::string found =
        mark_ == Mark::end ? "the statement ends"
                           : "“" + std::string(text_.substr(start_, at_ - start_)) + "” stands";
    error("statement-syntax", found + " where " + wanted + " is wanted",
          mark_ == Mark::only_if || mark_ == Mark::iff
              ? "put parentheses around the parts of a second “if”"
              : "such as “not a and (b or c)”; a name with blanks stands in double quotes");
  }

  void advance() {
    if (wrong_) return;
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) {
      ++at_;
    }
    start_ = at_;
    if (at_ == text_.size()) {
      mark_ = Mark::end;
    } else if (text_[at_] == '"') {
      read_quoted();
    } else if (is_name_byte(text_[at_])) {
      read_name();
    } else {
      read_sign();
    }
  }

  void read_quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
      error("statement-syntax", "a name's closing quotation mark is missing");
      return;
    }
    name_ = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    mark_ = Mark::name;
    if (name_.empty()) error("statement-syntax", "there is nothing between the quotation marks");
  }

  // A hyphen belongs to a name when a letter or digit stands on either side.
  void read_name() {
    while (at_ < text_.size() &&
           (is_name_byte(text_[at_]) ||
            (text_[at_] == '-' && at_ + 1 < text_.size() && is_name_byte(text_[at_ + 1])))) {
      ++at_;
    }
    name_ = text_.substr(start_, at_ - start_);
    mark_ = word_of_logic(name_).value_or(Mark::name);
  }

  void read_sign() {
    for (const auto& [sign, mark] : kSigns) {
      if (!text_.substr(at_).starts_with(sign)) continue;
      at_ += sign.size();
      mark_ = mark;
      return;
    }
    ++at_;
    error("statement-syntax",
          "“" + std::string(text_.substr(start_, 1)) + "” has no meaning in a statement",
          "words of logic are not, and, or, if and iff");
  }

  Formula statement() {
    Formula left = either();
    if (mark_ != Mark::only_if && mark_ != Mark::iff) return left;
    const Mark mark = mark_;
    advance();
    const Formula right = either();
    if (mark_ == Mark::only_if || mark_ == Mark::iff) unexpected("the end of this “if”");
    return mark == Mark::only_if ? Formula::only_if(left, right) : Formula::iff(left, right);
  }

  Formula either() {
    Formula left = both();
    while (mark_ == Mark::disjunction) {
      advance();
      left = Formula::disjunction(left, both());
    }
    return left;
  }

  Formula both() {
    Formula left = part();
    while (mark_ == Mark::conjunction) {
      advance();
      left = Formula::conjunction(left, part());
    }
    return left;
  }

  Formula part() {
    if (++depth_ > kDeepest) {
      error("too-deep", "parentheses are nested more than 200 deep");
      return {};
    }
    Formula found = undisturbed_part();
    --depth_;
    return found;
  }

  Formula undisturbed_part() {
    switch (mark_) {
      case Mark::negation:
        advance();
        return Formula::negation(part());
      case Mark::open: {
        advance();
        Formula inner = statement();
        if (mark_ != Mark::close) {
          unexpected("a closing parenthesis");
        } else {
          advance();
        }
        return inner;
      }
      case Mark::always:
      case Mark::never: {
        const bool value = mark_ == Mark::always;
        advance();
        return Formula::constant(value);
      }
      case Mark::name: {
        const std::size_t index = name_index();
        advance();
        return Formula::atom(index);
      }
      default:
        unexpected("a name");
        return {};
    }
  }

  std::size_t name_index() {
    const auto found = std::ranges::find(read_.names, name_, &UsedName::name);
    const auto index = static_cast<std::size_t>(found - read_.names.begin());
    if (found == read_.names.end()) read_.names.push_back({std::string(name_), start_});
    return index;
  }

  std::string_view text_;
  std::size_t at_ = 0;     // behind the current mark
  std::size_t start_ = 0;  // where it begins
  Mark mark_ = Mark::end;
  std::string_view name_;
  std::size_t depth_ = 0;
  ReadFormula read_;
  std::optional<Diagnostic> wrong_;
};

// How tightly an operation binds; what is below its surroundings needs parentheses.
int binding(Op op) {
  switch (op) {
    case Op::only_if:
    case Op::iff:
      return 0;
    case Op::disjunction:
      return 1;
    case Op::conjunction:
      return 2;
    case Op::negation:
      return 3;
    case Op::atom:
    case Op::constant:
      break;
  }
  return 4;
}

std::string_view word(Op op) {
  switch (op) {
    case Op::only_if:
      return " if ";
    case Op::iff:
      return " iff ";
    case Op::disjunction:
      return " or ";
    default:
      return " and ";
  }
}

bool needs_quotes(std::string_view name) {
  if (name.empty() || word_of_logic(name) || !is_name_byte(name.front())) return true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool inner_hyphen = name[i] == '-' && i + 1 < name.size() && is_name_byte(name[i + 1]);
    if (!is_name_byte(name[i]) && !inner_hyphen) return true;
  }
  return false;
}

struct Written {
  std::string text;
  int binding = 4;
};

std::string enclosed(const Written& part, int at_least) {
  return part.binding >= at_least ? part.text : "(" + part.text + ")";
}

}  // namespace

Formula Formula::constant(bool value) { return Formula({{Op::constant, value ? 1U : 0U}}); }

Formula Formula::atom(std::size_t index) {
  return Formula({{Op::atom, static_cast<std::uint32_t>(index)}});
}

Formula Formula::negation(const Formula& a) {
  Formula result = a;
  result.steps_.push_back({Op::negation, 0});
  return result;
}

Formula Formula::conjunction(const Formula& a, const Formula& b) {
  return Formula(joined(a, b, Op::conjunction));
}

Formula Formula::disjunction(const Formula& a, const Formula& b) {
  return Formula(joined(a, b, Op::disjunction));
}

Formula Formula::only_if(const Formula& a, const Formula& b) {
  return Formula(joined(a, b, Op::only_if));
}

Formula Formula::iff(const Formula& a, const Formula& b) { return Formula(joined(a, b, Op::iff)); }

bool Formula::holds(std::uint64_t facts) const {
  return evaluate<bool>(steps_, [&](std::size_t atom) { return (facts >> atom & 1U) != 0; });
}

bool Formula::holds(const std::function<bool(std::size_t)>& fact) const {
  return evaluate<bool>(steps_, fact);
}

std::optional<bool> Formula::holds(std::uint64_t known, std::uint64_t facts) const {
  return evaluate<std::optional<bool>>(steps_, [&](std::size_t atom) -> std::optional<bool> {
    if ((known >> atom & 1U) == 0) return std::nullopt;
    return (facts >> atom & 1U) != 0;
  });
}

std::vector<std::size_t> Formula::atoms() const {
  std::vector<std::size_t> found;
  for (const Step& step : steps_) {
    if (step.op == Op::atom) found.push_back(step.value);
  }
  std::ranges::sort(found);
  const auto twins = std::ranges::unique(found);
  found.erase(twins.begin(), twins.end());
  return found;
}

Formula Formula::renamed(std::span<const std::size_t> to) const {
  Formula result = *this;
  for (Step& step : result.steps_) {
    if (step.op == Op::atom) step.value = static_cast<std::uint32_t>(to[step.value]);
  }
  return result;
}

Result<ReadFormula> read_formula(std::string_view text) { return FormulaReader(text).read(); }

std::string to_text(const Formula& formula, const std::function<std::string(std::size_t)>& name) {
  std::vector<Written> parts;
  for (const Formula::Step& step : formula.steps()) {
    switch (step.op) {
      case Op::atom: {
        const std::string plain = name(step.value);
        parts.push_back({needs_quotes(plain) ? "\"" + plain + "\"" : plain, 4});
        break;
      }
      case Op::constant:
        parts.push_back({step.value != 0 ? "true" : "false", 4});
        break;
      case Op::negation:
        parts.back() = {"not " + enclosed(parts.back(), 3), 3};
        break;
      default: {
        const Written right = std::move(parts.back());
        parts.pop_back();
        // "and" and "or" join from the left; a second "if" always needs parentheses.
        const int own = binding(step.op);
        parts.back() = {enclosed(parts.back(), own == 0 ? 1 : own) + std::string(word(step.op)) +
                            enclosed(right, own + 1),
                        own};
      }
    }
  }
  return parts.back().text;
}

}  // namespace parley
