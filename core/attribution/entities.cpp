#include "core/attribution/entities.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t longest_name = 5;
constexpr std::size_t most_people = 2000;  // of one text; keeps every search for one bounded

bool is_title(const Phrases& p, std::uint32_t i) {
  return p.is(i, Class::title) || p.is(i, Class::role);
}

Gender gender_of(const Phrases& p, ItemRange before, ItemRange name) {
  for (auto i = before.first; i < before.last; ++i) {
    const auto form = p.lower(i);
    if (form == "mr." || form == "sir" || form == "lord" || form == "king" || form == "prince") {
      return Gender::male;
    }
    if (form == "mrs." || form == "ms." || form == "miss" || form == "lady" || form == "queen" ||
        form == "princess" || form == "dame") {
      return Gender::female;
    }
    if (form.ends_with("woman")) return Gender::female;
    if (form.ends_with("sman") || form == "chairman" || form == "businessman") return Gender::male;
  }
  if (p.is(name.first, Class::given_male)) return Gender::male;
  if (p.is(name.first, Class::given_female)) return Gender::female;
  return Gender::unknown;
}

bool is_suffix(std::string_view form) {
  return form == "jr." || form == "sr." || form == "ii" || form == "iii";
}

}  // namespace

ItemRange name_in(const Phrases& p, ItemRange run) {
  std::uint32_t first = run.first;
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
  for (auto i = name.first; i < name.last; ++i) {
    if (p.is(i, Class::organization) || p.is(i, Class::outlet) || p.is(i, Class::place) ||
        p.is(i, Class::demonym) || p.is(i, Class::not_name) || p.is(i, Class::day) ||
        p.is(i, Class::month) || p.is(i, Class::outlet_word) || p.is(i, Class::document)) {
      // "Paris Hilton" is a person, "Kyiv" is none.
      if (!(p.is(i, Class::place) && name.last - name.first > 1)) return false;
    }
  }
  return true;
}

Entities::Entities(const TokenizedText& text, const std::vector<Unit>& units) {
  struct Short {
    std::uint32_t at;
    std::uint32_t unit;
    std::string folded;
  };
  std::vector<Short> shorts;
  std::vector<PersonMention> full;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    const Phrases p(text, units[u]);
    for (std::uint32_t i = 0; i < p.size();) {
      if (p.tag(i) != Tag::proper) {
        ++i;
        continue;
      }
      std::uint32_t last = i;
      while (last < p.size() && p.tag(last) == Tag::proper && last - i < 12) ++last;
      const ItemRange name = name_in(p, {i, last});
      const std::uint32_t byte = text.tokens[p.item(name.first).first].span.start;
      std::uint32_t surname = name.last - 1;
      if (surname > name.first && is_suffix(p.lower(surname))) --surname;
      const bool several = surname > name.first;
      if (several && can_be_person(p, name) && !units[u].title_case) {
        Person person;
        person.name = squeeze_blanks(span_of(text, units[u], name).of(text.text));
        person.surname = p.lower(surname);
        person.given = p.lower(name.first);
        std::uint32_t before = i;
        while (before > 0 && i - before < 5 &&
               (is_title(p, before - 1) || p.lower(before - 1) == "of")) {
          --before;
        }
        person.gender = gender_of(p, {before, name.first}, name);
        for (auto k = before; k < name.first; ++k) {
          if (is_title(p, k)) person.titles.emplace_back(p.lower(k));
        }
        person.at = byte;
        const std::size_t index = add(std::move(person));
        if (index != nobody) full.push_back({byte, u, index});
      } else if (!name.empty() && name.last - name.first == 1) {
        shorts.push_back({byte, u, std::string(p.lower(name.first))});
      }
      i = last;
    }
  }
  mentions_ = std::move(full);
  for (const Short& mention : shorts) {
    const std::size_t person = by_short_name(mention.folded, mention.at);
    if (person != nobody) mentions_.push_back({mention.at, mention.unit, person});
  }
  std::sort(mentions_.begin(), mentions_.end(),
            [](const PersonMention& a, const PersonMention& b) { return a.at < b.at; });
}

std::size_t Entities::add(Person person) {
  const std::string key = fold_case(person.name);
  if (people_.size() == most_people && names_.find(key) == names_.end()) return nobody;
  const auto [found, fresh] = names_.emplace(key, people_.size());
  if (!fresh) {
    Person& known = people_[found->second];
    if (known.gender == Gender::unknown) known.gender = person.gender;
    for (auto& title : person.titles) {
      if (std::find(known.titles.begin(), known.titles.end(), title) == known.titles.end() &&
          known.titles.size() < 16) {
        known.titles.push_back(std::move(title));
      }
    }
    return found->second;
  }
  short_names_[person.surname].push_back(people_.size());
  if (person.given != person.surname) short_names_[person.given].push_back(people_.size());
  people_.push_back(std::move(person));
  return people_.size() - 1;
}

std::size_t Entities::by_short_name(std::string_view folded, std::uint32_t at) const {
  const auto found = short_names_.find(std::string(folded));
  if (found == short_names_.end()) return nobody;
  // "Ann Roe" and "Ann B. Roe" are one; "Ann Roe" and "Ben Roe" are two people.
  std::size_t only = nobody;
  std::size_t before = nobody;
  bool clash = false;
  bool clash_before = false;
  for (const std::size_t index : found->second) {
    const Person& person = people_[index];
    const auto differs = [&](std::size_t other) {
      return other != nobody &&
             (people_[other].given != person.given || people_[other].surname != person.surname);
    };
    clash = clash || differs(only);
    if (only == nobody) only = index;
    if (person.at > at && clash) break;
    if (person.at <= at) {
      clash_before = clash_before || differs(before);
      if (before == nobody) before = index;
    }
    if (clash_before) return nobody;
  }
  if (before != nobody) return before;
  return clash ? nobody : only;
}

std::size_t Entities::by_name(std::string_view name) const {
  const auto found = names_.find(fold_case(name));
  return found == names_.end() ? nobody : found->second;
}

std::size_t Entities::by_title(std::string_view folded, std::uint32_t at) const {
  std::size_t only = nobody;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const Person& person = people_[i];
    if (person.at > at) continue;
    if (std::find(person.titles.begin(), person.titles.end(), folded) == person.titles.end()) {
      continue;
    }
    if (only != nobody) return nobody;
    only = i;
  }
  return only;
}

}  // namespace claimtrail
