#pragma once

#include <string>

#include "core/store/store.h"

#include "cli/desk/capture.h"

namespace claimtrail {

enum class IngestOutcome {
  added,      ///< a report that was not known
  revised,    ///< a new revision: the text changed
  unchanged,  ///< an observation: the text is what it was
  known,      ///< the very same capture is stored already: nothing
};

struct Ingested {
  IngestOutcome outcome = IngestOutcome::added;
  std::string report;
  std::string revision;  ///< the newest one
};

/// Which report a document is: a given id, else the normalised address (a canonical address on the
/// same registrable domain, else the one asked for), else what the file is called.
[[nodiscard]] std::string report_id_of(const CapturedReport& capture, const Document& document);

/// Stores one prepared report inside one transaction: a new report, a new revision with its text
/// and sightings, or an observation. Claims that the newer text no longer holds are marked gone;
/// nothing is deleted. A capture older than others (from an archive) takes its place among them:
/// it is held against the revision of its own time, and the report's description stays that of its
/// newest. Throws StoreError.
[[nodiscard]] Ingested ingest(Store& store, const PreparedReport& prepared,
                              const std::vector<ClaimantSettings>& known_claimants);

/// True of a visit that found the report as it was: "unchanged", "not_modified".
[[nodiscard]] bool found_as_it_was(const std::string& outcome);

/// Stores a visit that brought no bytes to read, once; false where it is stored already. One that
/// found the report as it was counts among its visits, and as the last sight of its claims where
/// none was later. Throws StoreError.
[[nodiscard]] bool note_visit(Store& store, Report report, const Observation& visit);

/// Derives a revision's text and sightings from its raw bytes under the present extractor,
/// replacing what that extractor read before. A failure names the damaged revision.
[[nodiscard]] Result<void> derive_anew(Store& store, const Report& report, const Revision& revision,
                                       const std::vector<ClaimantSettings>& known_claimants);

/// Makes sure that a revision's text and sightings exist under the present extractor, deriving them
/// from the raw bytes where they do not. A failure names the damaged revision.
[[nodiscard]] Result<void> derive(Store& store, const Report& report, const Revision& revision,
                                  const std::vector<ClaimantSettings>& known_claimants);

}  // namespace claimtrail
