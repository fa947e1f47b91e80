#include "parley/record/event_lexicon.hpp"

#include <algorithm>
#include <cassert>

#include "parley/record/inflection.hpp"

namespace parley::record::internal {
namespace {

std::optional<EventSense> sense_named(std::string_view meaning, std::string_view mode) {
  EventSense sense;
  if (const auto event = event_class_named(meaning)) {
    sense.deed = {*event, event_mode_named(mode)};
    return sense;
  }
  const auto role = event_operator_named(meaning);
  if (!role) return std::nullopt;
  sense.role = *role;
  return sense;
}

std::string plural(const std::string& noun) {
  const char last = noun.back();
  if (noun.ends_with("man")) return noun.substr(0, noun.size() - 2) + "en";
  if (last == 's' || last == 'x' || noun.ends_with("sh") || noun.ends_with("ch"))
    return noun + "es";
  const bool vowel_before =
      noun.size() > 1 && std::string_view("aeiou").find(noun[noun.size() - 2]) != std::string::npos;
  if (last == 'y' && !vowel_before) return noun.substr(0, noun.size() - 1) + "ies";
  return noun + "s";
}

}  // namespace

EventLexicon::EventLexicon() {
  read_nouns();
  read_verbs();
}

void EventLexicon::read_nouns() {
  for (const auto& row : lexicon_rows("event_nouns.tsv")) {
    assert(row.size() == 4);
    auto topic = std::find(topic_names_.begin(), topic_names_.end(), row[0]);
    if (topic == topic_names_.end()) topic = topic_names_.emplace(topic, row[0]);
    const EventNoun noun{static_cast<std::size_t>(topic - topic_names_.begin()),
                         sense_named(row[1], row[2])};
    assert(noun.topic < Topics().size());
    for (const std::string_view word : names_in(row[3])) {
      nouns_.add(word, noun);
      nouns_.add(plural(std::string(word)), noun);
    }
  }
}

Topics EventLexicon::topics(std::string_view column) const {
  Topics topics;
  for (const std::string_view name : names_in(column)) {
    const auto topic = std::find(topic_names_.begin(), topic_names_.end(), name);
    assert(topic != topic_names_.end());
    topics.set(static_cast<std::size_t>(topic - topic_names_.begin()));
  }
  return topics;
}

void EventLexicon::read_verbs() {
  for (const auto& row : lexicon_rows("event_verbs.tsv")) {
    assert(row.size() == 4);
    const auto sense = sense_named(row[2], row[3]);
    assert(sense);
    constexpr std::string_view kSubject = "subject:";
    const bool of_subject = row[1].starts_with(kSubject);
    const Topics named = topics(of_subject ? row[1].substr(kSubject.size()) : row[1]);
    for (std::string_view entry : split(row[0], ';')) {
      if (entry.front() == ' ') entry.remove_prefix(1);
      const auto words = split(entry, ' ');
      EventVerb verb;
      for (std::size_t i = 1; i < words.size(); ++i) verb.rest.emplace_back(words[i]);
      (of_subject ? verb.subjects : verb.objects) = named;
      verb.sense = *sense;
      for (const auto& [form, kind] : all_verb_forms(std::string(words[0]))) {
        EventVerbForm& known = verbs_[form];
        if (known.verbs.empty()) known.form = kind;
        auto at = std::find_if(known.verbs.begin(), known.verbs.end(), [&](const EventVerb& other) {
          return other.rest.size() < verb.rest.size();
        });
        const auto same =
            std::find_if(known.verbs.rbegin(), known.verbs.rend(),
                         [&](const EventVerb& other) { return other.rest == verb.rest; });
        if (same != known.verbs.rend()) at = same.base();
        known.verbs.insert(at, verb);
      }
    }
  }
}

const EventVerbForm* EventLexicon::verbs(std::string_view lower) const {
  const auto found = verbs_.find(lower);
  return found == verbs_.end() ? nullptr : &found->second;
}

const EventLexicon& event_lexicon() {
  static const EventLexicon instance;
  return instance;
}

}  // namespace parley::record::internal
