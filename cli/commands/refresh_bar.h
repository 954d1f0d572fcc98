#pragma once

#include <chrono>
#include <memory>

#include "cli/commands/session.h"
#include "cli/desk/refresh_progress.h"
#include "cli/render/progress.h"

namespace claimtrail {

/// Shows a refresh as a bar on standard error until it is destroyed.
class RefreshBar : public RefreshProgress {
 public:
  /// Nothing where no person looks on: standard error is no terminal or one that cannot be drawn on
  /// (TERM=dumb), or --quiet or --json was given.
  [[nodiscard]] static std::unique_ptr<RefreshBar> for_session(const Session& session);

  void started(int sources) override;
  void visited() override;
  void finished(const SourceOutcome& outcome, int claims) override;
  void linking() override;

 private:
  void draw();

  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  ProgressState state_;
  ProgressBar bar_;
};

}  // namespace claimtrail
