#include <gmock/gmock.h>

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The first figure of a text.
Figure first_figure(const std::string& text) { return figures_in(text).at(0); }

TEST(Inclusions, NameWhatIsCountedIn) {
  EXPECT_THAT(first_figure("At least 12 people, including the gunman, were killed.").includes,
              ElementsAre("the gunman"));
  EXPECT_THAT(
      first_figure("Twelve people were killed on Saturday, including three children.").includes,
      ElementsAre("three children"));
  EXPECT_THAT(first_figure("It holds 40 prisoners, among them three officers.").includes,
              ElementsAre("three officers"));
}

TEST(Inclusions, NameWhatIsLeftOut) {
  EXPECT_THAT(first_figure("It lost 400 men, excluding mercenaries.").excludes,
              ElementsAre("mercenaries"));
  EXPECT_THAT(first_figure("Some 300 were hurt, besides 12 wounded earlier.").excludes,
              ElementsAre("12 wounded earlier"));
  EXPECT_THAT(first_figure("Twelve people died, not including two attackers.").excludes,
              ElementsAre("two attackers"));
  EXPECT_THAT(first_figure("Not counting the crew, 40 passengers drowned.").excludes,
              ElementsAre("the crew"));
  EXPECT_THAT(first_figure("Twelve people died, not including two attackers.").includes, IsEmpty());
}

TEST(Inclusions, BelongToTheNearestNumber) {
  const auto figures =
      figures_in("They lost 30 tanks and 400 men, including mercenaries, in the first month.");
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_THAT(figures[0].includes, IsEmpty());
  EXPECT_THAT(figures[1].includes, ElementsAre("mercenaries"));
}

TEST(Inclusions, EndWithTheClause) {
  EXPECT_THAT(first_figure("Twelve people died; including the port was a mistake.").includes,
              IsEmpty());
  EXPECT_THAT(first_figure("Twelve people died. Excluding nobody, they rebuilt.").excludes,
              IsEmpty());
}

}  // namespace
}  // namespace claimtrail
