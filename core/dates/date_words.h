#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/tokens.h"

namespace claimtrail {

/// What a word means inside a date.
enum class DateWordKind : std::uint8_t {
  none,
  month,     ///< 1 to 12
  weekday,   ///< 0 to 6 from Monday
  deictic,   ///< today, yesterday: days from publication
  unit,      ///< DateUnit
  season,    ///< 0 to 3 from spring
  relative,  ///< last, next, this …: DateRelative
  part,      ///< early, mid, late: -1, 0, 1
  ordinal,   ///< first … 4th
  number,    ///< two, ten, few
  decade,    ///< "nineties": 90
  daypart    ///< morning, night
};

enum class DateUnit : std::uint8_t {
  day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  half,
  year,
  decade,
  century,
  period
};
enum class DateRelative : std::uint8_t {
  last,
  next,
  current,
  past,
  recent,
  coming,
  same,
  following,
  latest
};

struct DateWord {
  DateWordKind kind = DateWordKind::none;
  int value = 0;
};

/// The meaning of a case-folded word; kind `none` for any other.
[[nodiscard]] DateWord date_word(std::string_view word);

/// The month a token names, 0 for none: "May" and "March" only with a capital and no title, name or
/// modal before them that makes them something else.
[[nodiscard]] int month_at(const TokenizedText& text, std::size_t at);

/// The whole number of a token ("27", "27th"), -1 for any other or above 9999.
[[nodiscard]] int plain_number(std::string_view word);

}  // namespace claimtrail
