#pragma once

#include <string_view>

#include "core/model/claim.h"

namespace claimtrail {

/// The content of a claim as those who annotate attributions delimit it: with the "that" between
/// cue and content, which is no part of what is claimed. Otherwise `claim.content`.
[[nodiscard]] std::vector<Span> content_with_complementiser(const Claim& claim,
                                                            std::string_view text);

}  // namespace claimtrail
