#include "cli/desk/verify.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "cli/desk/check.h"
#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

/// Each test changes one thing in the database behind the store's back; verify must say so.
class Verify : public DeskTest {
 protected:
  Verify() {
    Adder adder(*store_, config_.desk, 1);
    for (const auto& [id, outlet, words] :
         {std::tuple("a", "A",
                     "Rail union leader Tom Berg said that 12 people were hurt in the flood, the "
                     "ministry reported on Friday."),
          std::tuple("b", "B", "The ministry said that 300 people were hurt in the flood.")}) {
      CapturedReport capture;
      capture.bytes = std::string("Flood in Wlen\n\nStreets stood in water.\n\n") + words + "\n";
      capture.input = InputKind::text;
      capture.given.id = id;
      capture.given.outlet = outlet;
      capture.given.published = parse_published("2025-04-26");
      capture.answered_by = id;
      capture.fetched_at = clock_.now();
      adder.take(std::move(capture));
    }
    (void)adder.finish();
    (void)check(*store_, config_.desk, *rules_, config_.rules, clock_.now());
  }

  [[nodiscard]] std::vector<Diagnostic> problems() const {
    return verify_database(*store_).problems;
  }

  void change(const std::string& sql) {
    SQLite::Database database((directory_ / "desk.db").string(), SQLite::OPEN_READWRITE);
    ASSERT_GT(database.exec(sql), 0) << sql;
  }
};

TEST_F(Verify, ASoundDatabaseHolds) {
  const VerifySummary summary = verify_database(*store_);
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_EQ(summary.revisions, 2);
  EXPECT_EQ(summary.texts, 2);
  EXPECT_GT(summary.claims, 1);
  EXPECT_GT(summary.spans, 3);
}

TEST_F(Verify, AChangedByteOfTheTextIsFound) {
  change("UPDATE texts SET text = replace(text, '12 people', '13 people')");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Verify, AShiftedSpanIsFound) {
  change(
      "UPDATE sightings SET span_start = span_start + 1 WHERE row_id = (SELECT max(row_id) FROM "
      "sightings)");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Verify, AChangedHedgeIsFound) {
  change("UPDATE hops SET hedge = 'confirmed'");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Verify, AChangedFigureIsFound) {
  change("UPDATE figures SET low = '99' WHERE low IS NOT NULL");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Verify, AnotherDigestIsFound) {
  change("UPDATE revisions SET raw_sha256 = upper(raw_sha256)");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

TEST_F(Verify, AMissingClaimIsFound) {
  change("DELETE FROM sightings WHERE row_id = (SELECT max(row_id) FROM sightings)");
  EXPECT_THAT(problems(), Not(IsEmpty()));
}

}  // namespace
}  // namespace claimtrail
