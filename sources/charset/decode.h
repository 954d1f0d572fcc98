#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimtrail {

/// What said in which charset a document is written, strongest first.
enum class CharsetSignal { byte_order_mark, http, declaration, detection, fallback };

enum class MarkupSyntax { html, xml };

struct DecodedText {
  std::string text;     ///< well-formed UTF-8 without a byte order mark
  std::string charset;  ///< the encoding's name in the WHATWG standard: "utf-8", "windows-1252"
  CharsetSignal signal = CharsetSignal::fallback;
  std::size_t replaced = 0;  ///< ill-formed sequences that became U+FFFD
};

/// Decodes a document once, by its byte order mark, the HTTP header, its own declaration, then
/// detection. Labels are those of the WHATWG Encoding standard, where "latin1" is windows-1252 and
/// "utf8" is a name of UTF-8. What is well-formed UTF-8 beyond chance is read as such whatever a
/// one-byte label says; what is declared UTF-8 and mostly is stays UTF-8 with U+FFFD for the rest.
/// Never fails; linear.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, std::string_view content_type,
                                      MarkupSyntax syntax);

/// The WHATWG encoding a label names ("ISO-8859-1" → "windows-1252"); empty when it names none.
[[nodiscard]] std::string_view encoding_of_label(std::string_view label);

/// The charset parameter of a Content-Type header; empty when there is none.
[[nodiscard]] std::string_view charset_of_content_type(std::string_view content_type);

}  // namespace claimtrail
