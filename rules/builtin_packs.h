#pragma once

#include <span>
#include <string_view>

namespace claimtrail {

/// One file of the rules that come with the program, as it was when the program was built.
struct BuiltinPack {
  std::string_view file;  ///< in rules/packs: "figures.yaml"
  std::string_view text;
};

/// All of them; together they are the pack "builtin".
[[nodiscard]] std::span<const BuiltinPack> builtin_packs();

}  // namespace claimtrail
