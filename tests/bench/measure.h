#pragma once

#include <chrono>
#include <ctime>
#include <functional>

namespace claimtrail {

/// Time on the wall, and the processor's: on a busy machine only the second says much. Seconds.
struct Time {
  double wall = 0;
  double processor = 0;
};

inline Time measure(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

}  // namespace claimtrail
