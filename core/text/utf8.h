#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimtrail {

/// Everything here is linear in its input and safe on many threads.

[[nodiscard]] bool valid_utf8(std::string_view bytes);

/// Replaces every ill-formed sequence (maximal subpart, as the WHATWG Encoding Standard does) by
/// U+FFFD and drops NUL and other C0 controls but tab and newline.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);

/// Unicode normalisation form C. Input must be well-formed.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Full case folding after NFC, for comparing words.
[[nodiscard]] std::string fold_case(std::string_view text);

/// The code point that starts at byte `at`, and its length in bytes (1 for an ill-formed byte, then
/// U+FFFD). Past the end: value 0, length 0.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

/// White space of any kind: ASCII, no-break and typographic spaces, line and paragraph separators,
/// zero-width space and byte order mark.
[[nodiscard]] bool is_blank(char32_t value);

/// Runs of white space (no-break space and U+2028 too) become one blank; ends are trimmed.
[[nodiscard]] std::string squeeze_blanks(std::string_view text);

/// `at` moved back to the start of the character it falls into.
[[nodiscard]] std::size_t character_start(std::string_view text, std::size_t at);

}  // namespace claimtrail
