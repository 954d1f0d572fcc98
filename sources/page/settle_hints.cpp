#include "sources/page/hints.h"
#include "sources/page/segments.h"

namespace claimtrail {
namespace {

constexpr double most_of_the_prose = 0.4;
constexpr double least_words = 40;

bool is_prose(const Segment& segment) {
  return segment.words >= 10 && segment.link_density() < 0.4 && segment.ends_as_sentence();
}

}  // namespace

void settle_hints(const HtmlTree& tree, std::vector<std::uint16_t>& hints,
                  std::vector<Segment>& segments) {
  std::vector<double> prose(tree.nodes.size(), 0);
  for (const Segment& segment : segments) {
    if (is_prose(segment)) prose[segment.block] += segment.words;
  }
  for (auto i = tree.nodes.size(); i-- > 1;) {
    if (tree.nodes[i].tag != Tag::text) prose[tree.nodes[i].parent] += prose[i];
  }
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    if (prose[i] > most_of_the_prose * prose[0] && prose[i] >= least_words) {
      hints[i] &= hint::content;
    }
  }
  std::vector<std::uint16_t> around(tree.nodes.size(), 0);
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    around[i] = static_cast<std::uint16_t>(around[tree.nodes[i].parent] | hints[i]);
  }
  for (Segment& segment : segments) segment.hints = around[segment.node];
}

}  // namespace claimtrail
