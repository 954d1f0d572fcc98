#include "tests/core/analysis/expected_rows.h"

namespace claimtrail {
namespace {

TEST(KurskTwin, EveryRowHolds) {
  const std::string corpus = CLAIMTRAIL_SOURCE_DIR "/tests/corpus/";
  expect_rows(corpus + "kursk-twin.txt", corpus + "kursk-twin.expected.yaml");
}

// The page of the newsroom holds the same report within its furniture.
TEST(KurskTwin, EveryRowHoldsOnThePage) {
  const std::string source = CLAIMTRAIL_SOURCE_DIR;
  const std::string bytes = bytes_of(
      source +
      "/examples/kursk/newsroom/first/marmara-dispatch/2025/04/26/kursk-wholly-cleared.html");
  const auto page = read_page({.bytes = bytes, .content_type = {}, .url = {}, .fetched_at = {}});
  ASSERT_TRUE(page);
  expect_rows(*page, source + "/tests/corpus/kursk-twin.expected.yaml");
}

}  // namespace
}  // namespace claimtrail
