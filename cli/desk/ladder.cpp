#include "cli/desk/ladder.h"

namespace claimtrail {

std::optional<Timestamp> next_visit(const std::vector<long long>& ladder_ms, Timestamp first_seen,
                                    Timestamp now, UnderReview under_review) {
  using std::chrono::milliseconds;
  using std::chrono::seconds;
  const auto wait = [&](Timestamp at) {
    return under_review == UnderReview::yes ? now + (at - now) / 2 : at;
  };
  for (const long long rung : ladder_ms) {
    const Timestamp at = first_seen + std::chrono::duration_cast<seconds>(milliseconds{rung});
    if (at > now) return wait(at);
  }
  if (under_review == UnderReview::no || ladder_ms.empty()) return std::nullopt;
  const long long before_last = ladder_ms.size() > 1 ? ladder_ms[ladder_ms.size() - 2] : 0;
  const milliseconds gap{ladder_ms.back() - before_last};
  return wait(now + std::chrono::duration_cast<seconds>(gap));
}

}  // namespace claimtrail
