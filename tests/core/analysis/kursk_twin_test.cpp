#include "tests/core/analysis/expected_rows.h"

namespace claimtrail {
namespace {

TEST(KurskTwin, EveryRowHolds) {
  const std::string corpus = CLAIMTRAIL_SOURCE_DIR "/tests/corpus/";
  expect_rows(corpus + "kursk-twin.txt", corpus + "kursk-twin.expected.yaml");
}

}  // namespace
}  // namespace claimtrail
