#pragma once

#include <cstdint>
#include <vector>

#include "sources/page/html_tree.h"
#include "sources/page/segments.h"

namespace claimtrail {

/// Marks as furniture the items of lists of teasers: three and more sibling boxes alike in tag and
/// class that each hold a linked title. Settled hints and segments are changed in place. Linear.
void mark_teasers(const HtmlTree& tree, std::vector<std::uint16_t>& hints,
                  std::vector<Segment>& segments);

}  // namespace claimtrail
