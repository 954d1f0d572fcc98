#include "core/attribution/entities.h"

#include <algorithm>

#include "core/attribution/name_table.h"
#include "core/attribution/noun_phrase.h"
#include "core/attribution/organizations.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t longest_name = 5;
constexpr std::uint32_t longest_office = 8;  // items
constexpr std::size_t most_people = 2000;    // of one text; keeps every search for one bounded
constexpr std::size_t most_offices = 8;      // of one person
constexpr std::size_t most_namesakes = 24;   // compared for one name
constexpr std::size_t most_office_holders = 400;

bool is_title(const Phrases& p, std::uint32_t i) {
  return p.is(i, Class::title) || p.is(i, Class::role);
}

bool is_suffix(std::string_view form) {
  return form == "jr." || form == "jr" || form == "sr." || form == "sr" || form == "ii" ||
         form == "iii";
}

// Where the words begin that stand before a name and say what somebody is: "Ukraine's acting
// defense minister".
std::uint32_t office_start(const Phrases& p, std::uint32_t name) {
  std::uint32_t first = name;
  while (first > 0 && name - first < longest_office) {
    const Tag tag = p.tag(first - 1);
    const bool word = tag == Tag::proper || tag == Tag::noun || tag == Tag::adjective ||
                      tag == Tag::hyphen || tag == Tag::possessive_mark ||
                      p.lower(first - 1) == "of" || is_title(p, first - 1) ||
                      NameTable::english().is_rank(p.lower(first - 1));
    if (!word) break;
    --first;
  }
  while (first < name && p.lower(first) == "of") ++first;
  return first;
}

// The end of an apposition after a name: ", the mayor of Derna,".
ItemRange apposition(const Phrases& p, std::uint32_t end) {
  if (p.tag(end) != Tag::comma) return {end, end};
  const std::uint32_t start = end + 1;
  std::uint32_t last = start;
  while (last < p.size() && last - start < longest_office + 4 &&
         (p.nominal(last) || p.tag(last) == Tag::preposition || p.tag(last) == Tag::hyphen ||
          p.tag(last) == Tag::possessive_mark)) {
    ++last;
  }
  // A clause of its own would go on with its verb: "Roe, the mayor found, …".
  const bool closed = p.at_end(last) || p.tag(last) == Tag::comma;
  return closed ? ItemRange{start, last} : ItemRange{end, end};
}

// "Kim Jong Un" is not of the UN.
bool are_initials_in_small(const Phrases& p, std::uint32_t i) {
  const std::string_view word = p.text().word(p.item(i).first);
  return word.size() <= 3 &&
         std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void add_office(Person& person, Office office) {
  if (office.head.empty() || person.offices.size() == most_offices) return;
  const bool known = std::any_of(
      person.offices.begin(), person.offices.end(),
      [&](const Office& held) { return held.head == office.head && held.words == office.words; });
  if (!known) person.offices.push_back(std::move(office));
}

}  // namespace

Office office_in(const Phrases& p, ItemRange range) {
  const NameTable& table = NameTable::english();
  std::uint32_t end = range.first;
  while (end < range.last && p.tag(end) != Tag::preposition && p.tag(end) != Tag::comma) ++end;
  while (end > range.first && !is_title(p, end - 1)) --end;
  if (end == range.first) return {};
  Office office;
  office.head = table.title(p.lower(end - 1));
  std::string words;
  for (auto i = range.first; i < range.last; ++i) {
    if (p.tag(i) == Tag::preposition || p.tag(i) == Tag::comma || p.tag(i) == Tag::hyphen) continue;
    const bool glued = p.tag(i) == Tag::possessive_mark;
    words += (words.empty() || glued ? "" : " ") + std::string(p.lower(i));
  }
  office.words = table.words(words);
  for (std::string& word : office.words) word = table.title(word);
  std::sort(office.words.begin(), office.words.end());
  return office;
}

Gender gender_of(const Phrases& p, ItemRange before, ItemRange name) {
  for (auto i = before.first; i < before.last; ++i) {
    const auto form = p.lower(i);
    if (form == "mr." || form == "mr" || form == "sir" || form == "lord" || form == "king" ||
        form == "prince" || form == "father" || form == "pope") {
      return Gender::male;
    }
    if (form == "mrs." || form == "mrs" || form == "ms." || form == "ms" || form == "miss" ||
        form == "lady" || form == "queen" || form == "princess" || form == "dame" ||
        form == "sister") {
      return Gender::female;
    }
    if (form.ends_with("woman") || form == "actress" || form == "mother" || form == "widow" ||
        form == "daughter" || form == "wife") {
      return Gender::female;
    }
    if (form.ends_with("sman") || form == "chairman" || form == "businessman" || form == "son" ||
        form == "husband") {
      return Gender::male;
    }
  }
  if (name.empty()) return Gender::unknown;
  if (p.is(name.first, Class::given_male)) return Gender::male;
  if (p.is(name.first, Class::given_female)) return Gender::female;
  return Gender::unknown;
}

bool is_name_tail(const Phrases& p, std::uint32_t i) {
  if (i < 3 || i >= p.size() || p.tag(i - 1) != Tag::hyphen || p.tag(i - 2) != Tag::proper ||
      p.tag(i - 3) != Tag::proper || p.tag(i) != Tag::noun) {
    return false;
  }
  const auto form = p.lower(i);
  const bool compound = form.ends_with("ed") || form.ends_with("style") || form.ends_with("wide") ||
                        form.ends_with("like");
  return !compound && p.item(i).word != nullptr && p.item(i).word->classes == 0;
}

ItemRange name_in(const Phrases& p, ItemRange run) {
  std::uint32_t first = run.first;
  // "Secretary of State Ann Roe"
  const bool goes_on = run.first > 1 && p.lower(run.first - 1) == "of" &&
                       is_title(p, run.first - 2) && run.last - run.first > 2;
  if (goes_on) ++first;
  for (auto i = run.first; i < run.last; ++i) {
    if (is_title(p, i) || p.is(i, Class::demonym) || p.is(i, Class::not_name) ||
        p.is(i, Class::organization) || p.is(i, Class::outlet) || p.is(i, Class::outlet_word)) {
      if (i + 1 < run.last) first = i + 1;
    }
  }
  return {first, run.last};
}

bool can_be_person(const Phrases& p, ItemRange name) {
  if (name.empty() || name.last - name.first > longest_name) return false;
  if (ends_in_organization(p, name.first, name.last)) return false;
  const bool given = p.is(name.first, Class::given_male) || p.is(name.first, Class::given_female);
  if (!given && NameTable::english().is_business(p.lower(name.last - 1))) return false;
  const bool several = name.last - name.first > 1;
  for (auto i = name.first; i < name.last; ++i) {
    if (!are_initials_in_small(p, i) && (p.is(i, Class::organization) || p.is(i, Class::outlet) ||
                                         p.is(i, Class::demonym) || p.is(i, Class::outlet_word))) {
      return false;
    }
    // "Paris Hilton" is a person, "Kyiv" is none; "Bill Roe" and "Ann Law" are no documents.
    if (p.is(i, Class::place) && !several) return false;
    if (given && several) continue;
    if (p.is(i, Class::not_name) || p.is(i, Class::day) || p.is(i, Class::month) ||
        p.is(i, Class::document)) {
      return false;
    }
  }
  return true;
}

Entities::Entities(const TokenizedText& text, const std::vector<Unit>& units) {
  for (std::uint32_t u = 0; u < units.size(); ++u) read_unit(text, units[u], u);
  for (const Short& mention : shorts_) {
    const std::size_t person = by_short_name(mention.folded, mention.at);
    if (person == nobody) continue;
    mentions_.push_back({mention.at, mention.unit, person});
    ++people_[person].mentions;
  }
  shorts_.clear();
  std::sort(mentions_.begin(), mentions_.end(),
            [](const PersonMention& a, const PersonMention& b) { return a.at < b.at; });
}

void Entities::read_unit(const TokenizedText& text, const Unit& unit, std::uint32_t index) {
  const Phrases p(text, unit);
  for (std::uint32_t i = 0; i < p.size();) {
    if (p.tag(i) != Tag::proper) {
      ++i;
      continue;
    }
    std::uint32_t last = i;
    while (last < p.size() && last - i < 12 &&
           (p.tag(last) == Tag::proper ||
            (p.tag(last) == Tag::hyphen && p.tag(last + 1) == Tag::proper))) {
      ++last;
    }
    if (is_name_tail(p, last + 1)) last += 2;
    const ItemRange name = name_in(p, {i, last});
    const std::uint32_t byte = text.tokens[p.item(name.first).first].span.start;
    std::uint32_t surname = name.last - 1;
    const bool suffixed = surname > name.first && is_suffix(p.lower(surname));
    if (suffixed) --surname;
    // "the Tripoli Declaration" is nobody, "the Rev. Ann Roe" is somebody.
    const bool article = name.first > 0 && is_article(p.lower(name.first - 1));
    if (surname > name.first && can_be_person(p, name) && !unit.title_case && !article) {
      Person person;
      person.name = squeeze_blanks(span_of(text, unit, name).of(text.text));
      person.surname = p.lower(surname);
      person.given = p.lower(name.first);
      for (auto k = name.first + 1; k < surname; ++k) {
        person.middle += (person.middle.empty() ? "" : " ") + std::string(p.lower(k));
      }
      if (suffixed) person.suffix = p.lower(name.last - 1);
      const ItemRange before = {office_start(p, name.first), name.first};
      person.gender = gender_of(p, before, name);
      add_office(person, office_in(p, before));
      add_office(person, office_in(p, apposition(p, name.last)));
      person.at = byte;
      const std::size_t who = add(std::move(person));
      if (who != nobody) {
        mentions_.push_back({byte, index, who});
        ++people_[who].mentions;
      }
    } else if (!name.empty() && name.last - name.first == 1) {
      shorts_.push_back({byte, index, std::string(p.lower(name.first))});
    }
    i = last;
  }
}

std::size_t Entities::variant_of(const Person& person) const {
  const auto same_surname = short_names_.find(person.surname);
  if (same_surname == short_names_.end()) return nobody;
  std::size_t found = nobody;
  std::size_t compared = 0;
  for (const std::size_t index : same_surname->second) {
    const Person& known = people_[index];
    if (++compared > most_namesakes) return nobody;
    if (known.given != person.given || known.surname != person.surname ||
        known.suffix != person.suffix) {
      continue;
    }
    // Two middle names tell two people apart, and leave open which of them goes without.
    if (!known.middle.empty() && !person.middle.empty() && known.middle != person.middle) continue;
    if (found != nobody) return nobody;
    found = index;
  }
  return found;
}

std::size_t Entities::add(Person person) {
  const std::string key = fold_case(person.name);
  auto known = names_.find(key);
  if (known == names_.end()) {
    const std::size_t variant = variant_of(person);
    if (variant != nobody) known = names_.emplace(key, variant).first;
  }
  if (known != names_.end()) {
    Person& one = people_[known->second];
    if (one.gender == Gender::unknown) one.gender = person.gender;
    if (one.middle.empty()) one.middle = person.middle;
    for (Office& office : person.offices) add_office(one, std::move(office));
    return known->second;
  }
  if (people_.size() == most_people) return nobody;
  names_.emplace(key, people_.size());
  short_names_[person.surname].push_back(people_.size());
  if (person.given != person.surname) short_names_[person.given].push_back(people_.size());
  people_.push_back(std::move(person));
  return people_.size() - 1;
}

std::size_t Entities::by_short_name(std::string_view folded, std::uint32_t at,
                                    Gender gender) const {
  const auto found = short_names_.find(std::string(folded));
  if (found == short_names_.end()) return nobody;
  if (found->second.size() > most_namesakes) return nobody;
  // "Roe" beside an "Ann Roe" is not "Ann Roe Jr.".
  const bool elder = std::any_of(found->second.begin(), found->second.end(),
                                 [&](std::size_t i) { return people_[i].suffix.empty(); });
  std::size_t only = nobody;
  std::size_t before = nobody;
  bool clash = false;
  bool clash_before = false;
  for (const std::size_t index : found->second) {
    const Person& person = people_[index];
    if (elder && !person.suffix.empty()) continue;
    if (gender != Gender::unknown && person.gender != Gender::unknown && person.gender != gender) {
      continue;
    }
    clash = clash || only != nobody;
    if (only == nobody) only = index;
    if (person.at > at) continue;
    clash_before = clash_before || before != nobody;
    if (before == nobody) before = index;
  }
  if (clash_before) return nobody;
  if (before != nobody) return before;
  return clash ? nobody : only;
}

std::size_t Entities::by_name(std::string_view name) const {
  const auto found = names_.find(fold_case(name));
  return found == names_.end() ? nobody : found->second;
}

std::size_t Entities::by_office(const Office& office, std::uint32_t at) const {
  const NameTable& table = NameTable::english();
  const auto holds = [&](const Office& held) {
    if (held.head != office.head) return false;
    if (!std::includes(held.words.begin(), held.words.end(), office.words.begin(),
                       office.words.end())) {
      return false;
    }
    return std::none_of(held.words.begin(), held.words.end(), [&](const std::string& word) {
      return table.is_rank(word) &&
             !std::binary_search(office.words.begin(), office.words.end(), word);
    });
  };
  std::size_t only = nobody;
  for (std::size_t i = 0; i < std::min(people_.size(), most_office_holders); ++i) {
    const Person& person = people_[i];
    if (person.at > at || std::none_of(person.offices.begin(), person.offices.end(), holds)) {
      continue;
    }
    if (only != nobody) return nobody;
    only = i;
  }
  return only;
}

}  // namespace claimtrail
