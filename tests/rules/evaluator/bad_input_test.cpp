#include <chrono>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

/// One question with many claims by many outlets: `figures` values, in turn.
Evidence crowd(std::uint32_t claims, const std::vector<long long>& figures) {
  Evidence evidence;
  constexpr std::uint32_t kReports = 500;
  for (std::uint32_t i = 0; i < kReports; ++i) {
    ReportEvidence& report = evidence.reports.emplace_back();
    report.id = fmt::format("r{:03}", i);
    report.outlet = fmt::format("Outlet {}", i);
    report.published = *parse_day("2025-04-01") + std::chrono::days{i % 20};
  }
  evidence.questions.emplace_back().id = "q";
  evidence.claims.resize(claims);
  for (std::uint32_t i = 0; i < claims; ++i) {
    StoredClaim& stored = evidence.claims[i];
    stored.exact = "so many were killed";
    stored.report = evidence.reports[i % kReports].id;
    stored.claim.id = fmt::format("c{:06}", i);
    stored.claim.span = {i, i + 1};
    Hop hop;
    const std::string name = fmt::format("Claimant {}", i % 7);
    hop.claimants = {{name, name, ClaimantKind::organization}};
    stored.claim.attribution = {hop};
    Figure figure;
    figure.low = Decimal(figures[i % figures.size()]);
    figure.high = figure.low;
    figure.unit = "person";
    figure.dimension = "count";
    figure.noun = "people";
    stored.claim.figures = {figure};
    Reading reading;
    reading.report = i % kReports;
    reading.stored = &stored;
    reading.figure = 0;
    reading.question = "q";
    reading.claimant = name;
    reading.claimant_id = name;
    reading.attributed = true;
    evidence.readings.push_back(reading);
  }
  return evidence;
}

const RaisedFlag* conflict_in(const std::vector<RaisedFlag>& flags) {
  for (const RaisedFlag& flag : flags) {
    if (flag.rule == "figure-conflict") return &flag;
  }
  return nullptr;
}

TEST(BadInput, AQuestionWithAHundredThousandClaimsIsStillOneFlagWithItsSides) {
  const Evidence evidence = crowd(100'000, {900, 1268, 1731});
  const std::vector<RaisedFlag> flags = evaluate(*worlds::builtin(), evidence);
  const RaisedFlag* conflict = conflict_in(flags);
  ASSERT_NE(conflict, nullptr);
  EXPECT_THAT(conflict->sides, ::testing::SizeIs(3));
  std::size_t claims = 0;
  for (const Side& side : conflict->sides) claims += side.claims.size();
  EXPECT_EQ(claims, 100'000U);
  EXPECT_LE(conflict->why.size(), 20U);
}

TEST(BadInput, ARuleThatMatchesEverythingIsOneFlagAQuestion) {
  const auto rules = worlds::rules(R"yaml(schema: claimtrail-rules/1
rules:
  - id: all
    title: Everything
    scope: pair
    match: {group_by: [question]}
    position: figure
    where: "a.checkable or b.checkable or true"
    message: "{a.figure} {b.figure}"
)yaml");
  std::vector<long long> figures;
  for (long long i = 0; i < 5000; ++i) figures.push_back(101 + i);
  const std::vector<RaisedFlag> flags = evaluate(*rules, crowd(20'000, figures));
  ASSERT_THAT(flags, ::testing::SizeIs(1));
  EXPECT_THAT(flags[0].sides, ::testing::SizeIs(5000));
}

TEST(BadInput, AClockThatJumpsLosesNoFlag) {
  const auto rules = worlds::builtin();
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 120 killed, claimant: A}
  - {id: b, figure: 187 killed, claimant: B}
)yaml");
  const std::vector<RaisedFlag> raised = evaluate(*rules, evidence);
  const Timestamp today = *parse_timestamp("2025-04-28T08:00:00Z");
  const std::vector<Flag> first = settle_flags({}, raised, {}, today);
  ASSERT_THAT(first, ::testing::SizeIs(1));
  const Timestamp long_ago = *parse_timestamp("1970-01-02T00:00:00Z");
  const Timestamp far = *parse_timestamp("2199-01-01T00:00:00Z");
  EXPECT_THAT(settle_flags(first, raised, {}, long_ago), ::testing::IsEmpty());
  EXPECT_THAT(settle_flags(first, raised, {}, far), ::testing::IsEmpty());
  const std::vector<Flag> gone = settle_flags(first, {}, {}, far);
  ASSERT_THAT(gone, ::testing::SizeIs(1));
  const std::vector<Flag> back = settle_flags(gone, raised, {}, long_ago);
  ASSERT_THAT(back, ::testing::SizeIs(1));
  EXPECT_EQ(back[0].id, first[0].id);
  EXPECT_EQ(back[0].status, FlagStatus::open);
  EXPECT_GE(back[0].last_seen, back[0].first_seen) << "time never runs back on record";
}

}  // namespace
}  // namespace claimtrail
