#include "sources/page/teasers.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

#include "sources/page/hints.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t least_items = 3;
constexpr double largest_share = 0.25;  ///< of the page's words in one item

bool is_box(Tag tag) {
  return tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::li ||
         tag == Tag::a || tag == Tag::aside || tag == Tag::figure || tag == Tag::unknown;
}

struct Box {
  std::uint32_t words = 0;
  bool linked_title = false;
};

std::size_t likeness_of(const HtmlTree& tree, std::uint32_t node) {
  // The first class only: the others tell items apart ("card card--first").
  std::string_view name = tree.attribute(node, "class");
  name = name.substr(0, name.find(' '));
  const std::size_t parent = tree.nodes[node].parent;
  return std::hash<std::string_view>{}(name) ^ (parent * 0x9E3779B97F4A7C15U) ^
         static_cast<std::size_t>(tree.nodes[node].tag);
}

}  // namespace

void mark_teasers(const HtmlTree& tree, std::vector<std::uint16_t>& hints,
                  std::vector<Segment>& segments) {
  std::vector<Box> boxes(tree.nodes.size());
  for (const Segment& segment : segments) {
    Box& box = boxes[segment.block];
    box.words += segment.words;
    const bool linked = segment.words >= 3 && segment.words <= 40 && segment.link_density() >= 0.8;
    box.linked_title = box.linked_title || linked;
  }
  for (auto i = tree.nodes.size(); i-- > 1;) {
    Box& parent = boxes[tree.nodes[i].parent];
    parent.words += boxes[i].words;
    parent.linked_title = parent.linked_title || boxes[i].linked_title;
  }
  struct Group {
    std::uint32_t items = 0;
    std::uint32_t titled = 0;
  };
  std::unordered_map<std::size_t, Group> groups;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (!is_box(tree.nodes[i].tag) || boxes[i].words == 0) continue;
    Group& group = groups[likeness_of(tree, i)];
    ++group.items;
    if (boxes[i].linked_title) ++group.titled;
  }
  bool changed = false;
  const double limit = largest_share * boxes[0].words;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (!is_box(tree.nodes[i].tag) || !boxes[i].linked_title || boxes[i].words > limit) continue;
    const Group& group = groups[likeness_of(tree, i)];
    if (group.titled < least_items || group.titled * 10 < group.items * 6) continue;
    hints[i] |= hint::furniture;
    changed = true;
  }
  if (changed) settle_hints(tree, hints, segments);
}

}  // namespace claimtrail
