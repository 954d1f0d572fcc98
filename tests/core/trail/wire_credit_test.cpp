#include "core/trail/wire_credit.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> credits_in(std::string_view text, BlockKind kind = BlockKind::body,
                                    const std::vector<std::string>& byline = {}) {
  std::vector<std::string> told;
  for (const WireCredit& credit :
       find_wire_credits(text, {{kind, {0, static_cast<std::uint32_t>(text.size())}}}, byline)) {
    told.push_back(credit.agency + " " + to_string(credit.place));
  }
  return told;
}

TEST(WireCredit, Datelines) {
  EXPECT_THAT(credits_in("KYIV, Ukraine (Reuters) – The dam holds."),
              ElementsAre("Reuters dateline"));
  EXPECT_THAT(credits_in("(AP) — The dam holds."), ElementsAre("Associated Press dateline"));
  EXPECT_THAT(credits_in("Varna (dpa/AFP) - Der Damm hält."),
              ElementsAre("Agence France-Presse dateline", "Deutsche Presse-Agentur dateline"));
  EXPECT_THAT(credits_in("The union (UPI) - a body of printers - met."),
              ElementsAre("United Press International dateline"));
  EXPECT_THAT(credits_in("The dam (Varna) - the oldest - holds."), IsEmpty());
}

TEST(WireCredit, BylinesAndLines) {
  EXPECT_THAT(credits_in("The dam holds.", BlockKind::body, {"Anna Roth", "Associated Press"}),
              ElementsAre("Associated Press byline"));
  EXPECT_THAT(credits_in("The dam holds.\n\nSource: Reuters and AFP"),
              ElementsAre("Agence France-Presse credit_line", "Reuters credit_line"));
  EXPECT_THAT(credits_in("The dam holds.\n\nThe Associated Press"),
              ElementsAre("Associated Press credit_line"));
  EXPECT_THAT(credits_in("The dam holds. (AFP)"), ElementsAre("Agence France-Presse credit_line"));
}

TEST(WireCredit, Contributions) {
  EXPECT_THAT(credits_in("With reporting by AFP and Anna Roth."),
              ElementsAre("Agence France-Presse contribution"));
  EXPECT_THAT(credits_in("The Associated Press contributed to this report."),
              ElementsAre("Associated Press contribution"));
  EXPECT_THAT(credits_in("Reuters contributed.", BlockKind::note),
              ElementsAre("Reuters contribution"));
}

TEST(WireCredit, AnAgencyThatIsToldOfIsNone) {
  EXPECT_THAT(credits_in("The ministry told Reuters that the dam holds."), IsEmpty());
  EXPECT_THAT(credits_in("Reuters was unable to verify the account."), IsEmpty());
  EXPECT_THAT(credits_in("Photo: Reuters", BlockKind::caption), IsEmpty());
  EXPECT_THAT(credits_in("Additional reporting by Pa Sanneh."), IsEmpty());
  EXPECT_THAT(credits_in("Reuters contributed to a fund for the flooded."), IsEmpty());
  EXPECT_THAT(credits_in("Heavy rain contributed to the flood."), IsEmpty());
  EXPECT_THAT(credits_in("The minister spoke to the agency (TASS)"), IsEmpty());
}

TEST(WireCredit, OneNameAnAgency) {
  EXPECT_EQ(agency_of("AP"), "Associated Press");
  EXPECT_EQ(agency_of("The Associated Press"), "Associated Press");
  EXPECT_EQ(agency_of("Agence France-Presse"), "Agence France-Presse");
  EXPECT_EQ(agency_of("The Varna Herald"), "");
}

}  // namespace
}  // namespace claimtrail
