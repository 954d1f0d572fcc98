#include "core/text/refutation.h"

#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

bool not_so(const std::string& words) {
  std::istringstream in(words);
  const std::vector<std::string> list{std::istream_iterator<std::string>(in), {}};
  const bool said = says_not_so(std::vector<std::string_view>(list.begin(), list.end()));
  EXPECT_TRUE(may_say_not_so(words) || !said) << words;
  return said;
}

TEST(SaysNotSo, InTheWordsOfNews) {
  EXPECT_TRUE(not_so("the letter from the lighthouse is a hoax"));
  EXPECT_TRUE(not_so("the keeper made it up"));
  EXPECT_TRUE(not_so("the tale was made up by two pupils"));
  EXPECT_TRUE(not_so("the sighting is an urban legend"));
  EXPECT_TRUE(not_so("the picture was staged"));
  EXPECT_TRUE(not_so("it shares a fake photo of the bridge"));
  EXPECT_TRUE(not_so("the keeper 's story is false"));
  EXPECT_TRUE(not_so("it turns out that the whale was a raft"));
}

TEST(SaysNotSo, ByNegatingThatSomethingIsTrue) {
  EXPECT_TRUE(not_so("that is not even remotely true"));
  EXPECT_TRUE(not_so("the video isn't authentic"));
  EXPECT_TRUE(not_so("the video is n't authentic"));
  EXPECT_TRUE(not_so("there is no evidence that the dam cracked"));
  EXPECT_TRUE(not_so("the wedding never happened"));
  EXPECT_TRUE(not_so("the wedding did not happen"));
  EXPECT_TRUE(not_so("the mayor did n't actually adopt a wolf"));
}

TEST(SaysNotSo, NotWhereNothingIsWrong) {
  EXPECT_FALSE(not_so("the dam held through the night"));
  EXPECT_FALSE(not_so("the letter is not a hoax"));
  EXPECT_FALSE(not_so("the letter is real and true"));
  EXPECT_FALSE(not_so(""));
}

TEST(SaysNotSo, AGlanceTellsWhereItCannotBe) {
  EXPECT_FALSE(may_say_not_so("The dam held through the night."));
  EXPECT_FALSE(may_say_not_so(""));
  EXPECT_TRUE(may_say_not_so("The letter is a HOAX."));
  EXPECT_TRUE(may_say_not_so("It’s “fake”, she said"));
  EXPECT_FALSE(may_say_not_so("An uncharacteristicallyuntrue word"));
}

TEST(SaysNotSo, NotInOtherSensesOfTheWords) {
  EXPECT_FALSE(not_so("Ann Reed ( not her real name ) saw the wolf"));
  EXPECT_FALSE(not_so("the jury is made up of nine people"));
  EXPECT_FALSE(not_so("he offered no evidence"));
  EXPECT_FALSE(not_so("with what turned out to be good luck he slept"));
  EXPECT_FALSE(not_so("a false alarm emptied the theatre"));
  EXPECT_FALSE(not_so("it does not happen here")) << "a habit is no event";
  EXPECT_FALSE(not_so("he has no explanation for what happened"));
}

}  // namespace
}  // namespace claimtrail
