#pragma once

#include <optional>
#include <vector>

#include "core/attribution/attribution.h"

namespace claimtrail {

/// A hop before its claimants are known.
struct HopDraft {
  std::optional<ItemRange> source;
  std::optional<ItemRange> antecedent;
  std::optional<ItemRange> cue;  ///< a medium and a cited source have none
  Hedge hedge = Hedge::asserted;
};

/// A claim before its words are judged. Ranges are items of `unit`.
struct ClaimDraft {
  std::uint32_t unit = 0;
  std::vector<ItemRange> content;
  std::vector<Span> continued;
  std::vector<HopDraft> hops;  ///< hop 0 nearest the claim
  const CueEntry* entry = nullptr;
  bool negates_content = false;
  bool open = false;
  bool nobodys = false;  ///< a quotation whose speaker the text does not name
};

/// Orders the attributions of one unit into chains: what lies inside another's content gets that
/// one's hops after its own, and the outer keeps what is left of its content when that is still a
/// clause. Contents of the result do not overlap.
[[nodiscard]] std::vector<ClaimDraft> chain_hops(const Phrases& phrases,
                                                 const std::vector<Attribution>& attributions);

}  // namespace claimtrail
