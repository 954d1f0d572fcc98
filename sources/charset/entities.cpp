#include "sources/charset/entities.h"

#include <algorithm>
#include <array>

namespace claimtrail {
namespace {

constexpr std::size_t longest_name = 31;

constexpr std::array<unsigned short, 32> meant_by_c1{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Each of the three readers returns the length of what it read after the "&", or 0 for nothing.

std::size_t append_numeric(std::string_view text, std::string& out) {
  std::size_t at = 1;
  int base = 10;
  if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
    base = 16;
    ++at;
  }
  const std::size_t first = at;
  unsigned long value = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_value(text[at], base);
    if (digit < 0) break;
    if (value <= 0x110000) {
      value = value * static_cast<unsigned long>(base) + static_cast<unsigned long>(digit);
    }
  }
  if (at == first) return 0;
  append_code_point(out, value);
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

std::size_t append_named(std::string_view text, EntityPlace place, std::string& out) {
  std::size_t length = 0;
  while (length < text.size() && length <= longest_name && is_alphanumeric(text[length])) ++length;
  if (length < text.size() && text[length] == ';') {
    if (const auto* row = find_named_character(text.substr(0, length))) {
      out += row->utf8;
      return length + 1;
    }
  }
  for (std::size_t shorter = std::min<std::size_t>(length, 6); shorter >= 2; --shorter) {
    const auto* row = find_named_character(text.substr(0, shorter));
    if (row == nullptr || !row->without_semicolon) continue;
    const bool continues =
        shorter < text.size() && (text[shorter] == '=' || is_alphanumeric(text[shorter]));
    if (place == EntityPlace::attribute && continues) return 0;
    out += row->utf8;
    return shorter;
  }
  return 0;
}

std::size_t append_reference(std::string_view text, EntityPlace place, std::string& out) {
  if (text.empty()) return 0;
  return text.front() == '#' ? append_numeric(text, out) : append_named(text, place, out);
}

}  // namespace

const NamedCharacter* find_named_character(std::string_view name) {
  const NamedCharacter* end = named_characters + named_character_count;
  const NamedCharacter* row =
      std::lower_bound(named_characters, end, name,
                       [](const NamedCharacter& a, std::string_view b) { return a.name < b; });
  return row != end && row->name == name ? row : nullptr;
}

void append_code_point(std::string& out, unsigned long value) {
  if (value >= 0x80 && value <= 0x9F) value = meant_by_c1[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  const auto byte = [&out](unsigned long bits) { out += static_cast<char>(bits); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xC0 | (value >> 6));
    byte(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    byte(0xE0 | (value >> 12));
    byte(0x80 | ((value >> 6) & 0x3F));
    byte(0x80 | (value & 0x3F));
  } else {
    byte(0xF0 | (value >> 18));
    byte(0x80 | ((value >> 12) & 0x3F));
    byte(0x80 | ((value >> 6) & 0x3F));
    byte(0x80 | (value & 0x3F));
  }
}

std::string decode_entities(std::string_view text, EntityPlace place) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto ampersand = std::min(text.find('&'), text.size());
    out += text.substr(0, ampersand);
    text.remove_prefix(ampersand);
    if (text.empty()) break;
    text.remove_prefix(1);
    const std::size_t read = append_reference(text, place, out);
    if (read == 0) out += '&';
    text.remove_prefix(read);
  }
  return out;
}

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace claimtrail
