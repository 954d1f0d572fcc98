#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class OwnVoice : public testing::TestWithParam<Row> {};

TEST_P(OwnVoice, ClaimsWhatTheDesignSays) {
  EXPECT_THAT(lines_of(GetParam().text), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    Claims, OwnVoice,
    testing::Values(
        Row{"The flood killed 12 people.", {"The flood killed 12 people | own voice"}},
        Row{"The dam cracked, leaving 12 people dead.",
            {"The dam cracked, leaving 12 people dead | own voice"}},
        Row{"It was the largest flood since the war.",
            {"It was the largest flood since the war | own voice"}},
        Row{"Libya has closed the bridge.", {"Libya has closed the bridge | own voice"}},
        Row{"Libya closed the bridge, and Egypt opened a road.",
            {"Libya closed the bridge | own voice", "Egypt opened a road | own voice"}},
        Row{"However, Libya closed the bridge; Egypt has opened a road.",
            {"Libya closed the bridge | own voice", "Egypt has opened a road | own voice"}},
        Row{"Libya closed the bridge, Roth said.", {"Libya closed the bridge | Roth"}},
        Row{"Libya closed the bridge, while Roth said it was safe.",
            {"Libya closed the bridge | own voice", "it was safe | Roth"}},
        Row{"The letter is a hoax.", {"The letter is a hoax | own voice"}},
        Row{"The tale was made up by two pupils.",
            {"The tale was made up by two pupils | own voice"}}));

INSTANTIATE_TEST_SUITE_P(NoClaims, OwnVoice,
                         testing::Values(Row{"The dam is old.", {}},
                                         Row{"How did Libya close the bridge?", {}},
                                         Row{"Please send us your photographs of Libya.", {}},
                                         Row{"You can read more about Libya here.", {}},
                                         Row{"Good morning, Libya.", {}},
                                         Row{"Libya might close the bridge.", {}},
                                         Row{"We have reached out to Libya for comment.", {}}));

TEST(OwnVoiceInHeadlines, ClaimsWhateverTheyAssert) {
  EXPECT_THAT(lines_of("Nothing more.", "Bridge closed after flood"),
              testing::ElementsAre("Bridge closed after flood | own voice"));
}

TEST(OwnVoiceInCaptions, LeavesTheCreditOut) {
  Document document;
  set_blocks(document, {{BlockKind::caption, "Libya has closed the bridge on Monday. (AP)"}});
  document.published = parse_published("2025-04-26");
  const Analysis analysis = analyse(document);
  ASSERT_EQ(analysis.claims.size(), 1U);
  EXPECT_EQ(exact_words(analysis.claims[0], document.text),
            "Libya has closed the bridge on Monday");
  EXPECT_EQ(analysis.claims[0].block, BlockKind::caption);
}

}  // namespace
}  // namespace claimtrail
