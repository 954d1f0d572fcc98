#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/model/flag.h"
#include "core/store/store.h"

#include "cli/desk/config.h"
#include "cli/desk/refresh_progress.h"
#include "sources/http/http_client.h"
#include "sources/refresh.h"

namespace claimtrail {

enum class RefreshScope { all, due };

struct RefreshRequest {
  RefreshScope scope = RefreshScope::all;
  std::vector<std::string> sources;     ///< ids to narrow to; empty: every enabled one
  unsigned jobs = 2;                    ///< analysis workers
  RefreshProgress* progress = nullptr;  ///< who watches; may be null; outlives the refresh
};

/// A report that a refresh brought or saw change.
struct RefreshedReport {
  std::string report;
  std::string title;
  std::string outlet;
  bool revised = false;  ///< known before, its text changed
};

struct RefreshSummary {
  std::vector<SourceOutcome> sources;  ///< by source id
  std::vector<RefreshedReport> reports;
  std::vector<Flag> flags;  ///< new or changed
  int unchanged = 0;
};

/// What a refresh would do, without doing it.
[[nodiscard]] RefreshPlan plan_refresh(const Store& store, const Config& config,
                                       const RefreshRequest& request, Timestamp now);

/// Fetches what is due, analyses, stores source by source, links and checks. The caller holds the
/// refresh lock. Interrupted, what was committed stays and the next run does the rest. Throws
/// StoreError.
[[nodiscard]] RefreshSummary refresh_desk(Store& store, const Config& config, const RuleSet& rules,
                                          HttpClient& client, const Clock& clock,
                                          const RefreshRequest& request, std::stop_token stop = {});

}  // namespace claimtrail
