#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/claim.h"
#include "core/model/span.h"
#include "core/model/time.h"

namespace claimtrail {

/// A typed stretch of a text. Blocks do not overlap and stand in text order.
struct Block {
  BlockKind kind = BlockKind::body;
  Span span;

  friend bool operator==(const Block&, const Block&) = default;
};

/// A link in the article's own text: what the report points at, and where.
struct CitedLink {
  std::string url;  ///< absolute
  Span span;        ///< the link's words
  friend bool operator==(const CitedLink&, const CitedLink&) = default;
};

/// How far a reading of a page's date can be relied on: `high` where the page says so to machines
/// and means nothing else, `medium` where it says so in passing (its address, a general tag, a time
/// beside the headline), `low` where a date was found in words.
enum class Confidence : std::uint8_t { low, medium, high };

[[nodiscard]] const char* to_string(Confidence confidence);

/// Where a date was read.
struct DateOrigin {
  std::string signal;  ///< "json-ld", "meta", "microdata", "url", "time element", "text", "feed",
                       ///< "given", "document"; empty without a date
  Confidence confidence = Confidence::high;
};

/// One captured report, read: what every way of acquiring reports produces and analysis takes.
/// `text` is UTF-8 in NFC; its blocks are joined by blank lines ("\n\n").
struct Document {
  std::string id;             ///< given id, or empty
  std::string url;            ///< where it was fetched; empty for files
  std::string canonical_url;  ///< what the page says of itself
  std::string title;          ///< without the site's suffix
  std::string outlet;
  std::vector<std::string> byline;
  std::optional<Published> published;
  std::optional<Published> modified;
  DateOrigin published_origin;
  DateOrigin modified_origin;
  std::string language;  ///< BCP 47 primary tag ("en"); empty when unknown
  std::string text;
  std::vector<Block> blocks;
  std::vector<CitedLink> links;
};

/// Makes the text of a document from typed blocks: trims, normalises to NFC, drops empty ones,
/// joins by blank lines and sets `text` and `blocks`.
struct BlockText {
  BlockKind kind = BlockKind::body;
  std::string text;
};
void set_blocks(Document& document, const std::vector<BlockText>& blocks);

}  // namespace claimtrail
