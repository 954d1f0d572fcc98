#include "sources/http/cache_control.h"

#include <algorithm>
#include <charconv>

namespace claimtrail {
namespace {

constexpr std::string_view kBlank = " \t\"";

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<std::chrono::seconds> seconds_of(std::string_view text) {
  text = trim(text);
  constexpr long long kMost = 10LL * 365 * 86'400;
  long long value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong == std::errc::result_out_of_range) return std::chrono::seconds{kMost};
  if (wrong != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return std::chrono::seconds{std::min(value, kMost)};
}

}  // namespace

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find("\r\n"), headers.size());
    const std::string_view line = headers.substr(0, end);
    if (line.size() > name.size() && line[name.size()] == ':' &&
        same_word(line.substr(0, name.size()), name)) {
      return trim(line.substr(name.size() + 1));
    }
    headers.remove_prefix(std::min(end + 2, headers.size()));
  }
  return {};
}

std::optional<std::chrono::seconds> fresh_for(std::string_view headers) {
  std::string_view directives = header_value(headers, "cache-control");
  std::optional<std::chrono::seconds> age;
  while (!directives.empty()) {
    const std::size_t end = std::min(directives.find(','), directives.size());
    const std::string_view directive = trim(directives.substr(0, end));
    directives.remove_prefix(std::min(end + 1, directives.size()));
    const std::size_t equals = std::min(directive.find('='), directive.size());
    const std::string_view name = trim(directive.substr(0, equals));
    if (same_word(name, "no-cache") || same_word(name, "no-store")) return std::nullopt;
    if (!age && equals < directive.size() && same_word(name, "max-age")) {
      age = seconds_of(directive.substr(equals + 1));
    }
  }
  if (!age) return std::nullopt;
  const auto spent = seconds_of(header_value(headers, "age")).value_or(std::chrono::seconds{0});
  return std::max(*age - spent, std::chrono::seconds{0});
}

}  // namespace claimtrail
