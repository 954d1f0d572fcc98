#include "sources/page/title.h"

#include "page_support.h"

namespace claimtrail {
namespace {

TEST(Title, LosesTheSite) {
  EXPECT_EQ(without_site("Bridge closed | Harbour News", "Harbour News"), "Bridge closed");
  EXPECT_EQ(without_site("Harbour News - Bridge closed", "Harbour News"), "Bridge closed");
  EXPECT_EQ(without_site("Bridge over the Sund closed | World | Harbour News", "Harbour News"),
            "Bridge over the Sund closed");
  EXPECT_EQ(without_site("Why the bridge over the Sund was closed – Harbour News", ""),
            "Why the bridge over the Sund was closed");
}

TEST(Title, KeepsItsOwnDashes) {
  EXPECT_EQ(without_site("Bridge - closed", ""), "Bridge - closed");
  EXPECT_EQ(without_site("Bridge closed: what to do", "Harbour News"), "Bridge closed: what to do");
  EXPECT_EQ(without_site("Half-timbered houses", ""), "Half-timbered houses");
  EXPECT_EQ(without_site("", "Harbour News"), "");
}

TEST(Title, IsTheHeadingThatThePageTitleRepeats) {
  const Document document = read(
      "<title>Bridge over the Sund closed | Harbour News</title><h1>Harbour News</h1>"
      "<h2>Bridge over the Sund closed</h2>" +
      filler(4));
  EXPECT_EQ(document.title, "Bridge over the Sund closed");
}

TEST(Title, IsThePageTitleWhereNoHeadingRepeatsIt) {
  EXPECT_EQ(
      read("<title>Bridge over the Sund closed | News</title><h1>Welcome</h1>" + filler(4)).title,
      "Bridge over the Sund closed");
}

}  // namespace
}  // namespace claimtrail
