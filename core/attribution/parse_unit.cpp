#include "core/attribution/parse_unit.h"

#include <algorithm>

namespace claimtrail {
namespace {

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// What is longer is a list or no language at all: the word lists read it as well, and at less cost.
constexpr std::uint32_t longest_sentence = 2 * kLongestParse;

// The unit without the sentences at either end that lie within a quotation.
TokenRange parsed_range(const TokenizedText& text, const Unit& unit) {
  TokenRange range{unit.items.front().first, unit.items.back().last};
  const auto sentence_of = [&](std::uint32_t token) -> const Sentence& {
    return text.sentences[text.sentence_at(text.tokens[token].span.start)];
  };
  if (unit.items.size() < 2) return range;
  const Item& front = unit.items.front();
  if (front.quotation >= 0) {
    range.first = std::max(front.first, sentence_of(front.last - 1).first);
    // A closing mark by itself is no sentence.
    if (range.first + 1 >= front.last) range.first = front.first;
  }
  std::size_t back = unit.items.size();
  while (back > 1 && unit.items[back - 1].quotation < 0 && unit.items[back - 1].tag == Tag::stop) {
    --back;
  }
  const Item& last = unit.items[back - 1];
  if (last.quotation >= 0 && back > 1) {
    range.last = std::min(range.last, std::max(sentence_of(last.first).last, last.first + 2));
  }
  return range;
}

// The item each token of the range belongs to.
std::vector<std::int32_t> items_of(const Unit& unit, TokenRange range) {
  std::vector<std::int32_t> result(range.last - range.first, -1);
  for (std::size_t i = 0; i < unit.items.size(); ++i) {
    const Item& item = unit.items[i];
    for (auto token = std::max(item.first, range.first); token < std::min(item.last, range.last);
         ++token) {
      result[token - range.first] = static_cast<std::int32_t>(i);
    }
  }
  return result;
}

// Trees are no deeper than a piece that is parsed by itself; pieces hang on each other in a chain.
constexpr int deepest = kLongestParse;

int depth_of(std::span<const SyntaxToken> tree, std::size_t token) {
  int depth = 0;
  for (auto at = static_cast<std::int32_t>(token); at >= 0 && depth < deepest;
       at = tree[static_cast<std::size_t>(at)].head) {
    ++depth;
  }
  return depth;
}

void hang(const std::vector<std::int32_t>& owners, std::span<const SyntaxToken> tree, Unit& unit) {
  std::vector<int> depths(unit.items.size(), 0);
  for (std::size_t token = 0; token < tree.size(); ++token) {
    const std::int32_t owner = owners[token];
    if (owner < 0) continue;
    Item& item = unit.items[static_cast<std::size_t>(owner)];
    int& depth = depths[static_cast<std::size_t>(owner)];
    const int here = item.quotation >= 0 ? depth_of(tree, token) : 1;
    if (depth != 0 && depth <= here) continue;
    depth = here;
    item.speech = tree[token].tag;
    item.relation = tree[token].relation;
    item.head = tree[token].head < 0 ? -1 : owners[static_cast<std::size_t>(tree[token].head)];
  }
}

void spread(Unit& unit) {
  for (std::uint32_t i = 0; i < unit.items.size(); ++i) unit.items[i].yield = {i, i + 1};
  for (std::uint32_t i = 0; i < unit.items.size(); ++i) {
    int steps = 0;
    for (std::int32_t at = unit.items[i].head; at >= 0 && steps < deepest;
         at = unit.items[static_cast<std::size_t>(at)].head, ++steps) {
      ItemRange& yield = unit.items[static_cast<std::size_t>(at)].yield;
      yield.first = std::min(yield.first, i);
      yield.last = std::max(yield.last, i + 1);
    }
  }
}

}  // namespace

void parse_unit(const TokenizedText& text, const SyntaxModel& model, Unit& unit) {
  if (unit.items.empty()) return;
  thread_local ParserScratch scratch;
  const TokenRange range = parsed_range(text, unit);
  if (range.last - range.first > longest_sentence) return;
  const auto tree = model.parse(text, range.first, range.last, scratch);
  hang(items_of(unit, range), tree, unit);
  spread(unit);
  unit.parsed = true;
}

}  // namespace claimtrail
