#include "core/attribution/claimants.h"

#include <algorithm>

#include "core/model/digest.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::size_t remembered_sources = 12;
constexpr std::size_t most_organizations = 400;
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

/// A name as it is compared: case folded, blanks squeezed, typographic apostrophes plain.
std::string name_key(std::string_view name) {
  static constexpr std::string_view kApostrophe = "\xE2\x80\x99";
  std::string key = fold_case(squeeze_blanks(name));
  for (std::size_t at = key.find(kApostrophe); at != std::string::npos;
       at = key.find(kApostrophe)) {
    key.replace(at, kApostrophe.size(), "'");
  }
  return key;
}

}  // namespace

std::string claimant_id(std::string_view name) { return content_id({name_key(name)}); }

Claimants::Claimants(const TokenizedText& text, const std::vector<Unit>& units,
                     const std::vector<ClaimantSettings>& known)
    : text_(text), units_(units), entities_(text, units) {
  for (const ClaimantSettings& settings : known) {
    aliases_.emplace(name_key(settings.name), &settings);
    for (const std::string& alias : settings.aliases) {
      aliases_.emplace(name_key(alias), &settings);
    }
  }
}

Claimant Claimants::named(std::string name, ClaimantKind kind) const {
  Claimant claimant;
  const auto alias = aliases_.find(name_key(name));
  if (alias != aliases_.end()) {
    claimant.name = alias->second->name;
    claimant.kind = alias->second->kind;
  } else {
    claimant.name = std::move(name);
    claimant.kind = kind;
  }
  claimant.id = claimant_id(claimant.name);
  return claimant;
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
                  source.claimants.front().kind != ClaimantKind::named_person;
  sources_.push_back(source);
  if (sources_.size() > remembered_sources) sources_.pop_front();
  return source.claimants;
}

std::vector<Claimant> Claimants::read(const Phrases& p, ItemRange range) {
  while (range.last > range.first + 1 &&
         (p.tag(range.last - 1) == Tag::comma || p.tag(range.last - 1) == Tag::adverb)) {
    --range.last;
  }
  const auto unit = static_cast<std::uint32_t>(&p.unit() - units_.data());
  if (range.last - range.first == 1 &&
      (p.tag(range.first) == Tag::pronoun || p.tag(range.first) == Tag::possessive)) {
    return pronoun(p, unit, range.first);
  }
  if (range.last - range.first == 1 && is_article(p.lower(range.first))) return {};
  // "Roe and Doe", but not "South Korean and Western intelligence".
  const std::uint32_t end = main_end(p, range);
  for (auto i = range.first + 1; i + 1 < end; ++i) {
    if (p.tag(i) != Tag::conjunction || p.lower(i) != "and") continue;
    const bool left_noun =
        (p.tag(i - 1) == Tag::noun || p.tag(i - 1) == Tag::proper) && !p.is(i - 1, Class::demonym);
    const bool after_of = [&] {
      for (auto k = range.first; k < i; ++k) {
        if (p.lower(k) == "of") return true;
      }
      return false;
    }();
    const bool right_whole = p.tag(i + 1) == Tag::determiner || p.tag(i + 1) == Tag::proper ||
                             p.is(i + 1, Class::group) || p.is(i + 1, Class::anonymous) ||
                             p.is(i + 1, Class::organization);
    if (!left_noun || after_of || !right_whole) break;
    const bool two_names =
        p.tag(i - 1) == Tag::proper && p.tag(i + 1) == Tag::proper && end - i - 1 > 3;
    if (two_names) break;
    std::vector<Claimant> both;
    std::uint32_t first = range.first;
    for (auto k = range.first; k < i; ++k) {
      if (p.tag(k) != Tag::comma) continue;
      both.push_back(one(p, {first, k}));
      first = k + 1;
    }
    both.push_back(one(p, {first, i}));
    both.push_back(one(p, {i + 1, range.last}));
    return both;
  }
  return {one(p, range)};
}

std::vector<Claimant> Claimants::pronoun(const Phrases& p, std::uint32_t unit,
                                         std::uint32_t item) const {
  const auto form = p.lower(item);
  const std::uint32_t at = text_.tokens[p.item(item).first].span.start;
  if (form == "he" || form == "his" || form == "him") return person_before(unit, at, Gender::male);
  if (form == "she" || form == "her") return person_before(unit, at, Gender::female);
  const bool they = form == "they" || form == "their" || form == "them";
  const bool it = form == "it" || form == "its";
  if (!they && !it) return {};
  for (auto source = sources_.rbegin(); source != sources_.rend(); ++source) {
    if (source->unit + 2 < unit || source->at >= at) break;
    const ClaimantKind kind = source->claimants.front().kind;
    const bool thing = kind == ClaimantKind::organization || kind == ClaimantKind::outlet ||
                       kind == ClaimantKind::document;
    if (they && source->plural) return source->claimants;
    if (it && thing && source->claimants.size() == 1) return source->claimants;
    if (they && kind == ClaimantKind::named_person) continue;
    break;
  }
  return {};
}

std::vector<Claimant> Claimants::person_before(std::uint32_t unit, std::uint32_t at,
                                               Gender gender) const {
  const auto fits = [gender](const Person& person) {
    return person.gender == Gender::unknown || person.gender == gender;
  };
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
      if (claimant.kind != ClaimantKind::named_person) continue;
      const std::size_t index = entities_.by_name(claimant.name);
      if (index == Entities::nobody || fits(entities_.people()[index])) return source->claimants;
    }
    const PersonMention* first = nullptr;
    while (mention != mentions.begin() && (mention - 1)->unit == here) {
      --mention;
      if (fits(entities_.people()[mention->person])) first = &*mention;
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
  std::uint32_t first = head;
  while (first > main.first && p.tag(first - 1) == Tag::proper) --first;
  if (first == head) return std::nullopt;
  const bool opens_sentence = first == 0;
  const ItemRange name = name_in(p, {first, head});
  if (!can_be_person(p, name)) return std::nullopt;
  const std::uint32_t at = text_.tokens[p.item(name.first).first].span.start;
  if (name.last - name.first == 1) {
    const auto form = p.lower(name.first);
    const std::size_t known = entities_.by_short_name(form, at);
    if (known != Entities::nobody) {
      return named(entities_.people()[known].name, ClaimantKind::named_person);
    }
    const bool titled = name.first > main.first &&
                        (p.is(name.first - 1, Class::title) || p.is(name.first - 1, Class::role));
    const bool article = main.first < name.first && is_article(p.lower(main.first));
    const std::string words = words_of(p, name);
    const bool acronym =
        words.size() > 1 && words.size() < 6 &&
        std::none_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!titled && (article || acronym)) return std::nullopt;
    if (!titled && opens_sentence && is_plural(form)) return std::nullopt;
    return named(words, ClaimantKind::named_person);
  }
  std::string words = words_of(p, name);
  if (aliases_.count(name_key(words)) == 0 && entities_.by_name(words) == Entities::nobody) {
    const bool article =
        main.first < name.first && is_article(p.lower(main.first)) && name.first == main.first + 1;
    if (article) return std::nullopt;
  }
  return named(std::move(words), ClaimantKind::named_person);
}

Claimant Claimants::organization(Claimant claimant) {
  std::vector<std::string> words;
  std::string folded = fold_case(claimant.name);
  std::size_t at = 0;
  while (at < folded.size()) {
    const auto end = std::min(folded.find_first_of(" -", at), folded.size());
    std::string word = folded.substr(at, end - at);
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (word.ends_with("\xE2\x80\x99s")) word.resize(word.size() - 4);
    if (!word.empty() && word != "of" && word != "the") words.push_back(std::move(word));
    at = end + 1;
  }
  if (words.empty()) return claimant;  // "The Of": nothing that could be compared
  const auto within = [](const std::vector<std::string>& few,
                         const std::vector<std::string>& many) {
    return std::all_of(few.begin(), few.end(), [&many](const std::string& word) {
      return std::find(many.begin(), many.end(), word) != many.end();
    });
  };
  const Organization* match = nullptr;
  for (const Organization& known : organizations_) {
    if (known.claimant.id == claimant.id) return known.claimant;
    if (known.words.size() <= words.size() || !within(words, known.words)) continue;
    // The head must be shared: "the ministry" is not "the ministry's press".
    if (known.words.back() != words.back() && known.words.front() != words.front()) continue;
    if (match != nullptr) {
      match = nullptr;
      break;
    }
    match = &known;
  }
  if (match != nullptr) return match->claimant;
  if (organizations_.size() < most_organizations && words.size() < 12) {
    organizations_.push_back({words, claimant});
  }
  return claimant;
}

Claimant Claimants::one(const Phrases& p, ItemRange range) {
  while (range.first + 1 < range.last &&
         (is_article(p.lower(range.first)) || p.tag(range.first) == Tag::conjunction ||
          p.tag(range.first) == Tag::adverb || p.tag(range.first) == Tag::comma)) {
    ++range.first;
  }
  const std::uint32_t end = std::max(main_end(p, range), range.first + 1);
  const ItemRange main = {range.first, std::min(end, range.last)};
  const std::uint32_t head = std::max(head_end(p, main.first, main.last), main.first + 1);
  const std::string words = words_of(p, main);
  const auto alias = aliases_.find(name_key(words));
  if (alias != aliases_.end()) return named(words, alias->second->kind);
  bool any_proper = false;
  for (auto i = main.first; i < head; ++i) any_proper = any_proper || p.tag(i) == Tag::proper;
  const std::uint32_t last = head - 1;
  const bool possessive_owner = [&] {
    for (auto i = main.first; i < head; ++i) {
      if (p.tag(i) == Tag::possessive_mark) return true;
    }
    return false;
  }();
  if (p.tag(last) == Tag::proper) {
    if (auto found = person(p, main, head)) return *found;
  }
  // "the mayor, Jane Roe": the name stands in the apposition.
  if (main.last < range.last && p.tag(main.last) == Tag::comma && p.tag(last) == Tag::noun) {
    const ItemRange rest = {main.last + 1, range.last};
    const std::uint32_t stop = head_end(p, rest.first, main_end(p, rest));
    if (stop > rest.first && p.tag(rest.first) == Tag::proper && p.tag(stop - 1) == Tag::proper) {
      if (auto found = person(p, rest, stop)) return *found;
    }
  }
  const auto any = [&](Class kind) {
    for (auto i = main.first; i < head; ++i) {
      if (p.is(i, kind)) return true;
    }
    return false;
  };
  if (p.is(last, Class::anonymous) && !p.is(last, Class::title)) {
    return named(words, ClaimantKind::anonymous);
  }
  for (auto i = main.first; i < range.last; ++i) {
    const auto form = p.lower(i);
    if (form == "familiar" || form == "briefed" || form == "knowledge") {
      return named(words_of(p, range), ClaimantKind::anonymous);
    }
  }
  if (any_proper && (any(Class::outlet) || p.is(last, Class::outlet_word)) && !possessive_owner &&
      !p.is(last, Class::document) &&
      (p.tag(last) == Tag::proper || p.is(last, Class::outlet_word))) {
    return named(words, ClaimantKind::outlet);
  }
  if (p.is(last, Class::organization) || (p.tag(last) == Tag::proper && any(Class::organization))) {
    return organization(named(words, ClaimantKind::organization));
  }
  if (p.is(last, Class::document)) return named(words, ClaimantKind::document);
  if (p.is(last, Class::group)) return named(words, ClaimantKind::group);
  if (p.is(last, Class::outlet_word)) return named(words, ClaimantKind::outlet);
  if (p.is(last, Class::role) || p.is(last, Class::title)) {
    const std::uint32_t at = text_.tokens[p.item(main.first).first].span.start;
    if (main.last - main.first == 1 && p.tag(last) == Tag::noun) {
      const std::size_t holder = entities_.by_title(p.lower(last), at);
      if (holder != Entities::nobody) {
        return named(entities_.people()[holder].name, ClaimantKind::named_person);
      }
    }
    return named(words, ClaimantKind::role);
  }
  if (any(Class::organization) && p.lower(last) != "people") {
    return organization(named(words, ClaimantKind::organization));
  }
  if (p.tag(last) == Tag::proper) return organization(named(words, ClaimantKind::organization));
  if (is_plural(p.lower(last))) return named(words, ClaimantKind::group);
  return named(words, ClaimantKind::role);
}

}  // namespace claimtrail
