#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace claimtrail {

enum class CircleKind { question, statement, quotation, report };

/// Claims that rules may hold against each other: those that answer one question, say one
/// statement, hold one quotation or stand in one report. What a check finds in a circle follows
/// from the claims of the circle, so a circle is what is checked again when one of them changes.
struct Circle {
  CircleKind kind = CircleKind::question;
  std::string id;  ///< of the question or report; of statements and quotations the first claim's
  friend bool operator==(const Circle&, const Circle&) = default;
  friend auto operator<=>(const Circle&, const Circle&) = default;
};

/// Whether what a claim says alone, which is a circle of one, counts as named with its report.
enum class SaidAlone { where_named, with_its_report };

[[nodiscard]] const char* to_string(CircleKind value);
[[nodiscard]] std::optional<CircleKind> parse_circle_kind(std::string_view text);

}  // namespace claimtrail
