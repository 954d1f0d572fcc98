#pragma once

#include <span>
#include <string_view>

namespace claimtrail {

/// What words beside a number say of it.
enum class ModifierSense {
  more_than,
  less_than,
  at_least,
  at_most,
  approximate,
  up,
  down,
  soft_up,    ///< moves only shares and prices ("added")
  soft_down,  ///< the same ("lost")
  another,
  between,
  minus,
  or_equal,  ///< closes the bound before the number
  skip       ///< says nothing of the number, stands between it and its modifier
};

struct ModifierPhrase {
  std::string_view words;  ///< tokens with one blank between, case-folded
  ModifierSense sense;
};

/// What stands before a number, and what stands after it.
[[nodiscard]] std::span<const ModifierPhrase> phrases_before_number();
[[nodiscard]] std::span<const ModifierPhrase> phrases_after_number();

}  // namespace claimtrail
