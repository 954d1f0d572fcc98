#include "sources/page/byline.h"

#include "page_support.h"

#include "sources/page/author_names.h"

namespace claimtrail {
namespace {

using Names = std::vector<std::string>;

TEST(Byline, IsSplitIntoNames) {
  EXPECT_EQ(names_in_byline("By Jane Doe", ""), Names{"Jane Doe"});
  EXPECT_EQ(names_in_byline("By Jane Doe and John Roe, Harbour News", "Harbour News"),
            (Names{"Jane Doe", "John Roe"}));
  EXPECT_EQ(names_in_byline("Von Anna Muster und Bernd Beispiel", ""),
            (Names{"Anna Muster", "Bernd Beispiel"}));
  EXPECT_EQ(names_in_byline("Jane Doe; John Roe | Max Moe", ""),
            (Names{"Jane Doe", "John Roe", "Max Moe"}));
  EXPECT_EQ(names_in_byline("  JANE  DOE ", ""), Names{"JANE DOE"});
}

TEST(Byline, DesksAndSitesAreNobody) {
  for (const char* text :
       {"admin", "Staff", "Harbour News", "Editorial team", "jane@news.example",
        "https://news.example/jane", "By Harbour News staff and agencies", "", "12"}) {
    EXPECT_TRUE(names_in_byline(text, "Harbour News").empty()) << text;
  }
}

TEST(Byline, IsReadFromStructuredDataThenMetaThenMarkupThenText) {
  const std::string body = "<h1>Bridge over the Sund closed</h1>";
  EXPECT_EQ(read("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
                 "[{\"@type\":\"Person\",\"name\":\"Jane Doe\"},\"John Roe\"]}</script>"
                 "<meta name=author content='Max Moe'>" +
                 body + filler(4))
                .byline,
            (Names{"Jane Doe", "John Roe"}));
  EXPECT_EQ(read("<meta name=author content='Max Moe'>" + body + filler(4)).byline,
            Names{"Max Moe"});
  EXPECT_EQ(
      read(body + "<div class=byline>By <a rel=author href=/x>Ann Lee</a>, 3 May</div>" + filler(4))
          .byline,
      Names{"Ann Lee"});
  EXPECT_EQ(read(body + "<div>By Ann Lee</div>" + filler(4)).byline, Names{"Ann Lee"});
  EXPECT_TRUE(read(body + filler(4)).byline.empty());
}

TEST(Byline, MarksAreTakenOffWithoutBreakingLetters) {
  EXPECT_EQ(names_in_byline("• Ana Corrêâ —", ""), Names{"Ana Corrêâ"});
  EXPECT_EQ(names_in_byline("---- by Jane Doe", ""), Names{"Jane Doe"});
  EXPECT_EQ(names_in_byline("ByJ.R. Roe", ""), Names{"J.R. Roe"});
}

TEST(Byline, OrganisationsAndInitialsAreNobody) {
  for (const char* text :
       {"Ministerium für Hafen und Verkehr", "Sunder Abendzeitung", "DT", "red", "Posted", "zvg"}) {
    EXPECT_TRUE(names_in_byline(text, "Harbour News").empty()) << text;
  }
}

struct BylinePage {
  const char* markup;
  Names names;
};

class BylineOfPage : public testing::TestWithParam<BylinePage> {};

TEST_P(BylineOfPage, IsFound) {
  EXPECT_EQ(
      read(std::string("<h1>Bridge over the Sund closed</h1>") + GetParam().markup + filler(4))
          .byline,
      GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    All, BylineOfPage,
    testing::Values(
        BylinePage{"<dl><dt>Author</dt><dd>Jane Doe</dd></dl>", {"Jane Doe"}},
        BylinePage{"<div>26.04.2025 - Jane Doe</div>", {"Jane Doe"}},
        BylinePage{"<div>26.04.2025 - Traffic</div>", {}},
        BylinePage{"<div class='author vcard'><time>26 April</time> <span class=fn>Jane Doe</span>"
                   " <a href=/tag/harbour>Harbour</a></div>",
                   {"Jane Doe"}},
        BylinePage{"<div class=author>Text: <span itemprop=author>Jane Doe</span> / <span "
                   "itemprop=publisher itemscope><b itemprop=name>Sund Kurier</b></span></div>",
                   {"Jane Doe"}},
        BylinePage{"<ul><li itemprop=citation itemscope><meta itemprop=author content='A. Cited'>"
                   "</li></ul>",
                   {}},
        BylinePage{"<meta name=author content=jdoe>", {}},
        BylinePage{"<div>Photo of the bridge</div><div>Foto: Jane Doe</div>", {}}));

TEST(Byline, CommentersAreNoAuthors) {
  EXPECT_TRUE(
      read("<h1>Bridge over the Sund closed</h1>" + filler(6) +
           "<div class=comments><p class=author>Troll Face</p><p>Nonsense, all of it.</p></div>")
          .byline.empty());
}

}  // namespace
}  // namespace claimtrail
