#include "cli/desk/ladder.h"

#include <algorithm>

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

std::optional<Timestamp> visit_after_absence(const std::vector<Observation>& observations,
                                             std::optional<Timestamp> planned, Timestamp now) {
  constexpr std::chrono::seconds kApart = std::chrono::days{1};
  const auto is_absence = [](const Observation& each) {
    return each.outcome == "not_found" || each.outcome == "gone";
  };
  // The first of the absences that nothing else interrupts.
  auto first = observations.rbegin();
  while (first != observations.rend() && is_absence(*first)) ++first;
  if (first == observations.rbegin()) return planned;
  --first;
  if (first->at + kApart <= now) return planned;
  return std::min(planned.value_or(now + kApart), now + kApart);
}

}  // namespace claimtrail
