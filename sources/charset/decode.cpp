#include "sources/charset/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace claimtrail {
namespace {

constexpr std::size_t declaration_reach = 4096;
constexpr std::size_t detection_reach = 256 * 1024;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// The length of the well-formed UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(at + 1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned second = byte(at + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return 0;
    return follows(at + 1) && follows(at + 2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned second = byte(at + 1);
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return 0;
    return follows(at + 1) && follows(at + 2) && follows(at + 3) ? 4 : 0;
  }
  return 0;
}

// Where the run of ASCII other than NUL that starts at `at` ends.
std::size_t ascii_end(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if (((word | (word - ones)) & high) != 0) break;  // a byte of 0x80 and more, or a zero
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at] - 1) < 0x7F) ++at;
  return at;
}

struct Utf8Count {
  std::size_t good = 0;  ///< sequences of two bytes and more
  std::size_t bad = 0;
  bool cut_off = false;  ///< ends within a character, as a truncated document does
};

// True when what is left could be the beginning of one sequence.
bool is_cut_off(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  return lead >= 0xC2 && lead <= 0xF4 && rest.size() < whole &&
         std::all_of(rest.begin() + 1, rest.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    at = ascii_end(bytes, at);
    if (at == bytes.size()) break;
    if (bytes[at] == '\0') {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) {
      if (bytes.size() - at <= 3 && is_cut_off(bytes.substr(at))) {
        count.cut_off = true;
        break;
      }
      ++count.bad;
      ++at;
    } else {
      ++count.good;
      at += length;
    }
  }
  return count;
}

std::size_t append_repaired(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  out.reserve(bytes.size() + 16);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    at = ascii_end(bytes, at);
    if (at == bytes.size()) break;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = byte < 0x80 ? (byte == 0 ? 0 : 1) : sequence_length(bytes, at);
    if (length != 0) {
      at += length;
      continue;
    }
    out += bytes.substr(copied, at - copied);
    ++at;
    if (byte != 0) {
      out += replacement;
      ++replaced;
      // One U+FFFD for a maximal subpart: what follows belongs to the same broken sequence.
      while (byte >= 0xC2 && at < bytes.size() &&
             (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) {
        ++at;
      }
    }
    copied = at;
  }
  out += bytes.substr(copied);
  return replaced;
}

DecodedText as_utf8(std::string_view bytes, CharsetSignal signal) {
  DecodedText result;
  result.charset = "utf-8";
  result.signal = signal;
  result.replaced = append_repaired(bytes, result.text);
  return result;
}

// Where the WHATWG name is not ICU's, or ICU's table of that name is an older, smaller one.
const char* converter_name(std::string_view encoding) {
  constexpr std::array<std::pair<std::string_view, const char*>, 8> special{{
      {"gbk", "gb18030"},
      {"big5", "Big5-HKSCS"},
      {"shift_jis", "windows-31j"},
      {"euc-kr", "windows-949"},
      {"windows-874", "windows-874-2000"},
      {"x-mac-cyrillic", "x-mac-cyrillic"},
      {"utf-16le", "UTF-16LE"},
      {"utf-16be", "UTF-16BE"},
  }};
  const auto row = std::find_if(special.begin(), special.end(),
                                [&](const auto& entry) { return entry.first == encoding; });
  return row == special.end() ? nullptr : row->second;
}

bool append_converted(std::string_view bytes, std::string_view encoding, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const char* special = converter_name(encoding);
  const std::string name = special != nullptr ? special : std::string(encoding);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return false;
  constexpr std::size_t chunk = std::size_t{1} << 20;
  std::array<UChar, 4096> wide;
  const char* from = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  out.reserve(bytes.size() + bytes.size() / 4);
  UChar held = 0;
  do {
    const char* const stop =
        from + std::min<std::size_t>(chunk, static_cast<std::size_t>(end - from));
    const bool last = stop == end;
    do {
      status = U_ZERO_ERROR;
      UChar* to = wide.data();
      if (held != 0) *to++ = std::exchange(held, UChar{0});
      ucnv_toUnicode(converter.get(), &to, wide.data() + wide.size(), &from, stop, nullptr,
                     static_cast<UBool>(last), &status);
      if (to != wide.data() && U16_IS_LEAD(to[-1]) && status == U_BUFFER_OVERFLOW_ERROR)
        held = *--to;
      const icu::UnicodeString piece(static_cast<UBool>(false), wide.data(),
                                     static_cast<int32_t>(to - wide.data()));
      std::string utf8;
      piece.toUTF8String(utf8);
      std::erase(utf8, '\0');
      out += utf8;
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) return false;
  } while (from != end);
  return true;
}

DecodedText converted(std::string_view bytes, std::string_view encoding, CharsetSignal signal) {
  if (encoding == "utf-8") return as_utf8(bytes, signal);
  DecodedText result;
  if (!append_converted(bytes, encoding, result.text))
    return as_utf8(bytes, CharsetSignal::fallback);
  result.charset = encoding;
  result.signal = signal;
  if (result.text.rfind("\xEF\xBB\xBF", 0) == 0) result.text.erase(0, 3);
  for (auto at = result.text.find(replacement); at != std::string::npos;
       at = result.text.find(replacement, at + 3)) {
    ++result.replaced;
  }
  return result;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t find_ignoring_case(std::string_view text, std::string_view needle, std::size_t from) {
  const auto at = std::search(
      text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
      needle.begin(), needle.end(), [](char a, char b) { return lower(a) == b; });
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

// The value of `name = value` from `from` on; quotes are optional.
std::string_view value_after(std::string_view text, std::string_view name, std::size_t from) {
  for (auto at = find_ignoring_case(text, name, from); at != std::string_view::npos;
       at = find_ignoring_case(text, name, at + 1)) {
    auto next = text.find_first_not_of(" \t\r\n", at + name.size());
    if (next == std::string_view::npos || text[next] != '=') continue;
    next = text.find_first_not_of(" \t\r\n\"'", next + 1);
    if (next == std::string_view::npos) return {};
    return text.substr(next, text.find_first_of(" \t\r\n\"'>;?/", next) - next);
  }
  return {};
}

std::string_view declared_label(std::string_view bytes, MarkupSyntax syntax) {
  const std::string_view head = bytes.substr(0, declaration_reach);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && head.substr(first, 5) == "<?xml") {
    const auto end = head.find('>', first);
    const auto label = value_after(head.substr(0, end), "encoding", first);
    if (!label.empty()) return label;
  }
  if (syntax == MarkupSyntax::xml) return {};
  for (auto at = find_ignoring_case(head, "<meta", 0); at != std::string_view::npos;
       at = find_ignoring_case(head, "<meta", at + 5)) {
    const auto label = value_after(head.substr(0, head.find('>', at)), "charset", at);
    if (!label.empty()) return label;
  }
  return {};
}

std::string_view declared_encoding(std::string_view bytes, MarkupSyntax syntax) {
  const std::string_view encoding = encoding_of_label(declared_label(bytes, syntax));
  // A declaration that could be read as ASCII cannot be right in claiming UTF-16.
  return encoding.substr(0, 6) == "utf-16" ? std::string_view("utf-8") : encoding;
}

std::string_view detected_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  const std::string_view sample = bytes.substr(0, detection_reach);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return encoding_of_label(uchardet_get_charset(detector.get()));
}

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

std::string_view unmarked_utf16(std::string_view bytes) {
  if (bytes.substr(0, 4) == std::string_view("<\0?\0", 4)) return "utf-16le";
  if (bytes.substr(0, 4) == std::string_view("\0<\0?", 4)) return "utf-16be";
  return {};
}

DecodedText detected(std::string_view bytes) {
  const std::string_view encoding = detected_encoding(bytes);
  if (!encoding.empty() && encoding != "utf-8") {
    return converted(bytes, encoding, CharsetSignal::detection);
  }
  return converted(bytes, "windows-1252", CharsetSignal::fallback);
}

}  // namespace

std::string_view charset_of_content_type(std::string_view content_type) {
  return value_after(content_type, "charset", 0);
}

DecodedText decode_text(std::string_view bytes, std::string_view content_type,
                        MarkupSyntax syntax) {
  constexpr std::array<Mark, 3> marks{
      {{"\xEF\xBB\xBF", "utf-8"}, {"\xFE\xFF", "utf-16be"}, {"\xFF\xFE", "utf-16le"}}};
  for (const Mark& mark : marks) {
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      return converted(bytes.substr(mark.bytes.size()), mark.encoding,
                       CharsetSignal::byte_order_mark);
    }
  }
  if (const auto wide = unmarked_utf16(bytes); !wide.empty()) {
    return converted(bytes, wide, CharsetSignal::detection);
  }

  std::string_view encoding = encoding_of_label(charset_of_content_type(content_type));
  CharsetSignal signal = CharsetSignal::http;
  if (encoding.empty()) {
    encoding = declared_encoding(bytes, syntax);
    signal = CharsetSignal::declaration;
  }
  if (encoding.substr(0, 6) == "utf-16" || encoding == "iso-2022-jp") {
    return converted(bytes, encoding, signal);
  }

  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0) {
    const bool beyond_chance = count.good >= 3 || (count.good == 0 && !count.cut_off);
    if (encoding.empty() || encoding == "utf-8" || beyond_chance) {
      const bool contradicted = !encoding.empty() && encoding != "utf-8" && count.good != 0;
      return as_utf8(bytes, encoding.empty() || contradicted ? CharsetSignal::detection : signal);
    }
    return converted(bytes, encoding, signal);
  }
  if (encoding == "utf-8" || encoding.empty()) {
    const bool mostly = count.good >= (encoding.empty() ? 2 : 1) * count.bad;
    return mostly ? as_utf8(bytes, encoding.empty() ? CharsetSignal::detection : signal)
                  : detected(bytes);
  }
  return converted(bytes, encoding, signal);
}

}  // namespace claimtrail
