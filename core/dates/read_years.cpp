
#include "core/dates/calendar.h"
#include "core/dates/date_finder.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;
}  // namespace

int DateFinder::year_at(std::size_t at) const {
  if (!is_number(at)) return kNoYear;
  const std::string_view spelled = lower(at);
  if (spelled.size() != 4) return kNoYear;
  const int value = plain_number(spelled);
  return value >= 1000 && value <= 2199 ? value : kNoYear;
}

YearRead DateFinder::year_words(std::size_t at) const {
  const std::string_view first = lower(at);
  if (first == "two" && lower(at + 1) == "thousand") {
    const DateWord unit = word(at + 2);
    if (unit.kind == Kind::number && unit.value > 0 && unit.value < 20 && lower(at + 2) != "a")
      return {2000 + unit.value, at + 3};
    return {2000, at + 2};
  }
  if (first != "nineteen" && first != "eighteen" && first != "twenty") return {};
  const DateWord tens = word(at + 1);
  if (tens.kind != Kind::number || tens.value < 10 || (first == "twenty" && tens.value > 30))
    return {};
  YearRead read{word(at).value * 100 + tens.value, at + 2};
  std::size_t next = read.last;
  if (lower(next) == "-") ++next;
  const DateWord ones = word(next);
  if (tens.value % 10 == 0 && ones.kind == Kind::number && ones.value < 10 && lower(next) != "a" &&
      lower(next) != "an") {
    read.year += ones.value;
    read.last = next + 1;
  }
  return read;
}

YearRead DateFinder::year_after(std::size_t at) const {
  std::size_t here = at;
  const bool comma = lower(here) == ",";
  const bool of = lower(here) == "of" || lower(here) == "in";
  if (comma || of) ++here;
  if (of && (lower(here) == "fiscal" || lower(here) == "the")) ++here;
  if (const int year = year_at(here); year != kNoYear) return {year, here + 1};
  if (const YearRead words = year_words(here); words.year != kNoYear) return words;
  if (comma || !published_) return {};
  const DateWord relative = word(here);
  if (relative.kind != Kind::relative || lower(here + 1) != "year") return {};
  const int now = year_number(*published_);
  switch (static_cast<DateRelative>(relative.value)) {
    case DateRelative::last:
      return {now - 1, here + 2};
    case DateRelative::next:
      return {now + 1, here + 2};
    case DateRelative::current:
      return {now, here + 2};
    default:
      return {};
  }
}

YearRead DateFinder::year_before(std::size_t at) const {
  if (!has_before(at)) return {};
  if (const int year = year_at(at - 1); year != kNoYear) return {year, at - 1};
  if (lower(at - 1) != "'s" || !has_before(at - 1)) return {};
  if (const int year = year_at(at - 2); year != kNoYear) return {year, at - 2};
  if (at < floor_ + 3 || lower(at - 2) != "year" || !published_) return {};
  const DateWord relative = word(at - 3);
  if (relative.kind != Kind::relative) return {};
  const int now = year_number(*published_);
  switch (static_cast<DateRelative>(relative.value)) {
    case DateRelative::last:
      return {now - 1, at - 3};
    case DateRelative::next:
      return {now + 1, at - 3};
    case DateRelative::current:
      return {now, at - 3};
    default:
      return {};
  }
}

std::size_t DateFinder::number(std::size_t at) {
  if (const std::size_t past = numeric_date(at); past != at) return past;
  const std::string_view spelled = lower(at);
  if (spelled.size() >= 3 && spelled.back() == 's') return decade_digits(at);
  if (spelled.ends_with("th") || spelled.ends_with("st") || spelled.ends_with("nd") ||
      spelled.ends_with("rd")) {
    std::size_t next = at + 1;
    if (lower(next) == "-") ++next;
    const int count = plain_number(spelled);
    if (lower(next) == "century" && count > 0 && count < 90)
      return emit(at, next + 1, century_of(count), "century", "absolute");
    return at + 1;
  }
  const int year = year_at(at);
  if (year == kNoYear || !stands_as_year(at, year)) return at + 1;
  // "2014-2016", "2013-14"
  if (dash(lower(at + 1)) && is_number(at + 2)) {
    const int second = year_at(at + 2);
    const int ending = plain_number(lower(at + 2));
    if (second > year)
      return emit(at, at + 3, {year_of(year).from, year_of(second).to}, "year", "absolute");
    if (glued(at + 1) && glued(at + 2) && lower(at + 2).size() == 2 && ending == (year + 1) % 100) {
      return emit(at, at + 3, {year_of(year).from, year_of(year + 1).to}, "year", "absolute");
    }
  }
  std::size_t first = at;
  if (has_before(at) && lower(at - 1) == "fiscal") --first;
  // "the 1988 third quarter", "2023 summer" are read at their unit.
  std::size_t next = at + 1;
  if (lower(next) == "'s") ++next;
  if (word(next).kind == Kind::ordinal) ++next;
  if (lower(next) == "-") ++next;
  const DateWord unit_word = word(next);
  if (unit_word.kind == Kind::unit && next > at + 1 &&
      static_cast<DateUnit>(unit_word.value) == DateUnit::quarter)
    return at + 1;
  if (unit_word.kind == Kind::season && next == at + 1) return at + 1;
  return emit(first, at + 1, year_of(year), "year", "absolute");
}

bool DateFinder::stands_as_year(std::size_t at, int year) const {
  const std::string_view before = at > begin_ ? lower(at - 1) : std::string_view{};
  const std::string_view after = lower(at + 1);
  if (glued(at) && before != "-" && before != "(" && before != "\"" && before != "\xE2\x80\x93" &&
      before != "/")
    return false;
  if (before == "-" && glued(at) && glued(at - 1)) {
    static const WordSet prefixes{"mid", "pre", "post", "early", "late"};
    if (at < begin_ + 2 || !prefixes.contains(lower(at - 2))) return false;
  }
  if (glued(at + 1) &&
      (after == "%" || after == ":" || after == "/" || after == "." || after == "+") &&
      is_number(at + 2))
    return false;
  if (after == "%" || after == "million" || after == "billion" || after == "percent" ||
      after == "thousand")
    return false;
  if (text_.tokens[at].kind == TokenKind::number && glued(at + 1) &&
      text_.tokens[at + 1].kind == TokenKind::word && after.front() != '\'')
    return false;
  static const WordSet cues{"in",     "since",  "until",   "till",    "by",    "of",   "from",
                            "before", "after",  "during",  "through", "early", "late", "mid",
                            "fiscal", "year",   "to",      "and",     "-",     "(",    "for",
                            "back",   "around", "between", "late-"};
  static const WordSet money{"$",      "\xE2\x82\xAC", "\xC2\xA3", "#",    "no.",
                             "number", "than",         "least",    "some", "only",
                             "about",  "nearly",       "almost",   "over", "another",
                             "flight", "highway",      "route",    "room", "model"};
  if (money.contains(before)) return false;
  static const WordSet counted{
      "people", "men",    "women",   "troops",     "soldiers",   "workers",  "jobs",
      "meters", "metres", "miles",   "kilometers", "kilometres", "feet",     "square",
      "tons",   "tonnes", "dollars", "euros",      "pounds",     "years",    "points",
      "units",  "copies", "shares",  "students",   "employees",  "children", "homes",
      "hours",  "days",   "barrels", "acres",      "rpm",        "hp",       "kg",
      "km",     "votes",  "yards",   "customers",  "members",    "residents"};
  if (counted.contains(after)) return false;
  if (year >= 1900 && year <= 2050) return true;
  return cues.contains(before) && before != "-" && before != "(" && before != "to" &&
         before != "for" && before != "of" && before != "and";
}

std::size_t DateFinder::numeric_date(std::size_t at) {
  if (!glued(at + 1) || !glued(at + 2) || !glued(at + 3) || !glued(at + 4)) return at;
  if (!is_number(at + 2) || !is_number(at + 4) || lower(at + 1) != lower(at + 3)) return at;
  const int a = plain_number(lower(at));
  const int b = plain_number(lower(at + 2));
  const int c = plain_number(lower(at + 4));
  const std::string_view mark = lower(at + 1);
  int year = kNoYear;
  int month = 0;
  int day = 0;
  if (mark == "-" && lower(at).size() == 4) {
    year = a;
    month = b;
    day = c;
  } else if (mark == "/" && lower(at + 4).size() == 4) {
    year = c;
    month = a > 12 ? b : a;  // month first, as American papers write, unless it cannot be
    day = a > 12 ? a : b;
  } else {
    return at + 5;
  }
  if (year < 1000 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return at + 5;
  return emit(at, at + 5,
              one_day(day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day))),
              "day", "absolute");
}

std::size_t DateFinder::decade_digits(std::size_t at) {
  std::string_view digits = lower(at);
  digits.remove_suffix(1);
  const int value = plain_number(digits);
  if (digits.size() == 4 && value % 10 == 0 && value >= 1000)
    return emit(at, at + 1, decade_of(value), "decade", "absolute");
  const bool quoted = at > begin_ && (lower(at - 1) == "'" || lower(at - 1) == "the" ||
                                      lower(at - 1) == "\xE2\x80\x99");
  if (digits.size() == 2 && value % 10 == 0 && quoted) {
    const bool person = at > begin_ + 1 && lower(at - 1) == "the" &&
                        (lower(at - 2) == "in" || lower(at - 2) == "into") && value < 20;
    if (!person)
      return emit(at, at + 1, decade_of((value < 20 ? 2000 : 1900) + value), "decade", "absolute");
  }
  return at + 1;
}

std::size_t DateFinder::decade_word(std::size_t at, int value) {
  std::size_t here = at;
  while (has_before(here) && (word(here - 1).kind == Kind::part || lower(here - 1) == "-")) --here;
  if (!has_before(here) || lower(here - 1) != "the") return at + 1;
  return emit(at, at + 1, decade_of(1900 + value), "decade", "absolute");
}

std::size_t DateFinder::spelled_year(std::size_t at) {
  const YearRead read = year_words(at);
  if (read.year == kNoYear) return at + 1;
  static const WordSet cues{"in",   "since",  "until",   "by",     "of",   "from",
                            "year", "during", "through", "before", "after"};
  if (!has_before(at) || !cues.contains(lower(at - 1))) return at + 1;
  return emit(at, read.last, year_of(read.year), "year", "absolute");
}

}  // namespace claimtrail
