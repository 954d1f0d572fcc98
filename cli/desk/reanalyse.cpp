#include "cli/desk/reanalyse.h"

#include "cli/desk/ingest.h"
#include "cli/desk/relink.h"

namespace claimtrail {

ReanalyseSummary reanalyse(Store& store, const DeskSettings& desk,
                           const ReanalyseRequest& request) {
  ReanalyseSummary summary;
  for (const Report& report : store.reports()) {
    if (!request.report.empty() && report.id != request.report) continue;
    if (request.since && report.last_seen < *request.since) continue;
    ++summary.reports;
    store.in_transaction([&] {
      for (const Revision& revision : store.revisions(report.id)) {
        const Result<void> derived = derive_anew(store, report, revision, desk.claimants);
        if (derived) {
          ++summary.revisions;
        } else {
          summary.failures.push_back(derived.error());
        }
      }
    });
  }
  relink(store, desk);
  return summary;
}

}  // namespace claimtrail
