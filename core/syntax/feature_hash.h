#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

namespace claimtrail {

/// Features are 64-bit hashes of small parts; nothing readable is kept. The constants are part of
/// the format of the weights: another mixing makes every feature unknown.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t left, std::uint64_t right) {
  return (left * 0x9E3779B97F4A7C15ULL + right) * 0xD6E8FEB86659FD93ULL;
}

/// Spreads the bits of a sum of `mix` so that low and high halves are both usable.
[[nodiscard]] constexpr std::uint64_t finish(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ULL;
  return value ^ (value >> 29);
}

[[nodiscard]] constexpr std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325ULL;
  for (const char byte : bytes) {
    value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }
  return finish(value);
}

/// The hash of template `number` over its parts. The products do not wait for one another.
template <class... Parts>
[[nodiscard]] constexpr std::uint64_t feature(unsigned number, Parts... parts) {
  constexpr std::uint64_t kFactors[] = {0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL,
                                        0xD1342543DE82EF95ULL, 0xA0761D6478BD642FULL,
                                        0xE7037ED1A0B428DBULL, 0x8EBC6AF09C88C6E3ULL};
  static_assert(sizeof...(Parts) < std::size(kFactors));
  std::uint64_t value = (number + 1) * kFactors[0];
  std::size_t at = 0;
  ((value += static_cast<std::uint64_t>(parts) * kFactors[++at]), ...);
  return finish(value);
}

}  // namespace claimtrail
