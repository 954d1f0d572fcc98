#include "sources/page/repeats.h"

#include "page_support.h"

namespace claimtrail {
namespace {

const std::string kFirst =
    "The harbour council closed the bridge over the Sund on Monday after engineers had found a "
    "crack in its second pillar.";
const std::string kSecond =
    "Lorries of more than seven tons have to take the northern crossing until the autumn, which "
    "costs their drivers an hour.";

std::vector<std::string> kept(const std::vector<std::string>& paragraphs) {
  std::string html = "<h1>Bridge over the Sund closed</h1>";
  for (const std::string& paragraph : paragraphs) html += "<p>" + paragraph + "</p>";
  return blocks_of(read(html), BlockKind::body);
}

// trafilatura#88, #768, #879: paragraphs twice.
TEST(Repeats, AParagraphThatPutsEarlierOnesTogetherIsDropped) {
  EXPECT_EQ(kept({kFirst, kSecond, kFirst + " " + kSecond}),
            (std::vector<std::string>{kFirst, kSecond}));
}

TEST(Repeats, WhatAddsSomethingStays) {
  const std::string more =
      kFirst + " " + kSecond +
      " The mayor called it a heavy blow for the whole district and promised a ferry by June.";
  EXPECT_EQ(kept({kFirst, kSecond, more}), (std::vector<std::string>{kFirst, kSecond, more}));
}

TEST(Repeats, AParagraphThatComesTwiceByItselfStays) {
  EXPECT_EQ(kept({kFirst, kSecond, kFirst}), (std::vector<std::string>{kFirst, kSecond, kFirst}));
}

}  // namespace
}  // namespace claimtrail
