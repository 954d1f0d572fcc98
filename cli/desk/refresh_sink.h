#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/store/store.h"

#include "cli/desk/capture.h"
#include "cli/desk/ladder.h"
#include "cli/desk/refresh_desk.h"
#include "sources/refresh.h"

namespace claimtrail {

/// What refreshing brings, kept a source at a time: pages are read as they come, analysed on a pool
/// when their source is finished, and stored with the source's state in one transaction.
class DeskSink : public RefreshSink {
 public:
  DeskSink(Store& store, const Config& config, const RefreshRequest& request, const Clock& clock,
           RefreshSummary& summary);

  [[nodiscard]] SourceState source_state(const std::string& source) override;
  [[nodiscard]] PageState page_state(const std::string& url) override;
  [[nodiscard]] bool known(const std::string& url) override;
  [[nodiscard]] Result<void> captured(Capture capture) override;
  void visited(const Visit& visit) override;
  void remember(const PageState& state) override;
  void finished(const SourceOutcome& outcome, const SourceState& state) override;

  /// Brings forward the next visit of the reports visited now that stand in an open flag.
  void plan_visits();

 private:
  struct Pending {
    std::vector<std::pair<CapturedReport, Document>> captures;
    std::vector<Visit> visits;
  };
  [[nodiscard]] Result<void> take(const Capture& capture, std::string bytes);
  [[nodiscard]] const SourceSettings* settings_of(const std::string& source) const;
  /// The id of the report that was visited; empty when it is not known.
  std::string store_visit(const Visit& visit);
  void plan_visit(const std::string& report, UnderReview under_review);

  Store& store_;
  const Config& config_;
  const RefreshRequest& request_;
  const Clock& clock_;
  RefreshSummary& summary_;
  std::map<std::string, Pending> pending_;  ///< by source
  std::map<std::string, PageState> pages_;  ///< to be stored when the next source finishes
  std::set<std::string> visited_reports_;   ///< ids
};

}  // namespace claimtrail
