#include "sources/refresh.h"

#include "sources/refresh_run.h"

namespace claimtrail {

void refresh(const RefreshPlan& plan, HttpClient& client, const Clock& clock, RefreshSink& sink,
             std::stop_token stop) {
  RefreshRun(plan, client, clock, sink, std::move(stop)).work();
}

}  // namespace claimtrail
