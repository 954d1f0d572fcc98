#include "sources/feeds/markup.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text/utf8.h"

#include "sources/charset/entities.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/xml_reader.h"

namespace claimtrail {
namespace {

constexpr std::array<std::string_view, 14> link_attributes{
    "action", "background", "cite", "codebase", "data",    "href",   "longdesc",
    "poster", "profile",    "src",  "usemap",   "classid", "lowsrc", "formaction"};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

// A scheme of letters before a colon; what begins with "javascript:" or "mailto:" has one too.
bool has_scheme(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return false;
  return text.substr(0, colon).find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") ==
         std::string_view::npos;
}

class LinkResolver {
 public:
  LinkResolver(std::string_view html, const UrlBase& base) : html_(html), base_(base) {
    out_.reserve(html.size() + html.size() / 8);
  }

  std::string resolve() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<') {
        markup();
      } else if (c == '&') {
        reference();
      } else {
        const std::size_t angle = std::min(html_.find('<', at_), html_.size());
        copy_to(std::min(html_.substr(at_, angle - at_).find('&'), angle - at_) + at_);
      }
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    out_ += html_.substr(at_, end - at_);
    at_ = end;
  }

  void markup() {
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
    if (next == '!' && html_.substr(at_, 4) != "<!--" &&
        (at_ + 2 >= html_.size() || (!is_letter(html_[at_ + 2]) && html_[at_ + 2] != '['))) {
      out_ += "&lt;";
      ++at_;
    } else if (is_letter(next)) {
      start_tag();
    } else {
      copy_to(at_ + 1);
    }
  }

  void start_tag() {
    std::size_t end = at_ + 1;
    while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '>') ++end;
    copy_to(end);
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_blank(html_[at_]) || html_[at_] == '/') {
        copy_to(at_ + 1);
        continue;
      }
      attribute();
    }
  }

  void attribute() {
    std::size_t end = at_ + 1;
    while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '=' && html_[end] != '>') {
      ++end;
    }
    const std::string_view name = html_.substr(at_, end - at_);
    copy_to(end);
    while (end < html_.size() && is_blank(html_[end])) ++end;
    if (end >= html_.size() || html_[end] != '=') return;
    ++end;
    while (end < html_.size() && is_blank(html_[end])) ++end;
    copy_to(end);
    if (at_ >= html_.size()) return;
    const char quote = html_[at_] == '"' || html_[at_] == '\'' ? html_[at_] : '\0';
    std::size_t close = at_ + (quote == '\0' ? 0 : 1);
    const std::size_t begin = close;
    while (close < html_.size() && (quote == '\0' ? !is_blank(html_[close]) && html_[close] != '>'
                                                  : html_[close] != quote)) {
      ++close;
    }
    const std::string_view value = html_.substr(begin, close - begin);
    if (quote != '\0') out_ += quote;
    if (holds_link(name)) {
      append_link(value, quote);
    } else {
      out_ += value;
    }
    if (quote != '\0' && close < html_.size()) out_ += quote;
    at_ = std::min(close + (quote == '\0' ? 0 : 1), html_.size());
  }

  void append_link(std::string_view value, char quote) {
    if (base_.empty() ||
        (has_scheme(value) && value.find_first_of("& \t\r\n") == std::string_view::npos)) {
      out_ += value;
      return;
    }
    const std::string plain = squeeze_blanks(decode_entities(value, EntityPlace::attribute));
    const std::string link = absolute_link(base_, plain);
    if (link == plain && plain.size() == value.size()) {
      out_ += value;
      return;
    }
    for (const char c : link) {
      if (c == '&') {
        out_ += "&amp;";
      } else if (c == quote) {
        out_ += quote == '"' ? "&quot;" : "&#39;";
      } else {
        out_ += c;
      }
    }
  }

  void reference() {
    constexpr std::size_t longest = 10;
    const std::string_view reach = html_.substr(at_, longest);
    const auto end = reach.find(';');
    const bool numeric = end != std::string_view::npos && end > 2 && reach[1] == '#';
    if (numeric) {
      const bool upper_x = reach[2] == 'X';
      const bool hexadecimal = upper_x || reach[2] == 'x';
      const std::string digits(reach.substr(hexadecimal ? 3 : 2, end - (hexadecimal ? 3 : 2)));
      const unsigned long value =
          digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos && !digits.empty()
              ? std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10)
              : 0;
      if (value >= 0x80 && value <= 0x9F) {
        std::string character;
        append_code_point(character, value);
        out_ += fmt::format("&#x{:x};", static_cast<unsigned>(code_point_at(character, 0).value));
        at_ += end + 1;
        return;
      }
      if (upper_x) {
        out_ += "&#x" + digits + ';';
        at_ += end + 1;
        return;
      }
    }
    copy_to(at_ + 1);
  }

  std::string_view html_;
  const UrlBase& base_;
  std::size_t at_ = 0;
  std::string out_;
};

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

}  // namespace

std::string absolute_link(const UrlBase& base, std::string_view reference) {
  reference = trim_white_space(reference);
  if (reference.empty()) return {};
  if (base.empty() || has_scheme(reference)) return std::string(reference);
  std::string resolved = base.resolve(reference);
  return resolved.empty() ? std::string(reference) : resolved;
}

bool holds_link(std::string_view attribute) {
  if (attribute.size() > 12) return false;
  const std::string name = lowered(attribute);
  return std::find(link_attributes.begin(), link_attributes.end(), name) != link_attributes.end();
}

std::string resolve_links(std::string_view html, const UrlBase& base) {
  if (html.find_first_of("<&") == std::string_view::npos) return std::string(html);
  return LinkResolver(html, base).resolve();
}

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    if (is_blank(c)) continue;
    const int value = base64_value(c);
    if (value < 0) break;
    bits = (bits << 6) | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFF);
    }
  }
  return out;
}

std::string plain_text(std::string_view markup) {
  std::string out;
  out.reserve(markup.size());
  for (std::size_t at = 0; at < markup.size();) {
    const char next = at + 1 < markup.size() ? markup[at + 1] : '\0';
    if (markup[at] == '<' && (is_letter(next) || next == '/' || next == '!')) {
      const auto end = markup.find('>', at);
      if (end == std::string_view::npos) break;
      const std::string name = lowered(markup.substr(at + 1, 3));
      if (name[0] == 'p' || name.substr(0, 2) == "br" || name == "div" || name == "/p>" ||
          name.substr(0, 2) == "li") {
        out += ' ';
      }
      at = end + 1;
      continue;
    }
    const std::size_t begin = at++;
    at = std::min(markup.find('<', at), markup.size());
    out += markup.substr(begin, at - begin);
  }
  return squeeze_blanks(decode_entities(out));
}

}  // namespace claimtrail
