#include "core/quantity/units.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/quantity/unit_table.h"

namespace claimtrail {
namespace {

struct Spelling {
  std::string text;  ///< lower case, unless `symbol`
  const Unit* unit = nullptr;
  bool symbol = false;
};

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// The bytes a table entry is filed under: letters up to the first blank or mark, else one mark.
std::size_t key_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter_byte(text[end])) ++end;
  // No-break blanks and dashes are letters' bytes only by accident: U+00A0 and U+2000 to U+206F.
  for (std::size_t i = at; i + 1 < end; ++i) {
    if ((text[i] == '\xC2' && text[i + 1] == '\xA0') || text.substr(i, 2) == "\xE2\x80") {
      end = i;
    }
  }
  return end > at ? end - at : (at < text.size() ? 1 : 0);
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lowered(c);
  return lower;
}

using Shelf = std::unordered_map<std::string, std::vector<Spelling>>;

struct Index {
  std::unordered_map<std::string_view, const Unit*> by_name;
  Shelf by_key;                                                 ///< what may follow a number
  std::vector<std::pair<std::string, const Unit*>> currencies;  ///< what may precede one
  std::array<bool, 256> currency_ends{};  ///< the bytes they end with, for saying no fast
};

const Index& index() {
  static const Index built = [] {
    Index made;
    const auto file = [&made](std::string text, const Unit& unit, bool symbol) {
      const std::string key = lower_case(text.substr(0, key_length(text, 0)));
      made.by_key[key].push_back({std::move(text), &unit, symbol});
    };
    for (const Unit& unit : all_units()) {
      made.by_name.emplace(unit.name, &unit);
      const std::string name = lower_case(unit.name);
      file(name, unit, false);
      file(name + "s", unit, false);
      for (const auto part : spellings(unit.words)) file(lower_case(part), unit, false);
      for (const auto part : spellings(unit.symbols)) {
        file(std::string(part), unit, true);
        if (unit.dimension == "currency" && part != "p" && part != "P") {
          made.currencies.emplace_back(part, &unit);
          made.currency_ends[static_cast<unsigned char>(part.back())] = true;
        }
      }
    }
    for (auto& [key, spellings] : made.by_key) {
      std::stable_sort(
          spellings.begin(), spellings.end(),
          [](const Spelling& a, const Spelling& b) { return a.text.size() > b.text.size(); });
    }
    std::stable_sort(made.currencies.begin(), made.currencies.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return made;
  }();
  return built;
}

/// The byte after the spelling in the text, or 0 where it does not stand there.
std::size_t match(std::string_view text, std::size_t at, const Spelling& spelling) {
  for (const char want : spelling.text) {
    if (at >= text.size()) return 0;
    const char have = spelling.symbol ? text[at] : lowered(text[at]);
    if (have == want) {
      ++at;
    } else if ((want == ' ' || want == '-') && (have == ' ' || have == '-')) {
      ++at;
    } else if (want == ' ' && text.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      return 0;
    }
  }
  const char last = spelling.text.back();
  if (at < text.size() && is_digit(last) && is_digit(text[at])) return 0;
  if (at < text.size() && is_letter_byte(last)) {
    const bool mark_follows = text.substr(at, 2) == "\xE2\x80" || text.substr(at, 2) == "\xC2\xA0";
    if (!mark_follows && (is_letter_byte(text[at]) || is_digit(text[at]))) return 0;
  }
  return at;
}

bool admits(const Spelling& spelling, UnitPlace place) {
  if (!spelling.symbol) return true;
  constexpr std::size_t kCode = 3;
  if (place == UnitPlace::after_word)
    return spelling.unit->dimension == "currency" && spelling.text.size() == kCode &&
           is_letter_byte(spelling.text.front());
  std::size_t letters = 0;
  for (const char c : spelling.text) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++letters;
  }
  const bool mark = static_cast<unsigned char>(spelling.text.front()) >= 0x80;
  // What the SI writes with a blank and news does too; any other letter is a stray one.
  const bool spaced =
      spelling.text == "m" || spelling.text == "g" || spelling.text == "W" || spelling.text == "V";
  if (spaced) return true;
  return place == UnitPlace::glued || letters > 1 || mark || spelling.text == "$";
}

}  // namespace

std::span<const Unit> all_units() {
  static const std::vector<Unit> units = [] {
    std::vector<Unit> made = read_unit_rows(unit_rows);
    const std::vector<Unit> currencies = read_unit_rows(currency_rows);
    made.insert(made.end(), currencies.begin(), currencies.end());
    return made;
  }();
  return units;
}

const Unit* unit_named(std::string_view name) {
  const auto found = index().by_name.find(name);
  return found == index().by_name.end() ? nullptr : found->second;
}

std::optional<UnitMatch> unit_at(std::string_view text, std::uint32_t at, UnitPlace place) {
  if (at >= text.size()) return std::nullopt;
  constexpr std::size_t kLongestKey = 24;
  const std::size_t length = key_length(text.substr(at, kLongestKey), 0);
  const auto shelf = index().by_key.find(lower_case(text.substr(at, length)));
  if (shelf == index().by_key.end()) return std::nullopt;
  for (const Spelling& spelling : shelf->second) {
    if (!admits(spelling, place)) continue;
    const std::size_t end = match(text, at, spelling);
    if (end != 0)
      return UnitMatch{spelling.unit, at, static_cast<std::uint32_t>(end), spelling.symbol};
  }
  return std::nullopt;
}

std::optional<UnitMatch> currency_before(std::string_view text, std::uint32_t at,
                                         std::uint32_t floor) {
  std::uint32_t end = at;
  if (end > floor && text[end - 1] == ' ') {
    --end;
  } else if (end > floor + 1 && text.substr(end - 2, 2) == "\xC2\xA0") {
    end -= 2;
  }
  if (end <= floor) return std::nullopt;
  if (!index().currency_ends[static_cast<unsigned char>(text[end - 1])]) return std::nullopt;
  const std::string_view before = text.substr(floor, end - floor);
  for (const auto& [symbol, unit] : index().currencies) {
    if (!before.ends_with(symbol)) continue;
    const auto start = end - static_cast<std::uint32_t>(symbol.size());
    const bool word =
        is_letter_byte(symbol.front()) && static_cast<unsigned char>(symbol.front()) < 0x80;
    if (word && start > floor && (is_letter_byte(text[start - 1]) || is_digit(text[start - 1])))
      continue;
    return UnitMatch{unit, start, end, true};
  }
  return std::nullopt;
}

}  // namespace claimtrail
