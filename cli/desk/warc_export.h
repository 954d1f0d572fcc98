#pragma once

#include <optional>
#include <string>

#include "core/store/store.h"

#include "sources/archive/warc_writer.h"

namespace claimtrail {

struct WarcExportRequest {
  std::string report;              ///< empty: all
  std::optional<Timestamp> since;  ///< only what was captured at or after
  std::string program;             ///< for warcinfo: "claimtrail 0.1.0"
};

struct WarcExportSummary {
  int revisions = 0;
  int revisits = 0;
  std::vector<Diagnostic> failures;  ///< revisions whose bytes are missing or damaged
};

/// A revisit whose text is what it was while its bytes were not compared: no profile of the
/// standard says that, so that calling the payload identical would claim more than is known.
inline constexpr std::string_view identical_text_profile = "urn:claimtrail:revisit:identical-text";

/// Writes what the desk captured: a warcinfo record, then report by report (by first_seen and id)
/// in the order of time each revision as a response record (a resource record where there was no
/// HTTP), a metadata record of what the desk knew of it, and each visit that found nothing new as a
/// revisit record. The same database gives the same records. Request headers are not kept, so there
/// are no request records. Throws StoreError.
[[nodiscard]] WarcExportSummary export_warc(const Store& store, const WarcExportRequest& request,
                                            WarcWriter& writer);

}  // namespace claimtrail
