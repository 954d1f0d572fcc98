#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

struct FeedEntry {
  std::string id;       ///< guid, atom:id; empty when absent
  std::string title;    ///< plain text
  std::string link;     ///< absolute where a base is known
  std::string summary;  ///< markup as given, its links resolved
  std::string content;
  std::string author;
  std::string published;  ///< as written
  std::string updated;
  std::optional<Published> published_time;  ///< parsed; empty when it cannot be known
  std::optional<Published> updated_time;
  std::vector<std::string> tags;
  /// The real publisher, by RSS <source> or atom:source; empty where that is the feed itself.
  std::string source_title;
  std::string source_url;  ///< of it, absolute: its site or its feed
};

struct Feed {
  std::string title;
  std::string description;
  std::string link;
  std::string language;
  std::vector<FeedEntry> entries;
};

/// What a reader sees of a piece of markup: tags gone, references resolved, white space squeezed.
[[nodiscard]] std::string plain_text(std::string_view markup);

/// Reads RSS 0.9 to 2.0 (RDF too), Atom 0.3 and 1.0 or JSON Feed 1.0 and 1.1
/// (https://www.jsonfeed.org/version/1.1/) from the bytes of a response. `content_type` is the HTTP
/// header, `url` the address the feed came from; both may be empty. Recovers from ill-formed XML
/// and JSON as far as it can; a document that is no feed at all is a failure "not-feed" that says
/// what it looks like. Times that name no zone are of `timezone` (parse_feed_date). An author of
/// the whole feed is nobody's byline. Linear; no external or nested entity is ever expanded.
[[nodiscard]] Result<Feed> read_feed(std::string_view bytes, std::string_view content_type,
                                     std::string_view url, std::string_view timezone = {});

/// True for text that looks like a JSON Feed and not like other JSON.
[[nodiscard]] bool is_json_feed(std::string_view text);

/// RFC 822, RFC 3339 and the shapes feeds really use. A time without a zone is one of `timezone`
/// (IANA; empty: UTC); a zone that is not known gives the day alone. Nothing when it cannot be
/// known.
[[nodiscard]] std::optional<Published> parse_feed_date(std::string_view text,
                                                       std::string_view timezone = {});

}  // namespace claimtrail
