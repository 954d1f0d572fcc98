#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace claimtrail {

/// How many numbers two lists share, each sorted and without doubles.
[[nodiscard]] std::size_t count_shared(std::span<const std::uint32_t> a,
                                       std::span<const std::uint32_t> b);

}  // namespace claimtrail
