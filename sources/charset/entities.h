#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimtrail {

/// One row of the table of named character references.
struct NamedCharacter {
  std::string_view name;  ///< without "&" and ";"
  std::string_view utf8;
  bool without_semicolon = false;  ///< also read where the semicolon is missing
};
extern const NamedCharacter named_characters[];
extern const std::size_t named_character_count;

/// The row of a name as written between "&" and ";"; null when there is none. Names are
/// case-sensitive.
[[nodiscard]] const NamedCharacter* find_named_character(std::string_view name);

/// Appends a code point as UTF-8; what is no character becomes U+FFFD, and the C1 numbers 128 to
/// 159 the characters of windows-1252 that their authors meant (HTML standard, "numeric character
/// reference end state").
void append_code_point(std::string& out, unsigned long value);

/// Where a character reference stands: an attribute keeps "&copy=1" as it is.
enum class EntityPlace { text, attribute };

/// Replaces character references as the HTML standard does; what is none stays as written. Linear.
[[nodiscard]] std::string decode_entities(std::string_view text,
                                          EntityPlace place = EntityPlace::text);

/// "&", "<" and ">" as references.
[[nodiscard]] std::string escape_markup(std::string_view text);

}  // namespace claimtrail
