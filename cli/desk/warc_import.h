#pragma once

#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

namespace claimtrail {

struct WarcImportSummary {
  int added = 0;      ///< reports that were not known
  int revised = 0;    ///< new revisions of known ones
  int unchanged = 0;  ///< captures and revisits that found the text as it was
  int known = 0;      ///< captures and revisits that are stored already
  int skipped = 0;    ///< no HTML, not answered with 200, revisits of pages that are not stored
  std::vector<Diagnostic> failures;  ///< pages that are no reports, the file itself
  std::vector<Diagnostic> warnings;  ///< damage in the file that was passed over
};

/// Stores the HTML pages of a WARC file as revisions at the archive's own times, in the order of
/// time whatever their order in the file, and its revisits as observations; then links. What a
/// desk's own export said of a revision (id, outlet, dates) is taken over. Importing again changes
/// nothing. A capture older than what is stored is kept as an older revision and leaves the
/// report's description alone. Memory is bounded by one batch. Throws StoreError.
[[nodiscard]] WarcImportSummary import_warc(Store& store, const DeskSettings& desk, unsigned jobs,
                                            const std::string& path, const std::string& outlet);

}  // namespace claimtrail
