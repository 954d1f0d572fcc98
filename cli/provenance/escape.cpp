#include "cli/provenance/escape.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Nothing a reader could see, and nothing XML may hold.
bool is_no_text(char32_t value) {
  return (value < 0x20 && value != '\t' && value != '\n' && value != '\r') ||
         (value >= 0x7F && value < 0xA0) || (value & 0xFFFE) == 0xFFFE;
}

bool is_ascii_alphanumeric(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Hands each character to `special`, which writes it or says that it is ordinary.
template <class Special>
std::string rewrite(std::string_view text, Special special) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == 0xFFFD || is_no_text(point.value)) {
      out += replacement;
    } else if (is_treacherous(point.value)) {
      fmt::format_to(std::back_inserter(out), "&#x{:X};", static_cast<std::uint32_t>(point.value));
    } else if (!special(out, point.value)) {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

bool write_entity(std::string& out, char32_t value) {
  switch (value) {
    case '&':
      out += "&amp;";
      return true;
    case '<':
      out += "&lt;";
      return true;
    case '>':
      out += "&gt;";
      return true;
    case '"':
      out += "&quot;";
      return true;
    case '\'':
      out += "&#39;";
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_treacherous(char32_t value) {
  return value == 0x2028 || value == 0x2029 || value == 0x061C || value == 0x200E ||
         value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069) || value == 0xFEFF;
}

std::string escape_html(std::string_view text) { return rewrite(text, write_entity); }

std::string escape_markdown(std::string_view text) {
  // What is markup anywhere; a hyphen, a number or the like only at the start of a line.
  constexpr std::string_view anywhere = "\\`*_[]|~";
  const std::size_t first = text.find_first_not_of(" \t\r\n0123456789");
  const std::size_t marker =
      first != std::string_view::npos &&
              std::string_view("-+#=.)").find(text[first]) != std::string_view::npos
          ? first
          : std::string_view::npos;
  std::size_t seen = 0;
  return rewrite(text, [&](std::string& out, char32_t value) {
    const bool at_marker = marker != std::string_view::npos && seen == marker;
    ++seen;
    if (value == '\n' || value == '\r' || value == '\t') {
      out += ' ';
      return true;
    }
    if (value == '&' || value == '<' || value == '>') return write_entity(out, value);
    if (!at_marker &&
        (value >= 0x80 || anywhere.find(static_cast<char>(value)) == std::string_view::npos)) {
      return false;
    }
    out += '\\';
    out += static_cast<char>(value);
    return true;
  });
}

std::string csv_cell(std::string_view text) {
  std::string cell = valid_utf8(text) ? std::string(text) : repair_utf8(text);
  if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
    cell.insert(0, 1, '\'');
  }
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_alphanumeric(byte)) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", byte);
    }
  }
  return out;
}

bool is_web_address(std::string_view url) {
  const bool scheme = url.starts_with("http://") || url.starts_with("https://");
  return scheme && url.size() > 8 && std::all_of(url.begin(), url.end(), [](char c) {
           return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
         });
}

}  // namespace claimtrail
