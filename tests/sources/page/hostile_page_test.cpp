#include <chrono>

#include "page_support.h"

namespace claimtrail {
namespace {

std::string repeated(const std::string& part, int times) {
  std::string text;
  text.reserve(part.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(HostilePage, TextBelowTwentyThousandBoxesIsFound) {
  const Document document =
      read("<title>Bridge over the Sund closed</title>" + repeated("<div>", 20'000) + filler(6));
  EXPECT_EQ(blocks_of(document, BlockKind::body).size(), 6U);
}

// Each of these makes some part of a page reader that is not linear take minutes.
TEST(HostilePage, TakesLinearTime) {
  const std::vector<std::string> inputs{
      repeated("<div>", 200'000),
      repeated("<div>", 100'000) + repeated("</span>", 200'000),
      repeated("<div>", 50'000) + repeated("</p></section>", 100'000),
      repeated("<p>", 200'000),
      repeated("<a href=x>", 200'000) + "text",
      repeated("<table><tr><td>", 50'000),
      repeated("<ul><li>", 100'000),
      repeated("<b><i>", 100'000),
      repeated("<!--", 300'000),
      repeated("<title>", 100'000),
      repeated("<textarea>", 100'000),
      repeated("<script>", 100'000),
      repeated("<![CDATA[", 100'000),
      "<p " + repeated("a=b ", 300'000) + ">",
      repeated("&", 1'000'000),
      "<p>" + repeated("word ", 1'000'000),
      repeated("<h2>Related</h2><p>A sentence that is long enough to count as prose, really.</p>",
               5'000),
      repeated("<p class='share nav menu'>A sentence that is long enough to count as prose.</p>",
               20'000),
      repeated("<div class=card><a href=x>One linked title here</a></div>", 30'000),
      repeated("<time>x</time><span class=author>Jane Doe</span>", 20'000),
  };
  for (const std::string& input : inputs) {
    const auto begin = std::chrono::steady_clock::now();
    (void)read_page({input, "", ""});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 20.0) << input.substr(0, 40);
  }
}

TEST(HostilePage, APageCutOffAnywhereIsReadAsFarAsItGoes) {
  const std::string page =
      "<html><head><title>Bridge over the Sund closed</title></head><body><article>"
      "<h1>Bridge over the Sund closed</h1>" +
      filler(12) + "</article><footer>End</footer></body></html>";
  std::size_t least = 0;
  for (std::size_t length = page.size() / 2; length < page.size(); length += 7) {
    const Document document = read(page.substr(0, length));
    EXPECT_EQ(document.title, "Bridge over the Sund closed");
    EXPECT_GE(document.text.size() + 200, least);
    least = std::max(least, document.text.size());
  }
}

TEST(HostilePage, InvalidUtf8IsReplaced) {
  const Document document = read(
      "<h1>Bridge closed</h1><p>The caf\xC3\xA9 \xFF was closed by order of the council, "
      "and so were the cr\xC3\xAAperie and its neighbours.</p>" +
      filler(3));
  EXPECT_NE(document.text.find("caf\xC3\xA9 \xEF\xBF\xBD was"), std::string::npos);
}

TEST(HostilePage, EveryMutationIsSurvived) {
  const std::string seed =
      "<html lang=en><head><title>Bridge | N</title><meta name=author content='J D'><script "
      "type='application/ld+json'>{\"@type\":\"Article\",\"author\":[{\"name\":\"X "
      "Y\"}]}</script></head><body>"
      "<nav><ul><li><a href=/a>A</a></ul></nav><article><h1>Bridge</h1><time "
      "datetime='2025-04-26'>x</time>"
      "<figure><img src=x><figcaption>Cap "
      "(AP)</figcaption></figure><table><tr><td>c</td></tr></table>" +
      filler(2) +
      "<p>Some <b>bold <a href='/x'>li&eacute;nk</b></a> text<br><br>more</p></article></body>";
  std::uint32_t state = 11;
  const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 8; };
  for (int round = 0; round < 1500; ++round) {
    std::string mutant = seed;
    for (int change = 0; change < 4; ++change) {
      const std::size_t at = next() % mutant.size();
      switch (next() % 3) {
        case 0:
          mutant.erase(at, next() % 40);
          break;
        case 1:
          mutant.insert(at, mutant.substr(next() % mutant.size(), next() % 60));
          break;
        default:
          mutant[at] = static_cast<char>(next());
      }
    }
    const auto result = read_page({mutant, "", "https://news.example.org/"});
    if (!result) continue;
    for (const Block& block : result->blocks) ASSERT_LE(block.span.end, result->text.size());
    for (const CitedLink& link : result->links) ASSERT_FALSE(link.span.of(result->text).empty());
  }
}

}  // namespace
}  // namespace claimtrail
