#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {

void CuePlacer::place_verb(const Cue& cue) {
  const CueEntry& entry = *cue.entry;
  if (const auto start = neither_nor(cue)) {
    place_neither_nor(cue, *start);
    return;
  }
  if (!affirmed(cue) || p_.lower(cue.group.first) == "having") return;
  if (place_quoting(cue)) return;
  if (cue.form == Cue::Form::finite && place_inverted(cue)) return;
  Placement placement = placement_of(cue);
  Attribution& attribution = placement.attribution;
  adjust_hedge(cue, attribution);
  const After next = follows_.after(cue);
  if (cue.form == Cue::Form::finite) {
    const auto subject = p_.subject_before(cue.group.first, 0);
    if (subject) {
      placement.own_subject = true;
      placement.boundary = subject->boundary;
      attribution.source = subject->range;
      if (subject->relative && !subject->antecedent.empty()) {
        attribution.antecedent = subject->antecedent;
      }
      take_inserted_source(attribution);
      if (absorbed(*subject, cue)) return;
      if (conditional(subject->boundary)) return;
    } else if (!share_source(cue, attribution)) {
      return;
    }
  } else if (cue.form == Cue::Form::infinitive) {
    if (!speaks_by_infinitive(cue, next) || !share_source(cue, attribution)) return;
  } else if (!share_source(cue, attribution)) {
    return;
  }
  attribution.medium = next.medium;
  const bool relative = attribution.source &&
                        attribution.source->last - attribution.source->first == 1 &&
                        p_.tag(attribution.source->first) == Tag::relative;
  const bool follows = placement.own_subject && !relative && entry.has(Frame::quote) &&
                       content_before(placement.boundary) &&
                       is_content(left_of(placement.boundary, true), next);
  switch (next.kind) {
    case Kind::that:
    case Kind::quote:
      if (follows && (speech_before(placement.boundary) || short_quote(next.at)) &&
          next.at > cue.group.last + 1 && p_.tag(next.at - 1) != Tag::colon &&
          p_.tag(next.at) != Tag::comma && p_.tag(next.at - 1) != Tag::comma) {
        // "“…,” Roe said on the podcast “Here It Is.”"
        set_left(placement, next.at);
        break;
      }
      if (next.kind == Kind::quote && follows && next.at > 0 && p_.tag(next.at) == Tag::comma &&
          p_.tag(placement.boundary - 1) != Tag::dash) {
        set_both(placement, next);
        break;
      }
      placement.right_start = follows_.content_from(next);
      break;
    case Kind::colon:
      if (!entry.has(Frame::quote)) return;
      placement.right_start = next.at + 1;
      if (p_.at_end(placement.right_start)) {
        attribution.open = entry.has(Frame::quote);
        placement.right_start = p_.size();
      }
      break;
    case Kind::end:
    case Kind::conjunction:
      if (!follows) return;
      set_left(placement, next.at);
      break;
    case Kind::comma:
      if (opens_with_as(placement.boundary)) {
        // "As Roe reported, P"
        placement.island = {placement.boundary - 1, next.at + 1};
        placement.right_start = next.at + 1;
        break;
      }
      if (follows) {
        set_both(placement, next);
      } else if (placement.own_subject && !relative && entry.has(Frame::quote) &&
                 content_before(placement.boundary) && goes_round(placement.boundary, next.at)) {
        // "After the rain, Roe said, the bridge broke."
        placement.side = Side::both;
        placement.left = left_of(placement.boundary, false);
        placement.right_start = next.at + 1;
        placement.island = {placement.left.last, next.at + 1};
      } else {
        return;
      }
      break;
    case Kind::subordinator:
      if (follows) {
        set_left(placement, next.at);
      } else if (entry.has(Frame::whether) &&
                 (p_.lower(next.at) == "whether" || p_.lower(next.at) == "if")) {
        attribution.hedge = Hedge::questioned;
        placement.right_start = next.at;
      } else if (takes_clause(entry, cue, attribution) && p_.has_finite(next.at + 1, p_.size())) {
        placement.right_start = next.at;
        if (p_.lower(next.at) == "whether" || p_.lower(next.at) == "if") return;
        if (p_.lower(next.at) == "as" || p_.lower(next.at) == "because") return;
      } else {
        return;
      }
      break;
    case Kind::clause:
      if (follows && (speech_before(placement.boundary) ||
                      (!p_.has_finite(next.at, p_.size()) && !follows_.speech_after(next.at)))) {
        set_left(placement, next.at);
        break;
      }
      if (!clause_content(cue, attribution, next)) return;
      placement.right_start = next.at;
      placement.one_phrase =
          !takes_clause(entry, cue, attribution) || noun_phrase_content(entry, next.at);
      break;
    case Kind::preposition:
      if (entry.has(Frame::from) && p_.lower(next.at) == "from") {
        // "learned from X that P": X says it.
        const auto end = p_.noun_phrase_end(next.at + 1);
        if (end == next.at + 1 || p_.lower(end) != "that") return;
        attribution.source = ItemRange{next.at + 1, end};
        attribution.antecedent.reset();
        placement.right_start = end + 1;
      } else if (follows && speech_before(placement.boundary)) {
        set_left(placement, next.at);
      } else if (takes_preposition(entry, next.at)) {
        if (next.at == attribution.cue.last) ++attribution.cue.last;  // "warned of"
        placement.right_start = next.at + 1;
      } else if (follows) {
        set_left(placement, next.at);
      } else if (takes_clause(entry, cue, attribution) && p_.has_finite(next.at, p_.size()) &&
                 !entry.has(Frame::weak)) {
        placement.right_start = next.at;
      } else {
        return;
      }
      break;
    case Kind::infinitive:
      if (entry.has(Frame::infinitive)) {
        placement.right_start = next.at;
      } else if (follows) {
        set_left(placement, next.at);
      } else {
        return;
      }
      break;
    case Kind::other:
      if (relative_object(placement.boundary, next.at)) {
        attribution.content.push_back({placement.boundary - 1, placement.boundary});
        placement.right_start = next.at;
      } else if (follows) {
        set_left(placement, next.at);
      } else {
        return;
      }
      break;
  }
  placements_.push_back(std::move(placement));
}

void CuePlacer::place_neither_nor(const Cue& cue, std::uint32_t start) {
  std::uint32_t first = start;
  while (first > 0 && (p_.tag(first - 1) == Tag::modal || p_.tag(first - 1) == Tag::be ||
                       p_.tag(first - 1) == Tag::have || p_.tag(first - 1) == Tag::do_)) {
    --first;
  }
  const auto subject = p_.subject_before(first, 0);
  if (!subject) return;
  const After next = follows_.after(cue);
  if (next.kind != Kind::that && next.kind != Kind::clause && next.kind != Kind::subordinator) {
    return;
  }
  Placement placement = placement_of(cue);
  placement.own_subject = true;
  placement.boundary = subject->boundary;
  placement.attribution.source = subject->range;
  placement.attribution.hedge = Hedge::questioned;
  placement.attribution.cue = {first, cue.group.last};
  placement.right_start =
      next.kind == Kind::subordinator ? next.at + 1 : follows_.content_from(next);
  placements_.push_back(std::move(placement));
}

bool CuePlacer::place_inverted(const Cue& cue) {
  const std::uint32_t head = cue.group.first;
  if (!cue.entry->has(Frame::quote) || head == 0 || cue.negated || cue.entry->words == "tell") {
    return false;
  }
  const Tag before = p_.tag(head - 1);
  if (before != Tag::comma && before != Tag::quote && before != Tag::dash) return false;
  if (const auto subject = p_.dependent(cue.head, Relation::nsubj);
      subject && *subject < head && !p_.has_verb(*subject, head)) {
    return false;
  }
  const bool speech = before == Tag::quote || (head > 1 && p_.tag(head - 2) == Tag::quote);
  const bool round = !speech &&
                     (p_.dependent(cue.head, Relation::nsubj).value_or(0) > head ||
                      (p_.unit().parsed && !p_.has_finite(0, head))) &&
                     goes_round(head, p_.apposed_end(cue.group.last));
  bool spoken = speech;
  for (auto i = head; i-- > 0 && head - i < widest_search && !spoken;) {
    spoken = p_.tag(i) == Tag::quote;
  }
  if (!spoken && !round && !p_.has_main_finite(0, head - 1)) return false;
  if (!speech) {
    // "“…,” Roe, the mayor, said": the subject stands between the speech and its verb.
    const auto subject = p_.subject_before(head, 0);
    if (subject && subject->boundary > 0 && p_.tag(subject->boundary - 1) == Tag::quote) {
      return false;
    }
  }
  const std::uint32_t start = cue.group.last;
  if (!p_.starts_noun_phrase(start) || p_.lower(start) == "that") return false;
  std::uint32_t end = p_.apposed_end(start);
  if (end == start) return false;
  if (end < p_.size() && (p_.item(end).finite || p_.lower(end) == "that")) return false;
  if (!speech) {
    // "Roe, 54, said the bridge was closed" has the same shape at first sight.
    const Tag follower = p_.tag(end);
    if (!p_.at_end(end) && follower != Tag::comma && follower != Tag::preposition &&
        follower != Tag::relative && p_.date_end(end) == end) {
      return false;
    }
    const auto subject = p_.subject_before(head, 0);
    if (subject && !p_.has_finite(0, subject->range.first) &&
        !p_.has_main_finite(subject->range.first, head) && p_.has_finite(start, p_.size())) {
      return false;
    }
  }
  Placement placement = placement_of(cue);
  placement.own_subject = true;
  placement.boundary = head;
  end = p_.described_end(end);
  placement.attribution.source = ItemRange{start, end};
  for (int step = 0; step < 4; ++step) {
    const auto dated = p_.date_end(end);
    const auto occasion = p_.occasion_end(dated);
    if (occasion == end) break;
    end = occasion;
  }
  After next;
  next.at = end;
  if (round) {
    placement.side = Side::both;
    placement.left = left_of(head, false);
    placement.right_start = end + 1;
    placement.island = {placement.left.last, end + 1};
  } else if (p_.tag(end) == Tag::comma) {
    set_both(placement, next);
  } else {
    set_left(placement, end);
  }
  placements_.push_back(std::move(placement));
  return true;
}

}  // namespace claimtrail
