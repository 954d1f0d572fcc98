#include "cli/commands/refresh_bar.h"

#include <cstdlib>
#include <string_view>

namespace claimtrail {

std::unique_ptr<RefreshBar> RefreshBar::for_session(const Session& session) {
  const char* terminal = std::getenv("TERM");
  const bool can_draw = terminal != nullptr && std::string_view(terminal) != "dumb";
  const bool wanted = session.terminal().messages_are_terminal() && can_draw &&
                      !session.options().quiet && !session.json();
  return wanted ? std::make_unique<RefreshBar>() : nullptr;
}

void RefreshBar::started(int sources) {
  state_.sources = sources;
  draw();
}

void RefreshBar::visited() {
  ++state_.reports;
  draw();
}

void RefreshBar::finished(const SourceOutcome& outcome, int claims) {
  ++state_.done;
  state_.claims += claims;
  state_.failures += outcome.failed ? 1 : 0;
  draw();
}

void RefreshBar::linking() {
  state_.linking = true;
  draw();
}

void RefreshBar::draw() {
  state_.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start_);
  bar_.draw(state_);
}

}  // namespace claimtrail
