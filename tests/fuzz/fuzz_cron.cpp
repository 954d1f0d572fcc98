#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "sources/schedule/schedule.h"

// The first byte chooses the zone, the next three a start in the years 1970 to 2500; the rest is
// the expression. What follows a time must lie behind it, and a failure's column inside the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  static const char* const zones[] = {"UTC",          "Europe/Warsaw",       "America/Havana",
                                      "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia",
                                      "Mars/Olympus", "../../etc/passwd",    ""};
  const std::string zone = zones[data[0] % (sizeof zones / sizeof *zones)];
  const long long start = (data[1] << 16 | data[2] << 8 | data[3]) * 1'000LL;
  const std::string_view text(reinterpret_cast<const char*>(data) + 4, size - 4);
  const auto cron = claimtrail::CronExpression::parse(text);
  if (!cron) {
    const int column = cron.error().column;
    if (column < 1 || column > static_cast<int>(text.size()) + 1) std::abort();
    return 0;
  }
  claimtrail::Timestamp at{std::chrono::seconds{start}};
  for (int i = 0; i < 4; ++i) {
    const auto next = cron->next(at, zone);
    if (!next) break;
    if (*next <= at) std::abort();
    at = *next;
  }
  return 0;
}
