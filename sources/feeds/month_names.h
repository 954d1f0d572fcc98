#pragma once

#include <string_view>

namespace claimtrail {

/// 1 to 12 for a month's name or usual abbreviation in the languages of the table, in any case;
/// else 0.
[[nodiscard]] int month_number(std::string_view name);

/// True for an English weekday, whole or abbreviated.
[[nodiscard]] bool is_weekday_name(std::string_view name);

}  // namespace claimtrail
