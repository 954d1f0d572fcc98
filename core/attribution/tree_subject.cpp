#include <algorithm>

#include "core/attribution/phrases.h"

namespace claimtrail {

std::optional<std::uint32_t> Phrases::dependent(std::uint32_t head, Relation relation) const {
  if (!unit_.parsed) return std::nullopt;
  const ItemRange yield = item(head).yield;
  for (auto i = yield.first; i < yield.last; ++i) {
    if (item(i).head == static_cast<std::int32_t>(head) && item(i).relation == relation) return i;
  }
  return std::nullopt;
}

ItemRange Phrases::trimmed(ItemRange range) const {
  const auto loose = [this](std::uint32_t i) {
    const Tag here = tag(i);
    return here == Tag::comma || here == Tag::dash || here == Tag::semicolon || here == Tag::stop ||
           here == Tag::conjunction || here == Tag::colon;
  };
  while (!range.empty() && loose(range.first)) ++range.first;
  while (!range.empty() && loose(range.last - 1)) --range.last;
  return range;
}

std::optional<Phrases::Subject> Phrases::tree_subject(std::uint32_t verb) const {
  const auto found = dependent(verb, Relation::nsubj);
  if (!found || *found > verb) return std::nullopt;
  Subject subject;
  ItemRange range = item(*found).yield;
  range.last = std::min(range.last, verb);
  while (range.last > *found + 1 && tag(range.last - 1) == Tag::adverb) --range.last;
  range = trimmed(range);
  if (range.empty()) return std::nullopt;
  for (auto i = range.first; i < range.last; ++i) {
    if (tag(i) == Tag::quote) return std::nullopt;
  }
  subject.range = range;
  subject.head = *found;
  subject.boundary = range.first;
  return subject;
}

}  // namespace claimtrail
