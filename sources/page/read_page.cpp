#include "sources/page/read_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/charset/decode.h"
#include "sources/http/normalise_url.h"
#include "sources/page/article.h"
#include "sources/page/byline.h"
#include "sources/page/hints.h"
#include "sources/page/language.h"
#include "sources/page/page_date.h"
#include "sources/page/segments.h"
#include "sources/page/signals.h"
#include "sources/page/teasers.h"
#include "sources/page/title.h"
#include "sources/page/walls.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t fewest_words = 10;

// The body does not count: a tree always has one.
bool holds_html(const HtmlTree& tree) {
  return std::any_of(tree.nodes.begin() + 1, tree.nodes.end(), [](const HtmlNode& node) {
    return node.tag != Tag::text && node.tag != Tag::unknown && node.tag != Tag::body;
  });
}

std::string shown_text(const std::vector<Segment>& segments) {
  constexpr std::size_t enough = 6000;
  std::string text;
  for (const Segment& segment : segments) {
    if (text.size() > enough) break;
    text += segment.text;
    text += '\n';
  }
  return text;
}

// Addresses as pages give them: relative, or not filled in at all.
std::string absolute(std::string_view base, std::string_view address) {
  if (address.empty()) return {};
  return resolve_url(base.empty() ? address : base, address);
}

// Where a byte of a block's text is after normalisation.
std::uint32_t normalised_offset(std::string_view text, std::uint32_t offset) {
  const bool stable = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xCC;  // below stands nothing that NFC would change
  });
  if (stable) return offset;
  return static_cast<std::uint32_t>(to_nfc(text.substr(0, offset)).size());
}

void add_links(const HtmlTree& tree, const ArticleBlock& block, Span placed, std::string_view base,
               Document& document) {
  for (const SegmentLink& link : block.links) {
    const std::string_view reference = tree.attribute(link.node, "href");
    if (reference.empty() || reference.front() == '#') continue;
    std::string url = absolute(base, reference);
    if (url.empty()) continue;
    const Span span{placed.start + normalised_offset(block.text, link.start),
                    placed.start + normalised_offset(block.text, link.end)};
    if (!placed.contains(span) || span.empty()) continue;
    document.links.push_back({std::move(url), span});
  }
}

void set_text(const HtmlTree& tree, const Article& article, std::string_view base,
              Document& document) {
  std::vector<BlockText> blocks;
  if (!document.title.empty()) blocks.push_back({BlockKind::headline, document.title});
  const std::size_t headlines = blocks.size();
  for (const ArticleBlock& block : article.blocks) blocks.push_back({block.kind, block.text});
  set_blocks(document, blocks);
  if (document.blocks.size() != blocks.size()) return;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    add_links(tree, article.blocks[i], document.blocks[i + headlines].span, base, document);
  }
}

std::string outlet_of(const PageSignals& signals) {
  std::string outlet = signals.meta_value({"og:site_name"});
  if (outlet.empty()) outlet = signals.structured.publisher;
  if (outlet.empty())
    outlet = signals.meta_value({"application-name", "dc.publisher", "publisher"});
  return outlet;
}

}  // namespace

Result<Document> read_page(const PageInput& page) {
  const std::string place(page.url);
  if (const std::string reason = why_not_html(page.bytes, page.content_type); !reason.empty()) {
    return failure("not-html", fmt::format("this is no HTML page: {}", reason), place);
  }
  const DecodedText decoded = decode_text(page.bytes, page.content_type, MarkupSyntax::html);
  const HtmlTree tree = parse_html(decoded.text);
  if (!holds_html(tree)) {
    return failure("not-html", "this is no HTML page: there is no HTML element in it", place);
  }
  const PageSignals signals = read_signals(tree);
  std::vector<std::uint16_t> hints = hints_of(tree);
  std::vector<Segment> segments = segments_of(tree, hints);
  settle_hints(tree, hints, segments);
  mark_teasers(tree, hints, segments);

  Document document;
  document.url = place;
  document.outlet = outlet_of(signals);
  const std::string base = signals.base.empty() ? place : absolute(place, signals.base);
  document.canonical_url = absolute(base, signals.canonical);
  if (document.canonical_url.empty()) {
    document.canonical_url = absolute(base, signals.meta_value({"og:url"}));
  }
  const PageTitle title = find_title(tree, hints, signals, document.outlet);
  const std::string description =
      signals.meta_value({"og:description", "description", "twitter:description"});
  const Article article =
      find_article(tree, hints, segments, {title.text, title.node, description});

  const std::string wall =
      find_wall(tree, signals.title_element, shown_text(segments), article.words);
  if (!wall.empty()) {
    return failure("wall", fmt::format("there is {} in place of the article", wall), place);
  }
  if (article.words < fewest_words && page.need == PageNeed::article) {
    return failure("no-article", "no article text was found on this page", place);
  }

  document.title = title.text;
  document.byline =
      find_byline(tree, hints, segments, signals, document.outlet, title.node, article.root);
  const std::string_view address =
      page.url.empty() ? std::string_view(document.canonical_url) : page.url;
  PageDates dates = find_dates(tree, hints, segments, signals,
                               {address, title.node, article.root, page.fetched_at});
  document.published = dates.published;
  document.modified = dates.modified;
  document.published_origin = std::move(dates.published_origin);
  document.modified_origin = std::move(dates.modified_origin);
  set_text(tree, article, base.empty() ? std::string_view(document.canonical_url) : base, document);
  document.language = detect_language(document.text, signals.language_tag);
  return document;
}

}  // namespace claimtrail
