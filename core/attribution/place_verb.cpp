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

bool CuePlacer::affirmed(const Cue& cue) const {
  const Hedge hedge = cue.entry->hedge;
  // "could not verify": a doubt, not silence.
  if (cue.modal && cue.negated && hedge == Hedge::confirmed) return true;
  if (cue.modal && cue.form == Cue::Form::finite) {
    const bool speech = p_.tag(cue.group.last) == Tag::quote ||
                        p_.lower(cue.group.last) == "that" || p_.lower(cue.group.first) == "will" ||
                        p_.lower(cue.group.first) == "would";
    if (!speech || cue.negated) return false;
  }
  if (!cue.negated) return true;
  return hedge == Hedge::confirmed || hedge == Hedge::denied ||
         (hedge == Hedge::estimated && p_.item(cue.head).word->verb->has(Frame::clause));
}

std::optional<std::uint32_t> CuePlacer::neither_nor(const Cue& cue) const {
  if (cue.entry->words != "deny" && cue.entry->words != "confirm") return std::nullopt;
  bool other = false;
  for (auto i = cue.head; i-- > 0 && cue.head - i < 7;) {
    const WordEntry* word = p_.item(i).word;
    if (word != nullptr && word->verb != nullptr &&
        (word->verb->words == "deny" || word->verb->words == "confirm")) {
      other = true;
    } else if (p_.lower(i) == "neither" || p_.lower(i) == "not" || p_.lower(i) == "n't") {
      if (other) return i;
    } else if (p_.tag(i) == Tag::comma || p_.tag(i) == Tag::quote) {
      break;
    }
  }
  return std::nullopt;
}

void CuePlacer::adjust_hedge(const Cue& cue, Attribution& attribution) const {
  if (!cue.negated) return;
  if (cue.entry->hedge == Hedge::estimated) {
    attribution.negates_content = true;
  } else {
    attribution.hedge = Hedge::questioned;
  }
}

bool CuePlacer::speaks_by_infinitive(const Cue& cue, const After& next) const {
  if (next.kind != Kind::that && next.kind != Kind::quote) return false;
  for (auto i = cue.group.first; i-- > 0 && cue.group.first - i < 5;) {
    const auto form = p_.lower(i);
    if (form.starts_with("declin") || form.starts_with("refus") || form.starts_with("fail") ||
        form.starts_with("want") || p_.tag(i) == Tag::negation || form == "able" ||
        form == "expected" || form == "likely" || form == "reluctant" || form == "stopped") {
      return false;
    }
  }
  return true;
}

bool CuePlacer::takes_clause(const CueEntry& entry, const Cue& cue,
                             const Attribution& attribution) const {
  if (!entry.has(Frame::clause)) return false;
  return !entry.has(Frame::weak) || document_speaks(cue, attribution) ||
         p_.dependent(cue.head, Relation::ccomp).has_value();
}

bool CuePlacer::document_speaks(const Cue& cue, const Attribution& attribution) const {
  if (!attribution.source || cue.form != Cue::Form::finite) return false;
  const auto pronoun = p_.lower(attribution.source->first);
  if (attribution.source->last == attribution.source->first + 1 &&
      (pronoun == "it" || pronoun == "this" || pronoun == "that")) {
    return cue.entry->words == "show";
  }
  for (auto i = attribution.source->first; i < attribution.source->last; ++i) {
    if (p_.is(i, Class::document)) return true;
  }
  return false;
}

bool CuePlacer::takes_preposition(const CueEntry& entry, std::uint32_t i) const {
  const auto form = p_.lower(i);
  return (form == "on" && entry.has(Frame::on)) || (form == "of" && entry.has(Frame::of)) ||
         (form == "about" && entry.has(Frame::about)) ||
         (form == "for" && entry.has(Frame::for_)) ||
         (form == "against" && entry.has(Frame::against)) || (form == "to" && entry.has(Frame::to));
}

bool CuePlacer::noun_phrase_content(const CueEntry& entry, std::uint32_t i) const {
  if (!entry.has(Frame::object)) return false;
  for (auto k = i; k < std::min(p_.size(), i + 20); ++k) {
    if (p_.item(k).finite) return false;
    if (p_.tag(k) == Tag::conjunction) {
      while (k + 1 < p_.size() && p_.tag(k + 1) == Tag::adverb) ++k;
      if (k + 1 < p_.size() && p_.item(k + 1).finite) return true;
    }
  }
  return false;
}

bool CuePlacer::clause_content(const Cue& cue, const Attribution& attribution,
                               const After& next) const {
  const CueEntry& entry = *cue.entry;
  const bool headline =
      p_.unit().block == BlockKind::headline || p_.unit().block == BlockKind::standfirst;
  // "adding he would go": a pronoun with its verb is a clause whatever the cue.
  const bool pronoun = entry.has(Frame::clause) && p_.tag(next.at) == Tag::pronoun &&
                       next.at + 1 < p_.size() && p_.item(next.at + 1).finite;
  if (pronoun) return true;
  if (takes_clause(entry, cue, attribution)) {
    if (p_.has_finite(next.at, p_.size()) || follows_.speech_after(next.at)) return true;
    if (p_.dependent(cue.head, Relation::ccomp).value_or(0) >= next.at) return true;
    if (headline && p_.has_noun(next.at, p_.size())) return true;
    if (p_.tag(next.at) == Tag::number && p_.at_end(next.at + 1)) return true;
  }
  if (entry.has(Frame::weak) && !document_speaks(cue, attribution)) {
    return entry.has(Frame::clause) && follows_.speech_after(next.at);
  }
  if (entry.has(Frame::object) || entry.has(Frame::as)) {
    return p_.starts_noun_phrase(next.at) && p_.has_noun(next.at, p_.size());
  }
  return false;
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
