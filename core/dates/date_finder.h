#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/dates/date_words.h"
#include "core/dates/direction.h"
#include "core/dates/find_dates.h"

namespace claimtrail {

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

/// One pass over a text. Every reader takes the token that set it off, looks a few tokens to either
/// side but never behind the mention before, emits at most one mention, and gives the token to go
/// on with.
class DateFinder {
 public:
  DateFinder(const TokenizedText& text, std::optional<Day> published)
      : text_(text), published_(published) {}

  std::vector<DateMention> run();

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
                   const char* direction, std::optional<DayRange> alternative = std::nullopt);
  std::size_t emit_duration(std::size_t first, std::size_t last, const char* grain);
  /// "early", "mid-", "the end of", "later" before a date become its part and its first word.
  std::size_t take_part(std::size_t first, DateMention& mention) const;
  [[nodiscard]] DateRelation relation_before(std::size_t first) const;
  /// Which way the words around look; what it came from is kept for the mention's `reason`.
  Direction lean(std::size_t first, std::size_t last);

  // ---- one token
  std::size_t visit(std::size_t at);

  // ---- read_years.cpp
  [[nodiscard]] int year_at(std::size_t at) const;
  /// "nineteen ninety-six", "two thousand".
  [[nodiscard]] YearRead year_words(std::size_t at) const;
  /// A year after a month, quarter or season: "2023", ", 2023", "of 2023", "last year", "of this
  /// year".
  [[nodiscard]] YearRead year_after(std::size_t at) const;
  /// A year before a quarter or season: "1988 third quarter", "this year's third quarter".
  [[nodiscard]] YearRead year_before(std::size_t at) const;
  std::size_t number(std::size_t at);
  [[nodiscard]] bool stands_as_year(std::size_t at, int year) const;
  /// "2024-05-01", "5/31/2024", "31/5/2024". The token after it, or `at`.
  std::size_t numeric_date(std::size_t at);
  std::size_t decade_digits(std::size_t at);
  std::size_t decade_word(std::size_t at, int value);
  std::size_t spelled_year(std::size_t at);

  // ---- read_months.cpp
  /// The month at `at`; the mention begins at `lead` where a weekday stands before it.
  std::size_t month(std::size_t at, std::size_t lead);
  void days_before(std::size_t at, std::size_t& first, int& day, int& to_day) const;
  void days_after(std::size_t& last, int& day, int& to_day) const;
  [[nodiscard]] bool is_day(std::size_t at) const;
  [[nodiscard]] static DayRange month_days(int year, int month, int day, int to_day);
  std::size_t emit_month(std::size_t first, std::size_t last, int year, int month, int day,
                         int to_day, const char* direction, std::optional<DayRange> alternative);
  /// The year in which this month or day last came, or will next come; the day of publication is
  /// both.
  [[nodiscard]] int occurrence(int month, int day, Direction direction) const;
  /// Without a cue: ahead only where that is near (three months, six weeks for a day), else back.
  [[nodiscard]] Direction nearer(int month, int day, int before, int after) const;
  /// A day told without its year is a near one: the other candidate, ten months off or more, is not
  /// meant, whatever the verbs say ("gave no reason for the Jan. 14 deadline").
  [[nodiscard]] std::optional<Direction> near_day(int month, int day, int before, int after) const;
  static Direction relative_direction(DateRelative relative);

  // ---- read_days.cpp
  std::size_t weekday(std::size_t at, int day);
  std::size_t deictic(std::size_t at, int shift);
  /// "this morning", "last night".
  std::size_t daypart(std::size_t at);

  // ---- read_units.cpp, read_relative.cpp, date_units.cpp
  [[nodiscard]] CountRead count_before(std::size_t at) const;
  std::size_t unit(std::size_t at, DateUnit unit);
  /// The range `count` units long that ends, or starts, with the day of publication.
  [[nodiscard]] DayRange rolling(DateUnit unit, int count, bool ahead) const;
  [[nodiscard]] static const char* grain_of(DateUnit unit);
  /// The calendar unit that holds `day`, shifted by `shift` units.
  [[nodiscard]] static DayRange calendar_unit(DateUnit unit, Day day, int shift);
  std::size_t ago(std::size_t at, DateUnit unit, std::size_t last, bool linked);
  /// The quarter or half year the text last spoke of, a few sentences back at most.
  [[nodiscard]] std::optional<DayRange> business_anchor() const;
  std::size_t counted(std::size_t at, DateUnit unit, CountRead count);
  std::size_t ordered(std::size_t at, DateUnit unit, std::size_t before, int ordinal);
  /// "the 1988 quarter", "last year's quarter": the quarter the text speaks of, in that year.
  std::size_t contextual_quarter(std::size_t first, std::size_t last, int year);
  std::size_t relative(std::size_t at, DateUnit unit, std::size_t before, DateRelative relative);
  /// How many "recent" days, weeks, months or years are.
  static int few(DateUnit unit);
  [[nodiscard]] DayRange last_weekend() const;
  std::size_t last_half(std::size_t at, std::size_t before);
  std::size_t same_unit(std::size_t first, std::size_t last, DateUnit unit);
  std::size_t following(std::size_t first, std::size_t last, DateUnit unit);
  /// "the weekend", "the quarter", "earlier in the year", "for the year".
  std::size_t definite(std::size_t at, DateUnit unit, std::size_t article);

  // ---- read_seasons.cpp
  std::size_t season(std::size_t at, int season);
  std::size_t war(std::size_t at);

  const TokenizedText& text_;
  std::optional<Day> published_;
  std::vector<DateMention> mentions_;
  std::optional<std::size_t> anchor_;  ///< the last mention with a place in time
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t floor_ = 0;    ///< no look-back beyond the mention before
  std::string_view reason_;  ///< why the mention in hand looks back or ahead
};

}  // namespace claimtrail
