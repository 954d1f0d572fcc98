#include "cli/render/progress.h"

#include <gtest/gtest.h>

#include "cli/render/text.h"

namespace claimtrail {
namespace {

ProgressState half_way() {
  ProgressState state;
  state.sources = 40;
  state.done = 20;
  state.reports = 80;
  state.claims = 345;
  state.failures = 2;
  state.elapsed = std::chrono::seconds(42);
  return state;
}

TEST(ProgressLine, SaysHowFarItIs) {
  EXPECT_EQ(progress_line(half_way(), 200),
            "[===============>              ] 20/40 sources  80 reports  345 claims  2 failed  "
            "0:42 left");
}

TEST(ProgressLine, LeavesOutWhatDoesNotFit) {
  EXPECT_EQ(progress_line(half_way(), 75),
            "[=======>      ] 20/40 sources  80 reports  345 claims  2 failed  0:42 left");
  EXPECT_EQ(progress_line(half_way(), 36), "20/40 sources  345 claims  2 failed");
  EXPECT_EQ(progress_line(half_way(), 20), "20/40 sources");
  EXPECT_EQ(progress_line(half_way(), 8), "20/40");
  EXPECT_EQ(progress_line(half_way(), 3), "20/");
}

TEST(ProgressLine, NeverTakesMoreColumnsThanThereAre) {
  ProgressState state = half_way();
  for (const int done : {0, 1, 20, 39, 40}) {
    for (const int claims : {0, 1, 1'234'567}) {
      for (const bool linking : {false, true}) {
        state.done = done;
        state.claims = claims;
        state.linking = linking;
        for (std::size_t columns = 0; columns < 140; ++columns) {
          const std::string line = progress_line(state, columns);
          ASSERT_LE(columns_of(line), columns) << line;
          ASSERT_EQ(line.find_first_of("\r\n\x1b"), std::string::npos);
        }
      }
    }
  }
}

TEST(ProgressLine, NothingDoneOrNothingToDoIsNoDivisionByZero) {
  EXPECT_EQ(progress_line({}, 100),
            "[>                             ] 0/0 sources  0 reports  0 claims");
  ProgressState all = half_way();
  all.done = 40;
  all.linking = true;
  EXPECT_EQ(progress_line(all, 100),
            "[==============================] 40/40 sources  80 reports  345 claims  2 failed  "
            "linking");
}

TEST(ProgressLine, TimeIsWrittenAsAClockShowsIt) {
  EXPECT_EQ(write_clock(std::chrono::seconds(5)), "0:05");
  EXPECT_EQ(write_clock(std::chrono::seconds(725)), "12:05");
  EXPECT_EQ(write_clock(std::chrono::seconds(3'723)), "1:02:03");
  EXPECT_EQ(write_clock(std::chrono::seconds(-1)), "0:00");
}

}  // namespace
}  // namespace claimtrail
