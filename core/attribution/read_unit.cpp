#include <algorithm>

#include "core/attribution/placement.h"

namespace claimtrail {
namespace {

bool speaks(const Phrases& p, const Attribution& attribution) {
  for (const ItemRange range : attribution.content) {
    for (auto i = range.first; i < std::min(range.last, range.first + widest_search); ++i) {
      if (p.tag(i) == Tag::quote) return true;
    }
  }
  return false;
}

// Not "Roth denied that" or "Roth said so".
bool says_something(const Phrases& p, const Attribution& attribution) {
  for (const ItemRange range : attribution.content) {
    for (auto i = range.first; i < range.last; ++i) {
      switch (p.tag(i)) {
        case Tag::noun:
        case Tag::proper:
        case Tag::number:
        case Tag::quote:
        case Tag::verb_finite:
        case Tag::verb_base:
        case Tag::verb_participle:
        case Tag::verb_ing:
        case Tag::modal:
        case Tag::be:
          return true;
        default:
          break;
      }
    }
  }
  return false;
}

}  // namespace

ItemRange Attribution::extent() const {
  ItemRange range = cue;
  const auto include = [&range](ItemRange other) {
    if (other.empty()) return;
    range.first = std::min(range.first, other.first);
    range.last = std::max(range.last, other.last);
  };
  if (source) include(*source);
  for (const ItemRange part : content) include(part);
  return range;
}

std::vector<Attribution> read_unit(const Phrases& phrases, const Lexicon& lexicon) {
  Placements placements = place_cues(phrases, lexicon);
  fill_contents(phrases, placements);
  std::vector<Attribution> result;
  for (Placement& placement : placements.cues) {
    Attribution& attribution = placement.attribution;
    if (!says_something(phrases, attribution) && !attribution.open) continue;
    const bool turn = attribution.entry->words == ":";
    if (phrases.unit().question && !turn && !speaks(phrases, attribution)) continue;
    result.push_back(std::move(attribution));
  }
  return result;
}

}  // namespace claimtrail
