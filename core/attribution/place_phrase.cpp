#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {

void CuePlacer::place_passive(const Cue& cue) {
  const CueEntry& entry = *cue.entry;
  if (cue.negated || cue.modal) return;
  const auto subject = p_.subject_before(cue.group.first, 0);
  const std::uint32_t i = cue.group.last;
  if (entry.words == "quote" || entry.words == "cite") {
    place_quoted(cue, subject);
    return;
  }
  if (!entry.has(Frame::passive) && !entry.has(Frame::object)) return;
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  std::uint32_t next = i;
  const bool by =
      p_.lower(next) == "by" && p_.starts_noun_phrase(next + 1) && p_.date_end(next) == next;
  if (by) {
    const auto end = p_.noun_phrase_end(next + 1);
    attribution.source = ItemRange{next + 1, end};
    next = end;
  } else {
    attribution.without_claimant = true;
  }
  if (!subject || subject->relative) return;
  placement.own_subject = true;
  placement.boundary = subject->boundary;
  if (p_.tag(next) == Tag::to && p_.tag(next + 1) == Tag::verb_base && entry.has(Frame::passive)) {
    if (attribution.without_claimant && attribution.hedge == Hedge::asserted) {
      attribution.hedge = Hedge::claimed;
    }
    attribution.content.push_back(subject->range);
    placement.right_start = next;
    placements_.push_back(std::move(placement));
  } else if (by && entry.has(Frame::object)) {
    placement.side = Side::left;
    placement.left = subject->range;
    placement.island = {cue.group.first, next};
    placements_.push_back(std::move(placement));
  }
}

void CuePlacer::place_quoted(const Cue& cue, const std::optional<Phrases::Subject>& subject) {
  if (!subject) return;
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  attribution.source = subject->range;
  placement.own_subject = true;
  placement.boundary = subject->boundary;
  std::uint32_t i = cue.group.last;
  if (p_.lower(i) == "by") {
    const auto end = p_.noun_phrase_end(i + 1);
    attribution.cited = ItemRange{i + 1, end};
    attribution.cited_is_outer = true;
    i = end;
  }
  if (p_.lower(i) != "as" || p_.lower(i + 1) != "saying") return;
  Cue saying = cue;
  saying.group.last = i + 2;
  attribution.cue = attribution.cited ? cue.group : ItemRange{cue.group.first, i + 2};
  const After next = follows_.after(saying);
  if (next.kind == Kind::end && content_before(placement.boundary)) {
    set_left(placement, next.at);
  } else {
    placement.right_start = follows_.content_from(next);
  }
  placements_.push_back(std::move(placement));
}

bool CuePlacer::place_quoting(const Cue& cue) {
  if (cue.form != Cue::Form::finite) return false;
  if (cue.entry->words != "quote" && cue.entry->words != "cite") return false;
  const std::uint32_t quoted = cue.group.last;
  if (!p_.starts_noun_phrase(quoted)) return false;
  const std::uint32_t end = p_.noun_phrase_end(quoted);
  const auto verb = p_.lower(end + 1);
  if (p_.lower(end) != "as" || (verb != "saying" && verb != "telling")) return false;
  const auto subject = p_.subject_before(cue.group.first, 0);
  if (!subject || subject->relative) return false;
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  attribution.source = ItemRange{quoted, end};
  attribution.cited = subject->range;
  attribution.cited_is_outer = true;
  placement.own_subject = true;
  placement.boundary = subject->boundary;
  Cue saying = cue;
  saying.group.last = end + 2;
  const After next = follows_.after(saying);
  if (next.kind == Kind::end) {
    if (!content_before(placement.boundary)) return false;
    set_left(placement, next.at);
  } else {
    placement.right_start = follows_.content_from(next);
  }
  placements_.push_back(std::move(placement));
  return true;
}

void CuePlacer::place_phrase(const Cue& cue) {
  const CueEntry& entry = *cue.entry;
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  if (entry.has(Frame::none)) {
    attribution.without_claimant = true;
    placement.right_start = cue.group.last;
    if (p_.lower(cue.group.first) == "it" || p_.lower(cue.group.first) == "rumor") {
      placements_.push_back(std::move(placement));
      return;
    }
    const auto subject = p_.subject_before(cue.group.first, 0);
    if (!subject) return;
    attribution.content.push_back(subject->range);
    placement.right_start = cue.group.last - 1;
    placements_.push_back(std::move(placement));
    return;
  }
  const std::uint32_t start = cue.group.last;
  const std::uint32_t plain = p_.noun_phrase_end(start);
  std::uint32_t end = p_.apposed_end(start);
  if (plain == start) return;
  // Participles after the noun: "the report seen by Reuters", "a poll published on Monday".
  std::optional<ItemRange> seen;
  if (p_.tag(end) == Tag::verb_participle ||
      (p_.tag(end) == Tag::verb_finite && p_.is(end, Class::verb_participle))) {
    std::uint32_t k = end + 1;
    if (p_.lower(k) == "by" && p_.starts_noun_phrase(k + 1)) {
      const auto by = p_.noun_phrase_end(k + 1);
      seen = follows_.medium({k + 1, by});
      k = by;
    }
    k = p_.date_end(k);
    end = std::max(end, k);
  }
  attribution.source = ItemRange{start, seen ? plain : end};
  if (seen) {
    attribution.cited = seen;
    attribution.cited_is_outer = true;
  }
  if (entry.has(Frame::cited)) {
    cite(cue, *attribution.source, end);
    return;
  }
  const std::uint32_t first = cue.group.first;
  const bool opens =
      first == 0 || p_.tag(first - 1) == Tag::conjunction || p_.lower(first - 1) == "that" ||
      (p_.tag(first - 1) == Tag::comma && first > 1 && p_.lower(first - 2) == "that");
  std::uint32_t next = end;
  for (int step = 0; step < 3; ++step) {
    const auto moved = p_.occasion_end(p_.date_end(next));
    if (moved == next) break;
    next = moved;
  }
  placement.own_subject = true;
  placement.boundary = first;
  if (opens) {
    placement.island = {first > 0 && p_.tag(first - 1) == Tag::comma ? first - 1 : first,
                        island_end(next)};
    placement.right_start = island_end(next);
    attribution.inserted = true;
  } else if (p_.tag(next) == Tag::comma && !p_.at_end(next + 1)) {
    After rest;
    rest.at = next;
    set_both(placement, rest);
    attribution.inserted = true;
  } else {
    set_left(placement, next);
    attribution.outermost = true;
    drop_positions(placement.left);
  }
  placements_.push_back(std::move(placement));
}

void CuePlacer::drop_positions(ItemRange content) {
  std::erase_if(placements_, [content](const Placement& other) {
    return other.cue.entry->type == ClaimType::position && other.side == Side::right &&
           content.first <= other.cue.head && other.cue.head < content.last;
  });
}

void CuePlacer::cite(const Cue& cue, ItemRange source, std::uint32_t end) {
  for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
    if (placement->cue.is_verb()) {
      placement->attribution.cited = source;
      ItemRange island = {cue.group.first, end};
      if (island.first > 0 && p_.tag(island.first - 1) == Tag::comma) --island.first;
      islands_.push_back(island);
      if (placement->side == Side::right && placement->right_start >= island.first &&
          placement->right_start < end) {
        placement->right_start = island_end(end);
        if (p_.lower(placement->right_start) == "that") ++placement->right_start;
      }
      return;
    }
  }
  pending_citation_ = ItemRange{cue.group.first, end};
  pending_cue_ = source.first - cue.group.first;
}

void CuePlacer::place_adverb(const Cue& cue) {
  Placement placement = placement_of(cue);
  placement.attribution.without_claimant = true;
  // Inside another's content the adverb is part of what that one says.
  for (const Placement& other : placements_) {
    if (other.side != Side::left && other.right_start <= cue.head) return;
  }
  std::uint32_t first = cue.head;
  const std::uint32_t limit = first > widest_search ? first - widest_search : 0;
  while (first > limit && p_.tag(first - 1) != Tag::semicolon && p_.tag(first - 1) != Tag::quote &&
         p_.tag(first - 1) != Tag::colon && p_.tag(first - 1) != Tag::dash) {
    --first;
  }
  while (first < cue.head && p_.tag(first) == Tag::conjunction) ++first;
  if (first < cue.head) placement.attribution.content.push_back({first, cue.head});
  placement.right_start = cue.group.last;
  placement.boundary = first;
  if (p_.at_end(placement.right_start)) return;
  placements_.push_back(std::move(placement));
}

void CuePlacer::place_noun(const Cue& cue) {
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  std::uint32_t that = cue.head + 1;
  if (p_.lower(that) == "by" || p_.lower(that) == "from" || p_.lower(that) == "of") {
    const auto end = p_.noun_phrase_end(that + 1);
    attribution.source = ItemRange{that + 1, end};
    that = end;
  }
  if (!attribution.source) attribution.source = possessor(cue.head);
  // "denied reports that P" is the denier's.
  if (!placements_.empty()) {
    Placement& last = placements_.back();
    if (last.side == Side::right && last.cue.is_verb() && last.right_start <= cue.head &&
        cue.head - last.right_start < 6 && last.cue.entry->has(Frame::object) &&
        !p_.has_verb(last.right_start, cue.head)) {
      last.right_start = that + 1;
      return;
    }
  }
  if (!attribution.source && light_verb_before(cue.head)) {
    (void)share_source(cue, attribution);
  }
  if (!attribution.source) {
    attribution.without_claimant = true;
    if (attribution.hedge == Hedge::asserted) attribution.hedge = Hedge::claimed;
  }
  placement.boundary = cue.head;
  placement.right_start = that + 1;
  placement.one_clause = !p_.has_finite(cue.head > 12 ? cue.head - 12 : 0, cue.head);
  placements_.push_back(std::move(placement));
}

}  // namespace claimtrail
