#include "rules/world/grounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

struct Group {
  explicit Group(const std::string& reports) : evidence(worlds::evidence(claims(reports))) {}

  static std::string claims(const std::string& reports) {
    std::string yaml = "reports:\n" + reports + "claims:\n";
    for (char c = 'a'; yaml.find(std::string("{id: ") + c + ",") != std::string::npos; ++c) {
      yaml += std::string("  - {id: claim-") + c + ", figure: 5 killed, report: " + c + "}\n";
    }
    return yaml;
  }

  [[nodiscard]] std::optional<std::string> cycle() const { return citation_cycle(members()); }
  [[nodiscard]] std::size_t origins() const { return independent_origins(world, members()); }

  [[nodiscard]] std::vector<const Facts*> members() const {
    std::vector<const Facts*> list;
    for (const Facts& facts : world.facts) list.push_back(&facts);
    return list;
  }

  Evidence evidence;
  World world{evidence};
};

TEST(CitationCycle, IsFoundBehindAChainThatLeadsIntoIt) {
  const Group group(R"yaml(
  - {id: a, outlet: Anchor, cites: [b]}
  - {id: b, outlet: Bugle, cites: [c]}
  - {id: c, outlet: Courier, cites: [d]}
  - {id: d, outlet: Dispatch, cites: [Bugle]}
)yaml");
  EXPECT_EQ(group.cycle(), "Bugle → Courier → Dispatch → Bugle");
}

TEST(CitationCycle, IsNoneWhereTwoLeanOnAThird) {
  const Group group(R"yaml(
  - {id: a, outlet: Anchor, cites: [c]}
  - {id: b, outlet: Bugle, cites: [c, a]}
  - {id: c, outlet: Courier}
)yaml");
  EXPECT_EQ(group.cycle(), std::nullopt);
}

TEST(CitationCycle, LeavesOutReportsThatAreNotInTheGroup) {
  const Group group(
      "  - {id: a, outlet: Anchor, cites: [z]}\n  - {id: b, outlet: Bugle, cites: [a]}\n");
  EXPECT_EQ(group.cycle(), std::nullopt);
}

TEST(CitationCycle, OfAVeryLongChainTakesNoStack) {
  std::string yaml;
  RuleTest world;
  for (int i = 0; i < 20000; ++i) {
    TestReport report;
    report.id = "r" + std::to_string(i);
    report.outlet = "Outlet " + std::to_string(i);
    report.cites = {"r" + std::to_string((i + 1) % 20000)};
    world.reports.push_back(report);
  }
  Evidence evidence = worlds::build(world);
  std::vector<Facts> facts(evidence.reports.size());
  std::vector<const Facts*> members;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    facts[i].report = &evidence.reports[i];
    members.push_back(&facts[i]);
  }
  EXPECT_TRUE(citation_cycle(members).has_value());
  EXPECT_EQ(independent_origins(World(evidence), members), 1U);
}

TEST(IndependentOrigins, JoinsThroughOthers) {
  const Group group(R"yaml(
  - {id: a, outlet: Anchor, origins: [Reuters]}
  - {id: b, outlet: Bugle, origins: [Reuters], family: House}
  - {id: c, outlet: Courier, family: House}
  - {id: d, outlet: Dispatch, cites: [c]}
  - {id: e, outlet: Echo}
)yaml");
  EXPECT_EQ(group.origins(), 2U);
}

TEST(IndependentOrigins, CountsWhatSharesACitedReport) {
  const Group group(
      "  - {id: a, outlet: Anchor, cites: [z]}\n  - {id: b, outlet: Bugle, cites: [z]}\n");
  EXPECT_EQ(group.origins(), 1U);
}

}  // namespace
}  // namespace claimtrail
