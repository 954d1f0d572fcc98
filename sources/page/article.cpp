#include "sources/page/article.h"

#include <algorithm>

#include "sources/page/boilerplate.h"
#include "sources/page/hints.h"
#include "sources/page/photo_credit.h"
#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::uint16_t never_body =
    hint::furniture | hint::comments | hint::weak_furniture | hint::hidden | hint::dead;
constexpr std::uint32_t longest_byline = 30;

// How much a segment speaks for its surroundings being the article, in words.
double weight_of(const Segment& segment, Tag block) {
  const double words = segment.words;
  if ((segment.hints & (never_body | hint::caption)) != 0) return 0;
  if (segment.link_density() > 0.5) return -2.0 - 0.2 * words;
  if (segment.heading != Tag::text) return 0;
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

struct LinkCount {
  std::uint32_t words = 0;
  std::uint32_t linked = 0;
};

// Per element the words and linked words of its subtree: a list of links is dropped as a whole.
std::vector<LinkCount> link_counts(const HtmlTree& tree, const std::vector<Segment>& segments) {
  std::vector<LinkCount> counts(tree.nodes.size());
  for (const Segment& segment : segments) {
    counts[segment.block].words += segment.words;
    counts[segment.block].linked += segment.linked_words;
  }
  for (auto i = tree.nodes.size(); i-- > 1;) {
    if (tree.nodes[i].tag == Tag::text) continue;
    counts[tree.nodes[i].parent].words += counts[i].words;
    counts[tree.nodes[i].parent].linked += counts[i].linked;
  }
  return counts;
}

class BodyReader {
 public:
  BodyReader(const HtmlTree& tree, const std::vector<Segment>& segments,
             const ArticleContext& context, std::uint32_t root)
      : tree_(tree),
        segments_(segments),
        context_(context),
        root_(root),
        counts_(link_counts(tree, segments)) {}

  Article read() {
    Article article;
    article.root = root_;
    for (const Segment& segment : segments_) {
      if (segment.node < root_ || segment.node >= tree_.nodes[root_].end) continue;
      consider(segment, article);
    }
    cut_tail(article);
    for (const ArticleBlock& block : article.blocks) {
      if (block.kind == BlockKind::body || block.kind == BlockKind::standfirst) {
        article.words +=
            static_cast<std::uint32_t>(1 + std::count(block.text.begin(), block.text.end(), ' '));
      }
    }
    return article;
  }

 private:
  void consider(const Segment& segment, Article& article) {
    if ((segment.hints & never_body) != 0) return;
    if ((segment.hints & hint::byline) != 0 && segment.words < longest_byline) return;
    if (same_words(segment.text, context_.title)) return;
    if (is_note(segment.text)) {
      add(segment, BlockKind::note, article);
      return;
    }
    if (is_boilerplate(segment.text)) return;
    if (is_caption(segment)) {
      add(segment, BlockKind::caption, article);
      return;
    }
    if (segment.heading != Tag::text) {
      if (segment.link_density() < 0.6) pending_heading_ = &segment;
      return;
    }
    if (!is_body(segment)) return;
    if (pending_heading_ != nullptr) add(*pending_heading_, BlockKind::body, article);
    pending_heading_ = nullptr;
    add(segment, is_standfirst(segment, article) ? BlockKind::standfirst : BlockKind::body,
        article);
    if (strong(segment)) last_strong_ = article.blocks.size();
  }

  static bool strong(const Segment& segment) {
    return segment.words >= 8 && segment.link_density() < 0.5 && segment.ends_as_sentence();
  }

  static bool is_caption(const Segment& segment) {
    return (segment.hints & hint::caption) != 0 || is_photo_credit(segment.text) ||
           (segment.words < 60 && ends_in_photo_credit(segment.text));
  }

  [[nodiscard]] bool is_standfirst(const Segment& segment, const Article& article) const {
    if (!article.blocks.empty() && article.blocks.back().kind == BlockKind::body) return false;
    if (segment.words > 80) return false;
    return (segment.hints & hint::standfirst) != 0;
  }

  [[nodiscard]] bool in_link_list(const Segment& segment) const {
    std::uint32_t node = segment.block;
    for (int level = 0; level < 8 && node > root_; ++level) {
      const Tag tag = tree_.nodes[node].tag;
      if (tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::table) {
        const LinkCount& count = counts_[node];
        return count.linked * 2 > count.words;
      }
      node = tree_.nodes[node].parent;
    }
    return false;
  }

  [[nodiscard]] bool is_body(const Segment& segment) const {
    if (segment.words == 0) return false;
    const double density = segment.link_density();
    if (density > 0.8 && !(segment.ends_as_sentence() && segment.words > 15)) return false;
    if (density > 0.5 && segment.words < 12) return false;
    if ((segment.in_list || segment.in_table) && in_link_list(segment)) return false;
    const Tag block = tree_.nodes[segment.block].tag;
    if (block == Tag::p || segment.in_quote) {
      return segment.words >= 3 || segment.ends_as_sentence();
    }
    if (segment.in_list) return true;
    if (segment.in_table) return segment.words >= 8;
    return segment.words >= 6 || segment.ends_as_sentence();
  }

  static void add(const Segment& segment, BlockKind kind, Article& article) {
    article.blocks.push_back({kind, segment.text, segment.links});
  }

  // What stands behind the last real paragraph and is no paragraph itself.
  void cut_tail(Article& article) const {
    std::size_t kept = last_strong_;
    for (std::size_t i = last_strong_; i < article.blocks.size(); ++i) {
      if (article.blocks[i].kind == BlockKind::body) continue;
      article.blocks[kept++] = std::move(article.blocks[i]);
    }
    if (last_strong_ != 0) article.blocks.resize(kept);
  }

  const HtmlTree& tree_;
  const std::vector<Segment>& segments_;
  const ArticleContext& context_;
  std::uint32_t root_;
  std::vector<LinkCount> counts_;
  const Segment* pending_heading_ = nullptr;
  std::size_t last_strong_ = 0;
};

}  // namespace

Article find_article(const HtmlTree& tree, const std::vector<std::uint16_t>& hints,
                     const std::vector<Segment>& segments, const ArticleContext& context) {
  const std::uint32_t root = heaviest(tree, hints, subtree_weights(tree, segments));
  if (root == 0) return {};
  return BodyReader(tree, segments, context, root).read();
}

}  // namespace claimtrail
