#include <ctime>
#include <random>

#include "core/text/utf8.h"

#include "tests/core/attribution/soundness.h"

namespace claimtrail {
namespace {

std::string repeated(const std::vector<std::string>& pieces, std::size_t bytes) {
  std::mt19937 random(5);
  std::string text;
  text.reserve(bytes + 64);
  while (text.size() < bytes) text += pieces[random() % pieces.size()];
  return text;
}

double seconds_for(const std::string& text) {
  const std::clock_t start = std::clock();
  expect_sound(text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// What is quadratic takes a hundred times as long for ten times the text; the bound leaves room
// for a busy machine.
void expect_linear(const std::vector<std::string>& pieces, std::size_t bytes) {
  const double part = seconds_for(repeated(pieces, bytes / 10));
  const double whole = seconds_for(repeated(pieces, bytes));
  EXPECT_LT(whole, 30.0 * part + 1.0) << "of processor time for " << pieces.front();
}

constexpr std::size_t megabyte = 1U << 20U;

TEST(BadInput, OneLineOfTenMegabytesCostsLinearTime) {
  expect_linear({"Ann Roth, the mayor, said that 12 people died. ", "The Ministry of Water (MOW) ",
                 "she told Reuters, ", "\"It held,\" he said. ", "according to police, "},
                10 * megabyte);
}

TEST(BadInput, OneWordOfTenMegabytesCostsLinearTime) { expect_linear({"a"}, 10 * megabyte); }

TEST(BadInput, ManyNamesCostLinearTime) {
  std::vector<std::string> pieces;
  for (char first = 'A'; first <= 'Z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      const std::string name = std::string{first, second, 'o', 'n'};
      pieces.push_back("Mayor " + name + " R" + name + " of the " + name +
                       " Agency said it held. ");
      pieces.push_back("The agency said it fell. The mayor denied it. ");
      pieces.push_back("the Ministry of " + name + " (MO" + first + ") said so. R" + name +
                       " left. ");
    }
  }
  expect_linear(pieces, 2 * megabyte);
}

TEST(BadInput, ManyQuotationMarksCostLinearTime) {
  for (const auto* mark : {"\"", "\u201C", "\u201D", "'", "\u2018", "\u00AB", "``", "\"'\u201C"}) {
    for (const auto* between : {"", " ", "a ", "he said ", "it held, said Roth. ", "\n\n"}) {
      std::string text;
      for (int i = 0; i < 100000; ++i) text += std::string(mark) + between;
      EXPECT_LT(seconds_for(text), 20.0) << "of processor time for " << mark << between;
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(BadInput, OtherScriptsGiveSoundSpans) {
  for (const auto* text :
       {"\u041C\u044D\u0440 \u0441\u043A\u0430\u0437\u0430\u043B, \u0447\u0442\u043E 12 "
        "\u0447\u0435\u043B\u043E\u0432\u0435\u043A \u043F\u043E\u0433\u0438\u0431\u043B\u0438. "
        "\u00AB\u0414\u0430\u00BB, said Roth.",
        "\u5E02\u957F\u8BF4\uFF0C\u6709\u4E8C\u5341\u4EBA\u6B7B\u4EA1\u3002\u201C\u662F\u201D he "
        "said.",
        "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 12 said that \u0669\u0669 \u061F",
        "\u092E\u0902\u0924\u094D\u0930\u0940 said 12 \u0932\u094B\u0917 died.",
        "\u0E19\u0E32\u0E22\u0E01 said the \u0E40\u0E02\u0E37\u0E48\u0E2D\u0E19 held.",
        "\U0001F6A8 Roth said \U0001F468\u200D\U0001F469\u200D\U0001F467 12 died \U0001F622",
        "R\u0301oth s\u0323aid the da\u0308m h\u0300eld. \u202EdiaS\u202C he"}) {
    expect_sound(text);
    expect_sound(std::string(text) + "\n\n" + text);
  }
  expect_linear({"\u5E02\u957F\u8BF4", "\uFF0C", "\u3002", "\u300C\u662F\u300D", "12"}, megabyte);
  expect_linear({"\u0627\u0644\u0648\u0632\u064A\u0631 ", "\u060C ", "said "}, megabyte);
}

TEST(BadInput, MarkupLeftInGivesSoundSpans) {
  for (const auto* text :
       {"<p>Roth said <b>12</b> people&nbsp;died.</p><p>\"It held,\" she said.</p>",
        "Roth said &ldquo;it held&rdquo; &amp; left &#8212; 12 died",
        "<script>if (a < b && c > d) { said = \"that\"; }</script> Roth said it held.",
        "[url=http://example.org/?a=1&b=2]Roth[/url] said: **12** _died_",
        "<<<>>> said <!-- that"}) {
    expect_sound(text);
  }
  expect_linear({"<p>", "</p>", "<a href=\"x\">", "Roth said ", "&quot;", "it held", "<!--"},
                megabyte);
}

// What a reader of bytes hands over after repair, and bytes that nobody repaired.
TEST(BadInput, MixedEncodingsGiveSoundSpans) {
  const std::vector<std::string> pieces = {
      "Roth said ",   "\x93it held\x94", "\xE9",
      "\xC3\xA9",     "\xFF\xFE",        "R\0o\0t\0h\0",
      "\xE2\x80",     "\xF0\x9F\x9A",    " that 12 people died. ",
      "\xEF\xBB\xBF", "\xC2\xAB\xBB",    "\xED\xA0\x80"};
  const std::string mixed = repeated(pieces, 20000);
  expect_sound(repair_utf8(mixed));
  Document document;
  document.text = mixed;
  document.blocks.push_back({BlockKind::body, {0, static_cast<std::uint32_t>(mixed.size())}});
  for (const Claim& claim : analyse(document).claims) {
    for (const Span span : claim.content) {
      EXPECT_LT(span.start, span.end);
      EXPECT_LE(span.end, mixed.size());
    }
  }
}

TEST(BadInput, BlocksThatHoldNothingAreNoTrouble) {
  Document document;
  document.text = "Roth said it held.";
  document.blocks = {
      {BlockKind::headline, {0, 0}}, {BlockKind::body, {0, 18}}, {BlockKind::body, {18, 18}}};
  EXPECT_EQ(analyse(document).claims.size(), 1U);
  document.blocks.clear();
  (void)analyse(document);
  document.text.clear();
  EXPECT_TRUE(analyse(document).claims.empty());
}

}  // namespace
}  // namespace claimtrail
