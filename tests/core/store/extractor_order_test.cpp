#include "core/store/extractor_order.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

TEST(ExtractorOrder, RunsOfDigitsAreNumbers) {
  EXPECT_TRUE(extractor_older("claimtrail 0.9.0, en 1", "claimtrail 0.10.0, en 1"));
  EXPECT_FALSE(extractor_older("claimtrail 0.10.0, en 1", "claimtrail 0.9.0, en 1"));
  EXPECT_TRUE(extractor_older("claimtrail 1.0.0, en 2", "claimtrail 1.0.0, en 10"));
  EXPECT_TRUE(extractor_older("x 99999999999999999999", "x 100000000000000000000"));
  EXPECT_FALSE(extractor_older("x 1", "x 1"));
}

TEST(ExtractorOrder, IsAStrictWeakOrderOverAnything) {
  const std::vector<std::string> names = {"",  "1",   "01",     "001", "10",  "2",
                                          "a", "a1",  "a01",    "a1b", "a10", "b",
                                          "é", "x 0", "x 0, 0", "x 00"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      EXPECT_EQ(extractor_older(a, b) || extractor_older(b, a), a != b) << a << " | " << b;
      for (const std::string& c : names) {
        if (extractor_older(a, b) && extractor_older(b, c)) {
          EXPECT_TRUE(extractor_older(a, c)) << a << " | " << b << " | " << c;
        }
      }
    }
  }
}

}  // namespace
}  // namespace claimtrail
