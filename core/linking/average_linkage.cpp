#include "core/linking/average_linkage.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <tuple>

namespace claimtrail {
namespace {

struct Merge {
  double alike;
  std::size_t a;  ///< a < b
  std::size_t b;

  friend bool operator<(const Merge& x, const Merge& y) {
    return std::tuple(x.alike, y.a, y.b) < std::tuple(y.alike, x.a, x.b);
  }
};

}  // namespace

std::vector<std::size_t> average_linkage(Likeness near, double least) {
  std::vector<std::size_t> size(near.size(), 1);  // 0: merged into another
  std::vector<std::size_t> first(near.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  const auto average = [&](std::size_t a, std::size_t b) {
    const auto found = near[a].find(b);
    return found == near[a].end() ? 0 : found->second / static_cast<double>(size[a] * size[b]);
  };
  std::priority_queue<Merge> queue;
  for (std::size_t a = 0; a < near.size(); ++a) {
    for (const auto& [b, sum] : near[a]) {
      if (a < b && sum >= least) queue.push({sum, a, b});
    }
  }
  while (!queue.empty()) {
    const Merge next = queue.top();
    queue.pop();
    if (size[next.a] == 0 || size[next.b] == 0 || average(next.a, next.b) != next.alike) continue;
    near[next.a].erase(next.b);
    near[next.b].erase(next.a);
    for (const auto& [other, sum] : near[next.b]) {
      near[other].erase(next.b);
      near[next.a][other] += sum;
      near[other][next.a] = near[next.a][other];
    }
    near[next.b].clear();
    size[next.a] += size[next.b];
    size[next.b] = 0;
    first[next.b] = next.a;
    for (const auto& [other, sum] : near[next.a]) {
      const double alike = average(next.a, other);
      if (alike >= least) {
        queue.push({alike, std::min(next.a, other), std::max(next.a, other)});
      }
    }
  }
  for (std::size_t at = 0; at < first.size(); ++at) {
    while (first[first[at]] != first[at]) first[at] = first[first[at]];
  }
  return first;
}

}  // namespace claimtrail
