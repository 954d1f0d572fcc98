#include "cli/render/text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::string_view gap = "  ";

// East Asian wide and full-width ranges of UAX #11, coarse, and combining marks.
std::size_t columns_of_character(char32_t c) {
  if ((c >= 0x0300 && c <= 0x036F) || c == 0x200B || c == 0x200D || c == 0xFE0F) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

std::string names_of(const Hop& hop) {
  std::vector<std::string> names;
  for (const Claimant& claimant : hop.claimants) names.push_back(claimant.name);
  return names.empty() ? std::string("somebody") : fmt::format("{}", fmt::join(names, " and "));
}

}  // namespace

Table::Table(std::vector<std::string> heading) : heading_(std::move(heading)) {}

void Table::row(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = printable(cell);
  cells.resize(heading_.size());
  rows_.push_back(std::move(cells));
}

void Table::print(Output& output, const Terminal& terminal) const {
  if (rows_.empty()) return;
  std::vector<std::size_t> widths;
  for (const std::string& title : heading_) widths.push_back(columns_of(title));
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], columns_of(cells[i]));
    }
  }
  const auto print_row = [&](const std::vector<std::string>& cells, Style style) {
    std::string line;
    std::size_t used = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i + 1 == cells.size()) {
        const std::size_t least = 20;
        line += cut_to(cells[i], terminal.width() > used + least ? terminal.width() - used : least);
      } else {
        line += cells[i] + std::string(widths[i] - columns_of(cells[i]), ' ');
        line += gap;
        used += widths[i] + gap.size();
      }
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    output.write(terminal.paint(style, line) + "\n");
  };
  print_row(heading_, Style::bold);
  for (const auto& cells : rows_) print_row(cells, Style::plain);
}

void Sheet::line(std::string name, std::string_view value) {
  if (!value.empty()) lines_.emplace_back(std::move(name), printable(value));
}

void Sheet::list(std::string name, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    line(name, value);
    name.clear();
  }
}

void Sheet::print(Output& output, const Terminal& terminal) const {
  std::size_t width = 0;
  for (const auto& [name, value] : lines_) width = std::max(width, columns_of(name));
  output.write(terminal.paint(Style::bold, printable(title_)) + "\n");
  for (const auto& [name, value] : lines_) {
    const std::string pad(width - columns_of(name), ' ');
    output.write(fmt::format("  {}{}  {}\n", terminal.paint(Style::dim, name), pad, value));
  }
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    columns += columns_of_character(point.value);
    at += point.length;
  }
  return columns;
}

std::string cut_to(std::string_view text, std::size_t columns) {
  if (text.size() <= columns || columns_of(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    used += columns_of_character(point.value);
    if (used > columns - 1) break;
    at += point.length;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string describe_attribution(const Claim& claim, std::string_view outlet) {
  if (claim.attribution.empty()) {
    return outlet.empty() ? "own voice" : fmt::format("{} (own voice)", outlet);
  }
  std::string words;
  for (const Hop& hop : claim.attribution) {
    if (!words.empty()) words += ", per ";
    words += names_of(hop);
  }
  return words;
}

std::string describe_days(const std::optional<AsOf>& as_of) {
  if (!as_of) return {};
  const Day last = as_of->range.to - std::chrono::days(1);
  if (last <= as_of->range.from) return format_day(as_of->range.from);
  return fmt::format("{} to {}", format_day(as_of->range.from), format_day(last));
}

std::string count_of(long long number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string describe_time(const std::optional<Timestamp>& time) {
  if (!time) return "never";
  std::string text = format_timestamp(*time);
  text.resize(16);
  text[10] = ' ';
  return text;
}

Style style_of(FlagSeverity severity) {
  switch (severity) {
    case FlagSeverity::error:
      return Style::red;
    case FlagSeverity::warning:
      return Style::yellow;
    case FlagSeverity::info:
      break;
  }
  return Style::cyan;
}

}  // namespace claimtrail
