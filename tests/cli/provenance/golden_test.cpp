// Compares each form of one report with the file in tests/golden. `tests/golden/approve` writes the
// files anew after a look at what changed.
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "cli/provenance/render.h"
#include "tests/cli/provenance/small_world.h"

namespace claimtrail {
namespace {

std::string golden_file(ReportFormat format) {
  return std::string(CLAIMTRAIL_SOURCE_DIR) + "/tests/golden/dam." + to_string(format);
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The report of the small world, under versions that do not move with the program's.
ProvenanceReport golden_report(SmallWorld& world) {
  ProvenanceReport report =
      build_report(world.store(), world.desk(), {}, SmallWorld::now()).value();
  report.tool = "claimtrail 0";
  report.extractor = "claimtrail 0, en 0";
  for (TracedClaim& claim : report.claims) claim.stored.extractor = report.extractor;
  return report;
}

class Golden : public ::testing::TestWithParam<ReportFormat> {};

TEST_P(Golden, IsWhatWasApproved) {
  SmallWorld world;
  const std::string rendered = render_report(golden_report(world), GetParam());
  if (std::getenv("CLAIMTRAIL_APPROVE") != nullptr) {
    std::ofstream(golden_file(GetParam()), std::ios::binary) << rendered;
  }
  ASSERT_EQ(rendered, read(golden_file(GetParam())))
      << "look at the difference; tests/golden/approve takes it over";
}

TEST_P(Golden, SameInputGivesTheSameBytes) {
  SmallWorld first;
  SmallWorld second;
  EXPECT_EQ(render_report(golden_report(first), GetParam()),
            render_report(golden_report(second), GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Forms, Golden,
                         ::testing::Values(ReportFormat::html, ReportFormat::markdown,
                                           ReportFormat::json, ReportFormat::csv),
                         [](const auto& form) { return std::string(to_string(form.param)); });

}  // namespace
}  // namespace claimtrail
