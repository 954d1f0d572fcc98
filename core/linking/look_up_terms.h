#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace claimtrail {

/// What a text is looked up by: its content words as stems, hashed, in order and with repetitions.
/// Addresses are left out; a hashtag or a handle in camel case gives its words
/// ("#DefundTheNews" -> defund, news).
[[nodiscard]] std::vector<std::uint32_t> look_up_terms(std::string_view text);

}  // namespace claimtrail
