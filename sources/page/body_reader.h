#pragma once

#include "sources/page/article.h"

namespace claimtrail {

/// Reads the blocks of the article whose body stands under `root`: what lies before it and after
/// the headline may be its standfirst and captions. `hints` and `segments` are settled. Linear.
[[nodiscard]] Article read_body(const HtmlTree& tree, const std::vector<Segment>& segments,
                                const ArticleContext& context, std::uint32_t root);

}  // namespace claimtrail
