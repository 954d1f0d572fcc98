#include "sources/page/page_date.h"

#include "page_support.h"

namespace claimtrail {
namespace {

std::string day(std::string_view url) {
  const auto found = day_in_url(url);
  return found ? format_day(*found) : "";
}

TEST(DayInUrl, IsReadFromThePath) {
  EXPECT_EQ(day("https://n.example/2025/04/26/bridge"), "2025-04-26");
  EXPECT_EQ(day("https://n.example/a/2025-4-6-bridge"), "2025-04-06");
  EXPECT_EQ(day("https://n.example/20250426/x"), "2025-04-26");
  EXPECT_EQ(day("/2025/04/26/"), "2025-04-26");
}

TEST(DayInUrl, IsNotMadeUp) {
  EXPECT_EQ(day("https://n.example/2025/04/bridge"), "");
  EXPECT_EQ(day("https://n.example/article-123456789"), "");
  EXPECT_EQ(day("https://n.example/2025/13/41/"), "");
  EXPECT_EQ(day("https://2025-04-26.example/x"), "");
  EXPECT_EQ(day(""), "");
}

struct Signals {
  const char* markup;
  const char* published;
  const char* signal;
};

class PageDate : public testing::TestWithParam<Signals> {};

TEST_P(PageDate, ComesWithItsSignal) {
  const Document document =
      read(std::string("<h1>Bridge over the Sund closed</h1>") + GetParam().markup + filler(4));
  EXPECT_EQ(document.published ? format_published(*document.published) : "", GetParam().published);
  EXPECT_EQ(document.published_signal, GetParam().signal);
}

INSTANTIATE_TEST_SUITE_P(
    All, PageDate,
    testing::Values(
        Signals{"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\","
                "\"datePublished\":\"2025-04-26T10:00:00+02:00\"}]}</script>"
                "<meta property=article:published_time content=2025-01-01>",
                "2025-04-26T08:00:00Z", "json-ld"},
        Signals{"<meta property='article:published_time' content='2025-04-26T10:00:00Z'>",
                "2025-04-26T10:00:00Z", "meta"},
        Signals{"<time datetime='2025-04-26'>Saturday</time>", "2025-04-26", "time element"},
        Signals{"<span class=date>26 April 2025</span>", "2025-04-26", "text"},
        Signals{"<div>Published: 26.04.2025 | Traffic</div>", "2025-04-26", "text"},
        Signals{"<div>No date at all</div>", "", ""},
        Signals{"<div class=related><time datetime='2020-01-01'></time></div>", "", ""}));

TEST(PageDate, TheModificationIsKeptApart) {
  const Document document = read(
      "<meta property='article:modified_time' content='2025-04-27T10:00:00Z'>"
      "<h1>Bridge over the Sund closed</h1>" +
      filler(4));
  EXPECT_FALSE(document.published);
  ASSERT_TRUE(document.modified);
  EXPECT_EQ(format_published(*document.modified), "2025-04-27T10:00:00Z");
}

TEST(PageDate, ADateInTheStoryIsNotThePagesDate) {
  EXPECT_FALSE(
      read("<h1>Bridge over the Sund closed</h1><p>The bridge, which was opened on 26 April "
           "1999 by the mayor of that time, was closed by the council after a flood.</p>" +
           filler(4))
          .published);
}

}  // namespace
}  // namespace claimtrail
