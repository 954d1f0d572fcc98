#include "core/linking/sayings.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

StoredClaim claim(const std::string& id, const std::string& words, Manner manner) {
  StoredClaim stored;
  stored.claim.id = id;
  stored.exact = words;
  stored.claim.manner = manner;
  return stored;
}

TEST(Sayings, VersionsOfOneQuotationAreOne) {
  const std::vector<Saying> found = find_sayings(
      {claim("3", "the adventure of the company has failed", Manner::indirect),
       claim("2", "boasted that \"the adventure of the company has totally failed\"",
             Manner::mixed),
       claim("1", "The adventure of the company has completely failed", Manner::direct)});
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].claim, "1");
  EXPECT_EQ(found[0].quotation, "1");
  EXPECT_EQ(found[1].quotation, "1");
  for (const Saying& saying : found) {
    if (saying.claim != "3") continue;
    EXPECT_EQ(saying.quotation, "") << "not in quotation marks";
  }
}

TEST(Sayings, NearlyTheSameWordsAreOneStatement) {
  StoredClaim opinion = claim("c", "The old mill burnt down near Thorn", Manner::indirect);
  opinion.claim.checkable = false;
  const std::vector<Saying> found =
      find_sayings({claim("b", "The old mill burnt down near Thorn", Manner::indirect),
                    claim("a", "Near Thorn the old mill burnt down", Manner::indirect), opinion,
                    claim("d", "Bakers complained about the price of flour", Manner::indirect)});
  EXPECT_THAT(found, ElementsAre(Saying{"a", "a", ""}, Saying{"b", "a", ""}));
}

TEST(Sayings, WhoWasSeenFirstNamesThem) {
  StoredClaim later = claim("a", "The old mill burnt down near Thorn", Manner::indirect);
  StoredClaim first = claim("b", "Near Thorn the old mill burnt down", Manner::indirect);
  later.first_seen = first.first_seen + std::chrono::hours{1};
  EXPECT_THAT(find_sayings({later, first}), ElementsAre(Saying{"a", "b", ""}, Saying{"b", "b", ""}))
      << "a claim that comes later does not rename what others say";
}

TEST(Sayings, WhoIsAloneIsLeftOut) {
  EXPECT_THAT(find_sayings({claim("a", "\"It held all night long\"", Manner::direct)}), IsEmpty());
}

TEST(Sayings, DoNotDependOnTheOrder) {
  std::vector<StoredClaim> claims;
  const std::vector<std::string> words{
      "The old mill burnt down near Thorn", "The old mill burnt down near Wlen",
      "The new mill burnt down near Wlen on Monday", "A new mill opened near Wlen on Monday"};
  for (int i = 0; i < 24; ++i) {
    claims.push_back(claim(std::string(1, static_cast<char>('a' + i)), words[i % words.size()],
                           i % 3 == 0 ? Manner::direct : Manner::indirect));
  }
  const std::vector<Saying> first = find_sayings(claims);
  EXPECT_FALSE(first.empty());
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(claims.begin(), claims.end(), random);
    EXPECT_EQ(find_sayings(claims), first);
  }
}

}  // namespace
}  // namespace claimtrail
