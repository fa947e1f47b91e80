#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/estimate.hpp"
#include "parley/casefile/case.hpp"

namespace parley::assess {

/// A case with its names turned into numbers: what every world is drawn from.
///
/// Parties, issues and drafts have the order of the case; the options of all issues are numbered
/// through, issue by issue. The case must have passed the check and must outlive the model.
class Model {
 public:
  explicit Model(const casefile::Case& source);

  const casefile::Case& source() const { return *source_; }
  std::size_t parties() const { return source_->parties.size(); }
  std::size_t issues() const { return source_->issues.size(); }
  std::size_t drafts() const { return source_->drafts.size(); }
  std::size_t options() const { return first_option_.back(); }

  /// The options of an issue are [first_option(issue), first_option(issue + 1)).
  std::size_t first_option(std::size_t issue) const { return first_option_[issue]; }

  /// The parties whose consent every deal needs, in the order of the case.
  const std::vector<std::size_t>& consenting() const { return consenting_; }

  /// An option that takes an act of a party outside consenting(), so that a text with it needs that
  /// party's consent as well.
  struct Act {
    std::size_t party;
    std::size_t issue;
    std::size_t option;  ///< its number
  };
  /// In the order of the options, then as the option names them.
  const std::vector<Act>& acts() const { return acts_; }

  /// consenting() and the parties of acts(): all whose consent some deal needs, in the order of the
  /// case.
  const std::vector<std::size_t>& askable() const { return askable_; }

  /// What a draft may say on an issue: the options its text leaves possible. One option where the
  /// term is known; several where the text leaves a choice, brackets the issue, is silent or is not
  /// known.
  const std::vector<std::size_t>& possible(std::size_t draft, std::size_t issue) const {
    return possible_[draft * issues() + issue];
  }

  /// How a position says what the options are worth to the party.
  struct Values {
    enum class Known { nothing, order, numbers } known = Known::nothing;
    std::vector<std::vector<std::size_t>> ranks;  ///< order: best first, by option number
    std::vector<std::size_t> unranked;
    std::vector<std::pair<std::size_t, Estimate>> numbers;  ///< on 0 .. 1
    std::vector<std::pair<std::size_t, StreamName>>
        names;  ///< the stream of each option's own draw
  };

  struct Stand {
    Estimate priority;  ///< 0 when the party has positions, but none on the issue
    StreamName priority_name{""};
    Values values;
    StreamName order_name{""};
    struct Line {
      std::size_t option;
      Estimate firmness;
      StreamName name;
    };
    std::vector<Line> red_lines;
  };
  const Stand& stand(std::size_t party, std::size_t issue) const {
    return stands_[party * issues() + issue];
  }

  /// Whether the case says anything of what the party wants: ranks options of an issue, or draws a
  /// red line. Of a party without, every answer is "not known".
  bool knows_stand(std::size_t party) const { return knows_stand_[party]; }

  struct Alternative {
    bool stated = false;  ///< false: the case says nothing, so every value is thought possible
    std::optional<Estimate> value;     ///< on 0 .. 1
    std::optional<std::size_t> above;  ///< draft
    std::optional<std::size_t> below;  ///< draft
    bool open_ended = false;           ///< as casefile::is_open_ended
    Estimate trend;                    ///< per round, on 0 .. 1
    StreamName name{""};
    StreamName trend_name{""};
  };
  const Alternative& alternative(std::size_t party) const { return alternatives_[party]; }

  /// Something seen that a world may agree with or not.
  struct Observation {
    std::string description;  ///< in the case's own titles
    std::size_t party;
    std::optional<std::size_t> draft;  ///< of an answer; nothing for a comparison of drafts
    bool accepted = false;
    Estimate sincere;
    StreamName name{""};
  };
  /// Answers that accept or reject, in the order of the case, then the parties' no-deal
  /// comparisons.
  const std::vector<Observation>& observations() const { return observations_; }

  struct Condition {
    std::vector<std::pair<std::size_t, std::vector<std::size_t>>>
        all;  ///< issue, options that satisfy
    /// Whether a package satisfies it; `options` holds one option number per issue.
    bool holds(const std::size_t* options) const;
  };
  struct Link {
    Condition when;
    Condition then;
    std::optional<std::size_t>
        owner;  ///< the party that insists; nothing for a fact that binds all
    Estimate firmness;
    StreamName name{""};
  };
  const std::vector<Link>& linkages() const { return linkages_; }

  /// What options are worth to a party together, beyond what each is worth alone.
  struct Interplay {
    std::size_t party;
    Condition when;
    Estimate value;  ///< on -1 .. 1
    StreamName name{""};
  };
  const std::vector<Interplay>& interplay() const { return interplay_; }

 private:
  void read_stands();
  void read_alternatives();
  void read_drafts();
  void read_acts();
  void read_linkages();
  void read_interplay();
  Condition condition_of(const casefile::Condition& written) const;
  void read_observations();
  std::size_t option_number(std::size_t issue, const casefile::Reference& option) const;
  std::vector<std::size_t> option_numbers(std::size_t issue,
                                          const std::vector<casefile::Reference>& options) const;

  const casefile::Case* source_;
  std::vector<std::size_t> first_option_;
  std::vector<std::size_t> consenting_;
  std::vector<Act> acts_;
  std::vector<std::size_t> askable_;
  std::vector<std::vector<std::size_t>> possible_;
  std::vector<Stand> stands_;
  std::vector<bool> knows_stand_;
  std::vector<Alternative> alternatives_;
  std::vector<Observation> observations_;
  std::vector<Link> linkages_;
  std::vector<Interplay> interplay_;
};

}  // namespace parley::assess
