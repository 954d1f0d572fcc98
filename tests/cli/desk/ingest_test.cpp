#include "cli/desk/ingest.h"

#include <gmock/gmock.h>

#include "cli/desk/reanalyse.h"
#include "cli/desk/verify.h"
#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Ingest : public DeskTest {
 protected:
  AddSummary add(const std::string& text, const std::string& id = "r") {
    Adder adder(*store_, config_.desk, 2);
    CapturedReport capture;
    capture.bytes = text;
    capture.input = InputKind::text;
    capture.given.id = id;
    capture.given.outlet = "The Paper";
    capture.given.published = parse_published("2025-04-26");
    capture.answered_by = id + ".txt";
    capture.fetched_at = clock_.now();
    adder.take(std::move(capture));
    return adder.finish();
  }

  static constexpr const char* kText =
      "Dam above Wlen cracks\n\nThe ministry said that 12 people were hurt in the flood.\n\n"
      "Mayor Anna Roth denied that the dam had cracked.\n";
  static constexpr const char* kEdited =
      "Dam above Wlen cracks\n\nThe ministry said that 17 people were hurt in the flood.\n";
};

TEST_F(Ingest, AddsOnceAndObservesAfterwards) {
  EXPECT_EQ(add(kText).added, 1);
  EXPECT_EQ(add(kText).unchanged, 1);
  EXPECT_THAT(store_->reports(), SizeIs(1));
  EXPECT_THAT(store_->revisions("r"), SizeIs(1));
}

TEST_F(Ingest, AnEditKeepsTheClaimAndWhatIsLostIsGone) {
  (void)add(kText);
  const auto find = [&](const std::string& words) -> std::optional<StoredClaim> {
    for (const StoredClaim& claim : store_->claims({})) {
      if (claim.exact.find(words) != std::string::npos) return claim;
    }
    return std::nullopt;
  };
  const auto hurt = find("12 people were hurt");
  const auto cracked = find("the dam had cracked");
  ASSERT_TRUE(hurt && cracked);
  clock_.advance(std::chrono::hours{1});
  EXPECT_EQ(add(kEdited).revised, 1);
  const auto edited = find("17 people were hurt");
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->claim.id, hurt->claim.id);
  EXPECT_EQ(edited->first_seen, hurt->first_seen);
  EXPECT_TRUE(store_->claim(cracked->claim.id)->gone_since) << "kept, and said to be gone";
  EXPECT_THAT(verify_database(*store_).problems, IsEmpty());
}

TEST_F(Ingest, AnOlderCaptureTakesItsPlaceAndSaysWhatWasLostSince) {
  clock_.advance(std::chrono::hours{24});
  (void)add(kEdited);
  clock_.advance(std::chrono::hours{24});
  (void)add(kEdited);
  const Timestamp last = clock_.now();
  clock_.advance(std::chrono::hours{-48});
  EXPECT_EQ(add(kText).revised, 1);
  EXPECT_EQ(add(kText).revised, 0) << "the same capture again is nothing new";
  const std::vector<Revision> revisions = store_->revisions("r");
  ASSERT_THAT(revisions, SizeIs(2));
  EXPECT_EQ(revisions.front().fetched_at, clock_.now());
  const Report report = store_->report("r").value();
  EXPECT_EQ(report.first_seen, clock_.now());
  EXPECT_EQ(report.last_seen, last);
  int gone = 0;
  for (const StoredClaim& claim : store_->claims({})) {
    const bool lost = claim.exact.find("had cracked") != std::string::npos;
    EXPECT_EQ(claim.gone_since.has_value(), lost) << claim.exact;
    if (!lost) continue;
    ++gone;
    EXPECT_EQ(claim.gone_since, revisions.back().fetched_at);
  }
  EXPECT_EQ(gone, 1);
  EXPECT_THAT(verify_database(*store_).problems, IsEmpty());
}

TEST_F(Ingest, AnOlderCaptureOfTheSameTextIsAnObservation) {
  clock_.advance(std::chrono::hours{24});
  (void)add(kText);
  clock_.advance(std::chrono::hours{-24});
  EXPECT_EQ(add(kText).unchanged, 1);
  EXPECT_THAT(store_->revisions("r"), SizeIs(1));
  ASSERT_THAT(store_->observations("r"), SizeIs(1));
  EXPECT_EQ(store_->observations("r").front().at, clock_.now());
}

TEST_F(Ingest, AVisitIsNotedOnceHoweverOftenItsArchiveIsRead) {
  (void)add(kText);
  const Timestamp captured = clock_.now();
  clock_.advance(std::chrono::hours{1});
  EXPECT_EQ(add(kText).unchanged, 1);
  const auto visit = [&](const char* outcome, Timestamp at, int status) {
    return note_visit(*store_, store_->report("r").value(), {"r", at, outcome, status, ""});
  };
  EXPECT_FALSE(visit("unchanged", clock_.now(), 0));
  EXPECT_TRUE(visit("not_modified", captured - std::chrono::hours{1}, 304));
  EXPECT_FALSE(visit("not_modified", captured - std::chrono::hours{1}, 304));
  EXPECT_TRUE(visit("not_found", clock_.now(), 404));
  EXPECT_FALSE(visit("not_found", clock_.now(), 404));
  EXPECT_EQ(store_->report("r")->visits, 3);
  EXPECT_EQ(store_->report("r")->last_seen, clock_.now()) << "an older visit is no later sight";
  EXPECT_THAT(store_->observations("r"), SizeIs(3));
}

TEST_F(Ingest, ReanalysingChangesNothingUnderTheSameExtractor) {
  (void)add(kText);
  clock_.advance(std::chrono::hours{1});
  (void)add(kEdited);
  const auto ids = [&] {
    std::vector<std::string> list;
    for (const StoredClaim& claim : store_->claims({}))
      list.push_back(claim.claim.id + claim.exact);
    return list;
  };
  const std::vector<std::string> before = ids();
  const ReanalyseSummary summary = reanalyse(*store_, config_.desk, {});
  EXPECT_EQ(summary.revisions, 2);
  EXPECT_THAT(summary.failures, IsEmpty());
  EXPECT_EQ(ids(), before);
}

TEST_F(Ingest, WhatWasGivenIsReadBack) {
  Given given;
  given.id = "a";
  given.outlet = "Ünïted “Press”";
  given.published = parse_published("2025-04-26T23:30:00-05:00");
  given.listed = parse_published("2025-04-27");
  const Given back = read_given(write_given(given));
  EXPECT_EQ(back.outlet, given.outlet);
  EXPECT_EQ(back.published, given.published);
  EXPECT_EQ(back.listed, given.listed);
}

}  // namespace
}  // namespace claimtrail
