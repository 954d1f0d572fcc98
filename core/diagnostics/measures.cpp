#include "core/diagnostics/measures.h"

#include <array>
#include <charconv>

namespace claimtrail {
namespace {

struct Measure {
  std::string_view suffix;
  long long factor;
};

constexpr std::array<Measure, 6> kDurations{{{"ms", 1},
                                             {"s", 1000},
                                             {"m", 60'000},
                                             {"h", 3'600'000},
                                             {"d", 86'400'000},
                                             {"w", 604'800'000}}};
constexpr std::array<Measure, 8> kSizes{{{"", 1},
                                         {"B", 1},
                                         {"kB", 1'000},
                                         {"KB", 1'000},
                                         {"MB", 1'000'000},
                                         {"GB", 1'000'000'000},
                                         {"MiB", 1'048'576},
                                         {"GiB", 1'073'741'824}}};

template <std::size_t N>
std::optional<long long> measured(std::string_view text, const std::array<Measure, N>& measures,
                                  long long most) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value < 0) return std::nullopt;
  const std::string_view suffix = text.substr(static_cast<std::size_t>(end - text.data()));
  for (const Measure& measure : measures) {
    if (measure.suffix != suffix) continue;
    if (value > most / measure.factor) return std::nullopt;
    return value * measure.factor;
  }
  return std::nullopt;
}

}  // namespace

std::optional<long long> parse_duration_ms(std::string_view text) {
  constexpr long long kTenYears = 3650LL * 86'400'000;
  return measured(text, kDurations, kTenYears);
}

std::optional<long long> parse_bytes(std::string_view text) {
  return measured(text, kSizes, 1'000'000'000'000);
}

}  // namespace claimtrail
