#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace claimtrail {

/// One row of the table that names the values of an enum: the only place where they are spelled.
template <class Enum>
struct Name {
  Enum value;
  const char* text;
};

template <class Enum, std::size_t N>
[[nodiscard]] const char* name_of(const std::array<Name<Enum>, N>& names, Enum value) {
  for (const auto& name : names) {
    if (name.value == value) return name.text;
  }
  return "";
}

template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> value_of(const std::array<Name<Enum>, N>& names,
                                           std::string_view text) {
  for (const auto& name : names) {
    if (name.text == text) return name.value;
  }
  return std::nullopt;
}

}  // namespace claimtrail
