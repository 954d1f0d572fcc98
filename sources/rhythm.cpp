#include "sources/rhythm.h"

#include <algorithm>

#include "sources/http/cache_control.h"

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kShortest = std::chrono::minutes{1};
constexpr std::chrono::seconds kLongest = std::chrono::days{1};
constexpr std::size_t kNewest = 10;

}  // namespace

std::optional<Timestamp> asked_to_wait(const std::string& headers, Timestamp now) {
  const auto fresh = fresh_for(headers);
  if (!fresh || *fresh < kShortest) return std::nullopt;
  return now + std::min(*fresh, kLongest);
}

std::int64_t learnt_interval(const AdaptiveBounds& bounds, std::int64_t interval_s,
                             std::vector<Timestamp> published, int fresh, Timestamp now) {
  const std::int64_t from = bounds.from_ms / 1000;
  const std::int64_t to = bounds.to_ms / 1000;
  std::erase_if(published, [&](Timestamp time) { return time > now; });
  std::int64_t interval = interval_s > 0 ? interval_s : from;
  if (published.size() >= 2) {
    std::sort(published.begin(), published.end(), std::greater<>());
    const std::size_t count = std::min(published.size(), kNewest);
    const auto span = (now - published[count - 1]).count();
    interval = span / static_cast<std::int64_t>(count) / 2;
  } else if (fresh > 1) {
    interval /= 2;
  } else if (fresh == 0) {
    interval += interval / 2;
  }
  return std::clamp(interval, from, to);
}

}  // namespace claimtrail
