#include <algorithm>

#include "core/attribution/claimants.h"

namespace claimtrail {
namespace {

bool is_outlet_noun(std::string_view form) {
  return form == "newspaper" || form == "paper" || form == "magazine" || form == "broadcaster" ||
         form == "network" || form == "channel" || form == "outlet" || form == "website";
}

}  // namespace

std::optional<Claimant> Claimants::person(const Phrases& p, ItemRange main,
                                          std::uint32_t head) const {
  // The last run of capitalised words before the head's end: "campaign manager Robby Mook".
  std::uint32_t first = is_name_tail(p, head - 1) ? head - 2 : head;
  while (first > main.first &&
         (p.tag(first - 1) == Tag::proper || p.tag(first - 1) == Tag::hyphen)) {
    --first;
  }
  while (first < head && p.tag(first) == Tag::hyphen) ++first;
  if (first == head) return std::nullopt;
  const bool opens_sentence = first == 0;
  const ItemRange name = name_in(p, {first, head});
  if (!can_be_person(p, name)) return std::nullopt;
  // "the younger Mr. Roe": one of two, and not said which name is his.
  for (auto i = main.first; i < name.first; ++i) {
    const auto form = p.lower(i);
    if (form == "younger" || form == "elder" || form == "older") {
      return named(words_of(p, main), ClaimantKind::named_person);
    }
  }
  const auto known = [this](std::size_t index) {
    return named(entities_.people()[index].name, ClaimantKind::named_person);
  };
  const bool article = main.first > 0 && is_article(p.lower(main.first - 1));
  if (name.last - name.first == 1) {
    const auto form = p.lower(name.first);
    const bool titled = name.first > main.first &&
                        (p.is(name.first - 1, Class::title) || p.is(name.first - 1, Class::role));
    const Gender gender = titled ? gender_of(p, {main.first, name.first}, {}) : Gender::unknown;
    const std::size_t index = entities_.by_short_name(form, byte_of(p, name.first), gender);
    if (index != Entities::nobody && (titled || !article)) return known(index);
    const std::string words = words_of(p, name);
    const bool acronym =
        words.size() > 1 && words.size() < 6 &&
        std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!titled && (article || acronym)) return std::nullopt;
    if (!titled && opens_sentence && looks_plural(form)) return std::nullopt;
    return named(words, ClaimantKind::named_person);
  }
  const std::string words = words_of(p, name);
  const std::size_t index = entities_.by_name(words);
  if (index != Entities::nobody) return known(index);
  if (known_as(words) == nullptr && article && name.first == main.first) return std::nullopt;
  return named(words, ClaimantKind::named_person);
}

std::optional<ItemRange> Claimants::speaker_of(const Phrases& p, const NounPhrase& noun) const {
  const std::uint32_t last = noun.head - 1;
  if (!NameTable::english().is_vehicle(p.lower(last)) || p.tag(last) == Tag::proper) {
    return std::nullopt;
  }
  for (auto i = noun.main.first; i < last; ++i) {
    if (p.tag(i) != Tag::possessive_mark || i == noun.main.first) continue;
    const std::uint32_t first =
        noun.main.first > 0 && noun.definite ? noun.main.first - 1 : noun.main.first;
    return ItemRange{first, i};
  }
  for (auto i = noun.head; i + 1 < noun.range.last; ++i) {
    const auto form = p.lower(i);
    if ((form == "by" || form == "from" || form == "of") && p.starts_noun_phrase(i + 1) &&
        p.date_end(i) == i) {
      return ItemRange{i + 1, std::min(p.noun_phrase_end(i + 1), noun.range.last)};
    }
    if (p.tag(i) == Tag::comma || p.tag(i) == Tag::relative) break;
  }
  return std::nullopt;
}

std::string Claimants::owned_words(const Phrases& p, const NounPhrase& noun) const {
  if (p.tag(noun.main.first) != Tag::possessive || noun.main.last - noun.main.first < 2) {
    return noun.words;
  }
  const std::vector<Claimant> owner = pronoun(p, unit_of(p), noun.main.first);
  if (owner.size() != 1) return noun.words;
  // Whose it is has to be beyond doubt: the name goes beyond this report.
  if (owner.front().kind == ClaimantKind::named_person) {
    const std::size_t index = entities_.by_name(owner.front().name);
    if (index == Entities::nobody || entities_.people()[index].gender == Gender::unknown) {
      return noun.words;
    }
  } else if (!is_thing(owner.front().kind)) {
    return noun.words;
  }
  return owner.front().name + "'s " + words_of(p, {noun.main.first + 1, noun.main.last});
}

Claimant Claimants::organization(const Phrases& p, const NounPhrase& noun, ClaimantKind kind) {
  const std::uint32_t last = noun.head - 1;
  const std::string words = owned_words(p, noun);
  if (noun.indefinite || known_as(words) != nullptr) return named(words, kind);
  const bool proper = p.tag(last) == Tag::proper;
  const std::string head(p.lower(last));
  // "the Daily News" is short for the "Derna Daily News", "the Derna Times" is not short for the
  // "International Derna Times".
  if (kind == ClaimantKind::outlet) {
    for (auto i = noun.main.first; i < noun.head && noun.head - noun.main.first > 1; ++i) {
      if (!p.is(i, Class::outlet_word)) return named(words, kind);
    }
  }
  std::string full = organizations_.full_name(words, head, proper, unit_of(p));
  // "Acme Corp. said … The company added": the last to speak, where no other was named since.
  const bool bare = noun.definite && noun.main.last - noun.main.first == 1;
  if (full.empty() && bare && !proper && NameTable::english().is_generic(head) &&
      !organizations_.knows_head(head)) {
    const std::uint32_t here = unit_of(p);
    const ClaimantKind wanted = is_outlet_noun(head) ? ClaimantKind::outlet : kind;
    // The only one that spoke, where no other is named at all.
    const std::string& only = only_organization_;
    if (kind == ClaimantKind::organization && wanted == kind && !only.empty() &&
        organizations_.holds_only(only, here)) {
      return named(only, kind);
    }
    const auto none_since = [&](std::uint32_t unit) {
      return organizations_.named_between(unit + 1, here + 1) == 0;
    };
    // What was meant by it before is meant again.
    auto meant = meant_.find(head);
    if (meant != meant_.end() && none_since(meant->second.unit)) {
      meant->second.unit = here;
      return meant->second.claimant;
    }
    const Source* before = sources_.empty() ? nullptr : &sources_.back();
    if (before != nullptr && before->claimants.size() == 1 && before->unit + 2 >= here &&
        before->claimants.front().kind == wanted && none_since(before->unit)) {
      meant_[head] = {before->claimants.front(), here};
      return before->claimants.front();
    }
  }
  if (!full.empty()) return named(std::move(full), kind);
  if (noun.main.last - noun.main.first > 1) organizations_.add(words, head, proper, unit_of(p));
  return named(words, kind);
}

Claimant Claimants::role(const Phrases& p, const NounPhrase& noun) const {
  // "a mayor" is none that was named.
  const bool some = noun.indefinite || p.tag(noun.main.first) == Tag::number ||
                    p.tag(noun.main.first) == Tag::determiner;
  if (!some && p.tag(noun.head - 1) == Tag::noun) {
    const std::uint32_t end = std::max(p.noun_phrase_end(noun.range.first), noun.main.last);
    const Office office = office_in(p, {noun.range.first, std::min(end, noun.range.last)});
    const std::size_t holder = office.head.empty()
                                   ? Entities::nobody
                                   : entities_.by_office(office, byte_of(p, noun.main.first));
    if (holder != Entities::nobody) {
      return named(entities_.people()[holder].name, ClaimantKind::named_person);
    }
  }
  return named(owned_words(p, noun), ClaimantKind::role);
}

Claimant Claimants::one(const Phrases& p, ItemRange range) {
  const NounPhrase noun = take_apart_noun(p, range);
  range = noun.range;
  const std::uint32_t head = noun.head;
  const std::uint32_t last = head - 1;
  if (const ClaimantSettings* known = known_as(noun.words)) {
    // Where the report names somebody else so, it means that one.
    const auto form = p.lower(last);
    if (noun.main.last - noun.main.first > 1 || !entities_.has_short_name(form)) {
      return as_written(known->name, known->kind);
    }
    const std::size_t meant = entities_.by_short_name(form, byte_of(p, last));
    return meant == Entities::nobody
               ? as_written(noun.words, ClaimantKind::named_person)
               : named(entities_.people()[meant].name, ClaimantKind::named_person);
  }
  if (const auto speaker = speaker_of(p, noun)) {
    const std::vector<Claimant> claimants =
        speaker->last - speaker->first == 1 && p.tag(speaker->first) == Tag::pronoun
            ? pronoun(p, unit_of(p), speaker->first)
            : std::vector<Claimant>{one(p, *speaker)};
    if (!claimants.empty()) return claimants.front();
  }
  const bool several_words = ends_in_organization(p, noun.main.first, head);
  if ((p.tag(last) == Tag::proper || is_name_tail(p, last)) && !several_words) {
    if (auto found = person(p, noun.main, head)) return *found;
  }
  // "the mayor, Jane Roe": the name stands in the apposition.
  if (noun.main.last < range.last && p.tag(noun.main.last) == Tag::comma &&
      p.tag(last) == Tag::noun) {
    const ItemRange rest = {noun.main.last + 1, range.last};
    const std::uint32_t stop = head_end(p, rest.first, main_end(p, rest));
    if (stop > rest.first && p.tag(rest.first) == Tag::proper && p.tag(stop - 1) == Tag::proper) {
      if (auto found = person(p, rest, stop)) return *found;
    }
  }
  const auto any = [&](Class kind) {
    for (auto i = noun.main.first; i < head; ++i) {
      if (p.is(i, kind)) return true;
    }
    return false;
  };
  if (p.is(last, Class::anonymous) && !p.is(last, Class::title)) {
    return named(owned_words(p, noun), ClaimantKind::anonymous);
  }
  for (auto i = noun.main.first; i < range.last; ++i) {
    const auto form = p.lower(i);
    if (form == "familiar" || form == "briefed" || form == "knowledge") {
      return named(words_of(p, range), ClaimantKind::anonymous);
    }
  }
  if (noun.any_proper && (any(Class::outlet) || p.is(last, Class::outlet_word)) && !noun.owned &&
      (!p.is(last, Class::document) || p.is(last, Class::outlet_word)) &&
      (p.tag(last) == Tag::proper ||
       (p.is(last, Class::outlet_word) && !p.is(last, Class::document)))) {
    return organization(p, noun, ClaimantKind::outlet);
  }
  if (several_words || p.is(last, Class::organization) ||
      (p.tag(last) == Tag::proper && any(Class::organization))) {
    return organization(p, noun, ClaimantKind::organization);
  }
  if (p.is(last, Class::document)) return named(owned_words(p, noun), ClaimantKind::document);
  if (p.is(last, Class::group)) return named(owned_words(p, noun), ClaimantKind::group);
  if (p.is(last, Class::outlet_word)) return organization(p, noun, ClaimantKind::outlet);
  if (p.is(last, Class::role) || p.is(last, Class::title)) return role(p, noun);
  if (any(Class::organization) && p.lower(last) != "people") {
    return organization(p, noun, ClaimantKind::organization);
  }
  if (p.tag(last) == Tag::proper) return organization(p, noun, ClaimantKind::organization);
  if (looks_plural(p.lower(last))) return named(owned_words(p, noun), ClaimantKind::group);
  return named(owned_words(p, noun), ClaimantKind::role);
}

}  // namespace claimtrail
