#include "core/quantity/verb_clues.h"

#include "core/quantity/exclusions.h"
#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {

bool ends_clause(std::string_view word) {
  static const WordSet words{";",     ":",       ".",        "?",      "!",     "\"",
                             "that",  "because", "although", "though", "while", "whereas",
                             "but",   "after",   "before",   "when",   "if",    "unless",
                             "until", "as",      "by",       "for",    "than",  "said",
                             "says",  "say",     "who",      "which",  "where"};
  return words.contains(word);
}

std::optional<Voice> read_auxiliary(std::string_view word, Voice before) {
  static const WordSet passive{"was",       "were",   "is",       "are",      "be",       "been",
                               "being",     "got",    "get",      "remain",   "remained", "left",
                               "confirmed", "feared", "believed", "presumed", "reported", "shot"};
  static const WordSet active{"has", "have",  "had",  "will", "would", "could",
                              "may", "might", "must", "can",  "to"};
  static const WordSet adverbs{"also",    "not",      "n't",      "now",        "reportedly",
                               "already", "since",    "still",    "officially", "allegedly",
                               "either",  "all",      "both",     "seriously",  "critically",
                               "badly",   "slightly", "severely", "fatally",    "mortally"};
  if (passive.contains(word)) return Voice::passive;
  if (active.contains(word)) return Voice::active;
  if (adverbs.contains(word)) return before;
  return std::nullopt;
}

bool acts_on_others(const TokenizedText& text, std::size_t at, std::size_t end) {
  static const WordSet alone{"died",      "fled",    "rose",      "fell",    "grew",
                             "gathered",  "marched", "protested", "rallied", "demonstrated",
                             "assembled", "drowned", "perished",  "voted",   "joined",
                             "attended",  "crossed", "visited"};
  if (alone.contains(text.lower[at]) || at + 1 >= end) return false;
  static const WordSet opens{"a",      "an",       "the",       "his",   "her",     "their",
                             "its",    "some",     "more",      "over",  "several", "many",
                             "dozens", "hundreds", "thousands", "about", "nearly",  "them",
                             "him",    "another",  "scores",    "up",    "all"};
  const std::size_t next = at + 1;
  if (text.tokens[next].kind == TokenKind::number || number_word(text.lower[next]) != nullptr)
    return true;
  if (text.lower[next] == "at" && next + 1 < end && text.lower[next + 1] == "least") return true;
  if (text.tokens[next].kind != TokenKind::word) return false;
  return opens.contains(text.lower[next]) || is_plural(text.lower[next]);
}

bool ends_in_death(const TokenizedText& text, std::size_t at, std::size_t begin, std::size_t end) {
  static const WordSet attacks{"shot",    "shoots",   "shooting",  "stabbed", "beaten",
                               "beat",    "hacked",   "strangled", "burned",  "found",
                               "crushed", "trampled", "stabbing",  "wounded", "struck",
                               "hit",     "injured"};
  static const WordSet fatal{"fatally", "mortally"};
  const auto lower = [&](std::size_t i) {
    return i >= begin && i < end ? std::string_view(text.lower[i]) : std::string_view{};
  };
  if (!attacks.contains(lower(at))) return false;
  if (at > begin && fatal.contains(lower(at - 1))) return true;
  const std::string_view next = lower(at + 1);
  if (next == "dead" || next == "fatally") return true;
  if (next == "to" && lower(at + 2) == "death") return true;
  // "found shot to death", "was shot and fatally wounded"
  if (lower(at) == "found") return ends_in_death(text, at + 1, begin, end);
  return next == "and" && (lower(at + 2) == "killed" || fatal.contains(lower(at + 2)));
}

bool names_deaths(const TokenizedText& text, std::size_t at, std::size_t begin) {
  static const WordSet nouns{"death",    "deaths",  "murder",   "murders",  "killing",
                             "killings", "slaying", "slayings", "homicide", "homicides"};
  static const WordSet attacks{"shooting", "shootings", "stabbing", "stabbings"};
  const std::string_view before =
      at > begin ? std::string_view(text.lower[at - 1]) : std::string_view{};
  if (nouns.contains(text.lower[at])) return before != "attempted";
  return attacks.contains(text.lower[at]) && (before == "fatal" || before == "deadly");
}

bool happens_to_subject(std::string_view form, std::string_view lemma) {
  static const WordSet forms{"die",       "dies",  "died",    "dying",   "perish", "perished",
                             "perishing", "drown", "drowned", "flee",    "flees",  "fled",
                             "fleeing",   "burn",  "burned",  "burning", "missing"};
  static const WordSet lemmas{"rise", "fall", "withdraw", "close"};
  return forms.contains(form) || lemmas.contains(lemma);
}

bool acts_on_name(const TokenizedText& text, std::size_t at, std::size_t begin, std::size_t end) {
  static const WordSet days{"monday",   "tuesday",  "wednesday", "thursday", "friday",
                            "saturday", "sunday",   "january",   "february", "march",
                            "april",    "june",     "july",      "august",   "september",
                            "october",  "november", "december",  "christmas"};
  const std::size_t next = at + 1;
  return next < end && text.tokens[next].kind == TokenKind::word && text.tokens[next].capitalised &&
         !days.contains(text.lower[next]) && !in_title_case(text, begin, end);
}

}  // namespace claimtrail
