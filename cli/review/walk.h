#pragma once

#include <string>
#include <vector>

#include "core/model/time.h"
#include "core/store/store.h"

#include "cli/render/terminal.h"
#include "cli/review/console.h"

namespace claimtrail {

enum class ReviewSubject { flags, claims };

struct WalkRequest {
  ReviewSubject subject = ReviewSubject::flags;
  std::string by;  ///< who decides
};

/// What was decided in one sitting, undone ones left out.
struct WalkSummary {
  int decided = 0;
  int left = 0;  ///< still open (flags) or unreviewed (claims) among those walked
};

/// Shows one open flag (or unreviewed claim) after the other, evidence first, and takes single-key
/// decisions until the reviewer quits or the input ends. Each decision is a transaction of its own,
/// so a refresh may run beside it. Throws StoreError.
[[nodiscard]] WalkSummary walk(Store& store, ReviewConsole& console, const Terminal& terminal,
                               const Clock& clock, const WalkRequest& request);

}  // namespace claimtrail
