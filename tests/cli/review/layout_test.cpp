#include "cli/review/layout.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Wrap, BreaksBetweenWords) {
  EXPECT_THAT(wrap("one two three four", 10), ElementsAre("one two", "three four"));
  EXPECT_THAT(wrap("", 10), ElementsAre(""));
  EXPECT_THAT(wrap("averyveryverylongword and", 10), ElementsAre("averyveryverylongword", "and"));
}

TEST(Wrap, NothingSteersTheTerminal) {
  EXPECT_THAT(wrap("a\x1b]0;title\x07 \x1b[2J\x9b b\r\nc", 40),
              Each(Not(::testing::AnyOf(HasSubstr("\x1b"), HasSubstr("\x07"), HasSubstr("\r")))));
}

TEST(SideBySide, KeepsTheRuleStraight) {
  EXPECT_THAT(side_by_side({"a", "\x1b[1mbold\x1b[0m"}, {"x", "y", "z"}, 13),
              ElementsAre("a     | x", "\x1b[1mbold\x1b[0m  | y", "      | z"));
}

}  // namespace
}  // namespace claimtrail
