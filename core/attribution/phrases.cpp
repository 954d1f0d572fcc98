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

}  // namespace claimtrail
