#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"

#include "sources/page/html_tree.h"
#include "sources/page/segments.h"

namespace claimtrail {

/// One paragraph of the article with the links in it, spans in bytes of `text`.
struct ArticleBlock {
  BlockKind kind = BlockKind::body;
  std::string text;
  std::vector<SegmentLink> links;
};

struct Article {
  std::vector<ArticleBlock> blocks;  ///< without the headline
  std::uint32_t root = 0;            ///< the element the body was found in; 0 when there is none
  std::uint32_t words = 0;           ///< of the body
};

/// What the page says of itself that helps to tell text from furniture.
struct ArticleContext {
  std::string_view title;
  std::uint32_t title_node = 0;  ///< the heading it stands in; 0 when unknown
  std::string_view description;
};

/// Finds the article in a page: the subtree whose paragraphs weigh most after its menus, lists of
/// links and short fragments have been taken off, then the paragraphs in it. `hints` and `segments`
/// are settled. Linear in the page.
[[nodiscard]] Article find_article(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                                   const std::vector<Segment>& segments,
                                   const ArticleContext& context);

}  // namespace claimtrail
