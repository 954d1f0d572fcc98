#include "sources/page/html_tree.h"

#include <algorithm>

#include "sources/page/html_names.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t most_nodes_of_a_text = 1000;
constexpr std::size_t longest_text = 4000;

}  // namespace

std::span<const HtmlAttribute> HtmlTree::attributes(std::uint32_t node) const {
  const HtmlNode& element = nodes[node];
  return {attributes_.data() + element.first_attribute, element.attribute_count};
}

bool HtmlTree::has_attribute(std::uint32_t node, std::string_view name) const {
  for (const HtmlAttribute& entry : attributes(node)) {
    if (equals_ignoring_case(entry.name, name)) return true;
  }
  return false;
}

std::string_view HtmlTree::attribute(std::uint32_t node, std::string_view name) const {
  for (const HtmlAttribute& entry : attributes(node)) {
    if (equals_ignoring_case(entry.name, name)) return entry.value;
  }
  return {};
}

std::string HtmlTree::text_of(std::uint32_t node) const {
  std::string result;
  bool blank = false;
  const std::uint32_t end = std::min(nodes[node].end, node + most_nodes_of_a_text);
  for (std::uint32_t i = node; i < end && result.size() < longest_text; ++i) {
    if (nodes[i].tag != Tag::text) {
      blank = blank || is_block(nodes[i].tag) || nodes[i].tag == Tag::br;
      continue;
    }
    const std::string_view text = nodes[i].text;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool no_break = c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
      if (no_break || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        blank = true;
        if (no_break) ++at;
        continue;
      }
      if (blank && !result.empty()) result += ' ';
      blank = false;
      result += c;
    }
  }
  return result;
}

std::uint32_t HtmlTree::find(Tag tag, std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (nodes[i].tag == tag) return i;
  }
  return 0;
}

}  // namespace claimtrail
