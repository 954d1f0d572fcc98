#pragma once

#include <vector>

#include "sources/page/article.h"

namespace claimtrail {

/// Takes out the paragraphs that put several earlier ones together again: of which nearly all
/// words, in runs of five, stood in more than one paragraph before them. Pages hold such copies of
/// their own text for teasers and other layouts. A paragraph that comes twice by itself stays:
/// refrains, questions and recipes do. Linear.
void drop_repeats(std::vector<ArticleBlock>& blocks);

}  // namespace claimtrail
