#include <array>

#include "sources/page/page_date.h"

namespace claimtrail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_mark(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

std::optional<Day> day_of(int year, int month, int day) {
  if (year < 1990 || year > 2100) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

// The run of at most eight digits at `at`; none where a longer one stands.
Number number_at(std::string_view text, std::size_t at) {
  Number number;
  while (at + number.digits < text.size() && is_digit(text[at + number.digits])) {
    if (++number.digits > 8) return {};
    number.value = number.value * 10 + (text[at + number.digits - 1] - '0');
  }
  return number;
}

// "2019/11/18", "2019-11-18", "29-10-2021", with the same mark twice.
std::optional<Day> day_of_three(std::string_view text, std::size_t at) {
  std::array<Number, 3> numbers{};
  const char mark = text[at + number_at(text, at).digits];
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i] = number_at(text, at);
    if (numbers[i].digits == 0) return std::nullopt;
    at += numbers[i].digits;
    if (i < 2 && (at >= text.size() || text[at++] != mark)) return std::nullopt;
  }
  const auto [a, b, c] = numbers;
  if (a.digits == 4 && b.digits <= 2 && c.digits <= 2) return day_of(a.value, b.value, c.value);
  // Of "01-02-2021" nobody knows which is the month.
  const bool day_first =
      c.digits == 4 && a.digits == 2 && b.digits == 2 && (a.value > 12 || a.value == b.value);
  return day_first ? day_of(c.value, b.value, a.value) : std::nullopt;
}

}  // namespace

std::optional<Day> day_in_url(std::string_view url) {
  const auto scheme = url.find("://");
  const auto path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  for (std::size_t at = path + 1; at < url.size(); ++at) {
    if (!is_digit(url[at]) || is_digit(url[at - 1])) continue;
    const Number first = number_at(url, at);
    const std::size_t end = at + first.digits;
    std::optional<Day> found;
    if (first.digits == 8) {
      found = day_of(first.value / 10000, first.value / 100 % 100, first.value % 100);
    } else if (first.digits > 0 && end < url.size() && is_mark(url[end])) {
      found = day_of_three(url, at);
    }
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace claimtrail
