#include <gmock/gmock.h>

#include "sources/refresh.h"

namespace claimtrail {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

TEST(IsDue, WhenItsTimeHasComeAndNothingHoldsItBack) {
  const Timestamp now = parse_timestamp("2025-04-28T10:00:00Z").value();
  SourceSettings source;
  source.every_ms = 900'000;
  SourceState state;
  EXPECT_TRUE(is_due(source, state, "UTC", now)) << "never tried";
  state.last_attempt = now - minutes{14};
  EXPECT_FALSE(is_due(source, state, "UTC", now));
  state.last_attempt = now - minutes{15};
  EXPECT_TRUE(is_due(source, state, "UTC", now));
  state.blocked_until = now + minutes{1};
  EXPECT_FALSE(is_due(source, state, "UTC", now));
  state.blocked_until = now;
  EXPECT_TRUE(is_due(source, state, "UTC", now));
  state.gone = true;
  EXPECT_FALSE(is_due(source, state, "UTC", now));
  state.gone = false;
  source.enabled = false;
  EXPECT_FALSE(is_due(source, state, "UTC", now));
}

TEST(IsDue, AWrongClockDoesNotSilenceASourceForEver) {
  const Timestamp now = parse_timestamp("2025-04-28T10:00:00Z").value();
  SourceSettings source;
  SourceState state;
  state.last_attempt = now + days{6'000};
  EXPECT_TRUE(is_due(source, state, "UTC", now));
  state.last_attempt = now - hours{2};
  state.blocked_until = now + days{6'000};
  EXPECT_TRUE(is_due(source, state, "UTC", now));
}

}  // namespace
}  // namespace claimtrail
