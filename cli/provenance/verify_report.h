#pragma once

#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/store/store.h"

#include "cli/desk/verify.h"

namespace claimtrail {

/// Checks a provenance report in its HTML or JSON form: the digest of the page (HTML), the digest
/// of its data, and every claim's words, figures and attribution against the passage the report
/// carries. With a `store` also that the database holds the same revisions under the same hashes,
/// and that every span has these words in its text. What does not hold is in `problems`;
/// `revisions` and `texts` count what was compared with the database.
///
/// Fails where there is nothing to check: a file that cannot be read ("no-file") or is no
/// provenance report ("no-report"). Throws StoreError.
[[nodiscard]] Result<VerifySummary> verify_report_file(const std::string& path, const Store* store);

/// The same for the bytes of a file; `place` names it in messages.
[[nodiscard]] Result<VerifySummary> verify_report_text(std::string_view bytes,
                                                       const std::string& place,
                                                       const Store* store);

}  // namespace claimtrail
