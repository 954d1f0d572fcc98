#include <algorithm>

#include "core/attribution/phrases.h"

namespace claimtrail {

std::uint32_t Phrases::verb_from(std::uint32_t first) const {
  for (auto i = first; i < std::min(size(), first + 8); ++i) {
    switch (tag(i)) {
      case Tag::verb_finite:
      case Tag::verb_base:
      case Tag::verb_participle:
      case Tag::verb_ing:
        return i;
      default:
        break;
    }
  }
  return first;
}

std::uint32_t Phrases::clause_left(std::uint32_t verb, std::uint32_t least, bool apposed) const {
  const std::uint32_t limit = std::max(least, verb > widest_search ? verb - widest_search : 0);
  std::uint32_t k = verb;
  while (k > limit) {
    const Tag here = tag(k - 1);
    if (here == Tag::semicolon || here == Tag::colon || here == Tag::quote || here == Tag::dash ||
        here == Tag::stop) {
      break;
    }
    const auto form = lower(k - 1);
    if (here == Tag::subordinator &&
        (form == "that" || form == "because" || (form == "as" && !apposed))) {
      break;
    }
    --k;
  }
  return k;
}

bool Phrases::adverbial(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return true;
  switch (tag(first)) {
    case Tag::preposition:
    case Tag::subordinator:
    case Tag::adverb:
    case Tag::verb_ing:
    case Tag::verb_participle:
    case Tag::to:
    case Tag::relative:
    case Tag::verb_base:
      return true;
    default:
      break;
  }
  return date_end(first) == last || !has_noun(first, last);
}

std::optional<ItemRange> Phrases::trimmed_noun_phrase(std::uint32_t first,
                                                      std::uint32_t last) const {
  // Adverbs and dates between the subject and its verb: "Reuters in late March reported".
  for (bool changed = true; changed && last > first;) {
    changed = false;
    if (tag(last - 1) == Tag::adverb || tag(last - 1) == Tag::comma ||
        tag(last - 1) == Tag::negation) {
      --last;
      changed = true;
    } else if (const auto dated = date_start(last, first); dated < last && dated > first) {
      last = dated;
      changed = true;
    }
  }
  for (bool changed = true; changed && first < last;) {
    changed = false;
    const Tag here = tag(first);
    if (here == Tag::conjunction || here == Tag::adverb || here == Tag::comma ||
        here == Tag::subordinator || here == Tag::bracket || here == Tag::dash ||
        here == Tag::negation || (here == Tag::mark && last - first > 1)) {
      ++first;
      changed = true;
    } else if (const auto dated = date_end(first); dated > first && dated < last) {
      first = dated;
      changed = true;
    } else if (here == Tag::preposition || here == Tag::to) {
      // "In Kyiv the mayor said": the phrase after the preposition is not the subject.
      auto next = first + 1;
      while (next < last &&
             !(next > first + 1 && (tag(next) == Tag::determiner || tag(next) == Tag::pronoun))) {
        ++next;
      }
      if (next == last) return std::nullopt;
      first = next;
      changed = true;
    }
  }
  if (first >= last || !has_noun(first, last)) return std::nullopt;
  if (date_end(first) >= last) return std::nullopt;
  return ItemRange{first, last};
}

std::optional<Phrases::Subject> Phrases::subject_before(std::uint32_t verb,
                                                        std::uint32_t least) const {
  const auto subject = subject_by_order(verb, least);
  if (least != 0 || !unit_.parsed) return subject;
  const auto found = tree_subject(verb_from(verb));
  if (!subject) return found;
  // "A poll released on Sunday by Roe found": what stands next to the verb may hang on the subject.
  // What the verb of another clause governs is no subject of this one: "… had taken the town, Roe
  // said".
  const Tag before = found && found->range.first > 0 ? tag(found->range.first - 1) : Tag::stop;
  const bool governed = before == Tag::verb_finite || before == Tag::verb_participle ||
                        before == Tag::verb_base || before == Tag::verb_ing;
  const bool within =
      found && !governed && !subject->relative && found->head < subject->range.first &&
      subject->range.last <= found->range.last && tag(subject->range.first) != Tag::pronoun &&
      tag(subject->range.first - 1) != Tag::conjunction;
  // ""…," the grey, tired mayor said": the comma belongs to the phrase.
  const bool longer = found && !subject->relative && found->range.last == subject->range.last &&
                      found->range.first < subject->range.first && found->range.first > 0 &&
                      tag(found->range.first - 1) == Tag::quote;
  return within || longer ? found : subject;
}

std::optional<Phrases::Subject> Phrases::subject_by_order(std::uint32_t verb,
                                                          std::uint32_t least) const {
  if (verb <= least) return std::nullopt;
  std::uint32_t end = verb;
  while (end > least && (tag(end - 1) == Tag::adverb || tag(end - 1) == Tag::negation)) --end;
  if (end == least || tag(end - 1) == Tag::conjunction) return std::nullopt;
  // "who in 2010 said", "he last week said"
  if (const auto dated = date_start(end, least);
      dated < end && dated > least &&
      (tag(dated - 1) == Tag::relative || tag(dated - 1) == Tag::pronoun)) {
    end = dated;
  }
  Subject subject;
  if (tag(end - 1) == Tag::relative && lower(end - 1) != "what") {
    subject.range = {end - 1, end};
    subject.relative = true;
    std::uint32_t before = end - 1;
    while (before > least &&
           (tag(before - 1) == Tag::comma || tag(before - 1) == Tag::preposition)) {
      --before;
    }
    if (before > least && tag(before - 1) != Tag::relative) {
      const auto antecedent = subject_before(before, least);
      if (antecedent) subject.antecedent = antecedent->range;
    }
    subject.boundary = end - 1;
    return subject;
  }
  if (tag(end - 1) == Tag::pronoun) {
    subject.range = {end - 1, end};
    subject.boundary = end - 1;
    // "She and Roe said" is rare; "Roe and she" is a noun phrase.
    return subject;
  }
  const std::uint32_t left = clause_left(end, least, tag(end - 1) == Tag::comma);
  if (tag(end - 1) == Tag::comma) {
    // An apposition closed by a comma: the subject is the first segment that can be one.
    std::uint32_t start = left;
    for (auto k = left; k < end; ++k) {
      if (tag(k) != Tag::comma) continue;
      std::uint32_t first = start;
      while (first < k && (tag(first) == Tag::conjunction || lower(first) == "that")) {
        ++first;
      }
      const bool clause = has_finite(first, k);
      if (first < k && !adverbial(first, k) && !clause) {
        const auto trimmed = trimmed_noun_phrase(first, k);
        if (trimmed) {
          subject.range = {trimmed->first, end - 1};
          subject.boundary = trimmed->first;
          // A finite clause between is a relative one or no apposition at all.
          const Tag after = tag(k + 1);
          if (!has_main_finite(k + 1, end - 1) || after == Tag::relative || after == Tag::pronoun) {
            return subject;
          }
        }
      }
      start = k + 1;
    }
    return std::nullopt;
  }
  std::uint32_t first = end;
  std::uint32_t joint = 0;  // after the last conjunction passed
  while (first > left) {
    const std::uint32_t k = first - 1;
    const Tag here = tag(k);
    if (here == Tag::bracket) {
      // "Roe (D-Md.) said"
      std::uint32_t open = k;
      while (open > left && k - open < 14 && !(open < k && tag(open) == Tag::bracket)) --open;
      if (bracket_end(open) != k + 1 || open == left) break;
      first = open;
      continue;
    }
    const auto form = lower(k);
    if (here == Tag::preposition &&
        (form == "after" || form == "before" || form == "since" || form == "until" ||
         form == "during" || form == "despite" || form == "amid" || form == "than")) {
      break;
    }
    if (nominal(k) || here == Tag::preposition || here == Tag::adverb || here == Tag::pronoun) {
      first = k;
      continue;
    }
    if (here == Tag::conjunction) {
      joint = first;
      first = k;
      continue;
    }
    if (here == Tag::comma) {
      // "A, B and C said" is one subject; otherwise the comma ends it.
      if (joint == 0) break;
      std::uint32_t before = k;
      while (before > left && nominal(before - 1)) --before;
      const bool list =
          before < k && (before == left || tag(before - 1) == Tag::comma) && !adverbial(before, k);
      if (!list || tag(first) == Tag::conjunction) break;
      first = before;
      continue;
    }
    if (here == Tag::verb_ing || here == Tag::verb_participle || lower(k) == "being") {
      // A participle inside the phrase: "people briefed on the plan", "the man accused of it".
      const bool inside = k > left && (tag(k - 1) == Tag::noun || tag(k - 1) == Tag::proper ||
                                       tag(k - 1) == Tag::determiner || tag(k - 1) == Tag::adverb);
      if (!inside) break;
      first = k;
      continue;
    }
    if (item(k).finite || here == Tag::verb_base || here == Tag::be || here == Tag::have) {
      // Inside a relative clause the verb is part of the subject.
      std::uint32_t back = k;
      while (back > left && k - back < 5 && tag(back - 1) != Tag::comma &&
             tag(back - 1) != Tag::relative && !(item(back - 1).finite)) {
        --back;
      }
      if (back > left && tag(back - 1) == Tag::relative && back - 1 > left &&
          tag(back - 2) != Tag::comma) {
        first = back - 1;
        continue;
      }
      // "people accused of the attack": a past form after a noun and before a preposition.
      if (here == Tag::verb_finite && (is(k, Class::verb_participle) || lower(k).ends_with("ed")) &&
          k > left && tag(k - 1) == Tag::noun && tag(k + 1) == Tag::preposition &&
          !has_finite(left, k)) {
        first = k;
        continue;
      }
      if (joint > 0) first = joint;
      break;
    }
    // "sources privy to the talks"
    if (here == Tag::to && starts_noun_phrase(k + 1) && k > left && nominal(k - 1)) {
      first = k;
      continue;
    }
    break;
  }
  const auto trimmed = trimmed_noun_phrase(first, end);
  if (!trimmed) return std::nullopt;
  subject.range = *trimmed;
  subject.boundary = trimmed->first;
  return subject;
}

}  // namespace claimtrail
