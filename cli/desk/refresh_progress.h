#pragma once

#include "sources/refresh.h"

namespace claimtrail {

/// Who watches a refresh while it runs. Called on the refreshing thread, between fetches, so each
/// call must be quick; never concurrently.
class RefreshProgress {
 public:
  virtual ~RefreshProgress() = default;
  /// Once, before anything is fetched: so many sources will be finished.
  virtual void started(int sources) = 0;
  /// One more report was fetched, or one more visit answered.
  virtual void visited() = 0;
  /// A source is done and stored, with so many claims in what it brought.
  virtual void finished(const SourceOutcome& outcome, int claims) = 0;
  /// Nothing more is fetched; linking and checking follow.
  virtual void linking() = 0;
};

}  // namespace claimtrail
