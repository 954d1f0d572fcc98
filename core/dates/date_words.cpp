#include "core/dates/date_words.h"

#include <unordered_map>

#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using Kind = DateWordKind;

constexpr int unit(DateUnit value) { return static_cast<int>(value); }
constexpr int relative(DateRelative value) { return static_cast<int>(value); }

const std::unordered_map<std::string_view, DateWord>& table() {
  static const std::unordered_map<std::string_view, DateWord> words = [] {
    std::unordered_map<std::string_view, DateWord> made{
        {"today", {Kind::deictic, 0}},
        {"tonight", {Kind::deictic, 0}},
        {"yesterday", {Kind::deictic, -1}},
        {"tomorrow", {Kind::deictic, 1}},
        {"day", {Kind::unit, unit(DateUnit::day)}},
        {"days", {Kind::unit, unit(DateUnit::day)}},
        {"week", {Kind::unit, unit(DateUnit::week)}},
        {"weeks", {Kind::unit, unit(DateUnit::week)}},
        {"weekend", {Kind::unit, unit(DateUnit::weekend)}},
        {"fortnight", {Kind::unit, unit(DateUnit::fortnight)}},
        {"month", {Kind::unit, unit(DateUnit::month)}},
        {"months", {Kind::unit, unit(DateUnit::month)}},
        {"quarter", {Kind::unit, unit(DateUnit::quarter)}},
        {"quarters", {Kind::unit, unit(DateUnit::quarter)}},
        {"half", {Kind::unit, unit(DateUnit::half)}},
        {"year", {Kind::unit, unit(DateUnit::year)}},
        {"years", {Kind::unit, unit(DateUnit::year)}},
        {"decade", {Kind::unit, unit(DateUnit::decade)}},
        {"decades", {Kind::unit, unit(DateUnit::decade)}},
        {"century", {Kind::unit, unit(DateUnit::century)}},
        {"period", {Kind::unit, unit(DateUnit::period)}},
        {"spring", {Kind::season, 0}},
        {"summer", {Kind::season, 1}},
        {"fall", {Kind::season, 2}},
        {"autumn", {Kind::season, 2}},
        {"winter", {Kind::season, 3}},
        {"last", {Kind::relative, relative(DateRelative::last)}},
        {"previous", {Kind::relative, relative(DateRelative::last)}},
        {"prior", {Kind::relative, relative(DateRelative::last)}},
        {"preceding", {Kind::relative, relative(DateRelative::last)}},
        {"past", {Kind::relative, relative(DateRelative::past)}},
        {"next", {Kind::relative, relative(DateRelative::next)}},
        {"coming", {Kind::relative, relative(DateRelative::coming)}},
        {"upcoming", {Kind::relative, relative(DateRelative::coming)}},
        {"this", {Kind::relative, relative(DateRelative::current)}},
        {"current", {Kind::relative, relative(DateRelative::current)}},
        {"recent", {Kind::relative, relative(DateRelative::recent)}},
        {"same", {Kind::relative, relative(DateRelative::same)}},
        {"that", {Kind::relative, relative(DateRelative::same)}},
        {"following", {Kind::relative, relative(DateRelative::following)}},
        {"latest", {Kind::relative, relative(DateRelative::latest)}},
        {"early", {Kind::part, -1}},
        {"earlier", {Kind::part, -1}},
        {"beginning", {Kind::part, -1}},
        {"start", {Kind::part, -1}},
        {"mid", {Kind::part, 0}},
        {"middle", {Kind::part, 0}},
        {"late", {Kind::part, 1}},
        {"later", {Kind::part, 1}},
        {"end", {Kind::part, 1}},
        {"first", {Kind::ordinal, 1}},
        {"second", {Kind::ordinal, 2}},
        {"third", {Kind::ordinal, 3}},
        {"fourth", {Kind::ordinal, 4}},
        {"1st", {Kind::ordinal, 1}},
        {"2nd", {Kind::ordinal, 2}},
        {"3rd", {Kind::ordinal, 3}},
        {"4th", {Kind::ordinal, 4}},
        {"a", {Kind::number, 1}},
        {"an", {Kind::number, 1}},
        {"one", {Kind::number, 1}},
        {"two", {Kind::number, 2}},
        {"couple", {Kind::number, 2}},
        {"three", {Kind::number, 3}},
        {"few", {Kind::number, 3}},
        {"several", {Kind::number, 3}},
        {"four", {Kind::number, 4}},
        {"five", {Kind::number, 5}},
        {"six", {Kind::number, 6}},
        {"seven", {Kind::number, 7}},
        {"eight", {Kind::number, 8}},
        {"nine", {Kind::number, 9}},
        {"ten", {Kind::number, 10}},
        {"eleven", {Kind::number, 11}},
        {"twelve", {Kind::number, 12}},
        {"thirteen", {Kind::number, 13}},
        {"fourteen", {Kind::number, 14}},
        {"fifteen", {Kind::number, 15}},
        {"sixteen", {Kind::number, 16}},
        {"seventeen", {Kind::number, 17}},
        {"eighteen", {Kind::number, 18}},
        {"nineteen", {Kind::number, 19}},
        {"twenty", {Kind::number, 20}},
        {"thirty", {Kind::number, 30}},
        {"forty", {Kind::number, 40}},
        {"fifty", {Kind::number, 50}},
        {"sixty", {Kind::number, 60}},
        {"seventy", {Kind::number, 70}},
        {"eighty", {Kind::number, 80}},
        {"ninety", {Kind::number, 90}},
        {"twenties", {Kind::decade, 20}},
        {"thirties", {Kind::decade, 30}},
        {"forties", {Kind::decade, 40}},
        {"fifties", {Kind::decade, 50}},
        {"sixties", {Kind::decade, 60}},
        {"seventies", {Kind::decade, 70}},
        {"eighties", {Kind::decade, 80}},
        {"nineties", {Kind::decade, 90}},
        {"morning", {Kind::daypart, 0}},
        {"afternoon", {Kind::daypart, 0}},
        {"evening", {Kind::daypart, 0}},
        {"night", {Kind::daypart, 0}},
        {"midnight", {Kind::daypart, 0}},
        {"noon", {Kind::daypart, 0}}};
    static constexpr std::string_view months[][5] = {{"january", "jan.", "jan", "", ""},
                                                     {"february", "feb.", "feb", "", ""},
                                                     {"march", "mar.", "mar", "", ""},
                                                     {"april", "apr.", "apr", "", ""},
                                                     {"may", "", "", "", ""},
                                                     {"june", "jun.", "jun", "", ""},
                                                     {"july", "jul.", "jul", "", ""},
                                                     {"august", "aug.", "aug", "", ""},
                                                     {"september", "sept.", "sept", "sep.", "sep"},
                                                     {"october", "oct.", "oct", "", ""},
                                                     {"november", "nov.", "nov", "", ""},
                                                     {"december", "dec.", "dec", "", ""}};
    for (int month = 0; month < 12; ++month) {
      for (const auto name : months[month]) {
        if (!name.empty()) made[name] = {Kind::month, month + 1};
      }
    }
    static constexpr std::string_view weekdays[][3] = {
        {"monday", "mon.", "mondays"},       {"tuesday", "tues.", "tuesdays"},
        {"wednesday", "wed.", "wednesdays"}, {"thursday", "thurs.", "thursdays"},
        {"friday", "fri.", "fridays"},       {"saturday", "sat.", "saturdays"},
        {"sunday", "sun.", "sundays"}};
    for (int day = 0; day < 7; ++day) {
      made[weekdays[day][0]] = {Kind::weekday, day};
      made[weekdays[day][1]] = {Kind::weekday, day};
    }
    return made;
  }();
  return words;
}

bool month_neighbour(const TokenizedText& text, std::size_t at) {
  if (at >= text.tokens.size()) return false;
  const int number = plain_number(text.lower[at]);
  return (number >= 1 && number <= 31) || (number >= 1500 && number <= 2199);
}

}  // namespace

DateWord date_word(std::string_view word) {
  const auto found = table().find(word);
  return found == table().end() ? DateWord{} : found->second;
}

int plain_number(std::string_view word) {
  int value = 0;
  std::size_t digits = 0;
  for (; digits < word.size() && word[digits] >= '0' && word[digits] <= '9'; ++digits) {
    if (digits == 4) return -1;
    value = value * 10 + (word[digits] - '0');
  }
  const std::string_view rest = word.substr(digits);
  if (digits == 0) return -1;
  if (rest.empty()) return value;
  return rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? value : -1;
}

int month_at(const TokenizedText& text, std::size_t at) {
  if (at >= text.tokens.size()) return 0;
  const DateWord word = date_word(text.lower[at]);
  if (word.kind != Kind::month) return 0;
  const std::string_view spelled = text.lower[at];
  const bool capital = text.tokens[at].capitalised;
  if (spelled != "may" && spelled != "march" && spelled != "mar" && spelled != "august" &&
      spelled != "april" && spelled != "june" && spelled != "jan" && spelled != "dec") {
    return capital || spelled.size() > 4 ? word.value : 0;
  }
  if (!capital) return 0;
  if (month_neighbour(text, at + 1) || (at > 0 && month_neighbour(text, at - 1))) return word.value;
  if (spelled.size() == 3 && spelled != "may") return 0;
  const bool first = at == 0;
  if (first) return 0;
  static const WordSet before{
      "in",    "since",  "until", "till", "by",      "last",     "next", "this",
      "early", "late",   "mid",   "of",   "during",  "through",  "from", "to",
      "and",   "before", "after", "a",    "an",      "its",      "each", "every",
      "past",  "for",    "-",     "on",   "between", "previous", "the"};
  if (!before.contains(text.lower[at - 1])) return 0;
  // "of May's government", "by May"; a name before or after makes it a person.
  if (at + 1 < text.tokens.size() && text.tokens[at + 1].capitalised &&
      text.tokens[at + 1].kind == TokenKind::word &&
      (spelled == "april" || spelled == "june" || spelled == "august")) {
    return text.lower[at - 1] == "in" || text.lower[at - 1] == "last" ? word.value : 0;
  }
  return word.value;
}

}  // namespace claimtrail
