#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sources/page/html_tree.h"

namespace claimtrail {

/// True when a text ends as a sentence does: a stop, perhaps with closing marks behind it.
[[nodiscard]] bool ends_as_sentence(std::string_view text);

/// A link inside a segment's text.
struct SegmentLink {
  std::uint32_t start = 0;  ///< bytes of the segment's text
  std::uint32_t end = 0;
  std::uint32_t node = 0;  ///< the `a` element
};

/// A stretch of shown text between two block boundaries: a paragraph, a heading, a list item, a
/// caption.
struct Segment {
  std::uint32_t block = 0;  ///< the nearest block element around it
  std::uint32_t node = 0;   ///< its first text node
  std::string text;         ///< white space squeezed, never empty
  std::vector<SegmentLink> links;
  std::uint32_t words = 0;
  std::uint32_t linked_words = 0;
  std::uint16_t hints = 0;  ///< of all elements around it, once they are settled
  bool in_list = false;
  bool in_quote = false;
  bool in_table = false;
  bool emphasised = false;  ///< all of it in bold or italics
  Tag heading = Tag::text;  ///< h1 to h6 when it is one

  [[nodiscard]] double link_density() const {
    return words == 0 ? 0.0 : static_cast<double>(linked_words) / words;
  }
  [[nodiscard]] bool ends_as_sentence() const { return claimtrail::ends_as_sentence(text); }
};

/// The page's shown text in segments, in document order. `hints` are those of each node itself;
/// what is dead gives no segment. Linear.
[[nodiscard]] std::vector<Segment> segments_of(const HtmlTree& tree,
                                               const std::vector<std::uint16_t>& hints);

/// Takes back the hints of elements that hold most of the page's prose, for what looks like a menu
/// by its name and holds the article is none; then gives every segment the hints around it. Linear.
void settle_hints(const HtmlTree& tree, std::vector<std::uint16_t>& hints,
                  std::vector<Segment>& segments);

}  // namespace claimtrail
