#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/page/read_page.h"

namespace claimtrail {

/// Paragraphs that no article test cares for the words of: enough of them make a page an article.
[[nodiscard]] inline std::string filler(int paragraphs) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i) {
    text += "<p>Paragraph number " + std::to_string(i) +
            " tells how the harbour council spent the morning on the question of the bridge, and "
            "what the engineers had found under its second pillar.</p>\n";
  }
  return text;
}

[[nodiscard]] inline std::vector<std::string> blocks_of(const Document& document, BlockKind kind) {
  std::vector<std::string> blocks;
  for (const Block& block : document.blocks) {
    if (block.kind == kind) blocks.emplace_back(block.span.of(document.text));
  }
  return blocks;
}

[[nodiscard]] inline Document read(std::string_view html,
                                   std::string_view url = "https://news.example.org/a/b") {
  Result<Document> result = read_page({html, "text/html; charset=utf-8", url});
  EXPECT_TRUE(result) << (result ? "" : result.error().message);
  return result.value_or(Document{});
}

[[nodiscard]] inline std::string failure_of(std::string_view html,
                                            std::string_view content_type = "text/html") {
  const Result<Document> result = read_page({html, content_type, "https://news.example.org/"});
  return result ? "read" : result.error().code;
}

}  // namespace claimtrail
