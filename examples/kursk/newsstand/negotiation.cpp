#include "examples/kursk/newsstand/negotiation.h"

#include <array>
#include <cctype>
#include <cstdio>
#include <ctime>
#include <iomanip>
#include <locale>
#include <sstream>
#include <vector>

namespace claimtrail::newsstand {
namespace {

constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(a[i])) !=
        std::tolower(static_cast<unsigned char>(b[i]))) {
      return false;
    }
  }
  return true;
}

// A weight of zero ("q=0", "q=0.00") means "not this one".
bool is_refused(const std::vector<std::string_view>& parameters) {
  for (std::size_t i = 1; i < parameters.size(); ++i) {
    const auto parameter = parameters[i];
    if (parameter.size() < 3 || !equal_ignoring_case(parameter.substr(0, 2), "q=")) continue;
    return parameter.substr(2).find_first_not_of("0.") == std::string_view::npos;
  }
  return false;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> any;
  for (const std::string_view item : split(accept_encoding, ',')) {
    const auto parameters = split(item, ';');
    if (equal_ignoring_case(parameters[0], "gzip")) return !is_refused(parameters);
    if (parameters[0] == "*") any = !is_refused(parameters);
  }
  return any.value_or(false);
}

bool names_entity_tag(std::string_view if_none_match, std::string_view entity_tag) {
  for (std::string_view tag : split(if_none_match, ',')) {
    if (tag == "*") return true;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == entity_tag) return true;
  }
  return false;
}

std::string http_date(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 64> text{};
  std::snprintf(
      text.data(), text.size(), "%s, %02u %s %04d %02ld:%02ld:%02ld GMT",
      weekdays.at(std::chrono::weekday(day).c_encoding()), static_cast<unsigned>(date.day()),
      months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
      static_cast<long>(clock.hours().count()), static_cast<long>(clock.minutes().count()),
      static_cast<long>(clock.seconds().count()));
  return text.data();
}

std::optional<std::chrono::sys_seconds> read_http_date(std::string_view text) {
  std::tm parts{};
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  stream >> std::get_time(&parts, "%a, %d %b %Y %H:%M:%S GMT");
  if (stream.fail()) return std::nullopt;
  const std::chrono::year_month_day date(
      std::chrono::year(parts.tm_year + 1900),
      std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
      std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
  if (!date.ok()) return std::nullopt;
  const std::chrono::sys_seconds time =
      std::chrono::sys_days(date) + std::chrono::hours(parts.tm_hour) +
      std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
  // The spelling must be the canonical one, weekday and all.
  if (http_date(time) != text) return std::nullopt;
  return time;
}

}  // namespace claimtrail::newsstand
