#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {

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

}  // namespace claimtrail
