#pragma once

#include <cstdint>
#include <string_view>

namespace claimtrail {

/// A half-open range [start, end) of UTF-8 bytes in the text of one revision.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t length() const { return end - start; }
  [[nodiscard]] bool empty() const { return start == end; }
  [[nodiscard]] bool contains(Span other) const { return start <= other.start && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return start < other.end && other.start < end; }

  /// The bytes of `text` under this span; empty where the span does not fit the text.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return end <= text.size() && start <= end ? text.substr(start, length()) : std::string_view{};
  }

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace claimtrail
