#include "core/model/digest.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

TEST(Digest, IsSha256) {
  // The examples of FIPS 180-4.
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(ContentId, KeepsPartsApart) {
  EXPECT_EQ(content_id({"a", "b"}).size(), 16U);
  EXPECT_NE(content_id({"ab", ""}), content_id({"a", "b"}));
  EXPECT_EQ(content_id({"a", "b"}), content_id({"a", "b"}));
}

}  // namespace
}  // namespace claimtrail
