#include "parley/record/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cassert>
#include <cctype>
#include <memory>

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

// The word that ends in the stop before `end`, spaces aside, in lower case; empty when there is
// none.
std::string last_word(std::string_view text, std::size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == 0 || text[end - 1] != '.') return {};
  --end;
  std::size_t begin = end;
  while (begin > 0 && (std::isalpha(static_cast<unsigned char>(text[begin - 1])) != 0 ||
                       text[begin - 1] == '.')) {
    --begin;
  }
  return to_lower(text.substr(begin, end - begin));
}

bool is_break(std::string_view text, std::size_t at) {
  std::size_t next = at;
  while (next < text.size() && std::isspace(static_cast<unsigned char>(text[next])) != 0) ++next;
  if (next == text.size()) return true;
  if (text[next] >= 'a' && text[next] <= 'z') return false;
  const std::string word = last_word(text, at);
  if (word.empty()) return true;
  // "U.S. President", "No. 5": an initial or an abbreviation does not end a sentence, unless it may
  // and what follows is a word that begins one.
  const bool initial = word.size() == 1 && word != "i";
  if (!initial && !lexicon().is_abbreviation(word)) return true;
  if (initial || !lexicon().may_end_sentence(word)) return false;
  std::size_t stop = next;
  while (stop < text.size() && std::isalpha(static_cast<unsigned char>(text[stop])) != 0) ++stop;
  const std::string following = to_lower(text.substr(next, stop - next));
  const Lexicon& words = lexicon();
  return words.is(following, WordClass::determiner) || words.is(following, WordClass::pronoun) ||
         words.is(following, WordClass::preposition) || words.is(following, WordClass::conjunction);
}

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view block) {
  thread_local const std::unique_ptr<icu::BreakIterator> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    assert(U_SUCCESS(status));
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, block.data(), static_cast<std::int64_t>(block.size()), &status);
  rules->setText(&text, status);
  std::vector<std::size_t> ends;
  for (std::int32_t at = rules->first(); (at = rules->next()) != icu::BreakIterator::DONE;) {
    if (is_break(block, static_cast<std::size_t>(at))) ends.push_back(static_cast<std::size_t>(at));
  }
  if (ends.empty() || ends.back() != block.size()) ends.push_back(block.size());
  utext_close(&text);
  return ends;
}

}  // namespace parley::record::internal
