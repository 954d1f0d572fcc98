#include "core/attribution/noun_phrase.h"

#include <algorithm>

#include "core/attribution/organizations.h"
#include "core/text/utf8.h"

namespace claimtrail {

bool is_article(std::string_view form) { return form == "the" || form == "a" || form == "an"; }

bool looks_plural(std::string_view form) {
  return (form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us") &&
          !form.ends_with("'s")) ||
         form == "people" || form == "police" || form == "men" || form == "women";
}

std::string words_of(const Phrases& p, ItemRange range) {
  return squeeze_blanks(span_of(p.text(), p.unit(), range).of(p.text().text));
}

std::uint32_t main_end(const Phrases& p, ItemRange range) {
  for (auto i = range.first; i < range.last; ++i) {
    const Tag tag = p.tag(i);
    if (tag == Tag::comma || tag == Tag::relative || tag == Tag::bracket || tag == Tag::dash ||
        tag == Tag::subordinator) {
      return i;
    }
    if ((tag == Tag::preposition || tag == Tag::to || tag == Tag::verb_participle ||
         tag == Tag::verb_ing || p.item(i).finite) &&
        i > range.first && p.lower(i) != "of") {
      return i;
    }
  }
  return range.last;
}

std::uint32_t head_end(const Phrases& p, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i) {
    // "Chief of Staff Roe" goes on after its "of".
    if (p.tag(i) == Tag::preposition) {
      const bool title = i > first && p.is(i - 1, Class::title) && p.tag(i - 1) == Tag::proper;
      if (!title) return i;
    }
  }
  return last;
}

NounPhrase take_apart_noun(const Phrases& p, ItemRange range) {
  NounPhrase noun;
  while (range.first + 1 < range.last &&
         (is_article(p.lower(range.first)) || p.tag(range.first) == Tag::conjunction ||
          p.tag(range.first) == Tag::adverb || p.tag(range.first) == Tag::comma)) {
    noun.definite = noun.definite || p.lower(range.first) == "the";
    noun.indefinite =
        noun.indefinite || p.lower(range.first) == "a" || p.lower(range.first) == "an";
    ++range.first;
  }
  noun.range = range;
  const std::uint32_t end = std::max(main_end(p, range), range.first + 1);
  noun.main = {range.first, std::min(end, range.last)};
  // "the Organization for Security", "the Committee on Ethics": the name goes on.
  std::uint32_t name_head = range.first;
  const std::uint32_t name_end = organization_end(p, range.first, name_head);
  if (name_end > noun.main.last && name_end <= range.last) noun.main.last = name_end;
  noun.head = std::max(head_end(p, noun.main.first, noun.main.last), noun.main.first + 1);
  if (name_end > range.first && name_head + 1 < noun.head) noun.head = name_head + 1;
  while (noun.head > noun.main.first + 1 && noun.head == noun.main.last &&
         p.tag(noun.head - 1) == Tag::adverb) {
    --noun.head;
    --noun.main.last;
  }
  for (auto i = noun.main.first; i < noun.head; ++i) {
    noun.any_proper = noun.any_proper || p.tag(i) == Tag::proper;
    noun.owned = noun.owned || p.tag(i) == Tag::possessive_mark;
  }
  noun.words = words_of(p, noun.main);
  return noun;
}

std::vector<ItemRange> list_members(const Phrases& p, ItemRange range) {
  const auto starts = [&p](std::uint32_t i) {
    return p.tag(i) == Tag::determiner || p.tag(i) == Tag::proper || p.tag(i) == Tag::possessive ||
           p.is(i, Class::group) || p.is(i, Class::anonymous) || p.is(i, Class::organization);
  };
  std::vector<ItemRange> found;
  std::uint32_t first = range.first;
  bool described = false;  // words that only an apposition may hold
  for (auto i = range.first; i + 1 < range.last; ++i) {
    const Tag tag = p.tag(i);
    if (tag == Tag::conjunction && p.lower(i) == "and" && i > first) {
      const bool after_comma = p.tag(i - 1) == Tag::comma;
      const std::uint32_t before = after_comma ? i - 2 : i - 1;
      // "Roe, the mayor of Derna, and Doe": two, the first of them described.
      if (after_comma && found.size() == 1 && p.tag(first) == Tag::determiner &&
          p.tag(found.back().last - 1) == Tag::proper) {
        first = found.back().first;
        found.pop_back();
      } else if (described) {
        return {};
      }
      // "Roe and Doe", but not "South Korean and Western intelligence".
      const bool noun = (p.tag(before) == Tag::noun || p.tag(before) == Tag::proper) &&
                        !p.is(before, Class::demonym);
      if (!noun || !starts(i + 1)) return {};
      for (auto k = first; k < i && !after_comma; ++k) {
        if (p.lower(k) == "of") return {};
      }
      // "the Centers for Disease Control and Prevention"
      const std::uint32_t end = main_end(p, {i + 1, range.last});
      const bool two_names = p.tag(before) == Tag::proper && p.tag(i + 1) == Tag::proper;
      if (two_names && end - i - 1 > 3) return {};
      found.push_back({first, before + 1});
      found.push_back({i + 1, range.last});
      return found;
    }
    if (tag == Tag::comma) {
      if (i == first) return {};
      if (p.lower(i + 1) == "and") continue;
      // A comma parts members only where "and" closes the list.
      if (!starts(i + 1)) return {};
      found.push_back({first, i});
      first = i + 1;
    } else if (tag == Tag::relative || tag == Tag::subordinator || tag == Tag::bracket ||
               tag == Tag::dash || tag == Tag::semicolon || p.item(i).finite) {
      return {};
    } else if ((tag == Tag::preposition || tag == Tag::verb_participle) && i > first &&
               p.lower(i) != "of") {
      if (found.empty()) return {};
      described = true;
    }
  }
  return {};
}

}  // namespace claimtrail
