#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/flag.h"

namespace claimtrail {

/// What a decision sets on a flag: the part of it that reviews store and undo restores.
struct FlagState {
  FlagStatus status = FlagStatus::open;
  std::string code;   ///< of an explanation; "settings" where the config suppresses
  std::string until;  ///< ISO day of a suppression; empty: none
};

/// "open", "explained translation", "suppressed until 2026-03-01".
[[nodiscard]] std::string to_string(const FlagState& state);
/// Reads what `to_string` wrote; nothing for any other words.
[[nodiscard]] std::optional<FlagState> parse_flag_state(std::string_view text);
void apply(Flag& flag, const FlagState& state);

/// The state a claim is stored with: "corrected: TEXT" in a review is "corrected" there.
[[nodiscard]] std::string stored_claim_state(std::string_view review_state);

}  // namespace claimtrail
