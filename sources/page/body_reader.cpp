#include "sources/page/body_reader.h"

#include <algorithm>

#include "sources/feeds/feed.h"
#include "sources/page/boilerplate.h"
#include "sources/page/byline.h"
#include "sources/page/hints.h"
#include "sources/page/photo_credit.h"
#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::uint16_t never_body =
    hint::furniture | hint::comments | hint::weak_furniture | hint::hidden | hint::dead;
constexpr std::uint32_t longest_byline = 30;
constexpr std::uint32_t longest_standfirst = 70;

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

bool is_strong(const Segment& segment) {
  return segment.words >= 8 && segment.link_density() < 0.5 && segment.ends_as_sentence();
}

class BodyReader {
 public:
  BodyReader(const HtmlTree& tree, const std::vector<Segment>& segments,
             const ArticleContext& context, std::uint32_t root)
      : tree_(tree),
        segments_(segments),
        context_(context),
        root_(root),
        counts_(link_counts(tree, segments)) {
    survey();
  }

  Article read() {
    Article article;
    article.root = root_;
    read_head(article);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      if (!in_root(segments_[i]) || segments_[i].node < skip_until_) continue;
      if (segments_[i].node < start_) continue;
      if (!consider(i, article)) break;
    }
    cut_tail(article);
    for (const ArticleBlock& block : article.blocks) {
      if (block.kind != BlockKind::body && block.kind != BlockKind::standfirst) continue;
      article.words +=
          1 + static_cast<std::uint32_t>(std::count(block.text.begin(), block.text.end(), ' '));
    }
    return article;
  }

 private:
  [[nodiscard]] bool in_root(const Segment& segment) const {
    return segment.node >= root_ && segment.node < tree_.nodes[root_].end;
  }

  [[nodiscard]] std::uint32_t container_of(const Segment& segment) const {
    return tree_.nodes[segment.block].parent;
  }

  // How much prose there is, in what it stands, and from where on it counts.
  void survey() {
    std::uint32_t paragraph_words = 0;
    std::uint32_t before_title = 0;
    std::vector<std::uint32_t> per_container(tree_.nodes.size(), 0);
    for (const Segment& segment : segments_) {
      if (!in_root(segment) || (segment.hints & never_body) != 0 || !is_strong(segment)) continue;
      prose_words_ += segment.words;
      if (tree_.nodes[segment.block].tag == Tag::p) paragraph_words += segment.words;
      if (segment.node < context_.title_node) before_title += segment.words;
      std::uint32_t& words = per_container[container_of(segment)];
      words += segment.words;
      if (words > per_container[main_container_]) main_container_ = container_of(segment);
    }
    in_paragraphs_ = paragraph_words * 10 >= prose_words_ * 7;
    if (context_.title_node > root_ && before_title * 5 < prose_words_) {
      start_ = context_.title_node;
    }
  }

  // Between the headline and the body: the standfirst and the captions of the opening picture.
  void read_head(Article& article) {
    if (context_.title_node == 0 || context_.title_node >= root_) return;
    int looked = 0;
    for (const Segment& segment : segments_) {
      if (segment.node <= context_.title_node) continue;
      if (segment.node >= root_ || ++looked > 20) break;
      if ((segment.hints & (never_body & ~hint::weak_furniture)) != 0) continue;
      if (same_words(segment.text, context_.title) || is_boilerplate(segment.text)) continue;
      if (is_caption(segment)) {
        add(segment, BlockKind::caption, article);
      } else if (is_standfirst(segment, article)) {
        add(segment, BlockKind::standfirst, article);
      }
    }
  }

  // False when nothing that follows belongs to the article any more.
  bool consider(std::size_t index, Article& article) {
    const Segment& segment = segments_[index];
    if ((segment.hints & never_body) != 0) return true;
    if ((segment.hints & hint::byline) != 0 && segment.words < longest_byline) return true;
    if (same_words(segment.text, context_.title)) return true;
    if (is_note(segment.text)) {
      add(segment, BlockKind::note, article);
      return true;
    }
    if (is_closing_heading(segment.text) && kept_words_ > 0) return close_section(index);
    if (is_boilerplate(segment.text) || is_consent(segment.text)) return true;
    if (is_caption(segment)) {
      add(segment, BlockKind::caption, article);
      return true;
    }
    if (is_standfirst(segment, article)) {
      add(segment, BlockKind::standfirst, article);
      return true;
    }
    if (segment.heading != Tag::text) {
      if (segment.link_density() < 0.6) pending_heading_ = &segment;
      return true;
    }
    if (!is_body(segment) || is_byline_or_date(segment) || is_call_to_action(segment)) return true;
    if (pending_heading_ != nullptr) add(*pending_heading_, BlockKind::body, article);
    pending_heading_ = nullptr;
    add(segment, BlockKind::body, article);
    kept_words_ += segment.words;
    last_kept_ = segment.node;
    if (is_strong(segment) || in_main_container(segment)) last_strong_ = article.blocks.size();
    return true;
  }

  [[nodiscard]] std::uint32_t prose_between(std::size_t from, std::uint32_t end) const {
    std::uint32_t words = 0;
    for (std::size_t i = from; i < segments_.size() && segments_[i].node < end; ++i) {
      if ((segments_[i].hints & never_body) == 0 && is_strong(segments_[i])) {
        words += segments_[i].words;
      }
    }
    return words;
  }

  // At "Related stories" or "Comments": skips the box that it heads. One that stands among the
  // paragraphs ends the article where little prose is left. True to go on.
  bool close_section(std::size_t index) {
    std::uint32_t box = segments_[index].block;
    for (int level = 0; level < 16; ++level) {
      const std::uint32_t parent = tree_.nodes[box].parent;
      if (parent <= last_kept_ || parent == root_ ||
          prose_between(index, tree_.nodes[parent].end) * 4 > prose_words_) {
        break;
      }
      box = parent;
    }
    const bool heads_box =
        index + 1 < segments_.size() && segments_[index + 1].node < tree_.nodes[box].end;
    if (heads_box) {
      skip_until_ = tree_.nodes[box].end;
      return true;
    }
    return prose_between(index + 1, tree_.nodes[root_].end) * 2 >= kept_words_;
  }

  static bool is_caption(const Segment& segment) {
    return (segment.hints & hint::caption) != 0 || is_photo_credit(segment.text) ||
           (segment.words < 60 && ends_in_photo_credit(segment.text));
  }

  // Stands before the body, apart from its paragraphs, and is no longer than a sentence or three.
  [[nodiscard]] bool is_standfirst(const Segment& segment, const Article& article) const {
    if (segment.words > longest_standfirst || segment.words < 4 || segment.in_list) return false;
    for (const ArticleBlock& block : article.blocks) {
      if (block.kind == BlockKind::body || block.kind == BlockKind::standfirst) return false;
    }
    if (segment.link_density() > 0.3 || is_byline_or_date(segment)) return false;
    if ((segment.hints & hint::standfirst) != 0) return true;
    const bool described =
        !context_.description.empty() && same_words(segment.text, context_.description);
    if (described && !in_main_container(segment)) return true;
    if (context_.title_node == 0 || segment.node < context_.title_node) return false;
    if (segment.heading != Tag::text) return segment.heading != Tag::h1 && segment.words >= 6;
    return next_after_title(segment) && !in_main_container(segment) && segment.words >= 6 &&
           container_of(segment) != main_container_;
  }

  // Nothing but other headings between the headline and it.
  [[nodiscard]] bool next_after_title(const Segment& segment) const {
    const std::uint32_t title_end = tree_.nodes[context_.title_node].end;
    for (const Segment& other : segments_) {
      if (other.node < title_end) continue;
      return other.node == segment.node;
    }
    return false;
  }

  [[nodiscard]] bool in_main_container(const Segment& segment) const {
    return main_container_ != 0 && container_of(segment) == main_container_;
  }

  [[nodiscard]] bool is_byline_or_date(const Segment& segment) const {
    if (segment.words > longest_byline) return false;
    if (segment.words <= 20 && !segment.ends_as_sentence() && kept_words_ == 0 &&
        parse_feed_date(segment.text.substr(0, 119))) {
      return true;
    }
    if (segment.ends_as_sentence() && segment.words > 8) return false;
    const bool opened = segment.text.rfind("By ", 0) == 0 || segment.text.rfind("By: ", 0) == 0 ||
                        segment.text.rfind("BY ", 0) == 0 || segment.text.rfind("Von ", 0) == 0 ||
                        segment.text.rfind("Par ", 0) == 0;
    return opened && (kept_words_ == 0 || segment.words <= 8);
  }

  // In a page whose paragraphs are marked as such, loose text that ends in a link asks for
  // something.
  [[nodiscard]] bool is_call_to_action(const Segment& segment) const {
    if (!in_paragraphs_ || segment.links.empty() || segment.in_list) return false;
    if (tree_.nodes[segment.block].tag == Tag::p || segment.words > 40) return false;
    return segment.links.back().end + 1 >= segment.text.size();
  }

  [[nodiscard]] bool in_link_list(const Segment& segment) const {
    std::uint32_t node = segment.block;
    for (int level = 0; level < 8 && node > root_; ++level) {
      const Tag tag = tree_.nodes[node].tag;
      if (tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::table) {
        return counts_[node].linked * 2 > counts_[node].words;
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
    if (segment.in_list || segment.in_table) return true;
    return segment.words >= 6 || segment.ends_as_sentence();
  }

  static void add(const Segment& segment, BlockKind kind, Article& article) {
    article.blocks.push_back({kind, segment.text, segment.links});
  }

  // What stands behind the last real paragraph and is no paragraph itself; captions and notes stay.
  void cut_tail(Article& article) const {
    if (last_strong_ == 0) return;
    std::size_t kept = last_strong_;
    for (std::size_t i = last_strong_; i < article.blocks.size(); ++i) {
      if (article.blocks[i].kind == BlockKind::body) continue;
      if (kept != i) article.blocks[kept] = std::move(article.blocks[i]);
      ++kept;
    }
    article.blocks.resize(kept);
  }

  const HtmlTree& tree_;
  const std::vector<Segment>& segments_;
  const ArticleContext& context_;
  std::uint32_t root_;
  std::vector<LinkCount> counts_;
  std::uint32_t main_container_ = 0;
  std::uint32_t prose_words_ = 0;
  bool in_paragraphs_ = false;
  std::uint32_t start_ = 0;
  std::uint32_t skip_until_ = 0;
  const Segment* pending_heading_ = nullptr;
  std::size_t last_strong_ = 0;
  std::uint32_t last_kept_ = 0;
  std::uint32_t kept_words_ = 0;
};

}  // namespace

Article read_body(const HtmlTree& tree, const std::vector<Segment>& segments,
                  const ArticleContext& context, std::uint32_t root) {
  return BodyReader(tree, segments, context, root).read();
}

}  // namespace claimtrail
