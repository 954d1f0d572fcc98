#include "cli/desk/gather.h"

#include <gmock/gmock.h>

#include "cli/desk/check.h"
#include "cli/desk/report_texts.h"
#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What rules learn of a report beyond its claims.
class Gather : public DeskTest {
 protected:
  void add(const std::string& id, const std::string& words) {
    tell(id, words);
    report_ = store_->reports().back().id;
  }

  void visit(const char* at, const char* outcome) {
    store_->add_observation({report_, *parse_timestamp(at), outcome, 404, ""});
  }

  [[nodiscard]] ReportEvidence seen() const {
    for (const ReportEvidence& report : gather(*store_, config_.desk).reports) {
      if (report.id == report_) return report;
    }
    throw std::runtime_error("no such report");
  }

  std::string report_;
};

TEST_F(Gather, APageGoneTwiceADayApartIsWithdrawn) {
  add("a", "The ministry said 12 people were hurt.");
  EXPECT_FALSE(seen().withdrawn);
  visit("2025-04-27T10:00:00Z", "not_found");
  visit("2025-04-27T16:00:00Z", "gone");
  EXPECT_FALSE(seen().withdrawn) << "six hours may be an accident";
  visit("2025-04-28T10:00:00Z", "not_found");
  EXPECT_EQ(seen().withdrawn, parse_timestamp("2025-04-27T10:00:00Z"));
  std::vector<std::string> raised;
  for (const Flag& flag : check(*store_, config_.desk, *rules_, config_.rules, clock_.now())) {
    raised.push_back(flag.rule);
  }
  EXPECT_THAT(raised, Contains("report-withdrawn"));
}

TEST_F(Gather, APageThatAnsweredInBetweenIsNot) {
  add("a", "The ministry said 12 people were hurt.");
  visit("2025-04-27T10:00:00Z", "not_found");
  visit("2025-04-28T09:00:00Z", "unchanged");
  visit("2025-04-28T12:00:00Z", "not_found");
  EXPECT_FALSE(seen().withdrawn);
}

TEST_F(Gather, ErrorsAndWallsAreNoWithdrawal) {
  add("a", "The ministry said 12 people were hurt.");
  visit("2025-04-27T10:00:00Z", "error");
  visit("2025-04-29T10:00:00Z", "bot_wall");
  EXPECT_FALSE(seen().withdrawn);
}

TEST_F(Gather, AgenciesAreThoseOfTheNewestText) {
  add("a", "WLEN (Reuters) - The ministry said 12 people were hurt.");
  EXPECT_THAT(seen().agencies, ElementsAre("Reuters"));
  clock_.advance(std::chrono::hours{1});
  add("a", "Divers found the gate of the dam open, the mayor said.");
  EXPECT_THAT(seen().agencies, IsEmpty());
}

TEST_F(Gather, TextsAreTheNewestAndReadOnce) {
  add("a", "The ministry said 12 people were hurt.");
  clock_.advance(std::chrono::hours{1});
  add("a", "Divers found the gate of the dam open, the mayor said.");
  const Evidence evidence = gather(*store_, config_.desk);
  const auto text = evidence.texts->of(report_);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->whole(), TextShingles(newest_text(*store_, report_)->text).whole());
  EXPECT_EQ(evidence.texts->of(report_), text);
  EXPECT_EQ(evidence.texts->of("nobody's"), nullptr);
}

TEST_F(Gather, TextsAreKeptWhileThereIsRoom) {
  add("a", "The ministry said 12 people were hurt.");
  add("b", "Divers found the gate of the dam open, the mayor said.");
  const std::string first = store_->reports().front().id;
  StoredTexts texts(*store_, 1);
  const auto text = texts.of(first);
  (void)texts.of(report_);
  EXPECT_NE(texts.of(first), text);
  EXPECT_EQ(texts.of(first)->whole(), text->whole());
}

}  // namespace
}  // namespace claimtrail
