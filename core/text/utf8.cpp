#include "core/text/utf8.h"

#include <algorithm>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace claimtrail {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("Unicode normalisation is not available");
  return *normalizer;
}

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

struct Decoded {
  UChar32 value = 0;  ///< negative: ill-formed
  std::size_t next = 0;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 8));
  std::int32_t offset = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, offset, left, value);
  return {value, at + static_cast<std::size_t>(offset)};
}

}  // namespace

bool valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode(bytes, at);
    if (decoded.value < 0) return false;
    at = decoded.next;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode(bytes, at);
    if (decoded.value < 0) {
      result += "\xEF\xBF\xBD";
    } else if (decoded.value >= 0x20 || decoded.value == '\t' || decoded.value == '\n') {
      result += bytes.substr(at, decoded.next - at);
    }
    at = decoded.next;
  }
  return result;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  nfc().normalize(wide(text), status).toUTF8String(result);
  if (U_FAILURE(status)) throw std::runtime_error("Unicode normalisation failed");
  return result;
}

std::string fold_case(std::string_view text) {
  std::string result;
  if (is_ascii(text)) {
    result = text;
    for (char& c : result) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString normal = nfc().normalize(wide(text), status);
  if (U_FAILURE(status)) throw std::runtime_error("Unicode normalisation failed");
  normal.foldCase().toUTF8String(result);
  return result;
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  const Decoded decoded = decode(text, at);
  if (decoded.value < 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(decoded.value), static_cast<std::uint32_t>(decoded.next - at)};
}

bool is_blank(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
  return value == 0x85 || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200B) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x205F || value == 0x3000 || value == 0xFEFF;
}

std::string squeeze_blanks(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      pending = !result.empty();
    } else {
      if (pending) result += ' ';
      pending = false;
      result += text.substr(at, point.length);
    }
    at += point.length;
  }
  return result;
}

std::size_t character_start(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  std::size_t start = at;
  while (start > 0 && at - start < 3 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
    --start;
  }
  return start + code_point_at(text, start).length > at ? start : at;
}

}  // namespace claimtrail
