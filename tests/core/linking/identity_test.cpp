#include "core/linking/identity.h"

#include <set>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A text of body claims, one a line.
struct Page {
  std::string text;
  std::vector<Claim> claims;

  explicit Page(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      if (!text.empty()) text += "\n\n";
      Claim claim;
      claim.span = {static_cast<std::uint32_t>(text.size()),
                    static_cast<std::uint32_t>(text.size() + line.size())};
      claim.content = {claim.span};
      text += line;
      claims.push_back(claim);
    }
  }

  [[nodiscard]] std::vector<StoredClaim> stored(const std::vector<std::string>& ids) const {
    std::vector<StoredClaim> rows;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      StoredClaim row;
      row.claim = claims[i];
      row.claim.id = ids[i];
      row.exact = exact_words(claims[i], text);
      rows.push_back(std::move(row));
    }
    return rows;
  }
};

std::vector<std::string> first_ids(const Page& page) {
  return continue_claims("r", page.text, page.claims, {}).ids;
}

TEST(ContinueClaims, NewClaimsGetLastingIds) {
  const Page page({"The dam cracked on Friday.", "Twelve people were hurt."});
  EXPECT_EQ(first_ids(page), first_ids(page));
  EXPECT_NE(first_ids(page)[0], first_ids(page)[1]);
}

TEST(ContinueClaims, RepeatedWordsGetTheirOwnIds) {
  const Page page({"Police confirmed it.", "Police confirmed it."});
  EXPECT_NE(first_ids(page)[0], first_ids(page)[1]);
}

TEST(ContinueClaims, MovedWordsKeepTheirId) {
  const Page old_page({"The dam cracked on Friday.", "Twelve people were hurt."});
  const Page new_page({"Twelve people were hurt.", "The dam cracked on Friday."});
  const auto ids = first_ids(old_page);
  const Continuation next =
      continue_claims("r", new_page.text, new_page.claims, old_page.stored(ids));
  EXPECT_THAT(next.ids, ElementsAre(ids[1], ids[0]));
  EXPECT_THAT(next.gone, IsEmpty());
}

TEST(ContinueClaims, AnEditedFigureIsTheSameClaim) {
  const Page old_page(
      {"Rescuers pulled 12 miners from the flooded shaft near Wlen.", "Schools stay shut."});
  const Page new_page(
      {"Rescuers pulled 17 miners from the flooded shaft near Wlen.", "Schools stay shut."});
  const auto ids = first_ids(old_page);
  const Continuation next =
      continue_claims("r", new_page.text, new_page.claims, old_page.stored(ids));
  EXPECT_THAT(next.ids, ElementsAre(ids[0], ids[1]));
}

TEST(ContinueClaims, ALostClaimIsGoneAndANewOneIsNew) {
  const Page old_page({"The dam cracked on Friday.", "Twelve people were hurt."});
  const Page new_page({"The dam cracked on Friday.", "The governor flew to the capital at noon."});
  const auto ids = first_ids(old_page);
  const Continuation next =
      continue_claims("r", new_page.text, new_page.claims, old_page.stored(ids));
  EXPECT_EQ(next.ids[0], ids[0]);
  EXPECT_NE(next.ids[1], ids[1]);
  EXPECT_THAT(next.gone, ElementsAre(ids[1]));
}

TEST(ContinueClaims, EachOldIdIsUsedOnce) {
  const Page old_page({"Rescuers pulled 12 miners from the flooded shaft near Wlen."});
  const Page new_page({"Rescuers pulled 17 miners from the flooded shaft near Wlen.",
                       "Rescuers pulled 19 miners from the flooded shaft near Wlen."});
  const auto ids = first_ids(old_page);
  const Continuation next =
      continue_claims("r", new_page.text, new_page.claims, old_page.stored(ids));
  EXPECT_EQ(std::set<std::string>(next.ids.begin(), next.ids.end()).size(), 2U);
}

TEST(ContinueClaims, AHeadlineDoesNotContinueInTheBody) {
  const Page old_page({"Dam cracks near Wlen"});
  Page new_page({"Dam cracks near Wlen"});
  new_page.claims[0].block = BlockKind::headline;
  const auto ids = first_ids(old_page);
  const Continuation next =
      continue_claims("r", new_page.text, new_page.claims, old_page.stored(ids));
  EXPECT_NE(next.ids[0], ids[0]);
  EXPECT_THAT(next.gone, ElementsAre(ids[0]));
}

}  // namespace
}  // namespace claimtrail
