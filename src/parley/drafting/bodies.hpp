#pragma once

#include <map>
#include <string>

#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// For whom each actor of a record speaks: the end of the chain of sides, so that a ministry's
/// person stands for the state.
class Bodies {
 public:
  /// `record` must outlive this. Linear in the actors.
  explicit Bodies(const record::Record& record);

  /// The id of the actor's body; the actor itself when it has no side, or is not of the record.
  const std::string& of(const std::string& actor) const;
  /// The actor itself; null when it is not of the record.
  const record::Actor* find(const std::string& actor) const;

 private:
  std::map<std::string, const record::Actor*> actors_;
};

}  // namespace parley::drafting::internal
