#include "sources/page/microdata.h"

namespace claimtrail {
namespace {

bool begins_nested_item(const HtmlTree& tree, std::uint32_t node) {
  if (!tree.has_attribute(node, "itemscope")) return false;
  const std::string_view property = tree.attribute(node, "itemprop");
  return !property.empty() && property.find("author") == std::string_view::npos &&
         property.find("mainEntity") == std::string_view::npos && property != "blogPost";
}

}  // namespace

std::vector<bool> in_nested_items(const HtmlTree& tree) {
  std::vector<bool> nested(tree.nodes.size(), false);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::text || nested[i] || !begins_nested_item(tree, i)) continue;
    for (std::uint32_t k = i + 1; k < tree.nodes[i].end; ++k) nested[k] = true;
  }
  return nested;
}

}  // namespace claimtrail
