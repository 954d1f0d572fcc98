#include "core/model/document.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

TEST(SetBlocks, JoinsByBlankLinesAndKeepsSpans) {
  Document document;
  set_blocks(document,
             {{BlockKind::headline, " Head \n"}, {BlockKind::body, ""}, {BlockKind::body, "Body"}});
  EXPECT_EQ(document.text, "Head\n\nBody");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::body);
  EXPECT_EQ(document.blocks[1].span.of(document.text), "Body");
}

TEST(SetBlocks, NormalisesToNfc) {
  Document document;
  set_blocks(document, {{BlockKind::body, "e\xCC\x81"}});
  EXPECT_EQ(document.text, "\xC3\xA9");
}

}  // namespace
}  // namespace claimtrail
