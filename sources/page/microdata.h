#pragma once

#include <cstdint>
#include <vector>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// For every node whether it lies in a microdata item that is a property of another one (HTML
/// Standard, 5.2): the author of a cited work, the logo of the publisher. Its properties are not
/// the page's. The author of the article is such
/// an item too and is not counted as one, nor is the post a blog page is about. Linear.
[[nodiscard]] std::vector<bool> in_nested_items(const HtmlTree& tree);

}  // namespace claimtrail
