#include "core/dates/direction.h"

#include <string_view>
#include <unordered_set>

namespace claimtrail {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& future_words() {
  static const WordSet words{
      "will",        "'ll",      "shall",       "would",     "may",       "might",
      "could",       "should",   "must",        "scheduled", "slated",    "due",
      "upcoming",    "planned",  "plans",       "plan",      "planning",  "expected",
      "expects",     "expect",   "set",         "going",     "intends",   "intend",
      "hopes",       "hope",     "aims",        "deadline",  "effective", "takes",
      "begins",      "starts",   "opens",       "resumes",   "resume",    "expires",
      "expire",      "ends",     "meets",       "votes",     "faces",     "returns",
      "arrives",     "leaves",   "convenes",    "reopens",   "closes",    "launches",
      "coming",      "likely",   "poised",      "ready",     "bound",     "wants",
      "can",         "until",    "forthcoming", "effect",    "forecast",  "projected",
      "anticipated", "targeted", "tentatively", "mature",    "matures",   "maturing",
      "redeemable",  "payable",  "deliverable"};
  return words;
}

const WordSet& past_words() {
  static const WordSet words{
      "was",     "were",  "had",      "did",       "said",      "told",  "took",   "began",
      "met",     "made",  "came",     "went",      "gave",      "got",   "found",  "left",
      "held",    "saw",   "led",      "fell",      "rose",      "grew",  "became", "broke",
      "brought", "built", "bought",   "caught",    "chose",     "cut",   "drew",   "drove",
      "fought",  "flew",  "fled",     "hit",       "kept",      "knew",  "lost",   "paid",
      "ran",     "sank",  "sent",     "shot",      "shut",      "sold",  "spent",  "spoke",
      "spread",  "stood", "stole",    "struck",    "swept",     "swore", "taught", "threw",
      "thought", "won",   "wrote",    "put",       "read",      "sat",   "sought", "slid",
      "quit",    "heard", "withdrew", "overthrew", "underwent", "since", "ago",    "dead",
      "late"};
  return words;
}

bool past_form(std::string_view word) {
  static const WordSet not_past{"need",          "indeed",  "hundred", "united",  "speed",
                                "feed",          "seed",    "breed",   "bed",     "red",
                                "led",           "exceed",  "proceed", "succeed", "so-called",
                                "unprecedented", "limited", "kindred"};
  if (past_words().contains(word)) return true;
  return word.size() > 3 && word.ends_with("ed") && !not_past.contains(word);
}

bool clause_end(std::string_view word) {
  static const WordSet marks{";",  ":", ".", "?",   "!",     "\"",       "\xE2\x80\x94",
                             "--", "(", ")", "but", "while", "although", "whereas"};
  return marks.contains(word);
}

/// "will be held", "to be held", "is scheduled": what stands before a past form.
Direction of_participle(const TokenizedText& text, std::size_t at, std::size_t begin) {
  constexpr std::size_t kBack = 4;
  for (std::size_t here = at; here > begin && at - here < kBack;) {
    --here;
    const std::string_view word = text.lower[here];
    if (word == "will" || word == "'ll" || word == "would" || word == "may" || word == "might" ||
        word == "could" || word == "should" || word == "must" || word == "shall") {
      return text.lower[here + 1] == "have" ? Direction::past : Direction::future;
    }
    if (word == "be" && here > begin && text.lower[here - 1] == "to") return Direction::future;
    if (clause_end(word) || word == ",") break;
  }
  return Direction::past;
}

}  // namespace

Direction direction_of(const TokenizedText& text, std::size_t first, std::size_t last,
                       std::size_t begin, std::size_t end) {
  constexpr std::size_t kLeft = 14;
  constexpr std::size_t kRight = 9;
  for (std::size_t at = first; at > begin && first - at < kLeft;) {
    --at;
    const std::string_view word = text.lower[at];
    if (clause_end(word)) break;
    if (text.tokens[at].kind != TokenKind::word) continue;
    if (word == "may" && text.tokens[at].capitalised && at > begin) continue;
    if (future_words().contains(word)) return Direction::future;
    if (past_form(word)) return of_participle(text, at, begin);
    if (word == "to" && at + 1 < first && text.tokens[at + 1].kind == TokenKind::word &&
        at > begin) {
      // "is to meet", "agreed to meet": the verb before decides unless it is "to" of a plan.
      const std::string_view before = text.lower[at - 1];
      if (before == "is" || before == "are" || before == "able") return Direction::future;
    }
  }
  for (std::size_t at = last; at < end && at < last + kRight; ++at) {
    const std::string_view word = text.lower[at];
    if (clause_end(word)) break;
    if (text.tokens[at].kind != TokenKind::word) continue;
    if (future_words().contains(word)) return Direction::future;
    if (past_form(word)) return of_participle(text, at, begin);
  }
  return Direction::none;
}

}  // namespace claimtrail
