#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {

std::optional<ItemRange> CuePlacer::attached(const Cue& cue) const {
  const std::uint32_t at = cue.group.first;
  if (cue.form != Cue::Form::participle || at == 0) return std::nullopt;
  const Item& verb = p_.item(cue.head);
  if (!p_.unit().parsed || verb.relation != Relation::acl || verb.head < 0) return std::nullopt;
  const auto head = static_cast<std::uint32_t>(verb.head);
  if (head + 1 != at || p_.is(head, Class::document) || p_.is(head, Class::occasion) ||
      p_.item(head).word == nullptr || p_.item(head).word->noun != nullptr) {
    return std::nullopt;
  }
  const ItemRange range = p_.trimmed({p_.item(head).yield.first, at});
  return range.empty() || p_.tag(range.first) == Tag::preposition ? ItemRange{head, at} : range;
}

bool CuePlacer::share_source(const Cue& cue, Attribution& attribution) const {
  if (const auto range = attached(cue)) {
    attribution.source = range;
    return true;
  }
  if (cue.form == Cue::Form::finite) {
    if (const Placement* outer = coordinated_with(cue)) {
      attribution.source = outer->attribution.source;
      attribution.antecedent = outer->attribution.antecedent;
      return true;
    }
  }
  if (cue.form == Cue::Form::infinitive) {
    // "appeared to suggest": the subject of the verb before "to".
    for (auto i = cue.group.first; i-- > 0 && cue.group.first - i < 6;) {
      if (!p_.item(i).finite) continue;
      const auto subject = p_.subject_before(i, 0);
      if (!subject) break;
      attribution.source = subject->range;
      if (subject->relative) attribution.antecedent = subject->antecedent;
      return true;
    }
  }
  for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
    if (placement->cue.form == Cue::Form::phrase || placement->cue.form == Cue::Form::adverb) {
      continue;
    }
    if (!placement->attribution.source) break;
    if (placement->side == Side::right && cue.form == Cue::Form::participle &&
        nested(*placement, cue)) {
      break;
    }
    attribution.source = placement->attribution.source;
    attribution.antecedent = placement->attribution.antecedent;
    return true;
  }
  const auto limit = std::min(cue.group.first, widest_search);
  for (std::uint32_t i = 0; i < limit; ++i) {
    if (!p_.item(i).finite) continue;
    const auto subject = p_.subject_before(i, 0);
    if (!subject || subject->relative) continue;
    // "It goes without saying", "It is worth noting": nobody does.
    if (subject->range.last - subject->range.first == 1 && p_.lower(subject->range.first) == "it" &&
        p_.tag(cue.group.first - 1) != Tag::comma) {
      return false;
    }
    attribution.source = subject->range;
    return true;
  }
  return false;
}

const Placement* CuePlacer::coordinated_with(const Cue& cue) const {
  for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
    if (!placement->own_subject || !placement->cue.is_verb() || !placement->attribution.source ||
        placement->cue.group.first >= cue.group.first) {
      continue;
    }
    const std::uint32_t start = placement->boundary;
    const Tag before = start == 0 ? Tag::stop : p_.tag(start - 1);
    const bool inside =
        std::any_of(placements_.begin(), placements_.end(), [&](const Placement& other) {
          return &other != &*placement && other.side == Side::right && other.right_start <= start &&
                 other.cue.group.last <= start && before != Tag::conjunction &&
                 before != Tag::semicolon;
        });
    if (!inside) return &*placement;
  }
  return nullptr;
}

bool CuePlacer::nested(const Placement& placement, const Cue& cue) const {
  if (cue.group.first <= placement.right_start) return false;
  return p_.tag(cue.group.first - 1) != Tag::comma && p_.tag(cue.group.first - 1) != Tag::quote;
}

bool CuePlacer::absorbed(const Phrases::Subject& subject, const Cue& cue) const {
  const bool within =
      std::any_of(placements_.begin(), placements_.end(), [&](const Placement& other) {
        return other.side != Side::left && other.right_start <= subject.range.first;
      });
  if (!within) return false;
  if (cue.modal) return true;  // "he would advise", "they may say"
  if (subject.boundary > 0 && p_.lower(subject.boundary - 1) == "what") return true;
  const bool mental = cue.entry->hedge == Hedge::estimated ||
                      cue.entry->hedge == Hedge::predicted || cue.entry->words == "hope" ||
                      cue.entry->words == "fear" || cue.entry->words == "doubt" ||
                      cue.entry->words == "worry";
  if (mental && p_.tag(subject.range.first) == Tag::pronoun) return true;
  // Verbs of thought and stance that introduce no speech are part of what is said.
  if (!cue.entry->has(Frame::quote) || cue.entry->type == ClaimType::position) return true;
  // What the words of others show or suggest is theirs, and what shares of people said is a figure.
  if (cue.entry->words == "show" || cue.entry->words == "suggest" || cue.entry->words == "find" ||
      cue.entry->words == "indicate") {
    return true;
  }
  for (auto i = subject.range.first; i < subject.range.last; ++i) {
    if (p_.lower(i) == "percent" || p_.lower(i) == "%") return true;
  }
  return false;
}

bool CuePlacer::conditional(std::uint32_t boundary) const {
  if (boundary == 0) return false;
  const auto before = p_.lower(boundary - 1);
  return before == "if" || before == "whether" || before == "unless";
}

void CuePlacer::take_inserted_source(Attribution& attribution) {
  ItemRange& source = *attribution.source;
  if (pending_citation_) {
    const ItemRange citation = *pending_citation_;
    const bool inside = source.first < citation.first && citation.last <= source.last;
    // "Citing police, the agency said"
    const bool before = citation.last + 1 == source.first && p_.tag(citation.last) == Tag::comma;
    if (inside || before)
      attribution.cited = ItemRange{citation.first + pending_cue_, citation.last};
    if (inside) source.last = citation.first;
  }
  for (auto i = source.first; i + 3 < source.last; ++i) {
    const bool quoted = p_.tag(i) == Tag::comma &&
                        (p_.lower(i + 1) == "quoted" || p_.lower(i + 1) == "cited") &&
                        p_.lower(i + 2) == "by";
    if (!quoted) continue;
    attribution.cited = ItemRange{i + 3, source.last};
    attribution.cited_is_outer = true;
    source.last = i;
  }
  while (source.last > source.first + 1 && p_.tag(source.last - 1) == Tag::comma) --source.last;
}

std::optional<ItemRange> CuePlacer::possessor(std::uint32_t noun) const {
  std::uint32_t k = noun;
  while (k > 0 && noun - k < 5 &&
         (p_.tag(k - 1) == Tag::noun || p_.tag(k - 1) == Tag::adjective ||
          p_.tag(k - 1) == Tag::verb_ing)) {
    --k;
  }
  if (k == 0) return std::nullopt;
  if (p_.tag(k - 1) == Tag::possessive) return ItemRange{k - 1, k};
  if (p_.tag(k - 1) != Tag::possessive_mark) return std::nullopt;
  std::uint32_t first = k - 1;
  while (first > 0 && k - first < 12 &&
         (p_.tag(first - 1) == Tag::noun || p_.tag(first - 1) == Tag::proper ||
          p_.tag(first - 1) == Tag::adjective || p_.tag(first - 1) == Tag::hyphen ||
          p_.tag(first - 1) == Tag::determiner)) {
    --first;
    if (p_.tag(first) == Tag::determiner) break;
  }
  return ItemRange{first, k - 1};
}

bool CuePlacer::light_verb_before(std::uint32_t noun) const {
  for (auto k = noun; k-- > 0 && noun - k < 6;) {
    if (p_.tag(k) == Tag::determiner || p_.tag(k) == Tag::adjective || p_.tag(k) == Tag::noun ||
        p_.tag(k) == Tag::possessive) {
      continue;
    }
    if (!p_.item(k).finite && p_.tag(k) != Tag::verb_participle) return false;
    const auto lemma = lexicon_.lemma(p_.lower(k));
    return lemma == "make" || lemma == "issue" || lemma == "release" || lemma == "give" ||
           lemma == "repeat" || lemma == "voice" || lemma == "express" || lemma == "offer" ||
           lemma == "publish" || lemma == "reject" || lemma == "dismiss" || lemma == "deny";
  }
  return false;
}

}  // namespace claimtrail
