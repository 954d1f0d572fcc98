#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/analysis.h"
#include "core/diagnostics/result.h"
#include "core/model/document.h"
#include "core/model/report.h"
#include "core/model/settings.h"

#include "cli/desk/documents.h"

namespace claimtrail {

/// What somebody else than the bytes said of a report: the caller, the config, the feed. Kept with
/// the revision, so that reading the bytes again gives the same document.
struct Given {
  std::string id;
  std::string url;
  std::string outlet;
  std::string title;                   ///< only where the bytes have none
  std::optional<Published> published;  ///< outranks the page
  std::optional<Published> listed;     ///< the feed's date: only where the page has none
  std::string byline;                  ///< the feed's author: only where the page has none
  std::string syndicated_from;         ///< the publisher that the feed names as the source
};

[[nodiscard]] std::string write_given(const Given& given);
/// Unreadable JSON gives an empty Given: it was written by `write_given`, so that is a damaged row.
[[nodiscard]] Given read_given(std::string_view json);

/// The bytes of one report as they came.
struct CapturedReport {
  std::string bytes;
  InputKind input = InputKind::html;
  Given given;
  std::string source;       ///< source id; empty when added by hand
  std::string answered_by;  ///< the address that answered, or the file
  std::string content_type;
  std::string headers;
  Timestamp fetched_at;
};

/// A stored revision as it came, so that reading it again gives the document it gave then.
[[nodiscard]] CapturedReport capture_of(const Revision& revision, std::string raw);

/// Reads the bytes: a document, or why they are no report ("wall", "not-html", "bad-json", …).
[[nodiscard]] Result<Document> read_capture(const CapturedReport& capture);

/// A capture with everything worked out that needs no database.
struct PreparedReport {
  CapturedReport capture;
  Document document;
  Analysis analysis;
  std::string raw_sha256;
  std::string text_sha256;
};

/// Analyses a read capture. Pure; safe on many threads.
[[nodiscard]] PreparedReport prepare(CapturedReport capture, Document document,
                                     const std::vector<ClaimantSettings>& known_claimants);

/// Analyses many on a pool of `jobs` workers; answers in input order. What a worker throws is
/// thrown here.
[[nodiscard]] std::vector<PreparedReport> prepare_all(
    std::vector<std::pair<CapturedReport, Document>> read,
    const std::vector<ClaimantSettings>& known_claimants, unsigned jobs);

/// "[{"kind":"headline","start":0,"end":12},…]" and back.
[[nodiscard]] std::string write_blocks(const std::vector<Block>& blocks);
[[nodiscard]] std::vector<Block> read_blocks(std::string_view json);

}  // namespace claimtrail
