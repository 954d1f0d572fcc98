#include <chrono>

#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

Feed feed(std::string_view text) {
  Result<Feed> result = read_feed(text, "", "https://n.example/feed");
  EXPECT_TRUE(result) << text.substr(0, 200);
  return result.value_or(Feed{});
}

std::string title(const std::string& inside) {
  return feed("<rss><channel><title>" + inside + "</title></channel></rss>").title;
}

TEST(BrokenFeed, KeepsStrayCharacters) {
  EXPECT_EQ(title("A & B"), "A & B");
  EXPECT_EQ(title("A &nbsp;B&hellip;"),
            "A \xC2\xA0"
            "B\xE2\x80\xA6");
  EXPECT_EQ(title("1 < 2"), "1 < 2");
  EXPECT_EQ(title("a&unknown;b &; &#xZZ;"), "a&unknown;b &; &#xZZ;");
  EXPECT_EQ(title("bell\x07"
                  "bell"),
            "bellbell");
}

TEST(BrokenFeed, ReadsWhatStandsBeforeTheMarkup) {
  EXPECT_EQ(feed("\n\n  <?xml version='1.0'?><rss><channel><title>T</title></channel></rss>").title,
            "T");
  EXPECT_EQ(feed("Warning: something<br><rss><channel><title>T</title></channel></rss>").title,
            "T");
}

TEST(BrokenFeed, ReadsATruncatedFeed) {
  const std::string whole =
      "<rss><channel><title>T</title><item><title>One</title><description><![CDATA[Some text"
      "]]></description></item></channel></rss>";
  for (std::size_t length = whole.find("<item>") + 6; length < whole.size(); ++length) {
    const Feed read = feed(whole.substr(0, length));
    EXPECT_EQ(read.title, "T");
    EXPECT_EQ(read.entries.size(), 1U) << length;
  }
}

TEST(BrokenFeed, SurvivesUnclosedAndCrossedElements) {
  const Feed read = feed(
      "<rss><channel><item><title>One<b>bold</title><description>a<br>b<p>c</description></item>"
      "<item><title>Two</title></nothing></item></channel>");
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(plain_text(read.entries[0].title), "Onebold");
  EXPECT_EQ(plain_text(read.entries[0].summary), "a b c");
  EXPECT_EQ(read.entries[1].title, "Two");
}

TEST(BrokenFeed, ReadsAttributesWithoutQuotes) {
  const Feed read =
      feed("<feed xmlns=http://www.w3.org/2005/Atom><link rel=alternate href=/home></feed>");
  EXPECT_EQ(read.link, "https://n.example/home");
}

TEST(BrokenFeed, InvalidBytesBecomeReplacements) {
  EXPECT_EQ(title("caf\xC3\xA9 \xC3\xA8 \xFF"), "caf\xC3\xA9 \xC3\xA8 \xEF\xBF\xBD");
}

TEST(HostileFeed, ExpandsNoEntityTwice) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ';';
    bomb += "\">";
  }
  bomb += "]><rss><channel><title>&z;</title></channel></rss>";
  EXPECT_LT(feed(bomb).title.size(), 300U);
}

TEST(HostileFeed, FetchesNothing) {
  const std::string bytes =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"> <!ENTITY % p SYSTEM "
      "\"http://127.0.0.1/\"> %p;]><rss><channel><title>a&x;b</title></channel></rss>";
  EXPECT_EQ(feed(bytes).title, "a&x;b");
}

TEST(HostileFeed, ShortLiteralEntitiesAreKnown) {
  EXPECT_EQ(feed("<!DOCTYPE rss [<!ENTITY paper \"The Harbour\">]><rss><channel>"
                 "<title>&paper; News</title></channel></rss>")
                .title,
            "The Harbour News");
}

// Each of these made a parser with a quadratic step take minutes.
TEST(HostileFeed, TakesLinearTime) {
  const auto repeated = [](const std::string& part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  std::string authors = "<rss><channel><item>";
  for (int i = 0; i < 300'000; ++i) {
    authors += "<author>Name " + std::to_string(i) + "</author>";
  }
  const std::vector<std::string> inputs{
      authors,
      repeated("<a>", 200'000),
      repeated("<a>", 50'000) + repeated("</b>", 100'000),
      repeated("<!-- ", 200'000),
      repeated("<![CDATA[", 100'000),
      repeated("<!DOCTYPE [", 50'000),
      repeated("&#", 300'000),
      repeated("<x xmlns:a='b'>", 50'000),
      "<rss><channel><item><description>" + repeated("<div>", 100'000),
      "<rss " + repeated("a='b' ", 100'000) + ">",
  };
  for (const std::string& input : inputs) {
    const auto begin = std::chrono::steady_clock::now();
    const auto result = read_feed(input, "", "https://n.example/");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 5.0) << input.substr(0, 40) << (result ? "" : " no feed");
  }
}

TEST(HostileFeed, EveryMutationIsSurvived) {
  const std::string seed =
      "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY q \"v\">]><rss "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel><title>T &amp; U</title><item><guid>1</guid><author><name>N</name></author>"
      "<dc:creator>C</dc:creator><description type='xhtml' mode='base64'><![CDATA[<a "
      "href='/x'>&#146;]]>"
      "<div><b>x</b></div></description><source url='u'>S</source><link href='h' "
      "rel='alternate'/></item>"
      "</channel></rss>";
  std::uint32_t state = 7;
  const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 8; };
  for (int round = 0; round < 3000; ++round) {
    std::string mutant = seed;
    for (int change = 0; change < 3; ++change) {
      const std::size_t at = next() % mutant.size();
      switch (next() % 3) {
        case 0:
          mutant.erase(at, next() % 20);
          break;
        case 1:
          mutant.insert(at, mutant.substr(next() % mutant.size(), next() % 30));
          break;
        default:
          mutant[at] = static_cast<char>(next());
      }
      if (mutant.empty()) mutant.assign(1, '<');
    }
    (void)read_feed(mutant, "", "https://n.example/");
  }
}

}  // namespace
}  // namespace claimtrail
