#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// What libxml2 says against a text as one XML document; empty: it is well-formed.
[[nodiscard]] std::string xml_mistake(std::string_view xml);

/// Every `<svg …>…</svg>` of a page.
[[nodiscard]] std::vector<std::string> drawings_of(std::string_view page);

}  // namespace claimtrail
