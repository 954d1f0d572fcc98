#include "core/attribution/claimants.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t remembered_sources = 12;
constexpr std::uint32_t pronoun_reach = 5;  // units

bool is_article(std::string_view form) { return form == "the" || form == "a" || form == "an"; }

// The end of the noun phrase proper: before commas, prepositions, relative clauses, participles.
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

bool is_plural(std::string_view form) {
  return (form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us") &&
          !form.ends_with("'s")) ||
         form == "people" || form == "police" || form == "men" || form == "women";
}

bool is_thing(ClaimantKind kind) {
  return kind == ClaimantKind::organization || kind == ClaimantKind::outlet ||
         kind == ClaimantKind::document;
}

bool is_outlet_noun(std::string_view form) {
  return form == "newspaper" || form == "paper" || form == "magazine" || form == "broadcaster" ||
         form == "network" || form == "channel" || form == "outlet" || form == "website";
}

}  // namespace

Claimants::Claimants(const TokenizedText& text, const std::vector<Unit>& units,
                     const std::vector<ClaimantSettings>& known)
    : text_(text), units_(units), entities_(text, units), organizations_(text, units) {
  const NameTable& table = NameTable::english();
  for (const ClaimantSettings& settings : known) {
    aliases_.emplace(table.key(settings.name), &settings);
    for (const std::string& alias : settings.aliases) aliases_.emplace(table.key(alias), &settings);
  }
}

Claimant Claimants::named(std::string name, ClaimantKind kind) const {
  const ClaimantSettings* known = known_as(name);
  return known != nullptr ? as_written(known->name, known->kind)
                          : as_written(std::move(name), kind);
}

Claimant Claimants::as_written(std::string name, ClaimantKind kind) {
  Claimant claimant;
  claimant.id = claimant_id(name);
  claimant.name = std::move(name);
  claimant.kind = kind;
  return claimant;
}

const ClaimantSettings* Claimants::known_as(std::string_view name) const {
  if (aliases_.empty()) return nullptr;
  const auto alias = aliases_.find(NameTable::english().key(name));
  return alias == aliases_.end() ? nullptr : alias->second;
}

std::string Claimants::words_of(const Phrases& p, ItemRange range) const {
  return squeeze_blanks(span_of(text_, p.unit(), range).of(text_.text));
}

std::vector<Claimant> Claimants::resolve(std::uint32_t unit, const HopDraft& hop) {
  if (!hop.source) return {};
  const Phrases phrases(text_, units_[unit]);
  ItemRange range = *hop.source;
  const bool relative = range.last - range.first == 1 && phrases.tag(range.first) == Tag::relative;
  if (relative) {
    if (!hop.antecedent) return {};
    range = *hop.antecedent;
  }
  Source source;
  source.unit = unit;
  source.at = span_of(text_, units_[unit], range).start;
  source.claimants = read(phrases, range);
  if (source.claimants.empty()) return {};
  source.plural = source.claimants.size() > 1 || is_plural(phrases.lower(range.last - 1)) ||
                  is_thing(source.claimants.front().kind) ||
                  source.claimants.front().kind == ClaimantKind::group;
  source.gender = gender_of(phrases, range, {});
  for (const Claimant& claimant : source.claimants) {
    if (claimant.kind != ClaimantKind::organization) continue;
    if (!spoke_ || only_organization_ == claimant.name) {
      only_organization_ = claimant.name;
    } else {
      only_organization_.clear();
    }
    spoke_ = true;
  }
  sources_.push_back(source);
  if (sources_.size() > remembered_sources) sources_.pop_front();
  return source.claimants;
}

std::vector<Claimant> Claimants::read(const Phrases& p, ItemRange range) {
  while (range.last > range.first + 1 &&
         (p.tag(range.last - 1) == Tag::comma || p.tag(range.last - 1) == Tag::adverb)) {
    --range.last;
  }
  if (range.last - range.first == 1 &&
      (p.tag(range.first) == Tag::pronoun || p.tag(range.first) == Tag::possessive)) {
    return pronoun(p, unit_of(p), range.first);
  }
  if (range.last - range.first == 1 && is_article(p.lower(range.first))) return {};
  std::vector<Claimant> claimants;
  for (const ItemRange member : members(p, range)) {
    Claimant claimant = one(p, member);
    const bool twice = std::any_of(claimants.begin(), claimants.end(),
                                   [&](const Claimant& other) { return other.id == claimant.id; });
    if (!twice) claimants.push_back(std::move(claimant));
  }
  if (claimants.empty()) claimants.push_back(one(p, range));
  return claimants;
}

std::vector<ItemRange> Claimants::members(const Phrases& p, ItemRange range) {
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

std::vector<Claimant> Claimants::pronoun(const Phrases& p, std::uint32_t unit,
                                         std::uint32_t item) const {
  const auto form = p.lower(item);
  const std::uint32_t at = byte_of(p, item);
  if (form == "he" || form == "his" || form == "him") return person_before(unit, at, Gender::male);
  if (form == "she" || form == "her") return person_before(unit, at, Gender::female);
  const bool they = form == "they" || form == "their" || form == "them";
  const bool it = form == "it" || form == "its";
  if (!they && !it) return {};
  for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
    if (source->unit + 2 < unit || source->at >= at) break;
    const ClaimantKind kind = source->claimants.front().kind;
    if (they && source->plural) return source->claimants;
    if (it && is_thing(kind) && source->claimants.size() == 1) return source->claimants;
    if (they && kind == ClaimantKind::named_person) continue;
    break;
  }
  return {};
}

std::vector<Claimant> Claimants::person_before(std::uint32_t unit, std::uint32_t at,
                                               Gender gender) const {
  const auto fits = [gender](Gender other) { return other == Gender::unknown || other == gender; };
  const auto& mentions = entities_.mentions();
  auto mention = std::lower_bound(
      mentions.begin(), mentions.end(), at,
      [](const PersonMention& entry, std::uint32_t byte) { return entry.at < byte; });
  std::uint32_t here = unit;
  for (std::uint32_t step = 0; step <= pronoun_reach; ++step) {
    // Who spoke in this sentence is who it goes on about; otherwise whom it named first.
    for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
      if (source->unit != here || source->at >= at || source->claimants.size() != 1) continue;
      const Claimant& claimant = source->claimants.front();
      const bool unnamed =
          claimant.kind == ClaimantKind::role || claimant.kind == ClaimantKind::anonymous;
      if (unnamed && !source->plural && fits(source->gender)) return source->claimants;
      if (claimant.kind != ClaimantKind::named_person) continue;
      const std::size_t index = entities_.by_name(claimant.name);
      if (index == Entities::nobody || fits(entities_.people()[index].gender)) {
        return source->claimants;
      }
    }
    const PersonMention* first = nullptr;
    while (mention != mentions.begin() && (mention - 1)->unit == here) {
      --mention;
      const Person& person = entities_.people()[mention->person];
      if (person.certain() && fits(person.gender)) first = &*mention;
    }
    if (first != nullptr) {
      return {named(entities_.people()[first->person].name, ClaimantKind::named_person)};
    }
    if (here == 0) break;
    --here;
  }
  return {};
}

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
    if (!titled && opens_sentence && is_plural(form)) return std::nullopt;
    return named(words, ClaimantKind::named_person);
  }
  const std::string words = words_of(p, name);
  const std::size_t index = entities_.by_name(words);
  if (index != Entities::nobody) return known(index);
  if (known_as(words) == nullptr && article && name.first == main.first) return std::nullopt;
  return named(words, ClaimantKind::named_person);
}

Claimants::NounPhrase Claimants::take_apart(const Phrases& p, ItemRange range) const {
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
  const NounPhrase noun = take_apart(p, range);
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
  if (is_plural(p.lower(last))) return named(owned_words(p, noun), ClaimantKind::group);
  return named(owned_words(p, noun), ClaimantKind::role);
}

}  // namespace claimtrail
