#include "core/model/flag.h"

#include <algorithm>

#include "core/model/names.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<FlagSeverity>, 3> kSeverities{{{FlagSeverity::info, "info"},
                                                         {FlagSeverity::warning, "warning"},
                                                         {FlagSeverity::error, "error"}}};
constexpr std::array<Name<FlagStatus>, 6> kStatuses{{{FlagStatus::open, "open"},
                                                     {FlagStatus::confirmed, "confirmed"},
                                                     {FlagStatus::dismissed, "dismissed"},
                                                     {FlagStatus::explained, "explained"},
                                                     {FlagStatus::suppressed, "suppressed"},
                                                     {FlagStatus::resolved, "resolved"}}};

}  // namespace

std::vector<std::string> Flag::all_claims() const {
  std::vector<std::string> claims = context;
  for (const Side& side : sides)
    claims.insert(claims.end(), side.claims.begin(), side.claims.end());
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

const char* to_string(FlagSeverity value) { return name_of(kSeverities, value); }
const char* to_string(FlagStatus value) { return name_of(kStatuses, value); }
std::optional<FlagSeverity> parse_flag_severity(std::string_view text) {
  return value_of(kSeverities, text);
}
std::optional<FlagStatus> parse_flag_status(std::string_view text) {
  return value_of(kStatuses, text);
}

}  // namespace claimtrail
