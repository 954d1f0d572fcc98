#pragma once

#include <string>
#include <string_view>

namespace claimtrail {

/// Every text of a report comes from somebody else. It passes through one of these on its way out,
/// and none of them loses a character that a reader could see: what is dangerous is written as a
/// reference, what is no text at all (ill-formed bytes, control characters) becomes U+FFFD.

/// True for characters that change how the text around them is shown or where lines end: line and
/// paragraph separator and the marks that turn the direction of text.
[[nodiscard]] bool is_treacherous(char32_t value);

/// For HTML text and attribute values in double quotes: & < > " ' and treacherous characters as
/// references.
[[nodiscard]] std::string escape_html(std::string_view text);

/// For Markdown (CommonMark) running text on one line: punctuation that could be markup (a list
/// marker or heading only at the start) stands behind a backslash, < > & and treacherous characters
/// are references, line ends become blanks.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// One cell of CSV (RFC 4180), quoted where needed. A cell that a spreadsheet would take for a
/// formula (it begins with = + - @ or a tab) gets an apostrophe in front, as OWASP advises.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// Bytes for a part of a URL: everything but ASCII letters and digits as %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

/// True for addresses a reader may be sent to: http and https, printable ASCII only.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace claimtrail
