#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {

bool CuePlacer::content_before(std::uint32_t subject) const {
  if (subject == 0) return false;
  const bool as = p_.lower(subject - 1) == "as" && subject > 1;
  const Tag before = p_.tag(subject - (as ? 2 : 1));
  return before == Tag::comma || before == Tag::quote || before == Tag::dash;
}

bool CuePlacer::short_quote(std::uint32_t i) const {
  constexpr std::uint32_t longest_name = 8;  // tokens, the marks included
  return p_.tag(i) == Tag::quote && p_.item(i).last - p_.item(i).first <= longest_name;
}

bool CuePlacer::relative_object(std::uint32_t subject, std::uint32_t next) const {
  return subject > 0 && p_.tag(subject - 1) == Tag::relative && next < p_.size() &&
         p_.item(next).finite;
}

bool CuePlacer::speech_before(std::uint32_t subject) const {
  return subject > 0 &&
         (p_.tag(subject - 1) == Tag::quote ||
          (subject > 1 && p_.tag(subject - 1) == Tag::comma && p_.tag(subject - 2) == Tag::quote));
}

bool CuePlacer::opens_with_as(std::uint32_t subject) const {
  return subject > 0 && p_.lower(subject - 1) == "as" &&
         (subject == 1 || p_.tag(subject - 2) == Tag::comma ||
          p_.tag(subject - 2) == Tag::conjunction);
}

bool CuePlacer::goes_round(std::uint32_t subject, std::uint32_t comma) const {
  const ItemRange left = left_of(subject, false);
  if (left.empty() || comma + 1 >= p_.size()) return false;
  for (auto i = left.first; i < left.last; ++i) {
    if (p_.tag(i) == Tag::quote) return false;
  }
  const std::uint32_t start = comma + 1;
  // The clause goes on after the second comma: its subject, or its verb.
  const bool clause = p_.has_main_finite(start, p_.size()) || p_.tag(start + 1) == Tag::quote;
  return clause &&
         (p_.starts_noun_phrase(start) || p_.item(start).finite || p_.lower(start) == "there");
}

ItemRange CuePlacer::left_of(std::uint32_t end, bool whole) const {
  std::uint32_t last = end;
  if (last > 1 && p_.lower(last - 1) == "as") --last;
  while (last > 0 && (p_.tag(last - 1) == Tag::comma || p_.tag(last - 1) == Tag::dash)) --last;
  std::uint32_t first = 0;
  if (p_.tag(last - (last > 0 ? 1 : 0)) == Tag::quote && last > 0) {
    // Speech alone, or with the words of its own clause before it.
    first = last - 1;
    const Tag before = first > 0 ? p_.tag(first - 1) : Tag::stop;
    if (before == Tag::stop || before == Tag::colon || before == Tag::dash) return {first, last};
  }
  first = 0;
  for (const Placement& placement : placements_) {
    if (!whole && placement.side == Side::right && placement.right_start <= last) {
      first = std::max(first, placement.right_start);
    }
  }
  const auto limit = last > widest_search ? last - widest_search : 0;
  for (auto k = std::max(first, limit); k < last; ++k) {
    if (p_.tag(k) == Tag::semicolon) first = k + 1;
  }
  first = std::max(first, limit);
  while (first < last && (p_.tag(first) == Tag::conjunction || p_.tag(first) == Tag::comma ||
                          p_.tag(first) == Tag::dash)) {
    ++first;
  }
  return {first, last};
}

bool CuePlacer::is_content(ItemRange left, const After& next) const {
  if (left.empty()) return false;
  if (p_.tag(left.last - 1) == Tag::quote) return true;
  const bool more = next.kind == Kind::quote || next.kind == Kind::comma;
  if (next.kind == Kind::end && !p_.has_finite(left.first, left.last)) {
    // "People like Roth, he said.", ""…" of the plan, Roth said."; not "On Monday, he said."
    return left.last - left.first > 1 && p_.has_noun(left.first, left.last) &&
           p_.date_end(left.first) != left.last && p_.occasion_end(left.first) != left.last &&
           p_.tag(left.first) != Tag::preposition && p_.tag(left.first) != Tag::verb_participle;
  }
  if (!p_.has_finite(left.first, left.last))
    return more && p_.has_noun(left.first, left.last) && p_.tag(left.first) != Tag::preposition &&
           p_.tag(left.first) != Tag::verb_participle;
  const Tag first = p_.tag(left.first);
  if (first == Tag::verb_participle || (first == Tag::verb_ing && next.kind == Kind::quote)) {
    return first == Tag::verb_participle && next.kind == Kind::end && clause_behind_comma(left);
  }
  const auto form = p_.lower(left.first);
  const bool temporal = form == "when" || form == "as" || form == "after" || form == "before" ||
                        form == "while" || form == "once" || form == "since";
  return !temporal || clause_behind_comma(left);
}

bool CuePlacer::clause_behind_comma(ItemRange range) const {
  for (auto i = range.first; i < range.last; ++i) {
    if (p_.tag(i) == Tag::comma && p_.has_finite(i + 1, range.last)) return true;
  }
  return false;
}

std::uint32_t CuePlacer::island_end(std::uint32_t i) const {
  return p_.tag(i) == Tag::comma ? i + 1 : i;
}

void CuePlacer::set_left(Placement& placement, std::uint32_t end) {
  placement.side = Side::left;
  placement.left = left_of(placement.boundary, true);
  placement.island = {placement.left.last, end};
}

void CuePlacer::set_both(Placement& placement, const After& next) {
  const std::uint32_t start = next.at + 1;
  placement.left = left_of(placement.boundary, false);
  const bool speech_left = !placement.left.empty() && p_.tag(placement.left.last - 1) == Tag::quote;
  const Tag first = p_.tag(start);
  bool goes_on =
      first == Tag::quote || (first == Tag::conjunction && p_.tag(start + 1) == Tag::quote);
  if (!speech_left && !goes_on) {
    goes_on = (p_.starts_noun_phrase(start) || p_.item(std::min(start, p_.size() - 1)).finite ||
               first == Tag::preposition || first == Tag::subordinator || first == Tag::be ||
               first == Tag::verb_ing) &&
              p_.has_finite(start, p_.size());
    // What stands on the left is a whole clause already: the rest is narration.
    const Tag opens = p_.tag(placement.left.first);
    const bool half = opens == Tag::subordinator || opens == Tag::preposition ||
                      p_.lower(placement.left.first) == "even";
    const auto form = p_.lower(start);
    const bool condition = form == "until" || form == "because" || form == "unless" ||
                           form == "if" || form == "though" || form == "although";
    if (goes_on && p_.has_finite(placement.left.first, placement.left.last) && !half &&
        !condition && !p_.item(start).finite) {
      goes_on = false;
    }
    if (goes_on && first == Tag::verb_ing && !half) goes_on = false;
  }
  if (!goes_on) {
    set_left(placement, next.at);
    return;
  }
  placement.side = Side::both;
  placement.right_start = start;
  placement.island = {placement.left.last, start};
}

}  // namespace claimtrail
