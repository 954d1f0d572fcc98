#include "core/attribution/suggest_merges.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/attribution/name_table.h"

namespace claimtrail {
namespace {

constexpr std::size_t most_of_one = 4;  // a variant that fits more says nothing

struct Name {
  const Claimant* claimant = nullptr;
  std::vector<std::string> words;  ///< compared, in their order
  std::vector<std::string> sorted;
  std::string head;
};

bool is_capitals(std::string_view name) {
  return name.size() > 1 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool is_body(ClaimantKind kind) {
  return kind == ClaimantKind::organization || kind == ClaimantKind::outlet;
}

bool is_initial_of(const std::string& few, const std::string& whole) {
  const bool initial = few.size() == 1 || (few.size() == 2 && few.back() == '.');
  return initial && !whole.empty() && few.front() == whole.front();
}

// In words why two people may be one; empty where they cannot.
std::string people_alike(const Name& few, const Name& many) {
  if (few.words.empty() || many.words.size() < 2 || few.words.back() != many.words.back()) {
    return {};
  }
  if (few.words.size() == 1) return "the surname alone";
  const std::string& given = few.words.front();
  const std::string& other = many.words.front();
  const bool same = given == other;
  if (few.words.size() > many.words.size() || few.words == many.words) return {};
  const bool initial = is_initial_of(given, other) ||
                       (is_initial_of(other, given) && few.words.size() < many.words.size());
  if (!same && !initial) return {};
  if (!same) return "an initial for the first name";
  if (few.words.size() == many.words.size()) {
    const bool middle = few.words.size() == 3 && is_initial_of(few.words[1], many.words[1]);
    return middle ? "an initial for the middle name" : std::string();
  }
  return "without the middle name";
}

std::string bodies_alike(const Name& few, const Name& many) {
  if (is_capitals(few.claimant->name) && many.words.size() > 1 &&
      name_key(few.claimant->name) == initials_of(many.claimant->name)) {
    return "its initials";
  }
  const NameTable& table = NameTable::english();
  if (few.sorted == many.sorted) {
    const auto order = [](const Name& name) {
      return std::pair(name.claimant->name.size(), std::string_view(name.claimant->name));
    };
    return order(few) < order(many) ? "the same words" : std::string();
  }
  if (few.words.size() >= many.words.size() || few.head != many.head) return {};
  // One word that many are called by is no name.
  if (few.words.size() == 1 && (table.is_generic(few.head) || table.is_organ(few.head))) return {};
  const bool within =
      std::includes(many.sorted.begin(), many.sorted.end(), few.sorted.begin(), few.sorted.end());
  return within ? "a shorter name" : std::string();
}

std::string alike(const Name& few, const Name& many) {
  const ClaimantKind a = few.claimant->kind;
  const ClaimantKind b = many.claimant->kind;
  if (a == ClaimantKind::named_person && b == a) return people_alike(few, many);
  return is_body(a) && is_body(b) ? bodies_alike(few, many) : std::string();
}

}  // namespace

std::vector<MergeSuggestion> suggest_merges(const std::vector<Claimant>& claimants) {
  std::vector<Name> names;
  for (const Claimant& claimant : claimants) {
    const bool named = claimant.kind == ClaimantKind::named_person || is_body(claimant.kind);
    if (!named || !has_capital(claimant.name)) continue;
    Name name;
    name.claimant = &claimant;
    name.words = NameTable::english().words(claimant.name);
    name.sorted = name.words;
    std::sort(name.sorted.begin(), name.sorted.end());
    name.head = head_of(claimant.name);
    if (!name.words.empty()) names.push_back(std::move(name));
  }
  // Only names that share a word, or initials, are compared.
  std::map<std::string, std::vector<std::size_t>> by_word;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool person = names[i].claimant->kind == ClaimantKind::named_person;
    by_word[person ? names[i].words.back() : names[i].head].push_back(i);
    const std::string initials = initials_of(names[i].claimant->name);
    if (!person && initials.size() > 1) by_word["initials " + initials].push_back(i);
    if (is_capitals(names[i].claimant->name)) {
      by_word["initials " + name_key(names[i].claimant->name)].push_back(i);
    }
    if (!person) by_word["words " + names[i].sorted.front()].push_back(i);
  }
  std::map<std::pair<std::size_t, std::size_t>, std::string> found;
  for (const auto& [word, sharing] : by_word) {
    constexpr std::size_t most_sharing = 400;
    if (sharing.size() > most_sharing) continue;
    for (const std::size_t few : sharing) {
      for (const std::size_t many : sharing) {
        if (few == many || found.contains({many, few})) continue;
        std::string why = alike(names[few], names[many]);
        if (!why.empty()) found.emplace(std::pair(few, many), std::move(why));
      }
    }
  }
  std::map<std::size_t, std::size_t> fits;
  for (const auto& [pair, why] : found) ++fits[pair.first];
  std::vector<MergeSuggestion> suggestions;
  for (const auto& [pair, why] : found) {
    if (fits[pair.first] > most_of_one) continue;
    suggestions.push_back({*names[pair.first].claimant, *names[pair.second].claimant, why});
  }
  std::sort(suggestions.begin(), suggestions.end(),
            [](const MergeSuggestion& a, const MergeSuggestion& b) {
              return std::tie(a.variant.name, a.fuller.name, a.variant.id) <
                     std::tie(b.variant.name, b.fuller.name, b.variant.id);
            });
  return suggestions;
}

}  // namespace claimtrail
