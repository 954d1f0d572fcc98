#include "sources/page/photo_credit.h"

namespace claimtrail {
namespace {

TEST(PhotoCredit, IsFoundAtTheEndOfALine) {
  EXPECT_TRUE(ends_in_photo_credit("The bridge at noon on Friday. (AP)"));
  EXPECT_TRUE(ends_in_photo_credit("The bridge at noon (AP Photo/Jane Doe)"));
  EXPECT_TRUE(ends_in_photo_credit("The bridge [Photo by Jane Doe/Getty Images]"));
  EXPECT_TRUE(ends_in_photo_credit("The bridge (Photo: City of Sund) "));
}

TEST(PhotoCredit, IsNotSeenInProse) {
  EXPECT_FALSE(ends_in_photo_credit("He joined the agency (AP)."));
  EXPECT_FALSE(ends_in_photo_credit("The plan costs more (about a tenth)"));
  EXPECT_FALSE(ends_in_photo_credit("The word (APPLE)"));
  EXPECT_FALSE(ends_in_photo_credit(")"));
  EXPECT_FALSE(ends_in_photo_credit(""));
}

TEST(PhotoCredit, MayBeTheWholeText) {
  EXPECT_TRUE(is_photo_credit("Jane Doe/Reuters"));
  EXPECT_TRUE(is_photo_credit("Photo: Jane Doe"));
  EXPECT_TRUE(is_photo_credit("AFP"));
  EXPECT_FALSE(is_photo_credit("Reuters could not verify the report."));
  EXPECT_FALSE(is_photo_credit("The mayor told Reuters on Friday"));
}

}  // namespace
}  // namespace claimtrail
