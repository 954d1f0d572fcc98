#include "core/syntax/find_model.h"

#include <cstdlib>
#include <filesystem>

#include "tests/core/syntax/syntax_test_support.h"

namespace claimtrail {
namespace {

class FindModel : public testing::Test {
 protected:
  void SetUp() override { unsetenv("CLAIMTRAIL_WEIGHTS"); }
  void TearDown() override { unsetenv("CLAIMTRAIL_WEIGHTS"); }
};

TEST_F(FindModel, TheBuildTreeUsesTheSourceTree) {
  const auto path = find_model("en");
  ASSERT_TRUE(path.has_value());
  EXPECT_TRUE(SyntaxModel::open(*path).has_value());
}

TEST_F(FindModel, AnotherLanguageHasNone) { EXPECT_FALSE(find_model("xx").has_value()); }

TEST_F(FindModel, TheEnvironmentNamesAFileOrAFolder) {
  setenv("CLAIMTRAIL_WEIGHTS", "/somewhere/else.syntax", 1);
  EXPECT_EQ(find_model("en"), "/somewhere/else.syntax");
  setenv("CLAIMTRAIL_WEIGHTS", CLAIMTRAIL_SOURCE_DIR "/core/syntax/weights", 1);
  const auto path = find_model("en");
  ASSERT_TRUE(path.has_value());
  EXPECT_TRUE(SyntaxModel::open(*path).has_value());
}

TEST_F(FindModel, AnEmptyEnvironmentSwitchesItOff) {
  setenv("CLAIMTRAIL_WEIGHTS", "", 1);
  EXPECT_FALSE(find_model("en").has_value());
}

}  // namespace
}  // namespace claimtrail
