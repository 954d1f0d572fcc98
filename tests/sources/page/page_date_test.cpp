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
  EXPECT_EQ(day("https://n.example/26-04-2025-bridge"), "2025-04-26");
}

TEST(DayInUrl, IsNotMadeUp) {
  EXPECT_EQ(day("https://n.example/2025/04/bridge"), "");
  EXPECT_EQ(day("https://n.example/article-123456789"), "");
  EXPECT_EQ(day("https://n.example/2025/13/41/"), "");
  EXPECT_EQ(day("https://2025-04-26.example/x"), "");
  EXPECT_EQ(day("https://n.example/04-05-2025-bridge"), "") << "which is the month?";
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
  EXPECT_EQ(document.published_origin.signal, GetParam().signal);
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
        Signals{"<p>26.04.2025 – The council met in the morning to talk about the bridge.</p>",
                "2025-04-26", "text"},
        Signals{"<div>26 April 2025 ⋅ Print ⋅ Send it ⋅ Comment ⋅ Share ⋅ To the top</div>",
                "2025-04-26", "text"},
        Signals{"<div>Last updated 26 April 2025</div>", "", ""},
        Signals{"<div>Member since: 26.04.2025</div>", "", ""},
        Signals{"<div itemprop=citation itemscope><meta itemprop=datePublished content=1988-01-02>"
                "</div><meta name=date content=2025-04-27>",
                "2025-04-27", "meta"},
        Signals{"<meta name=date content=2025-04-20><time itemprop=datePublished "
                "datetime=2025-04-26>26.4.</time>",
                "2025-04-26", "microdata"},
        Signals{"<div class=sidebar><time datetime=2025-04-26></time></div>", "2025-04-26",
                "time element"},
        Signals{"<div class=related><time datetime='2020-01-01'></time><time "
                "datetime='2021-01-01'></time></div>",
                "", ""},
        Signals{"<div>No date at all</div>", "", ""},
        Signals{"<div class=comments><time datetime='2020-01-01'></time></div>", "", ""}));

std::string day_at(std::string_view url, std::string_view json_ld_date) {
  const Document document =
      read("<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"" +
               std::string(json_ld_date) + "\"}</script><h1>Bridge over the Sund closed</h1>" +
               filler(4),
           url);
  return document.published ? format_as_written(*document.published) : "";
}

TEST(PageDate, KeepsTheClockItWasWrittenBy) {
  EXPECT_EQ(day_at("https://n.example/x", "2025-04-26T23:30:00-05:00"),
            "2025-04-26T23:30:00-05:00");
}

TEST(PageDate, OfTheAddressCorrectsADayToldInUtc) {
  EXPECT_EQ(day_at("https://n.example/2025/04/26/bridge", "2025-04-27T04:30:00Z"),
            "2025-04-26T23:30:00-05:00");
  EXPECT_EQ(day_at("https://n.example/2025/04/27/bridge", "2025-04-26T23:30:00Z"),
            "2025-04-27T00:30:00+01:00");
}

TEST(PageDate, OfTheAddressIsTheFirstPublicationWhereItIsMuchEarlier) {
  EXPECT_EQ(day_at("https://n.example/2017/7/12/bridge", "2019-06-17T18:28:00+02:00"),
            "2017-07-12");
  EXPECT_EQ(day_at("https://n.example/2025/07/12/bridge", "2019-06-17"), "2019-06-17");
}

TEST(PageDate, SaysHowFarItCanBeReliedOn) {
  const auto confidence = [](const std::string& markup) {
    return read("<h1>Bridge over the Sund closed</h1>" + markup + filler(4))
        .published_origin.confidence;
  };
  EXPECT_EQ(confidence("<meta property=article:published_time content=2025-04-26>"),
            Confidence::high);
  EXPECT_EQ(confidence("<time datetime=2025-04-26>Saturday</time>"), Confidence::medium);
  EXPECT_EQ(confidence("<div>26 April 2025</div>"), Confidence::low);
}

// adbar/htmldate#28: a date of the future, out of a script or a programme of events.
TEST(PageDate, IsNotLaterThanTheFetch) {
  PageInput page;
  const std::string html =
      "<meta property=article:published_time content=2041-01-01><h1>Bridge "
      "over the Sund closed</h1><div>26 April 2025</div>" +
      filler(4);
  page.bytes = html;
  page.fetched_at = parse_timestamp("2025-04-28T10:00:00Z");
  const Result<Document> document = read_page(page);
  ASSERT_TRUE(document);
  EXPECT_EQ(format_published(document->published.value()), "2025-04-26");
}

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
