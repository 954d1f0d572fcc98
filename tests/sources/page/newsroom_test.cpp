#include <fstream>
#include <iterator>

#include "page_support.h"

namespace claimtrail {
namespace {

std::string file(const std::string& path) {
  std::ifstream in(CLAIMTRAIL_SOURCE_DIR "/examples/kursk/newsroom/first/" + path,
                   std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::string text{std::istreambuf_iterator<char>(in), {}};
  for (auto at = text.find("{{BASE}}"); at != std::string::npos; at = text.find("{{BASE}}", at)) {
    text.replace(at, 8, "http://127.0.0.1:8800");
  }
  return text;
}

struct Expected {
  const char* path;
  const char* title;
  std::vector<std::string> byline;
  const char* published;
  const char* outlet;
  const char* standfirst;  ///< how it begins; empty: none
  std::size_t captions;
  std::size_t body;
  const char* first;  ///< how the body begins
  const char* last;   ///< how its last paragraph begins
};

class Newsroom : public testing::TestWithParam<Expected> {};

TEST_P(Newsroom, PageIsReadWhole) {
  const Expected& expected = GetParam();
  const Document document =
      read(file(expected.path), std::string("http://127.0.0.1:8800/") + expected.path);
  EXPECT_EQ(document.title, expected.title);
  EXPECT_EQ(document.byline, expected.byline);
  EXPECT_EQ(document.outlet, expected.outlet);
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(document.canonical_url.rfind("http://127.0.0.1:8800/", 0), 0U)
      << document.canonical_url;
  ASSERT_TRUE(document.published);
  EXPECT_EQ(format_published(*document.published), expected.published);
  EXPECT_EQ(blocks_of(document, BlockKind::headline), std::vector<std::string>{expected.title});
  const auto standfirst = blocks_of(document, BlockKind::standfirst);
  ASSERT_EQ(standfirst.size(), *expected.standfirst == '\0' ? 0U : 1U);
  if (!standfirst.empty()) {
    EXPECT_EQ(standfirst[0].rfind(expected.standfirst, 0), 0U) << standfirst[0];
  }
  EXPECT_EQ(blocks_of(document, BlockKind::caption).size(), expected.captions);
  const auto body = blocks_of(document, BlockKind::body);
  ASSERT_EQ(body.size(), expected.body) << document.text;
  EXPECT_EQ(body.front().rfind(expected.first, 0), 0U) << body.front();
  EXPECT_EQ(body.back().rfind(expected.last, 0), 0U) << body.back();
}

TEST_P(Newsroom, FurnitureStaysOut) {
  const Document document = read(file(GetParam().path));
  for (const char* words :
       {"personal data", "843", "Sign up", "Most read", "Related", "Advertisement", "Share",
        "Read also", "Become a member", "rights reserved", "cookie", "Subscribe", "min read",
        "Unauthorized", "More from"}) {
    EXPECT_EQ(document.text.find(words), std::string::npos) << words;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Newsroom,
    testing::Values(Expected{"lakeshore-record/news/north-korea-owns-up.html",
                             "North Korea owns up to its war in Kursk",
                             {"Dale Brunner"},
                             "2025-05-01T12:30:00Z",
                             "Lakeshore Record",
                             "Pyongyang and Moscow now praise",
                             0,
                             6,
                             "After a winter of silence,",
                             "“You can’t keep that many"},
                    Expected{"lakeshore-record/news/putin-hails-kursk.html",
                             "Putin hails Kursk ‘liberation’ as Kyiv disputes it",
                             {"Dale Brunner"},
                             "2025-04-27T13:00:00Z",
                             "Lakeshore Record",
                             "Russia’s top general said the",
                             1,
                             9,
                             "Vladimir Putin on Saturday congratulated",
                             "“Whoever holds the village, nobody"},
                    Expected{"marmara-dispatch/2025/04/26/kursk-wholly-cleared.html",
                             "Russian army says Kursk wholly cleared of Kyiv's troops",
                             {},
                             "2025-04-26T13:40:00Z",
                             "Marmara Dispatch",
                             "Moscow's soldiers have completely driven",
                             1,
                             10,
                             "Russia's army has retaken every",
                             "The unexpected attack in August"},
                    Expected{"marmara-dispatch/2025/04/30/putin-thanks-pyongyang.html",
                             "Putin thanks Pyongyang as its part in Kursk comes into the open",
                             {"Leyla Kaptan"},
                             "2025-04-30T17:00:00Z",
                             "Marmara Dispatch",
                             "North Korea confirmed on Monday",
                             1,
                             7,
                             "Russian President Vladimir Putin has",
                             "Asked whether Pyongyang's men would"},
                    Expected{"northgate-herald/world/2025/kyiv-denies-losing-kursk.html",
                             "Ukraine denies losing its last foothold in Kursk",
                             {"Harriet Colquhoun"},
                             "2025-04-26T17:05:00Z",
                             "Northgate Herald",
                             "Russia’s top general told Vladimir",
                             1,
                             9,
                             "Ukraine’s General Staff denied on",
                             "Why, then, the hurry to"},
                    Expected{"northgate-herald/world/2025/what-kursk-cost.html",
                             "What the Kursk gamble cost both armies",
                             {"Harriet Colquhoun", "Tomasz Brandys"},
                             "2025-04-29T05:00:00Z",
                             "Northgate Herald",
                             "Kyiv wanted a bargaining chip",
                             1,
                             9,
                             "It began with borrowed vans,",
                             "The final account is still"},
                    Expected{"podil-chronicle/en/still-in-kursk-region.html",
                             "General Staff: Ukrainian soldiers still in Kursk region",
                             {"Oksana Lymar"},
                             "2025-04-26T18:30:00Z",
                             "Podil Chronicle",
                             "Kyiv has rejected the victory",
                             1,
                             7,
                             "Ukrainian troops have not been",
                             "Iryna Bondarchuk, a military analyst"},
                    Expected{
                        "podil-chronicle/en/what-ukraine-brings-home.html",
                        "Prisoners, ruins, a strip of land: what Ukraine brings home from Kursk",
                        {"Danylo Hrytsenko"},
                        "2025-05-01T09:00:00Z",
                        "Podil Chronicle",
                        "Soldiers and officials look back",
                        1,
                        7,
                        "The first prisoners of the",
                        "“We took their quiet away,”"},
                    Expected{"seorak-daily/2025/04/joint-chiefs-3000.html",
                             "Joint Chiefs say North sent another 3,000 troops to Russia",
                             {"Yoon Hae-in"},
                             "2025-04-24T09:10:00Z",
                             "Seorak Daily",
                             "Joint Chiefs describe winter reinforcements",
                             1,
                             6,
                             "North Korea sent another 3,000",
                             "Moscow signed a partnership treaty"},
                    Expected{"seorak-daily/2025/04/spy-agency-briefs-lawmakers.html",
                             "NIS puts North Korean force in Russia at 15,000",
                             {"Yoon Hae-in"},
                             "2025-04-30T08:20:00Z",
                             "Seorak Daily",
                             "Intelligence service briefs parliament on",
                             1,
                             7,
                             "North Korea has sent about",
                             "Will more soldiers follow? The"},
                    Expected{"vistula-observer/artykul/sumy-nobody-unpacks.html",
                             "On the Sumy side of the border, nobody unpacks",
                             {"Zofia Rek"},
                             "2025-04-27T07:15:00Z",
                             "Vistula Observer",
                             "Villagers who fled say the",
                             1,
                             8,
                             "The morning bus from Krasnopillia",
                             "At the bus station a"},
                    Expected{"vistula-observer/artykul/villages-told-to-leave.html",
                             "The villages that were told to leave",
                             {"Zofia Rek"},
                             "2025-05-02T08:00:00Z",
                             "Vistula Observer",
                             "Along the border with Kursk,",
                             1,
                             7,
                             "The post office went first,",
                             "The Sumy regional administration would"}));
}  // namespace
}  // namespace claimtrail
