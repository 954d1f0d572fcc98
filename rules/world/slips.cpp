#include "rules/world/slips.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

std::optional<Decimal> number_of(const Figure& figure) {
  if (figure.low && figure.high && *figure.low != *figure.high) return std::nullopt;
  return figure.low ? figure.low : figure.high;
}

/// A number as digits without zeros around them, times a power of ten.
struct Scientific {
  std::string digits;
  long exponent = 0;
};

Scientific scientific(const Decimal& value) {
  Scientific made;
  long after_point = 0;
  bool point = false;
  for (const char c : value.text()) {
    if (c == '-') continue;
    if (c == '.') {
      point = true;
      continue;
    }
    made.digits += c;
    if (point) ++after_point;
  }
  made.exponent = -after_point;
  while (!made.digits.empty() && made.digits.back() == '0') {
    made.digits.pop_back();
    ++made.exponent;
  }
  made.digits.erase(0, made.digits.find_first_not_of('0'));
  return made;
}

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};

/// The one weekday in the words; nothing where there is none or several.
std::optional<unsigned> weekday_in(const std::string& words) {
  std::optional<unsigned> found;
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (words.find(kWeekdays[i]) == std::string::npos) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

}  // namespace

bool same_number(const Figure& a, const Figure& b) {
  const auto left = number_of(a);
  const auto right = number_of(b);
  return left && right && *left == *right;
}

bool scale_slip(const Figure& a, const Figure& b) {
  const auto left = number_of(a);
  const auto right = number_of(b);
  if (!left || !right || left->negative() != right->negative()) return false;
  const Scientific x = scientific(*left);
  const Scientific y = scientific(*right);
  const long apart = std::abs(x.exponent - y.exponent);
  return x.digits.size() >= 2 && x.digits == y.digits && (apart == 1 || apart == 3);
}

WeekdayFit weekday_fits(std::string_view words, DayRange range) {
  if (range.to - range.from != std::chrono::days{1}) return WeekdayFit::unknown;
  const std::string folded = fold_case(words);
  const bool dated =
      std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::optional<unsigned> named = weekday_in(folded);
  if (!named || !dated) return WeekdayFit::unknown;
  return std::chrono::weekday{range.from}.c_encoding() == *named ? WeekdayFit::fits
                                                                 : WeekdayFit::differs;
}

}  // namespace claimtrail
