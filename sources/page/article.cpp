#include "sources/page/article.h"

#include <algorithm>

#include "sources/page/body_reader.h"
#include "sources/page/boilerplate.h"
#include "sources/page/hints.h"
#include "sources/page/repeats.h"

namespace claimtrail {
namespace {

constexpr std::uint16_t never_body =
    hint::furniture | hint::comments | hint::weak_furniture | hint::hidden | hint::dead;

// How much a segment speaks for its surroundings being the article, in words.
double weight_of(const Segment& segment, Tag block) {
  const double words = segment.words;
  if ((segment.hints & (never_body | hint::caption)) != 0) return 0;
  if (segment.link_density() > 0.5) return -2.0 - 0.2 * words;
  if (segment.heading != Tag::text || is_consent(segment.text)) return 0;
  const bool sentence = segment.ends_as_sentence();
  const double own_words = words - segment.linked_words;
  if (block == Tag::p || segment.in_quote) {
    if (words < 4) return 0;
    return own_words * (sentence ? 1.0 : 0.6);
  }
  if (segment.in_list) {
    if (words >= 12 && sentence) return own_words * 0.6;
    return words < 6 ? -1.0 : 0;
  }
  if (words >= 12 && sentence) return own_words * 0.9;
  if (words >= 20) return own_words * 0.5;
  return words < 6 ? -1.0 : 0;
}

std::vector<double> subtree_weights(const HtmlTree& tree, const std::vector<Segment>& segments) {
  std::vector<double> sums(tree.nodes.size(), 0);
  for (const Segment& segment : segments) {
    sums[segment.block] += weight_of(segment, tree.nodes[segment.block].tag);
  }
  for (auto i = tree.nodes.size(); i-- > 1;) {
    if (tree.nodes[i].tag != Tag::text) sums[tree.nodes[i].parent] += sums[i];
  }
  return sums;
}

// The heaviest element, of equals the innermost.
std::uint32_t heaviest(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                       const std::vector<double>& sums) {
  std::uint32_t best = 0;
  double best_score = 0;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::text || sums[i] <= 0) continue;
    double score = sums[i];
    if ((hints[i] & hint::content) != 0) score *= 1.25;
    if (node.tag == Tag::article || node.tag == Tag::main) score *= 1.1;
    if (score >= best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

}  // namespace

Article find_article(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const std::vector<Segment>& segments, const ArticleContext& context) {
  const std::uint32_t root = heaviest(tree, hints, subtree_weights(tree, segments));
  if (root == 0) return {};
  Article article = read_body(tree, segments, context, root);
  drop_repeats(article.blocks);
  return article;
}

}  // namespace claimtrail
