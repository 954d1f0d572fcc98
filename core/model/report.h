#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"

namespace claimtrail {

/// One article, whatever was captured of it. The id is made from a given id or the normalised URL.
struct Report {
  std::string id;
  std::string source;           ///< id of the source that brought it; empty when added by hand
  std::string url;              ///< normalised; empty for files
  std::string is_based_on;      ///< a rel=canonical on another registrable domain (syndication)
  std::string syndicated_from;  ///< the publisher that its feed names as its source; empty: none
  std::string title;
  std::string outlet;
  std::vector<std::string> byline;
  std::optional<Published> published;
  std::optional<Published> modified;
  std::string language;
  std::vector<std::string> cites;  ///< absolute URLs that the newest text links to
  Timestamp first_seen;
  Timestamp last_seen;                  ///< the newest capture that still showed it
  std::optional<Timestamp> next_visit;  ///< when the revisit ladder asks for it again; empty: never
  int visits = 0;  ///< captures so far, unchanged ones too: the rung of the ladder
  /// Id of the report whose link brought it one step deep; empty: a source or a person did. A
  /// source that lists it later makes it its own.
  std::string cited_by;
};

/// One captured version of a report. Raw bytes lie in the blob store under `raw_sha256`.
struct Revision {
  std::string id;  ///< from report, raw_sha256 and time
  std::string report;
  std::string url;  ///< the address that answered, after redirects
  Timestamp fetched_at;
  std::string content_type;
  std::string
      headers;  ///< of the final response, as received, lines joined by "\r\n"; empty for files
  std::string input;        ///< how the bytes were read: html, text or ndjson
  std::string raw_sha256;   ///< hexadecimal
  std::string text_sha256;  ///< of the text derived when captured
  std::string given;  ///< JSON of what the caller said besides the bytes (outlet, published, title)
};

/// The text derived from a revision by one extractor version.
struct RevisionText {
  std::string revision;
  std::string extractor;
  std::string text;
  std::string blocks;  ///< JSON: [{"kind","start","end"}]
  std::string text_sha256;
  std::string note;                   ///< the words of its correction notes; empty: none
  std::vector<std::string> agencies;  ///< that it credits with having brought it
};

/// What checks need to know of one revision, without its text.
struct RevisionGrounds {
  std::string revision;
  Timestamp fetched_at;
  std::string text_sha256;  ///< empty: the extractor has not read it
  std::string note;
  std::vector<std::string> agencies;
};

/// What a visit found when it made no revision: the text unchanged, an error, a wall. Never a
/// deletion.
struct Observation {
  std::string report;
  Timestamp at;
  std::string outcome;  ///< unchanged, not_modified, not_found, gone, legal, bot_wall, error
  int http_status = 0;  ///< 0 where there was no answer
  std::string detail;
  friend bool operator==(const Observation&, const Observation&) = default;
};

}  // namespace claimtrail
