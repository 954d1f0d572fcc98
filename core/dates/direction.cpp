#include "core/dates/direction.h"

#include <algorithm>
#include <string_view>

#include "core/text/word_set.h"

namespace claimtrail {
namespace {

const WordSet& future_words() {
  static const WordSet words{
      "will",     "'ll",         "shall",    "would",     "may",       "might",
      "could",    "should",      "must",     "scheduled", "slated",    "due",
      "upcoming", "planned",     "plans",    "plan",      "planning",  "expected",
      "expects",  "expect",      "going",    "intends",   "intend",    "hopes",
      "hope",     "aims",        "deadline", "effective", "takes",     "begins",
      "starts",   "opens",       "resumes",  "resume",    "expires",   "expire",
      "ends",     "meets",       "votes",    "faces",     "returns",   "arrives",
      "leaves",   "convenes",    "reopens",  "closes",    "launches",  "coming",
      "likely",   "poised",      "ready",    "bound",     "wants",     "can",
      "until",    "forthcoming", "effect",   "forecast",  "projected", "anticipated",
      "targeted", "tentatively", "mature",   "matures",   "maturing",  "redeemable",
      "payable",  "deliverable"};
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

bool is_modal(std::string_view word) {
  return word == "will" || word == "'ll" || word == "would" || word == "may" || word == "might" ||
         word == "could" || word == "should" || word == "must" || word == "shall";
}

/// "will be held", "to be held", "is scheduled": what stands before a past form.
Direction of_participle(const TokenizedText& text, std::size_t at, std::size_t begin) {
  constexpr std::size_t kBack = 4;
  for (std::size_t here = at; here > begin && at - here < kBack;) {
    --here;
    const std::string_view word = text.lower[here];
    if (is_modal(word)) {
      return text.lower[here + 1] == "have" ? Direction::past : Direction::future;
    }
    if (word == "be" && here > begin && text.lower[here - 1] == "to") return Direction::future;
    if (clause_end(word) || word == ",") break;
  }
  return Direction::past;
}

/// Words that look ahead only in some company.
bool looks_ahead(const TokenizedText& text, std::size_t at, std::size_t begin, std::size_t end) {
  const std::string_view word = text.lower[at];
  const std::string_view next = at + 1 < end ? std::string_view(text.lower[at + 1]) : "";
  const std::string_view before = at > begin ? std::string_view(text.lower[at - 1]) : "";
  if (word == "set") return next == "for" || next == "to";
  if (!future_words().contains(word)) return false;
  if (word == "effect")
    return before == "take" || before == "takes" || before == "taking" || before == "into";
  // "neither could be located": what could be done was not.
  if (word == "could") return !(next == "be" || next == "not" || next == "n't");
  // "announced the plan", "the votes": nouns.
  static const WordSet nouns{"plan", "plans",  "hope",    "hopes", "votes",  "aims",
                             "ends", "starts", "returns", "faces", "leaves", "launches"};
  static const WordSet determiners{"the", "a", "its", "their", "his", "her", "this", "that", "of"};
  return !(nouns.contains(word) && determiners.contains(before) && next != "to");
}

/// "agreed to buy", "an agreement to acquire", "decided to admit": what they agreed to comes later.
bool commits(std::string_view word) {
  static const WordSet words{"agreed",     "agreement", "agree",    "agrees",  "decided",
                             "decision",   "program",   "pledged",  "pledge",  "vowed",
                             "promised",   "promise",   "supposed", "ready",   "need",
                             "needs",      "deal",      "ordered",  "obliged", "required",
                             "commitment", "committed", "contract", "offered"};
  return words.contains(word);
}

/// "were ordered to leave in March": what befell them is told, not planned.
bool told_of_the_past(const TokenizedText& text, std::size_t at, std::size_t begin) {
  return at > begin && (text.lower[at - 1] == "was" || text.lower[at - 1] == "were");
}

/// "until Thursday, they had not": a past form soon after the date.
bool past_follows(const TokenizedText& text, std::size_t last, std::size_t end) {
  constexpr std::size_t kNear = 5;
  for (std::size_t at = last; at < end && at < last + kNear; ++at) {
    if (text.lower[at] == "had" || text.lower[at] == "was" || text.lower[at] == "were") return true;
  }
  return false;
}

/// The cue to the left of token `first`.
Lean look_left(const TokenizedText& text, std::size_t first, std::size_t last, std::size_t begin,
               std::size_t end) {
  constexpr std::size_t kLeft = 14;
  bool infinitive = false;
  bool after = false;
  for (std::size_t at = first; at > begin && first - at < kLeft;) {
    --at;
    const std::string_view word = text.lower[at];
    if (clause_end(word)) break;
    if (text.tokens[at].kind != TokenKind::word) continue;
    if (word == "may" && text.tokens[at].capitalised && at > begin) continue;
    if (infinitive && !after && commits(word) && !told_of_the_past(text, at, begin)) {
      return {Direction::future, at};
    }
    // "pledged to work together after a meeting Thursday"
    after = after || word == "after" || word == "following";
    if (word == "until" && past_follows(text, last, end)) return {Direction::past, at};
    if (looks_ahead(text, at, begin, end)) {
      // "planned for Saturday was canceled"
      const bool participle = word == "planned" || word == "scheduled" || word == "expected";
      if (participle && past_follows(text, last, std::min(end, last + 2)))
        return {Direction::past, at};
      return {Direction::future, at};
    }
    if (past_form(word)) return {of_participle(text, at, begin), at};
    if (word == "to" && at + 1 < first && text.tokens[at + 1].kind == TokenKind::word &&
        at > begin) {
      infinitive = true;
      // "is to meet"
      const std::string_view before = text.lower[at - 1];
      if (before == "is" || before == "are" || before == "able") return {Direction::future, at};
    }
  }
  return {};
}

}  // namespace

Lean direction_of(const TokenizedText& text, std::size_t first, std::size_t last, std::size_t begin,
                  std::size_t end) {
  constexpr std::size_t kRight = 9;
  if (const Lean left = look_left(text, first, last, begin, end); left.direction != Direction::none)
    return left;
  for (std::size_t at = last; at < end && at < last + kRight; ++at) {
    const std::string_view word = text.lower[at];
    if (clause_end(word)) break;
    if (text.tokens[at].kind != TokenKind::word) continue;
    if (looks_ahead(text, at, begin, end)) return {Direction::future, at};
    if (past_form(word)) return {of_participle(text, at, begin), at};
  }
  return {};
}

}  // namespace claimtrail
