#include "page_support.h"

namespace claimtrail {
namespace {

TEST(Walls, AreNotArticles) {
  EXPECT_EQ(failure_of("<title>Just a moment...</title><p>Checking your browser before accessing "
                       "news.example.org. This process is automatic.</p>"),
            "wall");
  EXPECT_EQ(
      failure_of("<title>Harbour News</title><h1>Please verify you are human</h1><p>Our systems "
                 "have detected unusual traffic from your network, so we ask you to wait.</p>"),
      "wall");
  EXPECT_EQ(failure_of("<title>Log in</title><form><p>Log in to continue reading this article.</p>"
                       "<input name=u><input type=password></form>"),
            "wall");
  EXPECT_EQ(
      failure_of("<title>Harbour News</title><p>We value your privacy. We and our 312 partners use "
                 "cookies; by clicking accept you consent to this.</p><button>Accept</button>"),
      "wall");
}

TEST(Walls, AreKnownInOtherLanguages) {
  const auto page = [](const std::string& words) {
    return failure_of("<title>Zeitung</title><h1>Titel</h1><p>" + words + "</p>");
  };
  EXPECT_EQ(page("Bitte melden Sie sich an, um weiterzulesen. Noch kein Konto?"), "wall");
  EXPECT_EQ(
      page("Un instant : v\u00E9rifiez que vous \u00EAtes humain avant d\u2019aller plus loin, "
           "cela ne prend que peu de temps."),
      "wall");
  EXPECT_EQ(page("Estamos comprobando que eres humano antes de mostrarte la p\u00E1gina."), "wall");
  EXPECT_EQ(page("\u041F\u043E\u0434\u0442\u0432\u0435\u0440\u0434\u0438\u0442\u0435, "
                 "\u0447\u0442\u043E \u0432\u044B \u043D\u0435 \u0440\u043E\u0431\u043E\u0442"),
            "wall");
  EXPECT_EQ(page("Mit Werbung weiterlesen: Wir und unsere bis zu 90 Drittanbieter setzen Cookies "
                 "ein, um die Seite zu bezahlen."),
            "wall");
  EXPECT_EQ(page("Nous et nos 312 partenaires d\u00E9posons des cookies sur votre appareil."),
            "wall");
}

TEST(Walls, AreKnownByTheMarksOfTheirServices) {
  EXPECT_EQ(
      failure_of("<title>Harbour News</title><div id=px-captcha-wrapper></div><p>Press and hold "
                 "the button below until it has filled.</p>"),
      "wall");
  EXPECT_EQ(failure_of("<h1>Bridge closed</h1>" + filler(10) +
                       "<div id=px-captcha></div><p>Comments are for humans.</p>"),
            "read");
}

TEST(Walls, AnArticleWithALoginFormIsAnArticle) {
  EXPECT_EQ(failure_of("<form class=login><input type=password></form><h1>Bridge closed</h1>" +
                       filler(10) + "<p>We use cookies on this website, please accept.</p>"),
            "read");
}

// ArchiveBox#533: a JPEG is no page, whatever it is sent as.
TEST(NotHtml, IsSaid) {
  EXPECT_EQ(failure_of(""), "not-html");
  EXPECT_EQ(failure_of("  \r\n "), "not-html");
  EXPECT_EQ(failure_of("%PDF-1.7\n%abc"), "not-html");
  EXPECT_EQ(failure_of("\x89PNG\r\n\x1A\n"), "not-html");
  EXPECT_EQ(failure_of("\xFF\xD8\xFF\xE0 JFIF"), "not-html");
  EXPECT_EQ(failure_of("<p>x</p>", "image/png"), "not-html");
  EXPECT_EQ(failure_of("{\"a\":1}", ""), "not-html");
  EXPECT_EQ(failure_of("only words"), "not-html");
  EXPECT_EQ(failure_of(std::string(50'000'000, '\0')), "not-html");
}

TEST(NoArticle, IsSaid) {
  EXPECT_EQ(failure_of("<html><body></body></html>"), "no-article");
  EXPECT_EQ(failure_of("<ul><li><a href=/a>One story</a><li><a href=/b>Another story</a></ul>"),
            "no-article");
}

}  // namespace
}  // namespace claimtrail
