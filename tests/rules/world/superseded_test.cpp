#include "rules/world/superseded.h"

#include <gtest/gtest.h>

#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

/// Whether each claim's figure is superseded, in the order a, b, c, …
std::string marks(const std::string& claims) {
  const Evidence evidence =
      worlds::evidence("questions: [{id: toll, behaves: running_total}]\nclaims:\n" + claims);
  const World world(evidence);
  std::string marks;
  for (char id = 'a'; !world.of_claim(std::string(1, id)).empty(); ++id) {
    bool any = false;
    for (const Facts& facts : world.of_claim(std::string(1, id))) any = any || facts.superseded;
    marks += any ? 'x' : '-';
  }
  return marks;
}

TEST(Superseded, IsWhatTheSameClaimantReplacedLater) {
  EXPECT_EQ(marks("  - {id: a, figure: 120 killed, claimant: A, published: 2025-04-01}\n"
                  "  - {id: b, figure: 187 killed, claimant: A, published: 2025-04-02}\n"
                  "  - {id: c, figure: 120 killed, claimant: B, published: 2025-04-01}\n"),
            "x--");
}

TEST(Superseded, CountsFromTheFirstTimeTheClaimantSaidIt) {
  EXPECT_EQ(marks("  - {id: a, figure: 120 killed, claimant: A, published: 2025-04-01}\n"
                  "  - {id: b, figure: 187 killed, claimant: A, published: 2025-04-02}\n"
                  "  - {id: c, figure: 120 killed, claimant: A, published: 2025-04-09}\n"),
            "x-x")
      << "a late repeater does not make the old figure new";
}

TEST(Superseded, IsNotWhatCanStillHold) {
  EXPECT_EQ(marks("  - {id: a, figure: more than 100 killed, claimant: A, published: 2025-04-01}\n"
                  "  - {id: b, figure: 187 killed, claimant: A, published: 2025-04-02}\n"),
            "--");
}

TEST(Superseded, IsNotWhatIsAboutOtherDays) {
  EXPECT_EQ(
      marks(
          "  - {id: a, figure: 120 killed, claimant: A, published: 2025-04-01, as_of: 2025-04-01}\n"
          "  - {id: b, figure: 187 killed, claimant: A, published: 2025-04-02, as_of: "
          "2025-04-02}\n"),
      "--");
}

TEST(Superseded, IsNotWhatPeopleWithoutANameSaid) {
  EXPECT_EQ(
      marks("  - {id: a, figure: 120 killed, claimant: officials, kind: anonymous, published: "
            "2025-04-01}\n"
            "  - {id: b, figure: 187 killed, claimant: officials, kind: anonymous, published: "
            "2025-04-02}\n"),
      "--");
}

TEST(Superseded, IsNotReplacedByADenial) {
  EXPECT_EQ(
      marks("  - {id: a, figure: 120 killed, claimant: A, published: 2025-04-01}\n"
            "  - {id: b, figure: 187 killed, claimant: A, published: 2025-04-02, hedge: denied}\n"),
      "--");
}

}  // namespace
}  // namespace claimtrail
