#include "core/attribution/chain_hops.h"

#include <algorithm>

namespace claimtrail {
namespace {

constexpr std::uint32_t least_clause = 3;   // items
constexpr std::uint32_t longest_list = 30;  // items

bool holds(const std::vector<ItemRange>& content, std::uint32_t item) {
  return std::any_of(content.begin(), content.end(),
                     [item](ItemRange range) { return range.first <= item && item < range.last; });
}

bool overlap(const std::vector<ItemRange>& a, const std::vector<ItemRange>& b) {
  for (const ItemRange x : a) {
    for (const ItemRange y : b) {
      if (x.first < y.last && y.first < x.last) return true;
    }
  }
  return false;
}

std::vector<ItemRange> without(const std::vector<ItemRange>& content, ItemRange hole) {
  std::vector<ItemRange> result;
  for (const ItemRange range : content) {
    if (range.last <= hole.first || hole.last <= range.first) {
      result.push_back(range);
      continue;
    }
    if (range.first < hole.first) result.push_back({range.first, hole.first});
    if (hole.last < range.last) result.push_back({hole.last, range.last});
  }
  return result;
}

class Chains {
 public:
  Chains(const Phrases& phrases, const std::vector<Attribution>& attributions)
      : p_(phrases), attributions_(attributions), outer_(attributions.size(), none) {}

  std::vector<ClaimDraft> run() {
    for (std::size_t i = 0; i < attributions_.size(); ++i) outer_[i] = outer_of(i);
    std::vector<ClaimDraft> drafts;
    std::vector<ItemRange> taken;
    std::vector<std::vector<ItemRange>> contents;
    for (const Attribution& attribution : attributions_) contents.push_back(attribution.content);
    std::vector<bool> dropped(attributions_.size(), false);
    for (std::size_t i = 0; i < attributions_.size(); ++i) dropped[i] = absorbed(i);
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      if (outer_[i] == none || dropped[i]) continue;
      auto& outer = contents[outer_[i]];
      ItemRange hole = attributions_[i].extent();
      outer = without(outer, hole);
    }
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      if (dropped[i]) continue;
      std::vector<ItemRange> content;
      for (const ItemRange range : contents[i]) {
        const ItemRange part = trimmed(range);
        if (!part.empty()) content.push_back(part);
      }
      for (const ItemRange hole : taken) content = without(content, hole);
      const bool outer = std::find(outer_.begin(), outer_.end(), i) != outer_.end();
      if (outer && !is_clause(content)) content.clear();
      if (content.empty() && !attributions_[i].open) continue;
      taken.insert(taken.end(), content.begin(), content.end());
      drafts.push_back(draft(i, std::move(content)));
    }
    return drafts;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // The attribution around `i`: the one with the smallest content that holds its cue, or whose
  // content it was inserted into.
  [[nodiscard]] std::size_t outer_of(std::size_t i) const {
    const Attribution& inner = attributions_[i];
    std::size_t best = none;
    std::uint32_t best_size = 0;
    for (std::size_t k = 0; k < attributions_.size(); ++k) {
      if (k == i) continue;
      const Attribution& outer = attributions_[k];
      if (holds(inner.content, outer.cue.first)) continue;
      const bool around = holds(outer.content, inner.cue.first);
      const bool inserted = !around && !inner.outermost && inner.inserted && !outer.inserted &&
                            overlap(inner.content, outer.content);
      const bool shared = !around && !inserted && outer.outermost && !inner.outermost &&
                          overlap(inner.content, outer.content);
      if (!around && !inserted && !shared) continue;
      if (around && !outer.outermost && !whole_complement(inner, outer)) continue;
      if (inner.source && inner.source == outer.source) continue;
      std::uint32_t size = 0;
      for (const ItemRange range : outer.content) size += range.last - range.first;
      if (best == none || size < best_size) {
        best = k;
        best_size = size;
      }
    }
    return best;
  }

  // "X said that Y told him P", but not "X said P because Y told him Q": there Y is X's affair.
  [[nodiscard]] bool whole_complement(const Attribution& inner, const Attribution& outer) const {
    const ItemRange extent = inner.extent();
    for (const ItemRange range : outer.content) {
      if (extent.first < range.first || extent.first >= range.last) continue;
      return !p_.has_finite(range.first, extent.first);
    }
    return true;
  }

  // Inside another's content without being its whole.
  [[nodiscard]] bool absorbed(std::size_t i) const {
    const Attribution& inner = attributions_[i];
    if (inner.inserted || inner.outermost) return false;
    for (std::size_t k = 0; k < attributions_.size(); ++k) {
      const Attribution& outer = attributions_[k];
      if (k == i || outer_[i] == k || outer.outermost) continue;
      if (holds(outer.content, inner.cue.first) && !holds(inner.content, outer.cue.first) &&
          !whole_complement(inner, outer)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] ItemRange trimmed(ItemRange range) const {
    const auto loose = [this](std::uint32_t i) {
      const Tag tag = p_.tag(i);
      return tag == Tag::comma || tag == Tag::conjunction || tag == Tag::dash ||
             tag == Tag::semicolon || tag == Tag::stop ||
             (tag == Tag::subordinator && p_.lower(i) == "that");
    };
    while (!range.empty() && loose(range.first)) ++range.first;
    while (!range.empty() && loose(range.last - 1)) --range.last;
    return range;
  }

  [[nodiscard]] bool is_clause(const std::vector<ItemRange>& content) const {
    return std::any_of(content.begin(), content.end(), [this](ItemRange range) {
      if (range.last - range.first < least_clause) return false;
      for (auto i = range.first; i < range.last; ++i) {
        if (p_.tag(i) == Tag::quote) return true;
      }
      return p_.has_finite(range.first, range.last) && p_.has_noun(range.first, range.last);
    });
  }

  // "Roe, the mayor of Derna, and Doe" before the cue, "Roe, Doe, and Poe" behind it: a list whose
  // last comma stands before its "and" was taken for its last or its first member.
  [[nodiscard]] ItemRange whole_list(ItemRange source, const Attribution& attribution) const {
    const auto taken = [&](ItemRange range) { return overlap({range}, attribution.content); };
    if (const auto first = list_start(source.first); first < source.first) {
      if (!taken({first, source.first})) source.first = first;
    }
    if (const auto last = list_end(source.last); last > source.last) {
      if (!taken({source.last, last})) source.last = last;
    }
    return source;
  }

  // Where the list begins whose last member, after ", and", begins at `member`: at the start of
  // its clause, and nothing in it is a verb; `member` where there is none.
  [[nodiscard]] std::uint32_t list_start(std::uint32_t member) const {
    if (member < 3 || p_.lower(member - 1) != "and" || p_.tag(member - 2) != Tag::comma) {
      return member;
    }
    std::uint32_t first = member - 2;
    while (first > 0 && member - first < longest_list) {
      const Tag tag = p_.tag(first - 1);
      const bool word = p_.nominal(first - 1) || tag == Tag::comma || tag == Tag::hyphen ||
                        (tag == Tag::preposition && first > 1 && p_.nominal(first - 2));
      if (!word) break;
      --first;
    }
    const Tag before = first == 0 ? Tag::stop : p_.tag(first - 1);
    const bool opens = before == Tag::stop || before == Tag::quote || before == Tag::subordinator ||
                       before == Tag::mark || before == Tag::colon;
    const bool list = opens && p_.starts_noun_phrase(first) && p_.date_end(first) == first &&
                      names_speaker(first, member);
    return list ? first : member;
  }

  // A name, or somebody who may speak, before the first comma.
  [[nodiscard]] bool names_speaker(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last && p_.tag(i) != Tag::comma; ++i) {
      if (p_.tag(i) == Tag::proper || p_.is(i, Class::role) || p_.is(i, Class::title) ||
          p_.is(i, Class::group) || p_.is(i, Class::anonymous) || p_.is(i, Class::organization)) {
        return true;
      }
    }
    return false;
  }

  // The end of ", Doe, and Poe" behind the first member, where nothing follows it.
  [[nodiscard]] std::uint32_t list_end(std::uint32_t end) const {
    std::uint32_t at = end;
    while (p_.tag(at) == Tag::comma && at - end < longest_list) {
      const bool last = p_.lower(at + 1) == "and";
      const std::uint32_t start = at + (last ? 2 : 1);
      if (!p_.starts_noun_phrase(start) || p_.date_end(start) > start) return end;
      at = p_.noun_phrase_end(start);
      if (at == start) return end;
      if (last) return p_.at_end(at) ? at : end;
    }
    return end;
  }

  // "a letter seen by Reuters": the outlet that saw it is the next hop.
  [[nodiscard]] std::optional<ItemRange> take_witness(ItemRange& source) const {
    for (auto i = source.first + 1; i + 2 < source.last; ++i) {
      if (p_.lower(i + 1) != "by" || !is_participle(i)) continue;
      const ItemRange witness = {i + 2, p_.noun_phrase_end(i + 2)};
      if (witness.last > source.last || !names_outlet(witness)) continue;
      source.last = p_.tag(i - 1) == Tag::comma ? i - 1 : i;
      return witness;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_participle(std::uint32_t i) const {
    return p_.is(i, Class::verb_participle) || p_.lower(i).ends_with("ed");
  }

  [[nodiscard]] bool names_outlet(ItemRange range) const {
    for (auto i = range.first; i < range.last; ++i) {
      if (p_.is(i, Class::outlet)) return true;
      if (p_.is(i, Class::outlet_word) && p_.tag(i) == Tag::proper) return true;
    }
    return false;
  }

  void add_hops(std::vector<HopDraft>& hops, const Attribution& attribution) const {
    HopDraft own;
    own.source = attribution.source;
    std::optional<ItemRange> witness;
    if (own.source) {
      *own.source = whole_list(*own.source, attribution);
      witness = take_witness(*own.source);
    }
    own.antecedent = attribution.antecedent;
    own.cue = attribution.cue;
    own.hedge = attribution.hedge;
    if (attribution.cited) {
      HopDraft cited;
      cited.source = attribution.cited;
      if (attribution.cited_is_outer) {
        hops.push_back(own);
        hops.push_back(cited);
      } else {
        hops.push_back(cited);
        hops.push_back(own);
      }
    } else {
      hops.push_back(own);
    }
    for (const auto& outlet : {witness, attribution.medium}) {
      if (!outlet) continue;
      HopDraft medium;
      medium.source = outlet;
      hops.push_back(medium);
    }
  }

  [[nodiscard]] ClaimDraft draft(std::size_t i, std::vector<ItemRange> content) const {
    const Attribution& attribution = attributions_[i];
    ClaimDraft result;
    result.unit = attribution.unit;
    result.content = std::move(content);
    result.continued = attribution.continued;
    result.entry = attribution.entry;
    result.negates_content = attribution.negates_content;
    result.open = attribution.open;
    std::size_t at = i;
    for (int depth = 0; at != none && depth < 6; ++depth) {
      add_hops(result.hops, attributions_[at]);
      at = outer_[at];
    }
    return result;
  }

  const Phrases& p_;
  const std::vector<Attribution>& attributions_;
  std::vector<std::size_t> outer_;
};

}  // namespace

std::vector<ClaimDraft> chain_hops(const Phrases& phrases,
                                   const std::vector<Attribution>& attributions) {
  return Chains(phrases, attributions).run();
}

}  // namespace claimtrail
