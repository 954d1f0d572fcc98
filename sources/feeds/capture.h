#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sources/feeds/xml_reader.h"
#include "sources/http/url_base.h"

namespace claimtrail {

/// The content of one element of a feed, put together from its events: text, escaped HTML, inline
/// markup or base64, as its attributes say (Atom 0.3 `type` and `mode`, Atom 1.0 `type`) or as it
/// is met. Inline markup is written out again with sorted attributes and the namespaces it uses.
class Capture {
 public:
  /// `markup`: whether the field may hold markup at all; if not, only its characters count.
  void begin(const XmlEvent& element, bool markup, std::shared_ptr<const UrlBase> base);
  void start_element(const XmlEvent& event, const UrlBase& base);
  void end_element();
  void text(std::string_view characters);

  /// The content, links in markup resolved against the base, ends trimmed.
  [[nodiscard]] std::string finish();
  [[nodiscard]] const UrlBase& base() const { return *base_; }

 private:
  enum class Reading : std::uint8_t { plain, html, inline_markup, base64 };
  struct OpenTag {
    std::string name;  ///< empty for an element without an end tag
    std::string space;
  };

  Reading reading_ = Reading::html;
  bool markup_ = false;
  bool xhtml_ = false;
  bool held_elements_ = false;
  std::string space_;
  std::shared_ptr<const UrlBase> base_;
  std::string text_;
  std::vector<OpenTag> open_;
};

}  // namespace claimtrail
