#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/document.h"

#include "sources/page/read_page.h"

namespace claimtrail {

/// How bytes are to be read. A feed lists reports and is no document itself.
enum class InputKind { html, text, ndjson, feed };

/// The bytes of one document with what the caller knows of it.
struct DocumentInput {
  InputKind kind = InputKind::html;  ///< html, text or ndjson
  std::string_view bytes;            ///< for ndjson one line
  std::string id;
  std::string url;
  std::string outlet;
  std::optional<Published> published;
  std::string content_type;             ///< HTTP header; may be empty
  std::string place;                    ///< file, URL or "file:line", for messages
  std::optional<Timestamp> fetched_at;  ///< when known, bounds the dates of a page
  PageNeed need = PageNeed::article;    ///< of html
};

/// Makes a document. For html and text what the caller says outranks what the bytes say; an NDJSON
/// document's own fields outrank the caller's, who speaks for a whole file. The text of an NDJSON
/// document is kept byte for byte (no trimming, no normalisation), so offsets hold in the text that
/// was given; with a title it is `title`, a blank line, `text`, the title one headline block.
/// Failures: those of `read_page`, for text "not-text" and "no-text", for NDJSON "bad-json" and
/// "no-text". A `published` that
/// cannot be read leaves it unknown and is told in `warnings`. Pure; safe on many threads.
[[nodiscard]] Result<Document> read_document(const DocumentInput& input,
                                             std::vector<Diagnostic>* warnings = nullptr);

/// The id a file gives its document: its name without directory and suffix.
[[nodiscard]] std::string id_of_file(std::string_view path);

/// A JSON Feed is one whatever it is called. Else by suffix (.html .htm .xhtml, .txt .text .md,
/// .ndjson .jsonl .json, .xml .rss .atom .rdf), else by content type, else by the look of the first
/// bytes.
[[nodiscard]] InputKind guess_input(std::string_view name, std::string_view content_type,
                                    std::string_view first_bytes);

/// The next line that is not blank, without its end; false at the end of the stream. A line longer
/// than `limit` bytes comes back cut to limit + 1 bytes, its rest skipped. `number` counts every
/// line, from 1.
[[nodiscard]] bool next_line(std::istream& stream, std::string& line, long long& number,
                             std::size_t limit);

[[nodiscard]] const char* to_string(InputKind kind);
[[nodiscard]] std::optional<InputKind> parse_input_kind(std::string_view text);

}  // namespace claimtrail
