#include "core/trail/changes.h"

#include <gmock/gmock.h>

#include "tests/core/trail/world.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Two revisions of one report, told as "kind: was -> is".
class Changes : public ::testing::Test {
 protected:
  StoredClaim claim(const std::string& id, const std::string& words,
                    const std::string& claimant = "Ministry") {
    World world;
    world.report("r", "Outlet", "2025-04-26");
    return world.claim("r", id, words, claimant);
  }

  static RevisionReading reading(const char* name, std::vector<StoredClaim> claims) {
    std::uint32_t start = 0;
    for (StoredClaim& claim : claims) claim.claim.span = {start++, 0};
    return {name, Timestamp{}, "", std::move(claims)};
  }

  std::vector<std::string> told(std::vector<StoredClaim> before, std::vector<StoredClaim> after) {
    history_ = {reading("one", std::move(before)), reading("two", std::move(after))};
    std::vector<std::string> lines;
    for (const RevisionChange& change : find_changes(0, history_)) {
      lines.push_back(change.kind + ": " + change.was + " -> " + change.is);
    }
    return lines;
  }

  std::vector<RevisionReading> history_;
};

TEST_F(Changes, NothingChanged) {
  EXPECT_THAT(told({claim("a", "The dam holds")}, {claim("a", "The dam holds")}), IsEmpty());
}

TEST_F(Changes, PolarityAndDays) {
  StoredClaim denied = claim("a", "The dam did not crack");
  denied.claim.polarity = Polarity::negated;
  EXPECT_THAT(told({claim("a", "The dam cracked")}, {denied}),
              ElementsAre("polarity: affirmed -> negated"));
  StoredClaim dated = claim("a", "The dam cracked");
  dated.claim.as_of = AsOf{{*parse_day("2025-04-25"), *parse_day("2025-04-26")}, "", {}};
  EXPECT_THAT(told({claim("a", "The dam cracked")}, {dated}),
              ElementsAre("as_of: no day -> 2025-04-25 until 2025-04-26"));
}

TEST_F(Changes, OneClaimThatMovedIsOneChange) {
  const StoredClaim a = claim("a", "The dam holds");
  const StoredClaim b = claim("b", "The mill is shut");
  const StoredClaim c = claim("c", "The road is open");
  EXPECT_THAT(told({a, b, c}, {c, a, b}), ElementsAre("moved: claim 3 of 3 -> claim 1 of 3"));
  EXPECT_THAT(told({a, b, c}, {a, c}), ElementsAre("removed: The mill is shut -> "))
      << "what follows a removed claim has not moved";
  StoredClaim headline = a;
  headline.claim.block = BlockKind::headline;
  EXPECT_THAT(told({a, b}, {headline, b}), ElementsAre("moved: body -> headline"));
}

TEST_F(Changes, AnEditedClaimThatMovedIsToldAsAnEdit) {
  StoredClaim edited = claim("a", "15 were hurt");
  edited.claim.figures = {World::figure(15)};
  StoredClaim before = claim("a", "12 were hurt");
  before.claim.figures = {World::figure(12)};
  const StoredClaim b = claim("b", "The mill is shut");
  const StoredClaim c = claim("c", "The road is open");
  EXPECT_THAT(told({before, b, c}, {b, c, edited}), ElementsAre("figure: 12 troops -> 15 troops"));
}

}  // namespace
}  // namespace claimtrail
