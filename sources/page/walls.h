#pragma once

#include <string>
#include <string_view>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// What stands between a reader and the article instead of it: "a bot wall", "a consent page" or "a
/// login page"; empty when the page is none. `words` is the length of the body that was found: a
/// page with an article in it is no wall, whatever else it shows.
[[nodiscard]] std::string find_wall(const HtmlTree& tree, std::string_view title,
                                    std::string_view shown_text, std::uint32_t words);

/// Why bytes cannot be a page ("it is a PDF"); empty when they may be one.
[[nodiscard]] std::string why_not_html(std::string_view bytes, std::string_view content_type);

}  // namespace claimtrail
