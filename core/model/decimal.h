#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

/// An exact decimal number, kept in one canonical spelling: "-1268", "0.05", "1300000". No
/// exponent, no leading "+", no trailing zeros after the point. At most 40 significant digits and
/// 40 places on either side of the point, so that hostile input cannot cost more than a fixed
/// amount.
class Decimal {
 public:
  Decimal() = default;
  Decimal(long long value);  // NOLINT(google-explicit-constructor): whole numbers are decimals

  /// Reads "[-+]digits[.digits][e[-+]digits]". Nothing for any other shape or beyond the limits.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// The nearest double: for indexes and plots, never for comparison.
  [[nodiscard]] double approximate() const;
  [[nodiscard]] bool negative() const { return text_.front() == '-'; }
  [[nodiscard]] bool zero() const { return text_ == "0"; }

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::string text_ = "0";
};

/// Exact; nothing where the result passes the limits.
[[nodiscard]] std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b);

}  // namespace claimtrail
