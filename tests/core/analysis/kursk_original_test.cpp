#include <cstdlib>
#include <filesystem>

#include "tests/core/analysis/expected_rows.h"

namespace claimtrail {
namespace {

// The report itself belongs to its publisher; it lies with the shared development data.
TEST(KurskOriginal, EveryRowHolds) {
  const char* shared = std::getenv("CLAIMTRAIL_SHARED");
  const std::string root = shared != nullptr ? shared : CLAIMTRAIL_SOURCE_DIR "/../shared";
  const std::string report = root + "/data/kursk/report.txt";
  if (!std::filesystem::exists(report)) GTEST_SKIP() << report << " is absent";
  expect_rows(report, CLAIMTRAIL_SOURCE_DIR "/tests/corpus/kursk-original.expected.yaml");
}

}  // namespace
}  // namespace claimtrail
