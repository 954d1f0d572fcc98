#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/model/time.h"

#include "sources/page/html_tree.h"
#include "sources/page/segments.h"

namespace claimtrail {

/// The day a page was published as its words say it: in a short line near the headline, before a
/// dash at the beginning of the text, behind a word such as "published", or in what is marked as a
/// date. What is said to be the day of something else (a change, a registration, a copyright) does
/// not count. Linear.
[[nodiscard]] std::optional<Published> date_in_words(const HtmlTree& tree,
                                                     const std::vector<Segment>& segments,
                                                     std::uint32_t title_node, std::uint32_t root);

}  // namespace claimtrail
