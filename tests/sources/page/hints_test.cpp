#include "sources/page/hints.h"

namespace claimtrail {
namespace {

TEST(Hints, ReadWordsOfNames) {
  EXPECT_EQ(hints_of_name("article__share-bar"), hint::furniture);
  EXPECT_EQ(hints_of_name("articleShareBar"), hint::furniture);
  EXPECT_EQ(hints_of_name("most-read"), hint::furniture);
  EXPECT_EQ(hints_of_name("story-body__inner"), hint::content);
  EXPECT_EQ(hints_of_name("wp-caption-text"), hint::caption);
  EXPECT_NE(hints_of_name("post-comments") & hint::comments, 0);
}

TEST(Hints, DoNotReadPartsOfWords) {
  EXPECT_EQ(hints_of_name("shareholder"), 0);
  EXPECT_EQ(hints_of_name("header adventure navy"), 0);
  EXPECT_EQ(hints_of_name("most interesting read"), 0);
  EXPECT_EQ(hints_of_name(""), 0);
}

TEST(Hints, ThePagesOwnContainersKeepOnlyWhatHoldsContent) {
  const HtmlTree tree =
      parse_html("<body class='with-sidebar'><article class='comments-open'><nav>x</nav>");
  const auto hints = hints_of(tree);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::body || tag == Tag::article) {
      EXPECT_EQ(hints[i], 0);
    }
    if (tag == Tag::nav) {
      EXPECT_EQ(hints[i], hint::furniture);
    }
  }
}

}  // namespace
}  // namespace claimtrail
