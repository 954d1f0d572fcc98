#include "sources/http/robots.h"

#include <ctime>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

bool allowed(const std::string& file, const std::string& url,
             const std::string& agent = "claimtrail") {
  return RobotsRules::parse(file).decide(agent, url).access == RobotsAccess::allowed;
}

TEST(Robots, SaysWhichLineDecided) {
  const RobotsRules rules = RobotsRules::parse(
      "# house rules\r\nUser-agent: *\r\nDisallow: /private   # keep out\r\nAllow: "
      "/private/open\r\n");
  const RobotsDecision no = rules.decide("claimtrail", "https://herald.test/private/a");
  EXPECT_EQ(no.access, RobotsAccess::disallowed);
  EXPECT_EQ(no.line, 3);
  EXPECT_EQ(no.rule, "Disallow: /private");
  EXPECT_EQ(no.group, "*");
  EXPECT_EQ(no.reason(), "robots.txt line 3: Disallow: /private");
  const RobotsDecision yes = rules.decide("claimtrail", "https://herald.test/private/open/b");
  EXPECT_EQ(yes.access, RobotsAccess::allowed);
  EXPECT_EQ(yes.line, 4);
  const RobotsDecision unsaid = rules.decide("claimtrail", "https://herald.test/news");
  EXPECT_EQ(unsaid.access, RobotsAccess::allowed);
  EXPECT_EQ(unsaid.line, 0);
}

TEST(Robots, OwnGroupReplacesThatOfAnyone) {
  const std::string file =
      "User-agent: *\nDisallow: /\n\nUser-agent: ClaimTrail\nDisallow: /drafts\n";
  EXPECT_TRUE(allowed(file, "http://a.test/news"));
  EXPECT_FALSE(allowed(file, "http://a.test/drafts/1"));
  EXPECT_FALSE(allowed(file, "http://a.test/news", "otherbot"));
  EXPECT_TRUE(allowed(file, "http://a.test/news", "claimtrail/0.1 (+mailto:desk@a.test)"));
}

TEST(Robots, GroupsOfOneAgentCountTogether) {
  const std::string file =
      "User-agent: claimtrail\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\n"
      "User-agent: third\nUser-agent: claimtrail\nDisallow: /b\n";
  EXPECT_FALSE(allowed(file, "http://a.test/a"));
  EXPECT_FALSE(allowed(file, "http://a.test/b"));
  EXPECT_TRUE(allowed(file, "http://a.test/c"));
}

TEST(Robots, ALongerNameIsAnotherAgent) {
  const std::string file = "User-agent: claimtrail-images\nDisallow: /\n";
  EXPECT_TRUE(allowed(file, "http://a.test/"));
  EXPECT_FALSE(allowed(file, "http://a.test/", "claimtrail-images"));
}

TEST(Robots, TheLongestRuleDecidesAndAllowWinsATie) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "http://a.test/a/b/c"));
  EXPECT_FALSE(allowed("User-agent: *\nAllow: /a\nDisallow: /a/b\n", "http://a.test/a/b/c"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /a\nAllow: /a\n", "http://a.test/a"));
  EXPECT_TRUE(allowed("User-agent: *\nAllow: /a\nDisallow: /a\n", "http://a.test/a"));
}

TEST(Robots, StarsAndTheEndOfTheAddress) {
  const std::string file = "User-agent: *\nDisallow: /*/print$\nDisallow: /q*=secret\n";
  EXPECT_FALSE(allowed(file, "http://a.test/news/1/print"));
  EXPECT_FALSE(allowed(file, "http://a.test/print/print"));
  EXPECT_TRUE(allowed(file, "http://a.test/news/1/print/2"));
  EXPECT_TRUE(allowed(file, "http://a.test/news/print?page=2"));
  EXPECT_FALSE(allowed(file, "http://a.test/q?x=1&word=secret&y"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /a*b*a$\n", "http://a.test/aba"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /ab*ba$\n", "http://a.test/aba"))
      << "the pieces of a rule may not overlap";
}

// RFC 9309 2.2.2, the table of compared spellings, and 2.2.3.
TEST(Robots, PercentEncodingIsComparedByMeaning) {
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /f/b?q=a%20b\n", "http://a.test/f/b?q=a%20b"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /f/\xE3\x83\x84\n", "http://a.test/f/%e3%83%84"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /f/%62%61%7A\n", "http://a.test/f/baz"));
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /f/baz\n", "http://a.test/f/%62%61%7A"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /f%2Fb\n", "http://a.test/f/b"))
      << "an encoded slash is no slash";
  EXPECT_FALSE(allowed("User-agent: *\nDisallow: /star-%2A.html\n", "http://a.test/star-*.html"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /star-%2A.html\n", "http://a.test/star-x.html"));
}

TEST(Robots, LineEndsBlanksAndAMarkAtTheBeginning) {
  for (const char* end : {"\n", "\r", "\r\n"}) {
    const std::string file = std::string("\xEF\xBB\xBFUSER-AGENT :\t* ") + end + end +
                             "  disallow:/private" + end + "bogus line" + end;
    const RobotsDecision decision = RobotsRules::parse(file).decide("x", "/private");
    EXPECT_EQ(decision.access, RobotsAccess::disallowed);
    EXPECT_EQ(decision.line, 3);
  }
}

TEST(Robots, EmptyRulesForbidNothing) {
  EXPECT_TRUE(allowed("", "http://a.test/"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow:\n", "http://a.test/x"));
  EXPECT_TRUE(allowed("Disallow: /\n", "http://a.test/x")) << "a rule under no agent";
  EXPECT_TRUE(allowed("<html><body>Disallow: / everything</body></html>", "http://a.test/x"));
}

TEST(Robots, CrawlDelayOfTheGroupThatCounts) {
  const RobotsRules rules = RobotsRules::parse(
      "User-agent: *\nCrawl-delay: 10\nDisallow: /x\n\nUser-agent: claimtrail\n"
      "Crawl-delay: 1.5\nDisallow: /y\n\nUser-agent: wordy\nCrawl-delay: soon\nDisallow: /z\n");
  using std::chrono::milliseconds;
  EXPECT_EQ(rules.crawl_delay("claimtrail"), milliseconds(1'500));
  EXPECT_EQ(rules.crawl_delay("someone"), milliseconds(10'000));
  EXPECT_EQ(rules.crawl_delay("wordy"), std::nullopt);
}

TEST(Robots, SitemapsAreListed) {
  const RobotsRules rules = RobotsRules::parse(
      "Sitemap: https://a.test/news.xml\nUser-agent: *\nSITEMAP: https://a.test/all.xml.gz\n");
  EXPECT_EQ(rules.sitemaps(),
            (std::vector<std::string>{"https://a.test/news.xml", "https://a.test/all.xml.gz"}));
}

TEST(Robots, NothingBehindTheLimitIsRead) {
  std::string file = "User-agent: *\n";
  while (file.size() < RobotsRules::kMostBytes) file += "Allow: /filler\n";
  EXPECT_TRUE(allowed(file + "Disallow: /late\n", "http://a.test/late"));
}

// Processor time, so that a loaded machine does not matter: what is linear takes milliseconds, what
// is not minutes.
TEST(Robots, HostileRulesTakeLinearTime) {
  std::string file = "User-agent: *\n";
  std::string rule = "Disallow: /";
  for (int i = 0; i < 4'000; ++i) rule += "*a";
  while (file.size() + rule.size() < RobotsRules::kMostBytes) file += rule + "b\n";
  std::string nearly;
  for (int i = 0; i < 60; ++i) nearly += "Disallow: /*" + std::string(7'000, 'a') + "b\n";
  const std::string url = "http://a.test/" + std::string(7'900, 'a');
  const std::clock_t before = std::clock();
  EXPECT_TRUE(allowed(file, url));
  EXPECT_TRUE(allowed("User-agent: *\n" + nearly, url));
  EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 2.0);
}

}  // namespace
}  // namespace claimtrail
