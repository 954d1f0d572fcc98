#include "sources/feeds/capture.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/utf8.h"

#include "sources/charset/entities.h"
#include "sources/feeds/feed_names.h"
#include "sources/feeds/markup.h"

namespace claimtrail {
namespace {

bool is_empty_element(std::string_view name) {
  constexpr std::array<std::string_view, 13> names{"area",  "base",   "br",    "col",  "embed",
                                                   "hr",    "img",    "input", "link", "meta",
                                                   "param", "source", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Atom 1.0, 4.1.3.3: neither a name of its own, nor text, nor XML: base64.
bool is_binary(std::string_view type) {
  return type.find('/') != std::string_view::npos && type.substr(0, 5) != "text/" &&
         type.find("xml") == std::string_view::npos;
}

// Atom 1.0, 3.1.1.3: the div is not part of the content.
std::string without_outer_div(std::string value) {
  constexpr std::string_view close = "</div>";
  if (value.rfind("<div", 0) != 0 || value.size() < close.size()) return value;
  const auto end = value.find('>');
  const std::size_t tail = value.size() - close.size();
  if (end == std::string::npos || end >= tail || value.compare(tail, close.size(), close) != 0) {
    return value;
  }
  return std::string(trim_white_space(std::string_view(value).substr(end + 1, tail - end - 1)));
}

void append_attribute(const std::string& name, const std::string& value, std::string& out) {
  out += ' ' + name + "=\"";
  for (const char c : value) {
    switch (c) {
      case '"':
        out += "&quot;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

}  // namespace

void Capture::begin(const XmlEvent& element, bool markup, std::shared_ptr<const UrlBase> base) {
  const std::string_view type = attribute_of(element, "type");
  const std::string_view mode = attribute_of(element, "mode");
  markup_ = markup;
  xhtml_ = type == "xhtml";
  held_elements_ = false;
  space_ = std::string(element.space);
  base_ = std::move(base);
  text_.clear();
  open_.clear();
  if (!markup) {
    reading_ = Reading::plain;
  } else if (xhtml_ || type == "application/xhtml+xml") {
    reading_ = Reading::inline_markup;
  } else if (mode == "base64" || is_binary(type)) {
    reading_ = Reading::base64;
  } else if ((type == "text" || type == "text/plain") && mode != "escaped") {
    reading_ = Reading::plain;
  } else {
    reading_ = Reading::html;
  }
}

void Capture::text(std::string_view characters) {
  if (reading_ == Reading::inline_markup) {
    text_ += escape_markup(characters);
  } else {
    text_ += characters;
  }
}

void Capture::start_element(const XmlEvent& event, const UrlBase& base) {
  const FeedSpace kind = feed_space(event.space);
  const bool html = kind == FeedSpace::xhtml || kind == FeedSpace::core;
  const std::string space(event.space);
  if (!markup_) {
    open_.push_back({{}, space});
    return;
  }
  held_elements_ = true;
  std::vector<std::pair<std::string, std::string>> attributes;
  for (const XmlAttribute& one : event.attributes) {
    if (one.qualified == "xml:base") continue;
    attributes.emplace_back(one.qualified, holds_link(one.name) ? absolute_link(base, one.value)
                                                                : std::string(one.value));
    if (one.prefix == "xlink") {
      attributes.emplace_back("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
  }
  const std::string& outer = open_.empty() ? space_ : open_.back().space;
  if (!html && !space.empty() && space != outer) attributes.emplace_back("xmlns", space);
  std::sort(attributes.begin(), attributes.end());
  attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());

  std::string name(event.name);
  text_ += '<' + name;
  for (const auto& [key, value] : attributes) append_attribute(key, value, text_);
  const bool empty = html && is_empty_element(name);
  text_ += empty ? " />" : ">";
  open_.push_back({empty ? std::string{} : std::move(name), space});
}

void Capture::end_element() {
  if (!open_.back().name.empty()) text_ += "</" + open_.back().name + '>';
  open_.pop_back();
}

std::string Capture::finish() {
  std::string value = std::exchange(text_, {});
  if (reading_ == Reading::base64) value = repair_utf8(decode_base64(value));
  if (markup_ && !held_elements_ && (reading_ == Reading::html || reading_ == Reading::base64)) {
    value = resolve_links(value, *base_);
  }
  value = std::string(trim_white_space(value));
  return xhtml_ ? without_outer_div(std::move(value)) : value;
}

}  // namespace claimtrail
