#include "sources/page/read_page.h"

#include "sources/charset/decode.h"
#include "sources/page/article.h"
#include "sources/page/hints.h"
#include "sources/page/segments.h"

namespace claimtrail {

Result<Document> read_page(const PageInput& page) {
  const DecodedText decoded = decode_text(page.bytes, page.content_type, MarkupSyntax::html);
  const HtmlTree tree = parse_html(decoded.text);
  std::vector<std::uint16_t> hints = hints_of(tree);
  std::vector<Segment> segments = segments_of(tree, hints);
  settle_hints(tree, hints, segments);
  const Article article = find_article(tree, hints, segments, {});
  Document document;
  std::vector<BlockText> blocks;
  for (const ArticleBlock& block : article.blocks) blocks.push_back({block.kind, block.text});
  set_blocks(document, blocks);
  return document;
}

}  // namespace claimtrail
