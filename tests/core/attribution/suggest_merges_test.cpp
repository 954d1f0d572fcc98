#include "core/attribution/suggest_merges.h"

#include <gmock/gmock.h>

#include "core/attribution/name_table.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> suggested(
    const std::vector<std::pair<const char*, ClaimantKind>>& claimants) {
  std::vector<Claimant> list;
  for (const auto& [name, kind] : claimants) list.push_back({claimant_id(name), name, kind});
  std::vector<std::string> lines;
  for (const MergeSuggestion& each : suggest_merges(list)) {
    lines.push_back(each.variant.name + " = " + each.fuller.name + ": " + each.why);
  }
  return lines;
}

constexpr auto person = ClaimantKind::named_person;
constexpr auto body = ClaimantKind::organization;

TEST(SuggestMerges, ASurnameAndAFullName) {
  EXPECT_THAT(suggested({{"Roth", person}, {"Ann Roth", person}, {"Ben Poe", person}}),
              ElementsAre("Roth = Ann Roth: the surname alone"));
  EXPECT_THAT(
      suggested({{"Roth", person}, {"Ann Roth", person}, {"Ben Roth", person}}),
      ElementsAre("Roth = Ann Roth: the surname alone", "Roth = Ben Roth: the surname alone"));
}

TEST(SuggestMerges, MiddleNamesAndInitials) {
  EXPECT_THAT(suggested({{"Ann Roth", person}, {"Ann B. Roth", person}, {"A. Roth", person}}),
              ElementsAre("A. Roth = Ann B. Roth: an initial for the first name",
                          "A. Roth = Ann Roth: an initial for the first name",
                          "Ann Roth = Ann B. Roth: without the middle name"));
  EXPECT_THAT(suggested({{"Ann B. Roth", person}, {"Ann C. Roth", person}}), IsEmpty());
  EXPECT_THAT(suggested({{"Ann Roth", person}, {"Ben Roth", person}}), IsEmpty());
}

TEST(SuggestMerges, NamesOfOrganisations) {
  EXPECT_THAT(suggested({{"General Staff", body}, {"Ukraine's military General Staff", body}}),
              ElementsAre("General Staff = Ukraine's military General Staff: a shorter name"));
  EXPECT_THAT(suggested({{"Water Ministry", body}, {"Ministry of Water", body}}),
              ElementsAre("Water Ministry = Ministry of Water: the same words"));
  EXPECT_THAT(suggested({{"DWB", body}, {"Derna Water Board", body}}),
              ElementsAre("DWB = Derna Water Board: its initials"));
  EXPECT_THAT(suggested({{"House", body}, {"Senate Water Committee", body}, {"Senate", body}}),
              IsEmpty());
}

// What is no name would fit everybody.
TEST(SuggestMerges, LeavesOutWhatIsNoName) {
  EXPECT_THAT(suggested({{"ministry", body},
                         {"Ministry of Water", body},
                         {"Ministry", body},
                         {"mayor", ClaimantKind::role},
                         {"mayor of Derna", ClaimantKind::role},
                         {"Residents", ClaimantKind::group},
                         {"Derna Residents", ClaimantKind::group}}),
              IsEmpty());
  EXPECT_THAT(suggested({{"Roth", person},
                         {"Ann Roth", person},
                         {"Ben Roth", person},
                         {"Cyd Roth", person},
                         {"Dan Roth", person},
                         {"Eve Roth", person}}),
              IsEmpty());
}

TEST(SuggestMerges, ManyClaimantsCostLittle) {
  std::vector<Claimant> many;
  for (int i = 0; i < 20000; ++i) {
    const std::string name = "Ann Roth" + std::to_string(i);
    many.push_back({name, name, person});
    many.push_back({"Roth" + std::to_string(i), "Roth" + std::to_string(i), person});
  }
  EXPECT_EQ(suggest_merges(many).size(), 20000U);
}

}  // namespace
}  // namespace claimtrail
