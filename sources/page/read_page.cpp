#include "sources/page/read_page.h"

#include "sources/charset/decode.h"
#include "sources/page/article.h"
#include "sources/page/byline.h"
#include "sources/page/hints.h"
#include "sources/page/page_date.h"
#include "sources/page/segments.h"
#include "sources/page/signals.h"
#include "sources/page/teasers.h"
#include "sources/page/title.h"

namespace claimtrail {

Result<Document> read_page(const PageInput& page) {
  const DecodedText decoded = decode_text(page.bytes, page.content_type, MarkupSyntax::html);
  const HtmlTree tree = parse_html(decoded.text);
  const PageSignals signals = read_signals(tree);
  std::vector<std::uint16_t> hints = hints_of(tree);
  std::vector<Segment> segments = segments_of(tree, hints);
  settle_hints(tree, hints, segments);
  mark_teasers(tree, hints, segments);
  Document document;
  document.outlet = signals.meta_value({"og:site_name"});
  if (document.outlet.empty()) document.outlet = signals.structured.publisher;
  const PageTitle title = find_title(tree, hints, signals, document.outlet);
  document.title = title.text;
  const Article article = find_article(
      tree, hints, segments, {title.text, title.node, signals.meta_value({"og:description"})});
  document.byline =
      find_byline(tree, hints, segments, signals, document.outlet, title.node, article.root);
  const std::string_view address =
      page.url.empty() ? std::string_view(signals.canonical) : page.url;
  PageDates dates = find_dates(tree, hints, segments, signals, address, title.node, article.root);
  document.published = dates.published;
  document.modified = dates.modified;
  document.published_signal = dates.signal;
  std::vector<BlockText> blocks;
  for (const ArticleBlock& block : article.blocks) blocks.push_back({block.kind, block.text});
  set_blocks(document, blocks);
  return document;
}

}  // namespace claimtrail
