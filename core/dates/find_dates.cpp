#include "core/dates/find_dates.h"

#include <array>
#include <string_view>
#include <unordered_set>

#include "core/dates/calendar.h"
#include "core/dates/date_words.h"
#include "core/dates/direction.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using Kind = DateWordKind;
using WordSet = std::unordered_set<std::string_view>;

constexpr int kNoYear = -1;

/// A year read at some token: its number and the token after it.
struct YearRead {
  int year = kNoYear;
  std::size_t last = 0;
};

/// "two", "41", "a few" before a unit.
struct CountRead {
  int count = 0;
  std::size_t first = 0;
  bool article = false;
};

class DateFinder {
 public:
  DateFinder(const TokenizedText& text, std::optional<Day> published)
      : text_(text), published_(published) {}

  std::vector<DateMention> run() {
    for (const Sentence& sentence : text_.sentences) {
      begin_ = floor_ = sentence.first;
      end_ = sentence.last;
      for (std::size_t at = begin_; at < end_;) at = std::max(visit(at), at + 1);
    }
    return std::move(mentions_);
  }

 private:
  // ---- words

  [[nodiscard]] std::string_view lower(std::size_t at) const {
    return at >= begin_ && at < end_ ? std::string_view(text_.lower[at]) : std::string_view{};
  }
  [[nodiscard]] DateWord word(std::size_t at) const {
    return at >= floor_ && at < end_ ? date_word(text_.lower[at]) : DateWord{};
  }
  [[nodiscard]] bool is_number(std::size_t at) const {
    return at >= begin_ && at < end_ && text_.tokens[at].kind == TokenKind::number;
  }
  [[nodiscard]] bool glued(std::size_t at) const {
    return at > begin_ && at < end_ && !text_.tokens[at].space_before;
  }
  [[nodiscard]] bool has_before(std::size_t at) const { return at > floor_; }
  [[nodiscard]] static bool dash(std::string_view mark) {
    return mark == "-" || mark == "\xE2\x80\x93";
  }

  // ---- results

  std::size_t emit(std::size_t first, std::size_t last, DayRange range, const char* grain,
                   const char* direction, std::optional<DayRange> alternative = std::nullopt) {
    DateMention mention;
    mention.range = range;
    mention.grain = grain;
    mention.direction = direction;
    mention.alternative = alternative;
    first = take_part(first, mention);
    mention.relation = relation_before(first);
    mention.span = {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
    mentions_.push_back(std::move(mention));
    anchor_ = mentions_.size() - 1;
    floor_ = last;
    return last;
  }

  std::size_t emit_duration(std::size_t first, std::size_t last, const char* grain) {
    DateMention mention;
    mention.grain = grain;
    mention.direction = "present";
    mention.duration = true;
    mention.span = {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
    mentions_.push_back(std::move(mention));
    floor_ = last;
    return last;
  }

  /// "early", "mid-", "the end of", "later" before a date become its part and its first word.
  std::size_t take_part(std::size_t first, DateMention& mention) const {
    std::size_t at = first;
    if (has_before(at) && lower(at - 1) == "-" && has_before(at - 1)) --at;
    bool of = false;
    if (has_before(at) && lower(at - 1) == "the") --at;
    if (has_before(at) && (lower(at - 1) == "of" || lower(at - 1) == "in")) {
      of = true;
      --at;
    }
    if (!has_before(at)) return first;
    const DateWord part = word(at - 1);
    if (part.kind != Kind::part) return first;
    static const WordSet nouns{"beginning", "start", "middle", "end"};
    const bool noun = nouns.contains(lower(at - 1));
    const bool comparative = lower(at - 1) == "earlier" || lower(at - 1) == "later";
    if (noun != of && !(comparative && of)) return first;
    static constexpr std::array<const char*, 3> names{"early", "mid", "late"};
    mention.part = names[static_cast<std::size_t>(part.value + 1)];
    return at - 1;
  }

  [[nodiscard]] DateRelation relation_before(std::size_t first) const {
    std::size_t at = first;
    if (at > begin_ && lower(at - 1) == "the") --at;
    if (at == begin_) return DateRelation::at;
    const std::string_view cue = lower(at - 1);
    if (cue == "since") return DateRelation::since;
    if (cue == "until" || cue == "till") return DateRelation::until;
    if (cue == "before") return DateRelation::before;
    if (cue == "after") return DateRelation::after;
    if (cue == "by") return DateRelation::by;
    return DateRelation::at;
  }

  [[nodiscard]] Direction lean(std::size_t first, std::size_t last) const {
    return direction_of(text_, first, last, begin_, end_);
  }

  // ---- one token

  std::size_t visit(std::size_t at) {
    if (text_.tokens[at].kind == TokenKind::number) return number(at);
    if (text_.tokens[at].kind != TokenKind::word) return at + 1;
    const DateWord here = word(at);
    switch (here.kind) {
      case Kind::month:
        return month(at, at);
      case Kind::weekday:
        return weekday(at, here.value);
      case Kind::deictic:
        return deictic(at, here.value);
      case Kind::unit:
        return unit(at, static_cast<DateUnit>(here.value));
      case Kind::season:
        return season(at, here.value);
      case Kind::daypart:
        return daypart(at);
      case Kind::decade:
        return decade_word(at, here.value);
      case Kind::number:
        return spelled_year(at);
      default:
        return war(at);
    }
  }

  // ---- years

  [[nodiscard]] int year_at(std::size_t at) const {
    if (!is_number(at)) return kNoYear;
    const std::string_view spelled = lower(at);
    if (spelled.size() != 4) return kNoYear;
    const int value = plain_number(spelled);
    return value >= 1000 && value <= 2199 ? value : kNoYear;
  }

  /// "nineteen ninety-six", "two thousand".
  [[nodiscard]] YearRead year_words(std::size_t at) const {
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
    if (tens.value % 10 == 0 && ones.kind == Kind::number && ones.value < 10 &&
        lower(next) != "a" && lower(next) != "an") {
      read.year += ones.value;
      read.last = next + 1;
    }
    return read;
  }

  /// A year after a month, quarter or season: "2023", ", 2023", "of 2023", "last year", "of this
  /// year".
  [[nodiscard]] YearRead year_after(std::size_t at) const {
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

  /// A year before a quarter or season: "1988 third quarter", "this year's third quarter".
  [[nodiscard]] YearRead year_before(std::size_t at) const {
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

  std::size_t number(std::size_t at) {
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
      if (glued(at + 1) && glued(at + 2) && lower(at + 2).size() == 2 &&
          ending == (year + 1) % 100) {
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

  [[nodiscard]] bool stands_as_year(std::size_t at, int year) const {
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

  /// "2024-05-01", "5/31/2024", "31.5.2024". The token after it, or `at`.
  std::size_t numeric_date(std::size_t at) {
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

  std::size_t decade_digits(std::size_t at) {
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
        return emit(at, at + 1, decade_of((value < 20 ? 2000 : 1900) + value), "decade",
                    "absolute");
    }
    return at + 1;
  }

  std::size_t decade_word(std::size_t at, int value) {
    std::size_t here = at;
    while (has_before(here) && (word(here - 1).kind == Kind::part || lower(here - 1) == "-"))
      --here;
    if (!has_before(here) || lower(here - 1) != "the") return at + 1;
    return emit(at, at + 1, decade_of(1900 + value), "decade", "absolute");
  }

  std::size_t spelled_year(std::size_t at) {
    const YearRead read = year_words(at);
    if (read.year == kNoYear) return at + 1;
    static const WordSet cues{"in",   "since",  "until",   "by",     "of",   "from",
                              "year", "during", "through", "before", "after"};
    if (!has_before(at) || !cues.contains(lower(at - 1))) return at + 1;
    return emit(at, read.last, year_of(read.year), "year", "absolute");
  }

  // ---- months

  /// The month at `at`; the mention begins at `lead` where a weekday stands before it.
  std::size_t month(std::size_t at, std::size_t lead) {
    const int number = month_at(text_, at);
    if (number == 0) return at + 1;
    std::size_t first = at;
    std::size_t last = at + 1;
    int day = 0;
    int to_day = 0;
    days_before(at, first, day, to_day);
    if (day == 0) days_after(last, day, to_day);
    YearRead year = year_after(last);
    if (year.year == kNoYear && lower(last) == "-" && glued(last) && glued(last + 1)) {
      const int short_year = plain_number(lower(last + 1));
      if (year_at(last + 1) != kNoYear) {
        year = {year_at(last + 1), last + 2};
      } else if (day != 0 && lower(last + 1).size() == 2 && short_year >= 0) {
        year = {short_year + (short_year < 60 ? 2000 : 1900), last + 2};
      }
    }
    std::optional<DateRelative> relative;
    if (day == 0 && has_before(first) && word(first - 1).kind == Kind::relative) {
      relative = static_cast<DateRelative>(word(first - 1).value);
      --first;
    }
    first = std::min(first, lead);
    if (year.year != kNoYear)
      return emit_month(first, year.last, year.year, number, day, to_day, "absolute", std::nullopt);
    if (!published_) return last;
    const int now = year_number(*published_);
    const int before = occurrence(number, day, Direction::past);
    const int after = occurrence(number, day, Direction::future);
    Direction direction = relative ? relative_direction(*relative) : lean(first, last);
    if (relative == DateRelative::current) {
      return emit_month(first, last, now, number, day, to_day, "present", std::nullopt);
    }
    if (relative == DateRelative::last && day == 0 && number == month_number(*published_)) {
      return emit_month(first, last, now - 1, number, day, to_day, "past", std::nullopt);
    }
    if (const auto near = near_day(number, day, before, after); near && !relative)
      direction = *near;
    if (direction == Direction::none) direction = nearer(number, day, before, after);
    const int chosen = direction == Direction::future ? after : before;
    const int other = direction == Direction::future ? before : after;
    std::optional<DayRange> alternative;
    if (chosen != other) alternative = month_days(other, number, day, to_day);
    return emit_month(first, last, chosen, number, day, to_day,
                      direction == Direction::future ? "future" : "past", alternative);
  }

  void days_before(std::size_t at, std::size_t& first, int& day, int& to_day) const {
    std::size_t here = at;
    if (has_before(here) &&
        (lower(here - 1) == "of" || (lower(here - 1) == "-" && glued(here) && glued(here - 1))))
      --here;
    if (!has_before(here) || !is_day(here - 1)) return;
    if (here < at && lower(at - 1) == "of" && !lower(here - 1).ends_with("h") &&
        !lower(here - 1).ends_with("t") && !lower(here - 1).ends_with("d")) {
      return;  // "12 of March's victims"
    }
    day = plain_number(lower(here - 1));
    first = here - 1;
    const std::string_view mark = has_before(first) ? lower(first - 1) : std::string_view{};
    if ((mark == "and" || mark == "to" || dash(mark)) && first > floor_ + 1 && is_day(first - 2) &&
        plain_number(lower(first - 2)) < day) {
      to_day = day;
      day = plain_number(lower(first - 2));
      first -= 2;
    }
  }

  void days_after(std::size_t& last, int& day, int& to_day) const {
    std::size_t at = last;
    if (lower(at) == "the") ++at;
    if (!is_day(at) || (glued(at) && lower(at - 1) != ".")) return;
    const std::string_view after = glued(at + 1) ? lower(at + 1) : std::string_view{};
    if (after == "%" || ((after == ":" || after == "/") && is_number(at + 2))) return;
    day = plain_number(lower(at));
    last = at + 1;
    const std::string_view mark = lower(last);
    const bool joined = dash(mark) || mark == "and" || mark == "to";
    if (joined && is_day(last + 1) && plain_number(lower(last + 1)) > day) {
      const std::string_view next = lower(last + 2);
      const bool closed = next.empty() || text_.tokens[last + 2].kind != TokenKind::word ||
                          next == "in" || next == "at" || next == "and";
      if (dash(mark) || (closed && next != ":")) {
        to_day = plain_number(lower(last + 1));
        last += 2;
      }
    }
  }

  [[nodiscard]] bool is_day(std::size_t at) const {
    if (!is_number(at)) return false;
    const int value = plain_number(lower(at));
    return value >= 1 && value <= 31;
  }

  [[nodiscard]] static DayRange month_days(int year, int month, int day, int to_day) {
    if (day == 0) return month_of(year, month);
    const Day from = day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (to_day <= day) return one_day(from);
    return {from,
            day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(to_day)) + days{1}};
  }

  std::size_t emit_month(std::size_t first, std::size_t last, int year, int month, int day,
                         int to_day, const char* direction, std::optional<DayRange> alternative) {
    DayRange range = month_days(year, month, day, to_day);
    const char* grain = day == 0 ? "month" : "day";
    // "the week of March 6"
    if (day != 0 && first > floor_ + 1 && lower(first - 1) == "of" && lower(first - 2) == "week") {
      range = week_of(range.from);
      grain = "week";
      first -= 2;
    }
    return emit(first, last, range, grain, direction, alternative);
  }

  /// The year in which this month or day last came, or will next come; the day of publication is
  /// both.
  [[nodiscard]] int occurrence(int month, int day, Direction direction) const {
    const int now = year_number(*published_);
    const DayRange range = month_days(now, month, day, 0);
    if (direction == Direction::past) return range.from <= *published_ ? now : now - 1;
    return range.to > *published_ ? now : now + 1;
  }

  /// Without a cue: ahead only where that is near (three months, six weeks for a day), else back.
  [[nodiscard]] Direction nearer(int month, int day, int before, int after) const {
    if (before == after) return Direction::past;
    const auto ahead = month_days(after, month, day, 0).from - *published_;
    const days limit{day == 0 ? 92 : 45};
    return ahead <= limit && month_days(before, month, day, 0).from + days{150} < *published_
               ? Direction::future
               : Direction::past;
  }

  /// A day told without its year is a near one: the other candidate, ten months off or more, is not
  /// meant, whatever the verbs say ("gave no reason for the Jan. 14 deadline").
  [[nodiscard]] std::optional<Direction> near_day(int month, int day, int before, int after) const {
    if (day == 0 || before == after) return std::nullopt;
    const auto ahead = month_days(after, month, day, 0).from - *published_;
    const auto back = *published_ - month_days(before, month, day, 0).from;
    if (ahead <= days{60} && back >= days{300}) return Direction::future;
    if (back <= days{60} && ahead >= days{300}) return Direction::past;
    return std::nullopt;
  }

  static Direction relative_direction(DateRelative relative) {
    switch (relative) {
      case DateRelative::next:
      case DateRelative::coming:
      case DateRelative::following:
        return Direction::future;
      default:
        return Direction::past;
    }
  }

  // ---- days

  std::size_t weekday(std::size_t at, int day) {
    const bool short_form = lower(at).back() == '.';
    if (!text_.tokens[at].capitalised || (short_form && lower(at).size() < 4)) return at + 1;
    // "Friday, Oct. 13"
    std::size_t next = at + 1;
    if (word(next).kind == Kind::daypart) ++next;
    if (lower(next) == ",") ++next;
    if (lower(next) == "the") ++next;
    if (word(next).kind == Kind::month && month_at(text_, next) != 0 &&
        (is_day(next + 1) || lower(next - 1) == ","))
      return month(next, at);
    if (is_day(next) && word(next + 1).kind == Kind::month && month_at(text_, next + 1) != 0)
      return month(next + 1, at);
    if (!published_) return at + 1;
    if (lower(at).ends_with("days") && lower(at).size() > 7) return at + 1;
    std::size_t last = at + 1;
    if (word(last).kind == Kind::daypart) ++last;
    const DayRange this_week = week_of(*published_);
    std::size_t first = at;
    // "Friday of last week", "Friday last week"
    std::size_t week = last;
    if (lower(week) == "of") ++week;
    if (word(week).kind == Kind::relative && lower(week + 1) == "week") {
      const auto relative = static_cast<DateRelative>(word(week).value);
      const int shift = relative == DateRelative::last   ? -7
                        : relative == DateRelative::next ? 7
                                                         : 0;
      const Day found = this_week.from + days{day + shift};
      return emit(first, week + 2, one_day(found), "day",
                  shift < 0   ? "past"
                  : shift > 0 ? "future"
                              : "present");
    }
    const int today = weekday_number(*published_);
    const int back = (today - day + 7) % 7;
    const Day before = *published_ - days{back == 0 ? 7 : back};
    const Day after = *published_ + days{back == 0 ? 7 : 7 - back};
    if (has_before(first) && word(first - 1).kind == Kind::relative) {
      auto relative = static_cast<DateRelative>(word(first - 1).value);
      if (relative != DateRelative::recent && relative != DateRelative::same &&
          relative != DateRelative::latest) {
        --first;
        if (has_before(first) && lower(first - 1) == "this" &&
            (relative == DateRelative::past || relative == DateRelative::coming))
          --first;
        if (relative == DateRelative::current) {
          const Direction direction = lean(first, last);
          const Day found = back == 0 ? *published_ : direction == Direction::past ? before : after;
          return emit(first, last, one_day(found), "day", "present");
        }
        const bool ahead = relative_direction(relative) == Direction::future;
        // "the previous Friday" next to a Friday is the week before that one.
        if (lower(at - 1) == "previous" && anchor_ && mentions_[*anchor_].grain == "day" &&
            weekday_number(mentions_[*anchor_].range.from) == day) {
          return emit(first, last, one_day(mentions_[*anchor_].range.from - days{7}), "day",
                      "past");
        }
        return emit(first, last, one_day(ahead ? after : before), "day", ahead ? "future" : "past",
                    one_day(ahead ? after + days{7} : before - days{7}));
      }
    }
    if (back == 0) return emit(first, last, one_day(*published_), "day", "present");
    const bool ahead = lean(first, last) == Direction::future;
    return emit(first, last, one_day(ahead ? after : before), "day", ahead ? "future" : "past",
                one_day(ahead ? before : after));
  }

  std::size_t deictic(std::size_t at, int shift) {
    if (!published_) return at + 1;
    std::size_t first = at;
    std::size_t last = at + 1;
    if (first > floor_ + 1 && word(first - 2).kind == Kind::unit && lower(first - 2) == "day") {
      if (lower(first - 1) == "before" && shift == -1) {
        shift = -2;
        first -= 2;
      } else if (lower(first - 1) == "after" && shift == 1) {
        shift = 2;
        first -= 2;
      }
    }
    if (word(last).kind == Kind::daypart) ++last;
    return emit(first, last, one_day(*published_ + days{shift}), "day",
                shift < 0   ? "past"
                : shift > 0 ? "future"
                            : "present");
  }

  /// "this morning", "last night".
  std::size_t daypart(std::size_t at) {
    if (!published_ || !has_before(at) || word(at - 1).kind != Kind::relative) return at + 1;
    const auto relative = static_cast<DateRelative>(word(at - 1).value);
    if (relative == DateRelative::current && lower(at - 1) == "this")
      return emit(at - 1, at + 1, one_day(*published_), "day", "present");
    if (relative == DateRelative::last && lower(at) == "night")
      return emit(at - 1, at + 1, one_day(*published_ - days{1}), "day", "past");
    return at + 1;
  }

  // ---- units

  [[nodiscard]] CountRead count_before(std::size_t at) const {
    std::size_t here = at;
    if (has_before(here) && lower(here - 1) == "-") --here;
    if (has_before(here) && lower(here - 1) == "of" && has_before(here - 1) &&
        lower(here - 2) == "couple")
      --here;
    if (!has_before(here)) return {};
    if (is_number(here - 1)) {
      const int value = plain_number(lower(here - 1));
      if (value < 0 || (glued(here - 1) && lower(here - 2) != "(")) return {};
      return {value, here - 1, false};
    }
    const DateWord count = word(here - 1);
    if (count.kind != Kind::number) return {};
    CountRead read{count.value, here - 1, lower(here - 1) == "a" || lower(here - 1) == "an"};
    if (count.value < 10 && read.first > floor_ + 1 && lower(read.first - 1) == "-" &&
        word(read.first - 2).kind == Kind::number) {
      read.count += word(read.first - 2).value;
      read.first -= 2;
    }
    const bool vague = lower(here - 1) == "few" || lower(here - 1) == "couple";
    if (vague && has_before(read.first) && lower(read.first - 1) == "a") --read.first;
    return read;
  }

  std::size_t unit(std::size_t at, DateUnit unit) {
    const std::size_t next = lower(at + 1) == "-" ? at + 2 : at + 1;
    const bool linked = lower(at + 1) == "-";
    // "two weeks ago", "a year earlier", "the year-ago quarter"
    const std::string_view after = lower(next);
    if (after == "ago" || (after == "earlier" && (unit == DateUnit::year || linked)) ||
        (after == "or" && lower(next + 1) == "so" && lower(next + 2) == "ago")) {
      return ago(at, unit, after == "or" ? next + 3 : next + 1, linked);
    }
    if (after == "old" || after == "of" || after == "olds") {
      if (after != "of" || lower(next + 1) == "age") return at + 1;
    }
    const CountRead count = count_before(at);
    if (count.count > 0) return counted(at, unit, count);
    if (!has_before(at)) return at + 1;
    std::size_t before = at - 1;
    if (lower(before) == "-" && before > floor_) --before;
    const DateWord modifier = word(before);
    if (modifier.kind == Kind::ordinal) return ordered(at, unit, before, modifier.value);
    if (modifier.kind == Kind::relative)
      return relative(at, unit, before, static_cast<DateRelative>(modifier.value));
    if (lower(before) == "fiscal" && before > floor_ && word(before - 1).kind == Kind::relative) {
      return relative(at, unit, before - 1, static_cast<DateRelative>(word(before - 1).value));
    }
    if (lower(before) == "full" && unit == DateUnit::year && has_before(before) &&
        lower(before - 1) == "the")
      before = before - 1;
    if (unit == DateUnit::quarter || unit == DateUnit::period) {
      if (const YearRead year = year_before(at); year.year != kNoYear && published_)
        return contextual_quarter(year.last, at + 1, year.year);
    }
    if (lower(before) == "the") return definite(at, unit, before);
    return at + 1;
  }

  /// The range `count` units long that ends, or starts, with the day of publication.
  [[nodiscard]] DayRange rolling(DateUnit unit, int count, bool ahead) const {
    const Day today = *published_;
    const int sign = ahead ? 1 : -1;
    Day other = today;
    switch (unit) {
      case DateUnit::day:
        other = today + days{sign * count};
        break;
      case DateUnit::week:
      case DateUnit::weekend:
        other = today + days{sign * count * 7};
        break;
      case DateUnit::fortnight:
        other = today + days{sign * count * 14};
        break;
      case DateUnit::month:
        other = shift_months(today, sign * count);
        break;
      case DateUnit::quarter:
        other = shift_months(today, sign * count * 3);
        break;
      case DateUnit::decade:
        other = shift_months(today, sign * count * 120);
        break;
      default:
        other = shift_months(today, sign * count * 12);
        break;
    }
    return ahead ? DayRange{today, std::max(other, today) + days{1}}
                 : DayRange{std::min(other, today), today + days{1}};
  }

  [[nodiscard]] static const char* grain_of(DateUnit unit) {
    switch (unit) {
      case DateUnit::day:
        return "day";
      case DateUnit::week:
      case DateUnit::weekend:
      case DateUnit::fortnight:
        return "week";
      case DateUnit::month:
        return "month";
      case DateUnit::quarter:
      case DateUnit::period:
        return "quarter";
      case DateUnit::half:
        return "half";
      case DateUnit::decade:
        return "decade";
      case DateUnit::century:
        return "century";
      default:
        return "year";
    }
  }

  /// The calendar unit that holds `day`, shifted by `shift` units.
  [[nodiscard]] static DayRange calendar_unit(DateUnit unit, Day day, int shift) {
    switch (unit) {
      case DateUnit::day:
        return one_day(day + days{shift});
      case DateUnit::week:
        return week_of(day + days{7 * shift});
      case DateUnit::weekend:
        return weekend_of(day + days{7 * shift});
      case DateUnit::fortnight:
        return {day + days{14 * shift}, day + days{14 * shift + 14}};
      case DateUnit::month:
        return month_of(year_number(day), month_number(day) + shift);
      case DateUnit::quarter:
      case DateUnit::period:
        return quarter_of(year_number(day), quarter_number(day) + shift);
      case DateUnit::half:
        return half_of(year_number(day), (month_number(day) - 1) / 6 + 1 + shift);
      case DateUnit::decade:
        return decade_of(year_number(day) / 10 * 10 + 10 * shift);
      case DateUnit::century:
        return century_of((year_number(day) - 1) / 100 + 1 + shift);
      case DateUnit::year:
        break;
    }
    return year_of(year_number(day) + shift);
  }

  std::size_t ago(std::size_t at, DateUnit unit, std::size_t last, bool linked) {
    if (!published_) return at + 1;
    CountRead count = count_before(at);
    if (linked || count.count == 0) {
      if (unit != DateUnit::year) return at + 1;
      count = {1, count.count == 1 ? count.first : at, false};
    }
    if (unit == DateUnit::year && count.count == 1) {
      // "from a year earlier" next to a quarter means that quarter of the year before.
      std::size_t end = last;
      if (word(end).kind == Kind::ordinal) ++end;
      const DateWord named = word(end);
      const bool unit_named =
          named.kind == Kind::unit &&
          (lower(end) == "quarter" || lower(end) == "period" || lower(end) == "month");
      if (unit_named) {
        last = end + 1;
        if (word(end - 1).kind == Kind::ordinal && lower(end) == "quarter") {
          return emit(count.first, last,
                      quarter_of(year_number(*published_) - 1, word(end - 1).value), "quarter",
                      "past");
        }
      }
      if (const auto anchor = business_anchor())
        return emit(count.first, last, shift_years(*anchor, -1), "quarter", "past");
      if (unit_named)
        return emit(count.first, last, calendar_unit(DateUnit::quarter, *published_, -5), "quarter",
                    "past");
    }
    const auto shifted = [&] {
      switch (unit) {
        case DateUnit::day:
          return one_day(*published_ - days{count.count});
        case DateUnit::week:
        case DateUnit::weekend:
          return one_day(*published_ - days{7 * count.count});
        case DateUnit::fortnight:
          return one_day(*published_ - days{14 * count.count});
        default:
          return calendar_unit(unit, *published_, -count.count);
      }
    }();
    const bool to_the_day =
        unit == DateUnit::week || unit == DateUnit::weekend || unit == DateUnit::fortnight;
    return emit(count.first, last, shifted, to_the_day ? "day" : grain_of(unit), "past");
  }

  /// The quarter or half year the text last spoke of, a few sentences back at most.
  [[nodiscard]] std::optional<DayRange> business_anchor() const {
    constexpr std::size_t kFar = 6;
    for (std::size_t back = 0; back < kFar && back < mentions_.size(); ++back) {
      const DateMention& mention = mentions_[mentions_.size() - 1 - back];
      if (mention.grain == "quarter" && mention.direction != "future") {
        // A quarter that was itself told as "a year earlier" is the year before already.
        const bool recent = !published_ || mention.range.to > *published_ - days{200};
        if (recent) return mention.range;
      }
    }
    return std::nullopt;
  }

  std::size_t counted(std::size_t at, DateUnit unit, CountRead count) {
    if (unit == DateUnit::quarter || unit == DateUnit::half || unit == DateUnit::century ||
        unit == DateUnit::period)
      return at + 1;
    const std::size_t before = count.first;
    if (published_ && has_before(before) && word(before - 1).kind == Kind::relative &&
        !count.article) {
      const auto relative = static_cast<DateRelative>(word(before - 1).value);
      if (relative == DateRelative::last || relative == DateRelative::past ||
          relative == DateRelative::recent || relative == DateRelative::latest) {
        return emit(before - 1, at + 1, rolling(unit, std::min(count.count, 9000), false),
                    grain_of(unit), "past");
      }
      if (relative == DateRelative::next || relative == DateRelative::coming) {
        return emit(before - 1, at + 1, rolling(unit, std::min(count.count, 9000), true),
                    grain_of(unit), "future");
      }
    }
    // "the first nine months of 1989"
    if (unit == DateUnit::month && has_before(before) && lower(before - 1) == "first" &&
        count.count <= 12) {
      if (const YearRead year = year_after(at + 1); year.year != kNoYear) {
        return emit(before - 1, year.last,
                    {year_of(year.year).from, month_of(year.year, count.count).to}, "month",
                    "absolute");
      }
    }
    if (count.article) {
      static const WordSet lasting{"for",    "within", "over",    "than",   "nearly",
                                   "almost", "about",  "lasting", "lasted", "after"};
      if (!has_before(before) || !lasting.contains(lower(before - 1))) return at + 1;
    }
    if (lower(at) == "day" && count.count == 1) return at + 1;
    return emit_duration(count.first, at + 1, grain_of(unit));
  }

  std::size_t ordered(std::size_t at, DateUnit unit, std::size_t before, int ordinal) {
    if (unit != DateUnit::quarter && unit != DateUnit::half) return at + 1;
    if (unit == DateUnit::half && ordinal > 2) return at + 1;
    std::size_t first = before;
    if (has_before(first) && lower(first - 1) == "fiscal") --first;
    YearRead year = year_after(at + 1);
    std::size_t last = at + 1;
    if (year.year != kNoYear) {
      last = year.last;
    } else if (const YearRead earlier = year_before(first); earlier.year != kNoYear) {
      year = earlier;
      first = earlier.last;
    }
    const auto range_in = [&](int in) {
      return unit == DateUnit::quarter ? quarter_of(in, ordinal) : half_of(in, ordinal);
    };
    if (year.year != kNoYear)
      return emit(first, last, range_in(year.year), grain_of(unit), "absolute");
    if (!published_) return at + 1;
    // Halves without a year are mostly those of matches.
    const int now = year_number(*published_);
    if (unit == DateUnit::half) {
      if (lower(at + 1) != "of" || lower(at + 2) != "the" || lower(at + 3) != "year") return at + 1;
      return emit(first, at + 4, range_in(now), "half", "present");
    }
    if (text_.lower[before] == "second" && lower(at + 1) == "finals") return at + 1;
    const DayRange current = range_in(now);
    if (current.from <= *published_) return emit(first, last, current, "quarter", "past");
    const Direction direction = lean(first, last);
    // A quarter not begun yet: next year's report of the last one, unless the words look ahead.
    if (direction == Direction::past)
      return emit(first, last, range_in(now - 1), "quarter", "past", current);
    return emit(first, last, current, "quarter", "future", range_in(now - 1));
  }

  /// "the 1988 quarter", "last year's quarter": the quarter the text speaks of, in that year.
  std::size_t contextual_quarter(std::size_t first, std::size_t last, int year) {
    const auto anchor = business_anchor();
    const DayRange base = anchor ? *anchor : calendar_unit(DateUnit::quarter, *published_, -1);
    return emit(first, last, shift_years(base, year - year_number(base.from)), "quarter",
                "absolute");
  }

  std::size_t relative(std::size_t at, DateUnit unit, std::size_t before, DateRelative relative) {
    if (!published_) return at + 1;
    std::size_t first = before;
    std::size_t last = at + 1;
    const Day today = *published_;
    // "next year's first quarter" is read at its quarter.
    if (unit == DateUnit::year && lower(at + 1) == "'s") {
      std::size_t named = at + 2;
      if (word(named).kind == Kind::ordinal) ++named;
      if (lower(named) == "-") ++named;
      const std::string_view unit_word = lower(named);
      if (unit_word == "quarter" || unit_word == "period") return at + 1;
    }
    if (unit == DateUnit::period && relative != DateRelative::latest &&
        relative != DateRelative::same)
      return at + 1;
    switch (relative) {
      case DateRelative::last:
        if (unit == DateUnit::day) return at + 1;
        if (unit == DateUnit::half) return last_half(at, before);
        if (unit == DateUnit::weekend)
          return emit(first, last, weekend_of(today - days{7}), "week", "past");
        return emit(first, last, calendar_unit(unit, today, -1), grain_of(unit), "past");
      case DateRelative::past:
        if (lower(at).back() == 's' && unit != DateUnit::day)
          return emit(first, last, rolling(unit, few(unit), false), grain_of(unit), "past");
        if (unit == DateUnit::weekend) return emit(first, last, last_weekend(), "week", "past");
        return emit(first, last, rolling(unit, 1, false), grain_of(unit), "past");
      case DateRelative::recent:
        return emit(first, last, rolling(unit, few(unit), false), grain_of(unit), "past");
      case DateRelative::next:
      case DateRelative::coming:
        if (unit == DateUnit::day && lower(at) == "day" && has_before(before) &&
            lower(before - 1) == "the")
          return following(first, last, unit);
        if (lower(at).back() == 's')
          return emit(first, last, rolling(unit, few(unit), true), grain_of(unit), "future");
        if (unit == DateUnit::day) return at + 1;
        return emit(first, last, calendar_unit(unit, today, 1), grain_of(unit), "future");
      case DateRelative::current:
        if (unit == DateUnit::day || lower(at).back() == 's') return at + 1;
        if (unit == DateUnit::weekend)
          return emit(first, last, weekend_of(today), "week", "present");
        return emit(first, last, calendar_unit(unit, today, 0), grain_of(unit), "present");
      case DateRelative::same:
        if (lower(before) == "that" && lower(at).back() == 's') return at + 1;
        return same_unit(first, last, unit);
      case DateRelative::following:
        return following(first, last, unit);
      case DateRelative::latest:
        if (unit != DateUnit::quarter && unit != DateUnit::period && unit != DateUnit::year &&
            unit != DateUnit::month)
          return at + 1;
        if (const auto anchor = business_anchor();
            anchor && unit != DateUnit::year && unit != DateUnit::month) {
          return emit(first, last, *anchor, "quarter", "past");
        }
        return emit(first, last, calendar_unit(unit, today, -1), grain_of(unit), "past");
    }
    return at + 1;
  }

  /// How many "recent" days, weeks, months or years are.
  static int few(DateUnit unit) {
    switch (unit) {
      case DateUnit::day:
        return 7;
      case DateUnit::week:
        return 4;
      default:
        return 3;
    }
  }

  [[nodiscard]] DayRange last_weekend() const {
    const bool weekend = weekday_number(*published_) >= 5;
    return weekend_of(weekend ? *published_ : *published_ - days{7});
  }

  std::size_t last_half(std::size_t at, std::size_t before) {
    const YearRead year = year_after(at + 1);
    if (year.year == kNoYear) return at + 1;
    return emit(before, year.last, half_of(year.year, 2), "half", "absolute");
  }

  std::size_t same_unit(std::size_t first, std::size_t last, DateUnit unit) {
    if (!anchor_ || *anchor_ + 8 < mentions_.size()) return last;
    const DateMention& anchor = mentions_[*anchor_];
    if (unit == DateUnit::period) return emit(first, last, anchor.range, "quarter", "past");
    return emit(first, last, calendar_unit(unit, anchor.range.from, 0), grain_of(unit), "past");
  }

  std::size_t following(std::size_t first, std::size_t last, DateUnit unit) {
    if (!anchor_ || lower(last - 1).back() == 's') return last;
    return emit(first, last, calendar_unit(unit, mentions_[*anchor_].range.from, 1), grain_of(unit),
                "past");
  }

  /// "the weekend", "the quarter", "earlier in the year", "for the year".
  std::size_t definite(std::size_t at, DateUnit unit, std::size_t article) {
    if (!published_) return at + 1;
    if (unit == DateUnit::weekend) {
      const bool ahead = lean(article, at + 1) == Direction::future;
      const DayRange past = last_weekend();
      const DayRange next = weekend_of(past.from + days{7});
      return emit(at, at + 1, ahead ? next : past, "week", ahead ? "future" : "past",
                  ahead ? past : next);
    }
    if (unit == DateUnit::quarter && lower(at) == "quarter") {
      static const WordSet spans{"of", "ended", "ending", "through", "to", "century", "mile"};
      if (spans.contains(lower(at + 1))) return at + 1;
      const auto anchor = business_anchor();
      return emit(at, at + 1, anchor ? *anchor : calendar_unit(DateUnit::quarter, *published_, -1),
                  "quarter", "past");
    }
    if (unit != DateUnit::year && unit != DateUnit::month && unit != DateUnit::week) return at + 1;
    if (lower(at).back() == 's' || !has_before(article)) return at + 1;
    const bool part =
        word(article - 1).kind == Kind::part ||
        (article > floor_ + 1 && (lower(article - 1) == "in" || lower(article - 1) == "of") &&
         word(article - 2).kind == Kind::part);
    const bool full = lower(article + 1) == "full";
    const bool business = unit == DateUnit::year && (lower(article - 1) == "for" || full) &&
                          lower(at + 1) != "to" && lower(at + 1) != "ended";
    if (!part && !business) return at + 1;
    return emit(at, at + 1, calendar_unit(unit, *published_, 0), grain_of(unit), "present");
  }

  // ---- seasons and wars

  std::size_t season(std::size_t at, int season) {
    const bool verb_like = lower(at) == "fall" || lower(at) == "spring";
    std::size_t first = at;
    YearRead year = year_after(at + 1);
    if (year.year == kNoYear) {
      if (const YearRead before = year_before(at); before.year != kNoYear) {
        first = before.last;
        return emit(first, at + 1, season_of(before.year, season), "season", "absolute");
      }
    } else {
      return emit(first, year.last, season_of(year.year, season), "season", "absolute");
    }
    if (!published_ || !has_before(at)) return at + 1;
    const int now = year_number(*published_);
    const DateWord modifier = word(at - 1);
    const auto latest = [&](bool ended) {
      for (int in = now; in > now - 3; --in) {
        const DayRange range = season_of(in, season);
        if (ended ? range.to <= *published_ : range.from <= *published_) return range;
      }
      return season_of(now - 1, season);
    };
    const auto upcoming = [&] {
      const DayRange range = season_of(now, season);
      return range.from > *published_ ? range : season_of(now + 1, season);
    };
    if (modifier.kind == Kind::relative) {
      --first;
      switch (static_cast<DateRelative>(modifier.value)) {
        case DateRelative::last:
        case DateRelative::past:
          if (has_before(first) && lower(first - 1) == "this")
            return emit(first - 1, at + 1, latest(false), "season", "past");
          return emit(first, at + 1, latest(true), "season", "past");
        case DateRelative::next:
        case DateRelative::coming:
          return emit(first, at + 1, upcoming(), "season", "future");
        case DateRelative::current:
          if (season == 3 && month_number(*published_) < 3)
            return emit(first, at + 1, season_of(now - 1, season), "season", "present");
          return emit(first, at + 1, season_of(now, season), "season", "present");
        default:
          return at + 1;
      }
    }
    const bool article = lower(at - 1) == "the";
    const std::string_view lead = article && at > floor_ + 1 ? lower(at - 2) : lower(at - 1);
    static const WordSet cues{"in",  "during", "since", "over",    "early", "late",
                              "mid", "by",     "until", "through", "-",     "of"};
    if (!cues.contains(lead) || (verb_like && !article && word(at - 1).kind != Kind::part))
      return at + 1;
    if (article && lower(at + 1) == "of") return at + 1;
    const bool ahead = lean(first, at + 1) == Direction::future;
    return emit(first, at + 1, ahead ? upcoming() : latest(false), "season",
                ahead ? "future" : "past", ahead ? latest(false) : upcoming());
  }

  std::size_t war(std::size_t at) {
    const std::string_view here = lower(at);
    const DayRange second{day_of(1939, 9, 1), day_of(1945, 9, 3)};
    const DayRange first{day_of(1914, 7, 28), day_of(1918, 11, 12)};
    if (here == "wwii" || here == "ww2") return emit(at, at + 1, second, "open", "absolute");
    if (here == "wwi" || here == "ww1") return emit(at, at + 1, first, "open", "absolute");
    if (here != "world" || lower(at + 1) != "war") return at + 1;
    const std::string_view which = lower(at + 2);
    if (which == "ii" || which == "2" || which == "two")
      return emit(at, at + 3, second, "open", "absolute");
    if (which == "i" || which == "1" || which == "one")
      return emit(at, at + 3, first, "open", "absolute");
    if (has_before(at) && lower(at - 1) == "second")
      return emit(at - 1, at + 2, second, "open", "absolute");
    if (has_before(at) && lower(at - 1) == "first")
      return emit(at - 1, at + 2, first, "open", "absolute");
    return at + 1;
  }

  const TokenizedText& text_;
  std::optional<Day> published_;
  std::vector<DateMention> mentions_;
  std::optional<std::size_t> anchor_;  ///< the last mention with a place in time
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t floor_ = 0;  ///< no look-back beyond the mention before
};

}  // namespace

std::vector<DateMention> find_dates(const TokenizedText& text, std::optional<Day> published) {
  return DateFinder(text, published).run();
}

}  // namespace claimtrail
