#include "core/quantity/read_single_death.h"

#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/quantity/predicates.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

struct Person {
  std::size_t head = 0;
  bool aged = false;  ///< "a 16-year-old girl"
};

/// Token after "16-year-old", "three month old" at `at`; `at` where none stands there.
std::size_t past_age(const SentenceView& sentence, std::size_t at) {
  if (!sentence.is_number(at) && number_word(sentence.lower(at)) == nullptr) return at;
  static const WordSet periods{"year", "month", "week", "day", "years", "months"};
  std::size_t here = at + 1;
  if (sentence.lower(here) == "-") ++here;
  if (!periods.contains(sentence.lower(here))) return at;
  ++here;
  if (sentence.lower(here) == "-") ++here;
  return sentence.lower(here) == "old" ? here + 1 : at;
}

/// The one person after the article at `at`: "man", "local high school student", "16-year-old".
std::optional<Person> read_person(const SentenceView& sentence, std::size_t at) {
  static const WordSet further{"second", "third", "fourth", "fifth", "other", "another", "further"};
  constexpr std::size_t kWords = 6;
  Person person;
  std::size_t here = at + 1;
  for (std::size_t words = 0; words < kWords; ++words) {
    if (const std::size_t past = past_age(sentence, here); past != here) {
      person.aged = true;
      person.head = past - 1;
      here = past;
    }
    const std::string_view word = sentence.lower(here);
    const bool stops = !sentence.is_word(here) || ends_noun_phrase(word) ||
                       further.contains(word) || number_word(word) != nullptr || is_plural(word);
    if (stops) break;
    if (is_person_noun(word, false)) {
      person.head = here;
      // "a police officer", "a student athlete": the last of them is the head.
      if (!is_person_noun(sentence.lower(here + 1), false)) return person;
    } else if (person.head != 0 && !event_lemma(word).empty()) {
      break;
    }
    ++here;
  }
  if (person.head == 0) return std::nullopt;
  // "a 2-year-old police dog"
  const std::size_t next = person.head + 1;
  if (sentence.is_word(next) && !ends_noun_phrase(sentence.lower(next)) &&
      event_lemma(sentence.lower(next)).empty() && sentence.lower(next) != "fatally") {
    return std::nullopt;
  }
  return person;
}

/// What may stand after "killed" that is no object of it.
bool no_object(const SentenceView& sentence, std::size_t at) {
  static const WordSet follows{"in",    "by",    "at",   "on",     "during",  "when",
                               "after", "while", "near", "and",    "before",  "from",
                               "as",    "early", "late", "inside", "outside", "over"};
  const std::string_view word = sentence.lower(at);
  return word.empty() || !(sentence.is_word(at) || sentence.is_number(at)) ||
         follows.contains(word);
}

/// Whether the clause from `at` on says that the one before it died.
bool dies(const SentenceView& sentence, std::size_t at) {
  static const WordSet adverbs{
      "been",     "later",   "also",      "reportedly", "accidentally",    "being", "pronounced",
      "declared", "found",   "confirmed", "then",       "allegedly",       "shot",  "stabbed",
      "and",      "fatally", "since",     "apparently", "unintentionally", "to"};
  static const WordSet dead{"killed", "dead", "died", "murdered", "slain", "death"};
  static const WordSet ends{
      "that",    "because",  "although",  "though",    "while", "but",    "after",  "before",
      "when",    "if",       "unless",    "until",     "as",    "by",     "said",   "says",
      "whose",   "where",    "were",      "are",       "have",  "would",  "could",  "may",
      "might",   "can",      "will",      "not",       "n't",   "nearly", "almost", "charged",
      "accused", "arrested", "suspected", "convicted", "and",   "or"};
  constexpr std::size_t kGap = 9;
  if (sentence.lower(at) == "," && sentence.lower(at + 1) == "who") at += 2;
  const std::size_t start = at;
  for (; at < sentence.end && at < start + kGap; ++at) {
    const std::string_view word = sentence.lower(at);
    // "a woman, 32, was killed"
    if (word == "," && sentence.is_number(at + 1) && sentence.lower(at + 2) == ",") {
      at += 2;
      continue;
    }
    if (ends.contains(word)) return false;
    if (word == "died") return true;
    const bool near = at == start;
    if (near && (word == "dead" || word == "slain")) return no_object(sentence, at + 1);
    if (near && (word == "killed" || word == "murdered")) return no_object(sentence, at + 1);
    const bool attacked =
        near && (word == "shot" || word == "stabbed" || word == "fatally" || word == "found");
    if (word != "was" && word != "is" && word != "has" && word != "had" && !attacked) {
      if (!sentence.is_word(at) || !event_lemma(word).empty()) return false;
      continue;
    }
    bool fatal = word == "fatally";
    for (std::size_t here = at + 1; here < sentence.end && here < at + kGap; ++here) {
      const std::string_view next = sentence.lower(here);
      // "A child is killed every day" tells of no one child.
      if (dead.contains(next)) {
        if (word == "is" && next != "dead") return false;
        return !attacked || no_object(sentence, here + 1);
      }
      fatal = fatal || next == "fatally";
      if (fatal && (next == "shot" || next == "stabbed" || next == "wounded" || next == "injured"))
        return !attacked || no_object(sentence, here + 1);
      if (!adverbs.contains(next)) return false;
    }
    return false;
  }
  return false;
}

/// Whether more people follow: "killed a man and his son", "the deaths of a mother, her child".
bool goes_on(const SentenceView& sentence, std::size_t at) {
  static const WordSet opens{"a",       "an",      "his",   "her",     "their",
                             "another", "the",     "two",   "three",   "four",
                             "five",    "several", "other", "himself", "herself"};
  if (sentence.lower(at) == ",") ++at;
  if (sentence.lower(at) == "and" || sentence.lower(at) == "or")
    return sentence.is_number(at + 1) || opens.contains(sentence.lower(at + 1)) ||
           sentence.capitalised(at + 1);
  return false;
}

/// Whether the words before the article say that the one after it died: "killed", "the death of".
bool killed_before(const SentenceView& sentence, std::size_t at) {
  static const WordSet verbs{"killed", "killing", "murdered", "murdering", "slain"};
  static const WordSet nouns{"death", "murder", "killing", "slaying", "homicide"};
  static const WordSet attacks{"shooting", "stabbing"};
  static const WordSet strikes{"shot",     "shooting", "stabbed",  "stabbing",
                               "wounding", "wounded",  "striking", "struck"};
  if (at < sentence.begin + 1) return false;
  const auto back = [&](std::size_t steps) {
    return at >= sentence.begin + steps ? sentence.lower(at - steps) : std::string_view{};
  };
  if (verbs.contains(back(1))) return back(2) != "of" && back(2) != "not" && back(2) != "by";
  if (strikes.contains(back(1))) return back(2) == "fatally";
  if (back(1) != "of") return false;
  if (nouns.contains(back(2))) return back(3) != "attempted";
  return attacks.contains(back(2)) && (back(3) == "fatal" || back(3) == "deadly");
}

}  // namespace

std::optional<Draft> read_single_death(const SentenceView& sentence, std::size_t at) {
  if (sentence.lower(at) != "a" && sentence.lower(at) != "an") return std::nullopt;
  const auto person = read_person(sentence, at);
  if (!person) return std::nullopt;
  static const WordSet unlike{"if",  "whether", "including", "them",   "like",    "as",      "with",
                              "by",  "from",    "than",      "for",    "of",      "in",      "near",
                              "to",  "at",      "on",        "behind", "against", "between", "is",
                              "was", "not",     "every",     "once",   "unless",  "about"};
  const std::size_t after = person->head + 1;
  const bool told_before = killed_before(sentence, at);
  const std::string_view before = at > sentence.begin ? sentence.lower(at - 1) : std::string_view{};
  if (told_before ? goes_on(sentence, after) : unlike.contains(before) || !dies(sentence, after)) {
    return std::nullopt;
  }
  Draft draft;
  draft.first = at;
  draft.last = person->aged ? at + 1 : after;
  draft.reach = after;
  Figure& figure = draft.figure;
  bound(figure, Decimal(1), Modifier::none, false);
  figure.dimension = "count";
  count_people(figure);
  const bool named = !person->aged || is_person_noun(sentence.lower(person->head), false);
  figure.noun = named ? words_of(sentence.text, person->head, after) : "person";
  figure.predicate = event_lemma("killed");
  figure.role = Role::patient;
  figure.original_value = words_of(sentence.text, at, at + 1);
  figure.span = {sentence.text.tokens[at].span.start,
                 sentence.text.tokens[draft.last - 1].span.end};
  return draft;
}

}  // namespace claimtrail
