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

TEST(Byline, CommentersAreNoAuthors) {
  EXPECT_TRUE(
      read("<h1>Bridge over the Sund closed</h1>" + filler(6) +
           "<div class=comments><p class=author>Troll Face</p><p>Nonsense, all of it.</p></div>")
          .byline.empty());
}

}  // namespace
}  // namespace claimtrail
