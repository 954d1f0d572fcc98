#include "core/linking/quotes.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

struct Row {
  const char* name;
  const char* a;
  const char* b;
  QuoteChange change;
};

class CompareQuotes : public ::testing::TestWithParam<Row> {};

TEST_P(CompareQuotes, TellsHowTheyDiffer) {
  const Row& row = GetParam();
  EXPECT_STREQ(to_string(compare_quotes(row.a, row.b)), to_string(row.change));
  EXPECT_STREQ(to_string(compare_quotes(row.b, row.a)), to_string(row.change))
      << "the other way round";
}

INSTANTIATE_TEST_SUITE_P(
    Table, CompareQuotes,
    ::testing::Values(
        Row{"Same", "The bridge is closed for good", "the bridge is closed, for good.",
            QuoteChange::none},
        Row{"CurlyApostrophe", "We don’t know the cause", "We don't know the cause",
            QuoteChange::none},
        Row{"Contraction", "It's a dark day for the valley", "It is a dark day for the valley",
            QuoteChange::none},
        Row{"Grouping", "We lost 1,300 trees here", "We lost 1300 trees here", QuoteChange::none},
        Row{"FunctionWord", "They held the northern bank of the river",
            "They held northern bank of the river", QuoteChange::trivial},
        Row{"Spelling", "The defence of the harbour was organised well",
            "The defense of the harbor was organized well", QuoteChange::trivial},
        Row{"PlaceName", "The gamble at Kiev has failed for good",
            "The gamble at Kyiv has failed for good", QuoteChange::trivial},
        Row{"EndCut", "The flood took our bridge and it will take years to build another",
            "The flood took our bridge", QuoteChange::truncated},
        Row{"Ellipsis", "The flood took our bridge and it will take years to build another",
            "The flood … will take years to build another", QuoteChange::truncated},
        Row{"WordReplaced", "The operation has been a complete failure for the company",
            "The operation has been a partial failure for the company", QuoteChange::altered},
        Row{"WordDropped", "They played a crucial role in holding the northern bank",
            "They played a role in holding the northern bank", QuoteChange::altered},
        Row{"Clipped", "I never wanted the dam. We were told that the dam would be safe",
            "We were told that the dam would be safe", QuoteChange::truncated},
        Row{"ClippedByASmallWord", "They will rebuild the northern bank of the river",
            "will rebuild the northern bank of the river", QuoteChange::truncated},
        Row{"Brackets", "He told us that the dam was safe for a hundred years",
            "[The engineer] told us that the dam was safe for a hundred years",
            QuoteChange::trivial},
        Row{"BracketedEllipsis",
            "The flood took our bridge and it will take years to build another",
            "The flood took our bridge [...] years to build another", QuoteChange::truncated},
        Row{"AnotherQuotationBeside", "“The dam was safe,” … “We checked it in spring.”",
            "We checked it in spring", QuoteChange::trivial},
        Row{"AnotherQuotationBesideEach", "“The dam was safe,” … “We checked it in spring.”",
            "“We checked it in spring,” … “Nobody was warned.”", QuoteChange::trivial},
        Row{"AnotherQuotationInTypewriterMarks", "``The dam was safe,'' … ``We checked it.''",
            "The dam was safe", QuoteChange::trivial},
        Row{"CutWithinOneOfTwo", "“The dam was safe,” … “We checked it in spring and in autumn.”",
            "We checked it in spring", QuoteChange::truncated},
        Row{"LeftOutBetweenTwo",
            "The flood took our bridge and it will take years to build another",
            "“The flood took our bridge” … “years to build another”", QuoteChange::truncated},
        Row{"ReplacedInOneOfTwo", "“The dam was safe,” … “We checked it in spring.”",
            "“The dam was unsafe,” … “We checked it in spring.”", QuoteChange::altered},
        Row{"SpacedContraction", "It 's a dark day and we do n't know why",
            "It’s a dark day and we don’t know why", QuoteChange::none},
        Row{"PronounExchanged", "You are standing in the line of fire",
            "We are standing in the line of fire", QuoteChange::altered},
        Row{"SmallWordAdded", "We will pay for the wall", "We will not pay for the wall",
            QuoteChange::altered},
        Row{"Inflected", "They look forward to a new bridge over the river",
            "They looked forward to a new bridge over the river", QuoteChange::altered},
        Row{"LeftOutWithoutAWord", "The flood took our bridge, the old mill and both boats",
            "The flood took our bridge and both boats", QuoteChange::altered},
        Row{"Other", "The flood took our bridge", "Schools will open again on Monday",
            QuoteChange::unrelated},
        Row{"SharedFrame", "We will never forget the miners", "We will rebuild the old harbour",
            QuoteChange::unrelated},
        Row{"Empty", "", "Anything at all", QuoteChange::unrelated}),
    [](const auto& row) { return row.param.name; });

TEST(CompareQuotesLimits, ALongQuotationIsBounded) {
  std::string huge;
  for (int i = 0; i < 200'000; ++i) huge += "word ";
  EXPECT_EQ(compare_quotes(huge, huge + "more"), QuoteChange::none);
}

TEST(GroupQuotes, BringsVersionsTogetherWhateverTheOrder) {
  std::vector<std::string> quotes{"The operation has been a complete failure for the company",
                                  "Schools will open again on Monday morning",
                                  "The operation has been a partial failure for the company",
                                  "a complete failure for the company",
                                  "schools will open again on Monday"};
  const auto same = [&](const std::string& a, const std::string& b) {
    const auto groups = group_quotes(quotes);
    const auto index = [&](const std::string& quote) {
      return static_cast<std::size_t>(std::find(quotes.begin(), quotes.end(), quote) -
                                      quotes.begin());
    };
    return groups[index(a)] == groups[index(b)];
  };
  std::mt19937 random(3);
  for (int i = 0; i < 20; ++i) {
    EXPECT_TRUE(same("The operation has been a complete failure for the company",
                     "a complete failure for the company"));
    EXPECT_TRUE(
        same("Schools will open again on Monday morning", "schools will open again on Monday"));
    EXPECT_FALSE(
        same("Schools will open again on Monday morning", "a complete failure for the company"));
    std::shuffle(quotes.begin(), quotes.end(), random);
  }
}

}  // namespace
}  // namespace claimtrail
