#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sources/feeds/feed.h"

// A date that is read is a day of a year that news has, a time lies within a day and a half of it,
// and what is printed of it reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claimtrail;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)parse_timestamp(text);
  (void)parse_published(text);
  const auto date = parse_feed_date(text);
  if (!date) return 0;
  const std::chrono::year_month_day day{date->day};
  if (day.year() < std::chrono::year{1970} || day.year() > std::chrono::year{2200}) std::abort();
  if (date->time) {
    const auto apart = *date->time - date->day;
    if (apart < -std::chrono::hours{24} || apart > std::chrono::hours{48}) std::abort();
  }
  const auto again = parse_feed_date(format_as_written(*date));
  if (!again || again->time != date->time || again->day != date->day) std::abort();
  return 0;
}
