#pragma once

#include <string_view>

namespace claimtrail {

// What walls say, in the languages of the news that desks read most; another language is more rows
// of the tables. `text` is case-folded (core/text/utf8.h), with "'" for "’".

/// Asks whether the reader is a human.
[[nodiscard]] bool asks_for_a_human(std::string_view text);
/// Wants the reader to log in or to subscribe before reading on.
[[nodiscard]] bool asks_to_log_in(std::string_view text);
/// Wants the reader's consent to cookies.
[[nodiscard]] bool asks_for_consent(std::string_view text);

}  // namespace claimtrail
