#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/page/article.h"
#include "sources/page/html_tree.h"
#include "sources/page/segments.h"
#include "sources/page/signals.h"

namespace claimtrail {

/// The people who wrote the article, as names, in order; empty when the page names none. An outlet,
/// a desk or "admin" is nobody.
[[nodiscard]] std::vector<std::string> find_byline(const HtmlTree& tree,
                                                   const std::vector<std::uint16_t>& hints,
                                                   const std::vector<Segment>& segments,
                                                   const PageSignals& signals,
                                                   const std::string& outlet,
                                                   std::uint32_t title_node, std::uint32_t root);

}  // namespace claimtrail
