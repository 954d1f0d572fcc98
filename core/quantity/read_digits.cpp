#include "core/quantity/read_digits.h"

#include <algorithm>
#include <array>

namespace claimtrail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool sound_groups(std::string_view word, char mark) {
  // 1 to 3 digits, then groups of 3, or groups of 2 closed by one of 3 (lakh and crore).
  std::size_t at = word.find(mark);
  if (at == 0 || at > 3) return false;
  while (true) {
    const std::size_t next = word.find(mark, at + 1);
    const std::size_t length = (next == std::string_view::npos ? word.size() : next) - at - 1;
    if (next == std::string_view::npos) return length == 3;
    if (length != 3 && length != 2) return false;
    at = next;
  }
}

}  // namespace

std::pair<std::int64_t, std::int64_t> vulgar_fraction(std::string_view mark) {
  struct Row {
    std::string_view mark;
    std::int64_t above;
    std::int64_t below;
  };
  static constexpr std::array<Row, 15> rows{{{"½", 1, 2},
                                             {"¼", 1, 4},
                                             {"¾", 3, 4},
                                             {"⅓", 1, 3},
                                             {"⅔", 2, 3},
                                             {"⅕", 1, 5},
                                             {"⅖", 2, 5},
                                             {"⅗", 3, 5},
                                             {"⅘", 4, 5},
                                             {"⅙", 1, 6},
                                             {"⅚", 5, 6},
                                             {"⅛", 1, 8},
                                             {"⅜", 3, 8},
                                             {"⅝", 5, 8},
                                             {"⅞", 7, 8}}};
  for (const Row& row : rows) {
    if (row.mark == mark) return {row.above, row.below};
  }
  return {0, 0};
}

std::optional<Digits> read_digits(std::string_view word) {
  Digits read;
  if (word.size() > 2 && !is_digit(word.back())) {
    const std::string_view ending = word.substr(word.size() - 2);
    if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
      read.ordinal = true;
      word.remove_suffix(2);
    }
  }
  const std::size_t dots = static_cast<std::size_t>(std::count(word.begin(), word.end(), '.'));
  std::string_view whole = word;
  if (dots == 1) {
    whole = word.substr(0, word.find('.'));
    read.point = true;
  } else if (dots > 1 && !sound_groups(word, '.')) {
    return std::nullopt;
  }
  if (whole.find(',') != std::string_view::npos) {
    if (dots > 1 || !sound_groups(whole, ',')) return std::nullopt;
    read.grouped = true;
  }
  read.grouped = read.grouped || dots > 1;
  constexpr std::size_t kMost = 160;  // far beyond what a Decimal holds
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    if (is_digit(c) || (c == '.' && dots == 1)) {
      if (read.plain.size() == kMost) return std::nullopt;
      read.plain += c;
      if (is_digit(c) && at < whole.size()) ++read.whole;
    } else if (c == '.' || (c == ',' && at < whole.size())) {
      continue;
    } else if (word.substr(at, 2) == "\xC2\xA0") {
      at += 1;
      read.grouped = true;
    } else if (word.substr(at, 3) == "\xE2\x80\xAF" || word.substr(at, 3) == "\xE2\x80\x89") {
      at += 2;
      read.grouped = true;
    } else {
      return std::nullopt;
    }
  }
  return read;
}

}  // namespace claimtrail
