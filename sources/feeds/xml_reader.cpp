#include "sources/feeds/xml_reader.h"

#include <algorithm>
#include <array>

#include "sources/charset/entities.h"

namespace claimtrail {
namespace {

constexpr std::size_t end_tag_reach = 256;  // how far up an end tag looks for its element
constexpr std::size_t most_declarations = 256;
constexpr std::size_t most_attributes = 128;
constexpr std::size_t most_entities = 256;
constexpr std::size_t longest_entity = 256;
constexpr std::size_t longest_reference = 40;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

// Characters that `clean` looks at twice.
constexpr std::array<bool, 256> kMayChange = [] {
  std::array<bool, 256> may{};
  for (std::size_t c = 0; c < 0x20; ++c) may[c] = c != '\n' && c != '\t';
  may['&'] = true;
  return may;
}();

// The five that XML itself knows, which are nearly all that feeds use; '\0' for another name.
char predefined_character(std::string_view name) {
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "amp") return '&';
  if (name == "quot") return '"';
  return name == "apos" ? '\'' : '\0';
}

// A carriage return needs it too: line ends become "\n".
bool needs_cleaning(std::string_view raw, bool references) {
  if (references && raw.find('&') != std::string_view::npos) return true;
  return std::any_of(raw.begin(), raw.end(),
                     [](char c) { return c != '&' && kMayChange[static_cast<unsigned char>(c)]; });
}

}  // namespace

std::string_view trim_white_space(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

const XmlEvent& XmlReader::next() {
  for (;;) {
    if (ends_ > 0) {
      emit_end();
      return event_;
    }
    if (at_ >= source_.size()) {
      if (open_.empty()) {
        event_ = {};
        return event_;
      }
      ends_ = open_.size();
      continue;
    }
    if (source_[at_] != '<' || !read_tag()) {
      if (at_ >= source_.size()) continue;
      read_text();
      if (!event_.text.empty()) return event_;
      continue;
    }
    if (event_.kind == XmlEventKind::text ? !event_.text.empty()
                                          : event_.kind == XmlEventKind::start) {
      return event_;
    }
  }
}

// At "<": true when it began markup, which was read or skipped. Sets the event where there is one.
bool XmlReader::read_tag() {
  event_.kind = XmlEventKind::finished;
  const char next = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
  if (starts_name(next)) {
    read_start_tag();
    return true;
  }
  if (next == '/') return read_end_tag();
  if (next == '!' || next == '?') {
    if (source_.substr(at_, 9) == "<![CDATA[") {
      const std::size_t begin = at_ + 9;
      std::size_t end = cdata_end_missing_ ? std::string_view::npos : source_.find("]]>", begin);
      if (end == std::string_view::npos) cdata_end_missing_ = true;
      at_ = end == std::string_view::npos ? source_.size() : end + 3;
      end = std::min(end, source_.size());
      event_.kind = XmlEventKind::text;
      event_.text = clean(source_.substr(begin, end - begin), false);
      return true;
    }
    skip_declaration();
    return true;
  }
  return false;
}

void XmlReader::skip_declaration() {
  if (source_.substr(at_, 4) == "<!--" && !comment_end_missing_) {
    const std::size_t end = source_.find("-->", at_ + 4);
    if (end != std::string_view::npos) {
      at_ = end + 3;
      return;
    }
    comment_end_missing_ = true;
  }
  if (source_.substr(at_, 9) == "<!DOCTYPE" && open_.empty()) {
    read_doctype();
    return;
  }
  const std::size_t end = source_.find('>', at_);
  at_ = end == std::string_view::npos ? source_.size() : end + 1;
}

// Up to the ">" outside quotes and the internal subset; of the subset only literal entities are
// kept.
void XmlReader::read_doctype() {
  int depth = 0;
  char quote = '\0';
  std::size_t declaration = std::string_view::npos;
  for (; at_ < source_.size(); ++at_) {
    const char c = source_[at_];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '"' || c == '\'') {
      if (depth > 1 || declaration == std::string_view::npos) quote = c;
    } else if (c == '<') {
      if (++depth == 2) declaration = at_;
    } else if (c == '>') {
      if (depth == 2 && declaration != std::string_view::npos) {
        read_entity(source_.substr(declaration, at_ - declaration));
      }
      if (--depth <= 0) {
        ++at_;
        return;
      }
    }
  }
}

void XmlReader::read_entity(std::string_view declaration) {
  if (declaration.substr(0, 9) != "<!ENTITY " || entities_.size() >= most_entities) return;
  declaration.remove_prefix(9);
  const auto name_end = declaration.find_first_of(" \t\r\n");
  if (name_end == std::string_view::npos || name_end == 0 || name_end > longest_reference) return;
  const std::string_view name = declaration.substr(0, name_end);
  const auto open = declaration.find_first_not_of(" \t\r\n", name_end);
  if (open == std::string_view::npos || (declaration[open] != '"' && declaration[open] != '\''))
    return;
  const auto close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos || close - open > longest_entity) return;
  const std::string_view value = declaration.substr(open + 1, close - open - 1);
  const std::string& decoded = kept_.emplace_back(decode_entities(value));
  if (decoded.find_first_of("<%") != std::string::npos) return;
  entities_.emplace(name, decoded);
}

bool XmlReader::read_end_tag() {
  const std::size_t begin = at_ + 2;
  if (begin < source_.size() && !starts_name(source_[begin])) return false;
  std::size_t end = begin;
  while (end < source_.size() && !is_blank(source_[end]) && source_[end] != '>' &&
         source_[end] != '<') {
    ++end;
  }
  const std::string_view qualified = source_.substr(begin, end - begin);
  while (end < source_.size() && source_[end] != '>' && source_[end] != '<') ++end;
  at_ = end < source_.size() && source_[end] == '>' ? end + 1 : end;
  const std::size_t least = open_.size() > end_tag_reach ? open_.size() - end_tag_reach : 0;
  for (std::size_t i = open_.size(); i-- > least;) {
    if (open_[i].qualified == qualified) {
      ends_ = open_.size() - i;
      break;
    }
  }
  return true;
}

void XmlReader::read_start_tag() {
  const std::size_t begin = ++at_;
  while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>' &&
         source_[at_] != '/' && source_[at_] != '<') {
    ++at_;
  }
  set_name(source_.substr(begin, at_ - begin));
  event_.text = {};
  open_.push_back({event_.qualified, declarations_.size()});
  read_attributes();
  resolve_names();
  event_.kind = XmlEventKind::start;
  if (self_closed_) ends_ = 1;
}

void XmlReader::read_attributes() {
  event_.attributes.clear();
  self_closed_ = false;
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (c == '>') {
      ++at_;
      return;
    }
    if (c == '<') return;  // the tag was never closed
    if (is_blank(c) || c == '/') {
      self_closed_ = c == '/' || (self_closed_ && is_blank(c));
      ++at_;
      continue;
    }
    self_closed_ = false;
    const std::size_t begin = at_;
    ++at_;
    while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>' &&
           source_[at_] != '/' && source_[at_] != '=' && source_[at_] != '<') {
      ++at_;
    }
    XmlAttribute attribute;
    attribute.qualified = source_.substr(begin, at_ - begin);
    while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
    if (at_ < source_.size() && source_[at_] == '=') {
      ++at_;
      attribute.value = read_value();
    }
    const auto colon = attribute.qualified.find(':');
    attribute.prefix =
        colon == std::string_view::npos ? std::string_view{} : attribute.qualified.substr(0, colon);
    attribute.name = attribute.qualified.substr(colon == std::string_view::npos ? 0 : colon + 1);
    if (attribute.qualified == "xmlns" || attribute.prefix == "xmlns") {
      if (declarations_.size() < most_declarations) {
        declarations_.push_back(
            {attribute.prefix.empty() ? std::string_view{} : attribute.name, attribute.value});
      }
    } else if (event_.attributes.size() < most_attributes) {
      event_.attributes.push_back(attribute);
    }
  }
}

std::string_view XmlReader::read_value() {
  while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
  if (at_ >= source_.size()) return {};
  const char quote = source_[at_];
  std::string_view raw;
  if (quote == '"' || quote == '\'') {
    const std::size_t end = std::min(source_.find(quote, at_ + 1), source_.size());
    raw = source_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, source_.size());
  } else {
    const std::size_t begin = at_;
    while (at_ < source_.size() && !is_blank(source_[at_]) && source_[at_] != '>') ++at_;
    raw = source_.substr(begin, at_ - begin);
  }
  if (!needs_cleaning(raw, true)) return raw;
  return kept_.emplace_back(clean(raw, true));
}

void XmlReader::read_text() {
  const std::size_t begin = at_;
  if (source_[at_] == '<') ++at_;  // one that begins no markup is a character
  at_ = std::min(source_.find('<', at_), source_.size());
  event_.kind = XmlEventKind::text;
  event_.text = clean(source_.substr(begin, at_ - begin), true);
}

std::string_view XmlReader::clean(std::string_view raw, bool references) {
  if (!needs_cleaning(raw, references)) return raw;
  text_.clear();
  text_.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    const char c = raw[i];
    if (c == '&' && references) {
      const std::size_t read = append_reference(raw.substr(i + 1), text_);
      if (read == 0) text_ += '&';
      i += 1 + read;
      continue;
    }
    if (c != '\r' && !is_control(c)) {
      const std::size_t begin = i++;
      while (i < raw.size() && !kMayChange[static_cast<unsigned char>(raw[i])]) ++i;
      text_ += raw.substr(begin, i - begin);
      continue;
    }
    ++i;
    if (c == '\r') {
      text_ += '\n';
      if (i < raw.size() && raw[i] == '\n') ++i;
    }
  }
  return text_;
}

// The length of the reference behind "&", 0 when it is none.
std::size_t XmlReader::append_reference(std::string_view rest, std::string& out) const {
  const std::string_view reach = rest.substr(0, longest_reference);
  const auto end = reach.find(';');
  if (end == std::string_view::npos || end == 0) return 0;
  const std::string_view name = reach.substr(0, end);
  if (name.front() == '#') {
    const std::string decoded = decode_entities('&' + std::string(reach.substr(0, end + 1)));
    if (decoded.front() == '&' && decoded.size() > 1) return 0;
    if (!is_control(decoded.front())) out += decoded;
    return end + 1;
  }
  if (const char character = predefined_character(name); character != '\0') {
    out += character;
    return end + 1;
  }
  if (const auto own = entities_.find(name); own != entities_.end()) {
    out += own->second;
    return end + 1;
  }
  if (const NamedCharacter* row = find_named_character(name)) {
    out += row->utf8;
    return end + 1;
  }
  return 0;
}

void XmlReader::emit_end() {
  --ends_;
  const Open closed = open_.back();
  set_name(closed.qualified);
  event_.kind = XmlEventKind::end;
  event_.attributes.clear();
  event_.text = {};
  resolve_names();
  open_.pop_back();
  declarations_.resize(std::min(declarations_.size(), closed.declarations));
}

void XmlReader::set_name(std::string_view qualified) {
  event_.qualified = qualified;
  const auto colon = qualified.find(':');
  event_.prefix = colon == std::string_view::npos ? std::string_view{} : qualified.substr(0, colon);
  event_.name = qualified.substr(colon == std::string_view::npos ? 0 : colon + 1);
}

void XmlReader::resolve_names() { event_.space = space_of(event_.prefix); }

std::string_view XmlReader::space_of(std::string_view prefix) const {
  if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
  for (std::size_t i = declarations_.size(); i-- > 0;) {
    if (declarations_[i].prefix == prefix) return declarations_[i].space;
  }
  return prefix;
}

}  // namespace claimtrail
