// Trains the model that reads stances by content and measures it.
//
//   train_stances make DIR GOLD MODEL.bin   writes a model of all files DIR/*.txt
//   train_stances cross DIR GOLD            four parts by talks: trains on three, judges the fourth
//   train_stances cross DIR GOLD --mistakes and prints what it got wrong
//
// The files are those of data/training/stances. A passage is read as a paragraph of a report that
// holds all passages on the same talks. The reports of GOLD (tests/record/gold) are trained on too,
// so that the model has seen how much of a report is no stance. The same files give the same bytes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "parley/base/files.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/stance_model.hpp"
#include "parley/record/stances.hpp"
#include "parley/record/statements.hpp"
#include "scoring/fields.hpp"
#include "scoring/gold.hpp"
#include "scoring/recording.hpp"
#include "scoring/stance_passages.hpp"

namespace parley::scoring {
namespace {

using record::internal::Feature;
using record::internal::kFirstStance;
using record::internal::kNoStance;
using record::internal::kReadingClass;
using record::internal::kStanceClasses;
using record::internal::kStanceQuantum;
using record::internal::Range;
using record::internal::StanceFeatureRow;
using record::internal::StanceScores;

constexpr std::size_t kParts = 4;
constexpr int kRounds = 40;
constexpr float kPenalty = 3;           // on squared weights
constexpr int kFeatureOccurrences = 2;  // rarer features are left out from the start
// Of cross-validation. Half of the passages are look-alikes or hard on purpose: on reports a stance
// of this threshold is right more often (docs/record-quality.md).
constexpr float kWantedPrecision = 0.59F;

[[noreturn]] void stop(const std::string& message) {
  fmt::print(stderr, "train_stances: {}\n", message);
  std::exit(1);
}

/// A candidate with what it should be judged.
struct Example {
  std::vector<Feature> features;
  std::size_t label = kNoStance;
  std::vector<std::size_t> also;    // other labels that are right
  std::size_t clause = 0;           // examples of one clause have one number
  std::size_t part = 0;             // for cross-validation
  std::optional<std::size_t> mark;  // of all marks
  std::string shown;
  bool known = false;  // whether its holder is an actor
};

struct Corpus {
  std::vector<Example> examples;
  std::vector<Example> reports;         // of whole reports, always trained on, never judged
  std::vector<std::string> marks;       // the stances to be found, shown
  std::vector<std::string> mark_kinds;  // their kinds
  std::size_t clauses = 0;
};

std::size_t class_of(const std::string& kind) {
  if (kind == "none") return kNoStance;
  if (kind == "reading") return kReadingClass;
  return kFirstStance + static_cast<std::size_t>(*record::stance_kind_named(kind));
}

std::string_view class_name(std::size_t index) {
  if (index == kNoStance) return "none";
  if (index == kReadingClass) return "reading";
  return record::name(static_cast<record::StanceKind>(index - kFirstStance));
}

bool is_stance(std::size_t label) { return label != kNoStance && label != kReadingClass; }

/// Reads the passages on one kind of talks as one report and labels its candidates.
class Labeller {
 public:
  Labeller(std::vector<StancePassage> passages, std::size_t part, Corpus& corpus)
      : passages_(std::move(passages)), part_(part), corpus_(corpus) {
    std::string all;
    for (const StancePassage& each : passages_) {
      begins_.push_back(all.size());
      all += each.text + "\n\n";
    }
    auto text = Text::from_utf8(all, "passages");
    if (!text) stop("a passage is not UTF-8");
    record::internal::Document document(*std::move(text));
    for (std::size_t p = 0; p < passages_.size(); ++p)
      document.add_block({begins_[p], begins_[p] + passages_[p].text.size()});
    record::internal::classify_blocks(document);
    for (auto& block : document.edit_blocks()) block.kind = record::internal::BlockKind::body;
    readings_.push_back(std::make_unique<record::internal::Reading>(std::move(document), true));
    record::internal::join_casts(readings_);
  }

  void run(const std::vector<record::IssueCues>& issues) {
    const auto sayings = record::internal::find_sayings(reading());
    auto found = record::internal::stance_examples(reading(), sayings, issues);
    std::size_t at = 0;
    for (std::size_t p = 0; p < passages_.size(); ++p) {
      const std::size_t first = corpus_.marks.size();
      for (const StanceMark& mark : passages_[p].marks) {
        corpus_.marks.push_back(fmt::format("{} of {}: {}", mark.kinds.front(),
                                            fmt::join(mark.holders, " & "), passages_[p].text));
        corpus_.mark_kinds.push_back(mark.kinds.front());
      }
      const std::size_t end = begins_[p] + passages_[p].text.size();
      while (at < found.size() && byte(found[at].candidate.clause.first) < end) {
        std::size_t next = at;
        while (next < found.size() && found[next].candidate.clause == found[at].candidate.clause)
          ++next;
        label(p, first, std::span(found).subspan(at, next - at));
        at = next;
      }
    }
  }

 private:
  using Found = std::span<record::internal::StanceExample>;

  const record::internal::Reading& reading() const { return *readings_.front(); }
  std::size_t byte(std::size_t token) const { return reading().token(token).begin; }

  // The mark that covers most of the clause, or is covered by it, at least half of the shorter.
  std::optional<std::size_t> mark_at(std::size_t p, Range clause) const {
    const std::size_t begin = byte(clause.first) - begins_[p];
    const std::size_t end = reading().token(clause.last - 1).end - begins_[p];
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t m = 0; m < passages_[p].marks.size(); ++m) {
      const StanceMark& mark = passages_[p].marks[m];
      if (mark.end <= begin || end <= mark.begin) continue;
      const std::size_t both = std::min(end, mark.end) - std::max(begin, mark.begin);
      if (2 * both < std::min(end - begin, mark.end - mark.begin) || both <= most) continue;
      most = both;
      best = m;
    }
    return best;
  }

  void label(std::size_t p, std::size_t first_mark, Found found) {
    const auto mark = mark_at(p, found.front().candidate.clause);
    const std::size_t clause = corpus_.clauses++;
    std::vector<bool> holds(found.size());
    bool any = false;
    if (mark) {
      for (std::size_t f = 0; f < found.size(); ++f)
        any = (holds[f] = is_holder(p, passages_[p].marks[*mark], found[f].candidate)) || any;
      for (std::size_t f = 0; f < found.size() && !any; ++f)
        any = holds[f] =
            is_pronoun(found[f].candidate.holder) || found[f].candidate.holder.size() == 0;
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
      const bool stance = mark && passages_[p].marks[*mark].kinds.front() != "none";
      if (stance && !any) continue;  // nobody known holds it: nothing to learn
      if (stance && !holds[f] && begins_with_pronoun(found[f].candidate.holder)) continue;
      Example example;
      example.features = std::move(found[f].features);
      example.clause = clause;
      example.part = part_;
      example.known = !found[f].candidate.parties.empty();
      if (stance && holds[f]) {
        const auto& kinds = passages_[p].marks[*mark].kinds;
        example.label = class_of(kinds.front());
        for (const std::string& kind : kinds) example.also.push_back(class_of(kind));
        example.mark = first_mark + *mark;
      }
      const Range holder = found[f].candidate.holder;
      const Range words = found[f].candidate.clause;
      example.shown = fmt::format(
          "{} {} [{}] in: {}", record::internal::name(found[f].candidate.role),
          holder.size() > 0 ? reading().text(holder.first, holder.last) : std::string_view(),
          reading().text(words.first, words.last), passages_[p].text);
      corpus_.examples.push_back(std::move(example));
    }
  }

  // One word in common, or one actor.
  bool is_holder(std::size_t p, const StanceMark& mark,
                 const record::internal::StanceCandidate& candidate) const {
    const std::string words = candidate.holder.size() > 0
                                  ? record::internal::to_lower(reading().text(
                                        candidate.holder.first, candidate.holder.last))
                                  : std::string();
    for (const std::string& holder : mark.holders) {
      const std::string wanted = record::internal::to_lower(holder);
      if (shares_word(words, wanted)) return true;
      const std::size_t at = record::internal::to_lower(passages_[p].text).find(wanted);
      if (at == std::string::npos) continue;
      if (shares_actor(begins_[p] + at, begins_[p] + at + wanted.size(), candidate.parties))
        return true;
    }
    return false;
  }

  static bool shares_word(const std::string& a, const std::string& b) {
    static constexpr std::string_view kSmall[] = {"the",   "a", "of", "and", "its", "his", "her",
                                                  "their", "s", "'s", "mr",  "ms",  "for", "in"};
    const auto words = [](const std::string& text) {
      std::vector<std::string> found(1);
      for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0)
          found.back() += c;
        else if (!found.back().empty())
          found.emplace_back();
      }
      return found;
    };
    const auto of_a = words(a);
    for (const std::string& each : words(b)) {
      if (each.empty() || std::find(std::begin(kSmall), std::end(kSmall), each) != std::end(kSmall))
        continue;
      if (std::find(of_a.begin(), of_a.end(), each) != of_a.end()) return true;
    }
    return false;
  }

  bool shares_actor(std::size_t begin, std::size_t end,
                    const std::vector<std::string>& parties) const {
    const auto& cast = reading().cast;
    for (const auto& mention : cast.mentions) {
      if (byte(mention.tokens.first) < begin || byte(mention.tokens.first) >= end) continue;
      const std::string& actor = reading().actor_ids[mention.figure];
      const std::string& side = reading().side_ids[mention.figure];
      for (const std::string& party : parties) {
        if (party == actor || party == side) return true;
      }
    }
    return false;
  }

  bool is_pronoun(Range holder) const { return holder.size() == 1 && begins_with_pronoun(holder); }

  // Whom it stands for the passage alone may not tell.
  bool begins_with_pronoun(Range holder) const {
    if (holder.size() == 0) return false;
    static constexpr std::string_view kPronouns[] = {"i",    "we",  "he",  "she", "it",
                                                     "they", "us",  "his", "her", "their",
                                                     "its",  "our", "my",  "who"};
    return std::find(std::begin(kPronouns), std::end(kPronouns),
                     reading().token(holder.first).lower) != std::end(kPronouns);
  }

  std::vector<StancePassage> passages_;
  std::vector<std::size_t> begins_;
  std::size_t part_;
  Corpus& corpus_;
  std::vector<std::unique_ptr<record::internal::Reading>> readings_;
};

Corpus read_corpus(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  const auto issues = shipped_issues();
  Corpus corpus;
  std::size_t group = 0;
  for (const std::string& path : paths) {
    auto text = read_text_file(path, std::size_t{1} << 24U);
    if (!text) stop("cannot read " + path);
    auto passages = read_stance_passages(std::string(text->utf8()), path);
    if (!passages) stop(to_text(passages.error().diagnostics.front()));
    for (std::size_t first = 0; first < passages->size();) {
      std::size_t next = first;
      std::vector<StancePassage> same;
      while (next < passages->size() && (*passages)[next].talks == (*passages)[first].talks)
        same.push_back(std::move((*passages)[next++]));
      Labeller(std::move(same), group++ % kParts, corpus).run(issues);
      first = next;
    }
  }
  return corpus;
}

std::vector<std::string> texts_of(const Json& value) {
  return value.is_array() ? value.get<std::vector<std::string>>()
                          : std::vector<std::string>{value.get<std::string>()};
}

/// Labels the candidates of a gold report, so that the model also sees how much of a report is no
/// stance of anybody.
class ReportLabeller {
 public:
  ReportLabeller(const GoldReport& gold, Corpus& corpus) : gold_(gold), corpus_(corpus) {}

  void run(const std::vector<record::IssueCues>& issues) {
    auto document =
        record::internal::read_document({gold_.path, std::string(gold_.text.utf8()), std::nullopt});
    if (!document) stop("cannot read " + gold_.path);
    readings_.push_back(std::make_unique<record::internal::Reading>(*std::move(document), true));
    actors_ = record::internal::join_casts(readings_);
    const auto sayings = record::internal::find_sayings(*readings_.front());
    for (auto& found : record::internal::stance_examples(*readings_.front(), sayings, issues))
      label(found);
  }

 private:
  void label(record::internal::StanceExample& found) {
    const auto& reading = *readings_.front();
    const Span clause =
        reading.passage(found.candidate.clause.first, found.candidate.clause.last).span;
    Example example;
    for (const GoldItem& item : gold_.items) {
      if (item.list != "stances") continue;
      const std::size_t first = std::max(clause.start, item.span.start);
      const std::size_t last = std::min(clause.end, item.span.end);
      const std::size_t shorter =
          std::min(clause.end - clause.start, item.span.end - item.span.start);
      if (last <= first || 2 * (last - first) < shorter) continue;
      if (item.optional || !is_party(item.fields.at("party"), found.candidate.parties)) return;
      example.label = class_of(texts_of(item.fields.at("stance")).front());
      break;
    }
    example.features = std::move(found.features);
    corpus_.reports.push_back(std::move(example));
  }

  bool is_party(const Json& names, const std::vector<std::string>& parties) const {
    for (const std::string& party : parties) {
      for (const record::Actor& actor : actors_) {
        if (actor.id != party) continue;
        for (const std::string& name : texts_of(names)) {
          if (same_name(name, actor.name)) return true;
        }
      }
    }
    return false;
  }

  const GoldReport& gold_;
  Corpus& corpus_;
  std::vector<std::unique_ptr<record::internal::Reading>> readings_;
  std::vector<record::Actor> actors_;
};

void add_reports(const std::string& folder, Corpus& corpus) {
  const Result<Gold> gold = read_gold(folder);
  if (!gold) stop("cannot read the gold reports of " + folder);
  const auto issues = shipped_issues();
  for (const GoldReport& report : gold->reports) ReportLabeller(report, corpus).run(issues);
  fmt::print("{} candidates of gold reports\n", corpus.reports.size());
}

/// Weights of features and classes: multinomial logistic regression with a quadratic penalty,
/// fitted by L-BFGS (Liu & Nocedal 1989) on all examples at once.
class Regression {
 public:
  explicit Regression(const std::vector<const Example*>& examples) {
    std::map<std::uint32_t, int> counts;
    for (const Example* example : examples) {
      for (const Feature& feature : example->features) ++counts[feature.key];
    }
    for (const auto& [key, count] : counts) {
      if (count >= kFeatureOccurrences) places_.emplace(key, places_.size());
    }
    std::vector<Row> rows;
    for (const Example* example : examples) rows.push_back(row_of(*example));
    weights_.resize(places_.size() * kWidth);
    fit(rows, examples);
  }

  StanceScores judge(const Example& example, float scale) const {
    return probabilities(row_of(example), weights_, scale);
  }

  std::vector<StanceFeatureRow> rows(float scale) const {
    std::map<std::uint32_t, std::size_t> sorted(places_.begin(), places_.end());
    std::vector<StanceFeatureRow> rows;
    for (const auto& [key, place] : sorted) {
      StanceFeatureRow row{key, {}};
      bool any = false;
      for (std::size_t c = 0; c < kStanceClasses; ++c) {
        const float steps = scale * weights_[place * kWidth + c] / kStanceQuantum;
        row.weights[c] = static_cast<std::int16_t>(std::clamp(std::lround(steps), -32767L, 32767L));
        any = any || std::abs(row.weights[c]) > kLeast;
      }
      if (any) rows.push_back(row);
    }
    return rows;
  }

 private:
  static constexpr int kLeast = 30;          // steps; a feature of less weight is left out
  static constexpr std::size_t kWidth = 16;  // of a feature's weights, for aligned sums
  static constexpr std::size_t kMemory = 6;  // steps that L-BFGS remembers
  static_assert(kStanceClasses <= kWidth);
  using Row = std::vector<std::pair<std::uint32_t, float>>;
  using Vector = std::vector<float>;

  Row row_of(const Example& example) const {
    Row row;
    for (const Feature& feature : example.features) {
      const auto found = places_.find(feature.key);
      if (found != places_.end())
        row.emplace_back(static_cast<std::uint32_t>(found->second), feature.value);
    }
    return row;
  }

  static StanceScores probabilities(const Row& row, const Vector& weights, float scale) {
    std::array<float, kWidth> sums{};
    for (const auto& [place, value] : row) {
      const float* from = &weights[place * kWidth];
      for (std::size_t c = 0; c < kWidth; ++c) sums[c] += value * from[c];
    }
    StanceScores scores;
    for (std::size_t c = 0; c < kStanceClasses; ++c) scores[c] = scale * sums[c];
    const float most = *std::max_element(scores.begin(), scores.end());
    float sum = 0;
    for (float& score : scores) sum += score = std::exp(score - most);
    for (float& score : scores) score /= sum;
    return scores;
  }

  // The penalised loss at some weights, and its gradient.
  static double loss_at(const std::vector<Row>& rows, const std::vector<const Example*>& examples,
                        const Vector& weights, Vector& gradient) {
    double loss = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      loss += 0.5 * kPenalty * weights[i] * weights[i];
      gradient[i] = kPenalty * weights[i];
    }
    for (std::size_t e = 0; e < rows.size(); ++e) {
      const StanceScores scores = probabilities(rows[e], weights, 1);
      std::array<float, kWidth> errors{};
      std::copy(scores.begin(), scores.end(), errors.begin());
      const std::size_t label = examples[e]->label;
      loss -= std::log(std::max(1e-30F, scores[label]));
      errors[label] -= 1;
      for (const auto& [place, value] : rows[e]) {
        float* to = &gradient[place * kWidth];
        for (std::size_t c = 0; c < kWidth; ++c) to[c] += value * errors[c];
      }
    }
    return loss;
  }

  static double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
    return sum;
  }

  static void add(Vector& to, double factor, const Vector& from) {
    const auto by = static_cast<float>(factor);
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += by * from[i];
  }

  struct Step {
    Vector moved;
    Vector turned;
    double scale = 0;
  };

  static Vector direction(const std::vector<Step>& memory, const Vector& gradient) {
    Vector way = gradient;
    std::vector<double> factors(memory.size());
    for (std::size_t k = memory.size(); k-- > 0;) {
      factors[k] = memory[k].scale * dot(memory[k].moved, way);
      add(way, -factors[k], memory[k].turned);
    }
    const double size =
        memory.empty()
            ? 1 / std::sqrt(dot(gradient, gradient))
            : 1 / (memory.back().scale * dot(memory.back().turned, memory.back().turned));
    for (float& each : way) each *= static_cast<float>(size);
    for (std::size_t k = 0; k < memory.size(); ++k) {
      const double back = memory[k].scale * dot(memory[k].turned, way);
      add(way, factors[k] - back, memory[k].moved);
    }
    return way;
  }

  void fit(const std::vector<Row>& rows, const std::vector<const Example*>& examples) {
    Vector gradient(weights_.size());
    double loss = loss_at(rows, examples, weights_, gradient);
    std::vector<Step> memory;
    for (int round = 0; round < kRounds; ++round) {
      const Vector way = direction(memory, gradient);
      const double slope = dot(way, gradient);
      Vector next;
      Vector turned(weights_.size());
      double reached = loss;
      double length = 1;
      for (int attempt = 0; attempt < 12; ++attempt, length /= 2) {
        next = weights_;
        add(next, -length, way);
        reached = loss_at(rows, examples, next, turned);
        if (reached <= loss - 1.0e-4 * length * slope) break;
      }
      if (loss - reached < 1.0e-5 * loss) break;
      Step step{next, turned, 0};
      add(step.moved, -1, weights_);
      add(step.turned, -1, gradient);
      step.scale = 1 / dot(step.moved, step.turned);
      memory.push_back(std::move(step));
      if (memory.size() > kMemory) memory.erase(memory.begin());
      weights_ = std::move(next);
      gradient = std::move(turned);
      loss = reached;
    }
  }

  std::unordered_map<std::uint32_t, std::size_t> places_;
  Vector weights_;
};

/// What cross-validation says of one clause: its best candidate and whether it is right.
struct Judged {
  float score = 0;
  std::size_t given = 0;
  const Example* example = nullptr;
  bool right = false;
};

std::vector<Judged> best_of_clauses(const std::vector<Example>& examples,
                                    const std::vector<StanceScores>& scores) {
  std::vector<Judged> best;
  for (std::size_t e = 0; e < examples.size(); ++e) {
    const bool same = !best.empty() && best.back().example->clause == examples[e].clause;
    const auto first = scores[e].begin() + kFirstStance;
    const auto top = std::max_element(first, scores[e].begin() + kReadingClass);
    const auto given = static_cast<std::size_t>(top - scores[e].begin());
    const auto& also = examples[e].also;
    const Judged judged{*top, given, &examples[e],
                        std::find(also.begin(), also.end(), given) != also.end()};
    if (!same)
      best.push_back(judged);
    else if (judged.score > best.back().score)
      best.back() = judged;
  }
  return best;
}

/// The scale of the weights at which the probabilities fit best.
float best_scale(const std::vector<Example>& examples, const std::vector<Regression>& models) {
  float best = 1;
  double least = 1e300;
  for (float scale = 0.3F; scale < 1.5F; scale += 0.05F) {
    double loss = 0;
    for (const Example& each : examples)
      loss -= std::log(std::max(1e-9F, models[each.part].judge(each, scale)[each.label]));
    if (loss < least) {
      least = loss;
      best = scale;
    }
  }
  return best;
}

struct Outcome {
  float scale = 1;
  float threshold = 1;
};

std::size_t count_stances(const Corpus& corpus) {
  return static_cast<std::size_t>(
      std::count_if(corpus.mark_kinds.begin(), corpus.mark_kinds.end(),
                    [](const auto& kind) { return kind != "none" && kind != "reading"; }));
}

void print_bound(const Corpus& corpus) {
  std::vector<int> reach(corpus.marks.size());
  std::map<std::string, int> labels;
  for (const Example& each : corpus.examples) {
    ++labels[std::string(class_name(each.label))];
    if (each.mark && is_stance(each.label))
      reach[*each.mark] = std::max(reach[*each.mark], each.known ? 2 : 1);
  }
  const auto some = std::count_if(reach.begin(), reach.end(), [](int r) { return r > 0; });
  const auto known = std::count(reach.begin(), reach.end(), 2);
  fmt::print(
      "{} candidates; of {} stances {} have one with their holder, {} one that is an actor\n",
      corpus.examples.size(), count_stances(corpus), some, known);
  for (const auto& [label, count] : labels) fmt::print("  {} {}", label, count);
  fmt::print("\n");
}

void print_mistakes(const Corpus& corpus, const std::vector<Judged>& judged, float threshold) {
  std::vector<bool> reached(corpus.marks.size());
  std::vector<bool> possible(corpus.marks.size());
  for (const Judged& each : judged) {
    if (each.score >= threshold && !each.right)
      fmt::print("wrong {:.2f} {} for {}: {}\n", each.score, class_name(each.given),
                 class_name(each.example->label), each.example->shown);
    if (each.score >= threshold && each.right) reached[*each.example->mark] = true;
  }
  for (const Example& each : corpus.examples) {
    if (each.mark) possible[*each.mark] = true;
  }
  for (std::size_t m = 0; m < corpus.marks.size(); ++m) {
    if (reached[m] || !is_stance(class_of(corpus.mark_kinds[m]))) continue;
    fmt::print("{} {}\n", possible[m] ? "missed" : "beyond", corpus.marks[m]);
  }
}

Outcome cross(const Corpus& corpus, bool mistakes) {
  std::vector<Regression> models;
  for (std::size_t part = 0; part < kParts; ++part) {
    std::vector<const Example*> others;
    for (const Example& each : corpus.examples) {
      if (each.part != part) others.push_back(&each);
    }
    for (const Example& each : corpus.reports) others.push_back(&each);
    models.emplace_back(others);
  }
  Outcome outcome;
  outcome.scale = best_scale(corpus.examples, models);
  std::vector<StanceScores> scores;
  double loss = 0;
  for (const Example& each : corpus.examples) {
    scores.push_back(models[each.part].judge(each, outcome.scale));
    loss -= std::log(std::max(1e-9F, scores.back()[each.label]));
  }
  fmt::print("scale {:.2f}, loss {:.4f} a candidate\n", outcome.scale,
             loss / static_cast<double>(corpus.examples.size()));
  const auto judged = best_of_clauses(corpus.examples, scores);
  const auto wanted = static_cast<double>(count_stances(corpus));
  for (float threshold = 0.95F; threshold > 0.25F; threshold -= 0.05F) {
    std::size_t given = 0;
    std::size_t right = 0;
    std::vector<bool> reached(corpus.marks.size());
    for (const Judged& each : judged) {
      if (each.score < threshold) continue;
      ++given;
      if (!each.right) continue;
      ++right;
      reached[*each.example->mark] = true;
    }
    const double precision =
        given == 0 ? 1 : static_cast<double>(right) / static_cast<double>(given);
    const double recall =
        static_cast<double>(std::count(reached.begin(), reached.end(), true)) / wanted;
    fmt::print("at {:.2f}: {} given, precision {:.3f}, recall {:.3f}\n", threshold, given,
               precision, recall);
    if (precision >= kWantedPrecision) outcome.threshold = threshold;
  }
  if (mistakes) print_mistakes(corpus, judged, outcome.threshold);
  return outcome;
}

void make(const Corpus& corpus, const std::string& path) {
  const Outcome outcome = cross(corpus, false);
  std::vector<const Example*> all;
  for (const Example& each : corpus.examples) all.push_back(&each);
  for (const Example& each : corpus.reports) all.push_back(&each);
  const Regression model(all);
  const auto rows = model.rows(outcome.scale);
  const std::string bytes = record::internal::write_stance_model(outcome.threshold, rows);
  const auto written = write_file(path, bytes);
  if (!written) stop(to_text(written.error().diagnostics.front()));
  fmt::print("{} features, {} bytes, threshold {:.2f}\n", rows.size(), bytes.size(),
             outcome.threshold);
}

int run(const std::vector<std::string>& words) {
  const bool making = words.size() == 4 && words[0] == "make";
  const bool crossing = words.size() >= 3 && words.size() <= 4 && words[0] == "cross";
  if (!making && !crossing) stop("make DIR GOLD MODEL.bin, or cross DIR GOLD [--mistakes]");
  Corpus corpus = read_corpus(words[1]);
  add_reports(words[2], corpus);
  print_bound(corpus);
  if (making)
    make(corpus, words[3]);
  else
    cross(corpus, words.size() == 4);
  return 0;
}

}  // namespace
}  // namespace parley::scoring

int main(int count, char** words) {
  return parley::scoring::run(std::vector<std::string>(words + 1, words + count));
}
