#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/claim.h"
#include "core/model/flag.h"
#include "core/model/time.h"

#include "cli/render/output.h"
#include "cli/render/terminal.h"

namespace claimtrail {

/// A list for people: a heading and rows in columns as wide as their widest cell. On a terminal the
/// last column is cut to what is left of the line; elsewhere nothing is cut. Prints nothing when it
/// has no rows. Every cell is made printable first.
class Table {
 public:
  explicit Table(std::vector<std::string> heading);
  void row(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  void print(Output& output, const Terminal& terminal) const;

 private:
  std::vector<std::string> heading_;
  std::vector<std::vector<std::string>> rows_;
};

/// One thing whole, for people: "name  value" lines, empty values left out.
class Sheet {
 public:
  explicit Sheet(std::string title) : title_(std::move(title)) {}
  void line(std::string name, std::string_view value);
  void list(std::string name, const std::vector<std::string>& values);
  void print(Output& output, const Terminal& terminal) const;

 private:
  std::string title_;
  std::vector<std::pair<std::string, std::string>> lines_;
};

/// Columns a text takes on a terminal: code points, wide ones twice.
[[nodiscard]] std::size_t columns_of(std::string_view text);
/// The text cut to `columns`, with "…" where something is missing.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t columns);

/// "Kyiv, as Reuters reported it": the claimants of each hop, nearest first; the outlet where there
/// is none.
[[nodiscard]] std::string describe_attribution(const Claim& claim, std::string_view outlet);
/// "2024-01-01 to 2025-01-01" with the last day shown, one day alone as itself, "" when unknown.
[[nodiscard]] std::string describe_days(const std::optional<AsOf>& as_of);
/// "12 sources", "1 source".
[[nodiscard]] std::string count_of(long long number, std::string_view noun);
/// "2025-04-26 08:30" in UTC; "never" where there is none.
[[nodiscard]] std::string describe_time(const std::optional<Timestamp>& time);

[[nodiscard]] Style style_of(FlagSeverity severity);

}  // namespace claimtrail
