#include "core/linking/sorted_numbers.h"

namespace claimtrail {

std::size_t count_shared(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  // Without branches that could be guessed wrong.
  std::size_t shared = 0;
  for (std::size_t x = 0, y = 0; x < a.size() && y < b.size();) {
    const std::uint32_t left = a[x];
    const std::uint32_t right = b[y];
    shared += static_cast<std::size_t>(left == right);
    x += static_cast<std::size_t>(left <= right);
    y += static_cast<std::size_t>(right <= left);
  }
  return shared;
}

}  // namespace claimtrail
