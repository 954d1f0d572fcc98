#include <gmock/gmock.h>

#include "core/text/tokens.h"

namespace claimtrail {
namespace {

// "[inner]" for closed, "[inner|" for unclosed, "[inner>" for continued, "+" for each depth.
std::vector<std::string> quotations(std::string_view text) {
  const TokenizedText taken = take_apart(text, {});
  std::vector<std::string> result;
  for (const Quotation& quotation : taken.quotations) {
    result.push_back(std::string(static_cast<std::size_t>(quotation.depth), '+') + "[" +
                     std::string(quotation.inner.of(text)) +
                     (quotation.closed      ? "]"
                      : quotation.continued ? ">"
                                            : "|"));
  }
  return result;
}

struct Case {
  const char* text;
  std::vector<std::string> quotations;
};

class QuotationsOf : public testing::TestWithParam<Case> {};

TEST_P(QuotationsOf, AreTheExpectedOnes) {
  EXPECT_THAT(quotations(GetParam().text), testing::ElementsAreArray(GetParam().quotations));
}

INSTANTIATE_TEST_SUITE_P(
    Quotations, QuotationsOf,
    testing::Values(Case{"\"It held,\" he said. \"It did.\"", {"[It held,]", "[It did.]"}},
                    Case{"\u201CIt held,\u201D he said", {"[It held,]"}},
                    Case{"\u201CHe said \u2018no\u2019 to it,\u201D she said",
                         {"[He said \u2018no\u2019 to it,]", "+[no]"}},
                    Case{"\"He said 'no' to it,\" she said", {"[He said 'no' to it,]", "+[no]"}},
                    Case{"Roe says 'never again' to war", {"[never again]"}},
                    Case{"It's the soldiers' day, isn't it", {}},
                    Case{"the '90s and \u201890s rock 'n' roll", {}},
                    Case{"It\u2019s Kyiv\u2019s day", {}},
                    Case{"\"First.\n\n\"Second,\" he said.", {"[First.>", "[Second,]"}},
                    Case{"\"First.\n\nThen nothing.", {"[First.|"}},
                    Case{"\u201CFirst.\n\nSecond,\u201D he said. \u201CThird.\u201D",
                         {"[First.>", "[Second,]", "[Third.]"}},
                    Case{"\"First.\nSecond.\nThird,\" he said.",
                         {"[First.>", "[Second.>", "[Third,]"}},
                    Case{"\"First.\n\nThen he said \"Second.\"", {"[First.|", "[Second.]"}},
                    Case{"\"First.\n\n1.\n\n2.\n\n3.\n\n4.\n\nFar off,\" he said.", {"[First.|"}},
                    Case{"\u201COne \u201CTwo\u201D", {"[One |", "[Two]"}},
                    Case{"``So it goes,'' he said", {"[So it goes,]"}},
                    Case{"\u00ABSo,\u00BB he said", {"[So,]"}}, Case{"a 6\" pipe", {}},
                    Case{"(\"So\") and \u2014\"thus\"", {"[So]", "[thus]"}}));

INSTANTIATE_TEST_SUITE_P(
    Nested, QuotationsOf,
    testing::Values(Case{"\u201CHe said, \u2018She said \u201Cno\u201D to it.\u2019\u201D",
                         {"[He said, \u2018She said \u201Cno\u201D to it.\u2019]",
                          "+[She said \u201Cno\u201D to it.]", "++[no]"}},
                    Case{"\"He said 'it held,'\" she said",
                         {"[He said 'it held,']", "+[it held,]"}},
                    Case{"\"They don't say 'the soldiers' day' here,\" she said",
                         {"[They don't say 'the soldiers' day' here,]", "+[the soldiers]"}},
                    Case{"\u2018It held,\u2019 he said", {"[It held,]"}}));

INSTANTIATE_TEST_SUITE_P(
    Unclosed, QuotationsOf,
    testing::Values(Case{"\"First.\n\n\"Second.\n\n\"Third,\" he said.",
                         {"[First.>", "[Second.>", "[Third,]"}},
                    Case{"\u201CFirst.\n\n\u201CSecond,\u201D he said.", {"[First.>", "[Second,]"}},
                    Case{"It held,\" he said. Nobody fled.", {}},
                    Case{"It held,\u201D he said.", {}},
                    Case{"\"One 'two three\" four", {"[One 'two three]"}},
                    Case{"\u201CMixed,\" he said. \"So,\u201D she said.", {"[Mixed,]", "[So,]"}},
                    Case{"\"\"", {"[]"}}, Case{"\"", {"[|"}}));

INSTANTIATE_TEST_SUITE_P(NoQuotations, QuotationsOf,
                         testing::Values(Case{"6'2\" tall", {}},
                                         Case{"the Joneses' dog and James' cat", {}},
                                         Case{"rock \u2019n\u2019 roll", {}},
                                         Case{"ol' days o' yore", {}},
                                         Case{"a dash \u2014 here \u2014 and -- there", {}}));

INSTANTIATE_TEST_SUITE_P(Dashes, QuotationsOf,
                         testing::Values(Case{"He left\u2014\"gone,\" she said\u2014and slept",
                                              {"[gone,]"}},
                                         Case{"\"I\u2014\" he began. \"It\u2014it held.\"",
                                              {"[I\u2014]", "[It\u2014it held.]"}},
                                         Case{"-- \"So\" --", {"[So]"}}));

TEST(Quotations, AreFoundByByteInnermostFirst) {
  const std::string text = "\"He said 'no' twice,\" she said.";
  const TokenizedText taken = take_apart(text, {});
  const Quotation* inner = taken.quotation_at(10);
  ASSERT_NE(inner, nullptr);
  EXPECT_EQ(inner->inner.of(text), "no");
  EXPECT_EQ(inner->parent, 0);
  ASSERT_NE(taken.quotation_at(15), nullptr);
  EXPECT_EQ(taken.quotation_at(15)->depth, 0);
  EXPECT_EQ(taken.quotation_at(0), nullptr);
  EXPECT_EQ(taken.quotation_at(24), nullptr);
}

}  // namespace
}  // namespace claimtrail
