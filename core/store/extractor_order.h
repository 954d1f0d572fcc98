#pragma once

#include <string_view>

namespace claimtrail {

/// Whether extractor version `a` is older than `b`: runs of digits compare as numbers, everything
/// else as bytes, so "claimtrail 0.9.0, en 1" is older than "claimtrail 0.10.0, en 1". A strict
/// weak order that every backend uses to say which extractor is the newest.
[[nodiscard]] bool extractor_older(std::string_view a, std::string_view b);

}  // namespace claimtrail
