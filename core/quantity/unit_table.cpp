#include "core/quantity/unit_table.h"

#include <array>
#include <stdexcept>
#include <string>

namespace claimtrail {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Cuts the part before the first `mark` off `text`; all of it where there is none.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  const std::string_view part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return trimmed(part);
}

}  // namespace

std::vector<std::string_view> spellings(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) parts.push_back(cut(cell, ','));
  return parts;
}

std::vector<Unit> read_unit_rows(std::string_view text) {
  std::vector<Unit> units;
  while (!text.empty()) {
    std::string_view line = cut(text, '\n');
    if (line.empty() || line.front() == '#') continue;
    const std::string_view whole = line;
    constexpr std::size_t kColumns = 8;
    std::array<std::string_view, kColumns> cells{};
    for (std::string_view& cell : cells) cell = cut(line, '|');
    const Unit unit{cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]};
    if (!line.empty() || unit.name.empty() || unit.dimension.empty() || unit.base.empty() ||
        unit.factor.empty()) {
      throw std::logic_error("not a row of units: " + std::string(whole));
    }
    units.push_back(unit);
  }
  return units;
}

}  // namespace claimtrail
