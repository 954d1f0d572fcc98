#include "cli/desk/claims_apart.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "tests/support/full_claim.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;

StoredClaim full_claim() {
  StoredClaim stored;
  stored.claim = make_full_claim("claim-1", "Five people were rescued from the ferry.");
  stored.report = "report-1";
  stored.revision = "revision-1";
  stored.extractor = "7";
  stored.exact = "Five were … rescued";
  stored.content_exact = {"Five were", "rescued"};
  stored.prefix = "before";
  stored.suffix = "after";
  stored.review_state = "confirmed";
  stored.first_seen = Timestamp{std::chrono::seconds{100}};
  stored.last_seen = Timestamp{std::chrono::seconds{200}};
  stored.gone_since = Timestamp{std::chrono::seconds{300}};
  stored.statement_question = "q1";
  stored.figure_questions = {"", "q2"};
  stored.statement_group = "s";
  stored.quote_group = "t";
  return stored;
}

void expect_equal(const StoredClaim& a, const StoredClaim& b) {
  EXPECT_EQ(a.claim, b.claim);
  const auto rest = [](const StoredClaim& one) {
    return std::tie(one.report, one.revision, one.extractor, one.exact, one.content_exact,
                    one.prefix, one.suffix, one.review_state, one.first_seen, one.last_seen,
                    one.gone_since, one.statement_question, one.figure_questions,
                    one.statement_group, one.quote_group);
  };
  EXPECT_TRUE(rest(a) == rest(b));
}

TEST(ClaimsApart, ComeBackAsTheyWere) {
  ReportEvidence report;
  report.id = "report-1";
  report.url = "https://harbour.example/ferry";
  report.title = "Ferry";
  report.outlet = "Harbour Post";
  report.publisher_family = "Harbour";
  report.published = *parse_day("2025-04-02");
  report.first_seen = Timestamp{std::chrono::seconds{50}};
  report.cites = {"report-2"};
  report.has_note = true;
  report.revised = Timestamp{std::chrono::seconds{60}};
  report.withdrawn = Timestamp{std::chrono::seconds{70}};
  report.attributed = full_claim().claim.figures;
  report.is_based_on = "https://wire.example/flood";
  report.syndicated_from = "Coastline";
  report.agencies = {"Coastline"};
  const StoredClaim claim = full_claim();
  ClaimsApart apart(2);
  apart.add(1, report, {&claim});
  const ReportsWithClaims taken = apart.take(1);
  ASSERT_EQ(taken.claims.size(), 1U);
  expect_equal(taken.claims.front(), claim);
  ASSERT_EQ(taken.reports.size(), 1U);
  const ReportEvidence& told = taken.reports.front();
  const auto members = [](const ReportEvidence& one) {
    return std::tie(one.id, one.url, one.title, one.outlet, one.publisher_family, one.published,
                    one.first_seen, one.cites, one.has_note, one.revised, one.withdrawn,
                    one.attributed, one.is_based_on, one.syndicated_from, one.agencies);
  };
  EXPECT_TRUE(members(told) == members(report));
}

TEST(ClaimsApart, KeepToTheirPileAndOrder) {
  ClaimsApart apart(3);
  std::vector<StoredClaim> claims(200);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    claims[i].claim.id = std::to_string(i);
    claims[i].exact = std::string(i * 7, 'x');
    ReportEvidence report;
    report.id = "r" + std::to_string(i);
    apart.add(i % 2, report, {&claims[i], &claims[i]});
  }
  for (const std::size_t pile : {0U, 1U}) {
    const ReportsWithClaims taken = apart.take(pile);
    ASSERT_EQ(taken.reports.size(), 100U);
    ASSERT_EQ(taken.claims.size(), 200U);
    for (std::size_t i = 0; i < 200; ++i) {
      expect_equal(taken.claims[i], claims[(i / 2) * 2 + pile]);
    }
  }
  EXPECT_THAT(apart.take(2).claims, IsEmpty());
}

TEST(ClaimsApart, SayWhereNoFileCanBe) {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TMPDIR", "/proc/no-such-folder", 1);
  ClaimsApart apart(1);
  const StoredClaim claim = full_claim();
  try {
    apart.add(0, ReportEvidence{}, {&claim});
    ADD_FAILURE() << "it must fail";
  } catch (const StoreError& error) {
    EXPECT_THAT(std::string(error.what()), ::testing::HasSubstr("TMPDIR"));
  }
  kept.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}

}  // namespace
}  // namespace claimtrail
