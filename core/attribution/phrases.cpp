#include "core/attribution/phrases.h"

#include <algorithm>

namespace claimtrail {

Phrases::Phrases(const TokenizedText& text, const Unit& unit)
    : text_(text), unit_(unit), tail_(size()) {
  while (tail_ > 0) {
    const Tag last = tag(tail_ - 1);
    if (last != Tag::stop && last != Tag::mark && last != Tag::bracket) break;
    --tail_;
  }
}

bool Phrases::nominal(std::uint32_t i) const {
  switch (tag(i)) {
    case Tag::noun:
    case Tag::proper:
    case Tag::adjective:
    case Tag::determiner:
    case Tag::possessive:
    case Tag::possessive_mark:
    case Tag::number:
    case Tag::hyphen:
    case Tag::mark:
      return true;
    default:
      return false;
  }
}

bool Phrases::starts_noun_phrase(std::uint32_t i) const {
  switch (tag(i)) {
    case Tag::noun:
    case Tag::proper:
    case Tag::adjective:
    case Tag::determiner:
    case Tag::possessive:
    case Tag::number:
    case Tag::pronoun:
      return true;
    default:
      return false;
  }
}

bool Phrases::has_finite(std::uint32_t first, std::uint32_t last) const {
  last = std::min({last, size(), first + widest_search});
  for (auto i = first; i < last; ++i) {
    if (item(i).finite) return true;
  }
  return false;
}

bool Phrases::has_main_finite(std::uint32_t first, std::uint32_t last) const {
  last = std::min({last, size(), first + widest_search});
  bool relative = false;
  for (auto i = first; i < last; ++i) {
    if (tag(i) == Tag::relative) relative = true;
    if (tag(i) == Tag::comma) relative = false;
    if (item(i).finite && !relative) return true;
  }
  return false;
}

std::uint32_t Phrases::bracket_end(std::uint32_t i) const {
  const auto form = lower(i);
  if (tag(i) != Tag::bracket || (form != "(" && form != "[")) return i;
  for (auto k = i + 1; k < std::min(size(), i + 14); ++k) {
    if (tag(k) == Tag::bracket) return lower(k) == ")" || lower(k) == "]" ? k + 1 : i;
    if (tag(k) == Tag::quote || tag(k) == Tag::stop) return i;
  }
  return i;
}

bool Phrases::has_verb(std::uint32_t first, std::uint32_t last) const {
  last = std::min({last, size(), first + widest_search});
  for (auto i = first; i < last; ++i) {
    const Tag here = tag(i);
    if (item(i).finite || here == Tag::verb_participle || here == Tag::verb_base ||
        here == Tag::verb_ing || here == Tag::quote) {
      return true;
    }
  }
  return false;
}

bool Phrases::has_noun(std::uint32_t first, std::uint32_t last) const {
  last = std::min({last, size(), first + widest_search});
  for (auto i = first; i < last; ++i) {
    const Tag here = tag(i);
    if (here == Tag::noun || here == Tag::proper || here == Tag::pronoun ||
        (here == Tag::determiner && lower(i) != "a" && lower(i) != "an" && lower(i) != "the")) {
      return true;
    }
  }
  return false;
}

std::uint32_t Phrases::date_end(std::uint32_t i) const {
  std::uint32_t k = i;
  if (tag(k) == Tag::preposition) {
    const auto form = lower(k);
    if (form != "on" && form != "in" && form != "at" && form != "since" && form != "by" &&
        form != "during" && form != "over" && form != "before" && form != "after" &&
        form != "from" && form != "until") {
      return i;
    }
    ++k;
  }
  const std::uint32_t start = k;
  bool dated = false;   // a day, a month, a year, or a unit of time that is anchored
  bool period = false;  // "week", "years"
  bool anchored = false;
  while (k < size() && k < start + 8) {
    const auto form = lower(k);
    const bool calendar = is(k, Class::day) || is(k, Class::month);
    const bool time = is(k, Class::time);
    const bool number = tag(k) == Tag::number && form.size() <= 4;
    const bool year = number && form.size() == 4 && (form[0] == '1' || form[0] == '2');
    const bool anchor = form == "last" || form == "this" || form == "next" || form == "past" ||
                        form == "previous" || form == "same" || form == "recent" || form == "ago" ||
                        form == "earlier" || form == "later" || form == "late" || form == "early" ||
                        form == "mid" || form == "coming";
    const bool small = form == "the" || form == "of" || form == "a" || form == "few" ||
                       form == "several" || form == "two" || form == "three" || form == "one";
    const bool hyphen = form == "-" && k > start && lower(k - 1) == "mid";
    const bool comma =
        tag(k) == Tag::comma && dated && tag(k + 1) == Tag::number && lower(k + 1).size() == 4;
    if (!calendar && !time && !number && !anchor && !small && !hyphen && !comma) break;
    if (form == "the" && (dated || period)) break;
    period = period || time;
    anchored = anchored || anchor;
    dated = dated || calendar || (year && start > i) || (period && (anchored || start > i));
    ++k;
  }
  if (!dated) return i;
  while (k > start) {
    const auto form = lower(k - 1);
    if (form != "the" && form != "of" && form != "a" && form != "-" && form != "one" &&
        form != "two" && form != "three") {
      break;
    }
    --k;
  }
  // "the 83-year-old judge" is no date.
  return tag(k) == Tag::hyphen ? i : k;
}

std::uint32_t Phrases::date_start(std::uint32_t end, std::uint32_t least) const {
  const std::uint32_t limit = end > least + 7 ? end - 7 : least;
  for (auto k = limit; k < end; ++k) {
    if (date_end(k) == end) return k;
  }
  return end;
}

std::uint32_t Phrases::noun_phrase_end(std::uint32_t i) const {
  if (tag(i) == Tag::pronoun) return i + 1;
  const std::uint32_t limit = std::min(size(), i + 40);
  bool noun = false;
  std::uint32_t joint = 0;
  std::uint32_t k = i;
  while (k < limit) {
    const Tag here = tag(k);
    if (noun && (here == Tag::determiner || here == Tag::possessive)) break;
    if (noun && k > i && date_end(k) > k && tag(k) != Tag::number) break;
    if (noun && here == Tag::proper && tag(k - 1) == Tag::noun && !is(k - 1, Class::title) &&
        !is(k - 1, Class::role) && lower(k - 1).ends_with("s")) {
      break;
    }
    if (nominal(k)) {
      noun = noun || here == Tag::noun || here == Tag::proper;
      ++k;
      continue;
    }
    if (here == Tag::quote && !noun) break;
    if (noun && here == Tag::bracket && bracket_end(k) > k) {
      k = bracket_end(k);
      continue;
    }
    // "many of the bridges"
    if (k > i && tag(k - 1) == Tag::determiner && lower(k) == "of") noun = true;
    const bool links =
        here == Tag::preposition && (lower(k) == "of" || lower(k) == "for" || lower(k) == "at" ||
                                     lower(k) == "from" || lower(k) == "with" || lower(k) == "in");
    if (noun && links && starts_noun_phrase(k + 1) && date_end(k) == k && occasion_end(k) == k) {
      ++k;
      noun = false;
      continue;
    }
    if (noun && here == Tag::conjunction && lower(k) == "and" && starts_noun_phrase(k + 1)) {
      joint = k;
      ++k;
      noun = false;
      continue;
    }
    break;
  }
  // "the mayor and his deputy", but not "the mayor and police found".
  if (joint > 0 && k < size() && item(k).finite) k = joint;
  while (k > i && tag(k - 1) == Tag::mark) --k;
  return k;
}

std::uint32_t Phrases::apposed_end(std::uint32_t i) const {
  std::uint32_t end = noun_phrase_end(i);
  for (int appositions = 0; appositions < 3 && tag(end) == Tag::comma; ++appositions) {
    const std::uint32_t start = end + 1;
    const Tag first = tag(start);
    if (first != Tag::determiner && first != Tag::noun && first != Tag::number &&
        first != Tag::possessive && first != Tag::proper) {
      break;
    }
    const std::uint32_t stop = noun_phrase_end(start);
    if (stop == start) break;
    const bool closed = at_end(stop) || tag(stop) == Tag::comma;
    if (!closed || has_finite(start, stop)) break;
    // A clause of its own may begin like an apposition: "Roe, the bridge, which …".
    if (!at_end(stop) && stop + 1 < size() && item(stop + 1).finite) break;
    end = stop;
  }
  return end;
}

std::uint32_t Phrases::described_end(std::uint32_t i) const {
  std::uint32_t end = i;
  for (int parts = 0; parts < 4; ++parts) {
    const bool apart = tag(end) == Tag::comma;
    const std::uint32_t start = apart ? end + 1 : end;
    const Tag first = tag(start);
    const bool relative = first == Tag::relative && lower(start) != "that";
    const bool apposed =
        apart && (first == Tag::determiner || first == Tag::noun || first == Tag::adjective ||
                  first == Tag::proper || first == Tag::possessive || first == Tag::number);
    if ((!relative && !apposed) || (apposed && date_end(start) > start)) break;
    std::uint32_t stop = start;
    const std::uint32_t limit = std::min(size(), start + 40);
    while (stop < limit && !at_end(stop) && tag(stop) != Tag::comma && tag(stop) != Tag::quote &&
           tag(stop) != Tag::dash && tag(stop) != Tag::semicolon && tag(stop) != Tag::colon) {
      ++stop;
    }
    if (stop == limit && stop < size()) break;
    // A clause of its own: what was said goes on.
    if (apposed && (has_main_finite(start, stop) || (stop < size() && tag(stop) == Tag::quote)))
      break;
    end = stop;
  }
  return end;
}

std::uint32_t Phrases::occasion_end(std::uint32_t i) const {
  if (tag(i) != Tag::preposition || lower(i) == "of") return i;
  std::uint32_t k = i + 1;
  bool found = false;
  const std::uint32_t limit = std::min(size(), i + 14);
  while (k < limit) {
    const Tag here = tag(k);
    if (is(k, Class::occasion)) {
      found = true;
      ++k;
      // "a telephone interview": the occasion is the last of its nouns.
      if (tag(k) == Tag::noun) continue;
      // What follows the noun belongs to it: "with CNN", "to supporters", "in Ohio".
      while (k < limit && (tag(k) == Tag::preposition || tag(k) == Tag::to) &&
             starts_noun_phrase(k + 1)) {
        std::uint32_t next = k + 1;
        while (next < limit && nominal(next) && !(next > k + 1 && tag(next) == Tag::determiner)) {
          ++next;
        }
        if (next == k + 1) break;
        k = next;
      }
      break;
    }
    if (!nominal(k) && here != Tag::verb_ing && here != Tag::verb_participle &&
        here != Tag::verb_base) {
      break;
    }
    ++k;
  }
  if (!found) return i;
  const std::uint32_t dated = date_end(k);
  return dated;
}

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
  const bool within = found && !governed && !subject->relative && found->head < subject->range.first &&
                      subject->range.last <= found->range.last &&
                      tag(subject->range.first) != Tag::pronoun &&
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
