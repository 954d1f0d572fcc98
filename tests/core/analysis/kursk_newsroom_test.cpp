#include "tests/core/analysis/expected_rows.h"

namespace claimtrail {
namespace {

/// What one report carries, as the table in examples/kursk/STORIES.md says it.
struct Carried {
  const char* page;
  const char* words;     ///< of the claim
  const char* claimant;  ///< of hop 0; empty: the outlet's own voice
  const char* hedge;
  const char* low;   ///< of its first figure; empty: none is asked for
  const char* last;  ///< claimant of the last hop where there are several
};

void PrintTo(const Carried& value, std::ostream* out) { *out << value.page << ": " << value.words; }

class KurskNewsroom : public testing::TestWithParam<Carried> {};

TEST_P(KurskNewsroom, CarriesWhatItsTableSays) {
  const Carried& row = GetParam();
  const std::string bytes =
      bytes_of(std::string(CLAIMTRAIL_SOURCE_DIR "/examples/kursk/newsroom/first/") + row.page);
  const auto page = read_page({.bytes = bytes, .content_type = {}, .url = {}, .fetched_at = {}});
  ASSERT_TRUE(page);
  const Analysis analysis = analyse(*page);
  const Claim* found = nullptr;
  for (const Claim& claim : analysis.claims) {
    if (claim.block != BlockKind::body) continue;
    if (exact_words(claim, page->text).find(row.words) != std::string::npos) found = &claim;
  }
  ASSERT_NE(found, nullptr);
  if (std::string_view(row.claimant).empty()) {
    EXPECT_TRUE(found->attribution.empty());
  } else {
    ASSERT_FALSE(found->attribution.empty());
    ASSERT_EQ(found->attribution[0].claimants.size(), 1U);
    EXPECT_EQ(found->attribution[0].claimants[0].name, row.claimant);
    EXPECT_STREQ(to_string(found->attribution[0].hedge), row.hedge);
  }
  if (!std::string_view(row.low).empty()) {
    ASSERT_FALSE(found->figures.empty());
    ASSERT_TRUE(found->figures[0].low);
    EXPECT_EQ(found->figures[0].low->text(), row.low);
  }
  if (!std::string_view(row.last).empty()) {
    ASSERT_GT(found->attribution.size(), 1U);
    EXPECT_EQ(found->attribution.back().claimants.at(0).name, row.last);
  }
}

constexpr auto s1 = "seorak-daily/2025/04/joint-chiefs-3000.html";
constexpr auto s2 = "seorak-daily/2025/04/spy-agency-briefs-lawmakers.html";
constexpr auto n1 = "northgate-herald/world/2025/kyiv-denies-losing-kursk.html";
constexpr auto n2 = "northgate-herald/world/2025/what-kursk-cost.html";
constexpr auto p1 = "podil-chronicle/en/still-in-kursk-region.html";
constexpr auto p2 = "podil-chronicle/en/what-ukraine-brings-home.html";
constexpr auto v1 = "vistula-observer/artykul/sumy-nobody-unpacks.html";
constexpr auto v2 = "vistula-observer/artykul/villages-told-to-leave.html";
constexpr auto l1 = "lakeshore-record/news/putin-hails-kursk.html";
constexpr auto l2 = "lakeshore-record/news/north-korea-owns-up.html";
constexpr auto m2 = "marmara-dispatch/2025/04/30/putin-thanks-pyongyang.html";

INSTANTIATE_TEST_SUITE_P(
    Table, KurskNewsroom,
    testing::Values(
        Carried{s1, "another 3,000 troops to Russia in January",
                "South Korea\u2019s Joint Chiefs of Staff", "asserted", "3000", ""},
        Carried{s1, "Some 3,000 North Korean troops", "National Intelligence Service", "asserted",
                "3000", ""},
        Carried{s1, "about 220 artillery pieces", "South Korea\u2019s Joint Chiefs of Staff",
                "asserted", "220", ""},
        Carried{n1, "Russian forces had cleared the Kursk region", "Ukraine\u2019s General Staff",
                "denied", "", ""},
        Carried{n1, "11,000 North Korean troops", "Volodymyr Zelensky", "asserted", "11000", ""},
        Carried{n1, "more than 76,000 soldiers", "Valery Gerasimov", "claimed", "76000", ""},
        Carried{n1, "Today our units cleared Gornal", "Valery Gerasimov", "asserted", "", ""},
        Carried{p1, "Ukrainian troops have not been driven out", "Ukrainian General Staff",
                "asserted", "", ""},
        Carried{p1, "about 1,000 square kilometers", "Oleksandr Syrskyi", "asserted", "1000", ""},
        Carried{p1, "Today our units cleared Gornal", "Valery Gerasimov", "asserted", "", ""},
        Carried{v1, "its soldiers had been pushed out", "Ukrainian General Staff", "denied", "",
                ""},
        Carried{v1, "11,000 North Korean troops", "South Korea\u2019s Joint Chiefs of Staff",
                "asserted", "11000", ""},
        Carried{v1, "The gamble of the Kyiv regime", "Vladimir Putin", "asserted", "", ""},
        Carried{v1, "245 kilometres", "", "", "245", ""},
        Carried{l1, "12,000 North Korean troops", "Pentagon", "asserted", "12000", ""},
        Carried{l1, "500 square miles", "Volodymyr Zelensky", "asserted", "", ""},
        Carried{l1, "more than 76,000 soldiers", "Russia\u2019s Defense Ministry", "asserted",
                "76000", ""},
        Carried{l1, "the Kursk region had been cleared", "Ukraine\u2019s General Staff", "denied",
                "", "Northgate Herald"},
        Carried{n2, "about 1,000 square kilometres", "Oleksandr Syrskyi", "asserted", "1000", ""},
        Carried{n2, "more than 5,000 casualties", "Britain\u2019s Ministry of Defence", "asserted",
                "5000", ""},
        Carried{s2, "about 15,000 troops", "National Intelligence Service", "asserted", "15000",
                ""},
        Carried{s2, "About 600 North Korean soldiers", "National Intelligence Service", "estimated",
                "600", ""},
        Carried{s2, "About 2,000 soldiers", "National Intelligence Service", "asserted", "2000",
                ""},
        Carried{m2, "another 3,000 troops", "", "", "3000", ""},
        Carried{m2, "about 15,000", "South Korea's National Intelligence Service", "asserted",
                "15000", "Seorak Daily"},
        Carried{p2, "Between 10,000 and 12,000 North Korean troops",
                "Ukraine's military intelligence service", "asserted", "10000", ""},
        Carried{s2, "About 15,000 workers", "National Intelligence Service", "asserted", "15000",
                ""},
        Carried{p2, "246 prisoners", "", "", "246", ""},
        Carried{l2, "more than 5,000 casualties", "", "", "5000", ""},
        Carried{v2, "18 border villages", "Sumy regional administration", "asserted", "18", ""},
        Carried{v2, "30,000 square kilometres", "", "", "30000", ""},
        Carried{v2, "more than 5,000 casualties", "Britain\u2019s Ministry of Defence", "asserted",
                "5000", ""}));

}  // namespace
}  // namespace claimtrail
