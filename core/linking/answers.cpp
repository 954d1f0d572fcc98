#include <algorithm>

#include "core/linking/reading.h"
#include "core/linking/words.h"

namespace claimtrail {
namespace {

bool holds_word(const std::vector<std::string>& words, const std::string& wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return same_word(word, wanted); });
}

/// True when every content word of the term occurs.
bool holds_term(const std::vector<std::string>& words, const std::string& term) {
  for (const std::string& word : folded_words(term)) {
    if (!is_function_word(word) && !holds_word(words, word_class(stem(word)))) return false;
  }
  return true;
}

/// "5,000 casualties": what is counted says that something else happened.
bool counts_other_harm(const Figure& figure, const std::string& wanted) {
  const std::vector<std::string> noun = folded_words(figure.noun);
  const std::string counted = noun.empty() ? std::string() : word_class(stem(noun.back()));
  return (counted == "kill" || counted == "injur") && !same_word(counted, wanted);
}

/// What happens must be what the question asks; a reading that names no event is taken by its
/// words.
bool meets_predicate(const LinkReading& reading, const std::string& predicate) {
  if (predicate.empty()) return true;
  const std::string wanted = word_class(stem(predicate));
  if (!reading.predicate.empty() && same_word(reading.predicate, wanted)) return true;
  if (holds_word(reading.words, wanted)) return true;
  return reading.quantity() != nullptr && reading.predicate.empty() &&
         !counts_other_harm(*reading.quantity(), wanted);
}

}  // namespace

bool answers(const LinkReading& reading, const Question& question) {
  if (reading.dimension != question.dimension) return false;
  for (const std::string& term : question.about) {
    if (!holds_term(reading.words, term)) return false;
  }
  for (const std::string& entity : question.entities) {
    if (!holds_term(*reading.around, entity)) return false;
  }
  return meets_predicate(reading, question.predicate);
}

}  // namespace claimtrail
