#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/attribution/phrases.h"

namespace claimtrail {

enum class Gender : std::uint8_t { unknown, male, female };

/// A person named with at least two words somewhere in the text, outside quotations.
struct Person {
  std::string name;     ///< without titles: "Valery Gerasimov"
  std::string surname;  ///< folded
  std::string given;    ///< folded
  Gender gender = Gender::unknown;
  std::vector<std::string> titles;  ///< folded words that stood before the name
  std::uint32_t at = 0;             ///< byte of the first mention
};

struct PersonMention {
  std::uint32_t at = 0;
  std::uint32_t unit = 0;
  std::size_t person = 0;
};

/// The people of one text and where they are mentioned, by full name or unambiguous surname.
class Entities {
 public:
  Entities(const TokenizedText& text, const std::vector<Unit>& units);

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  [[nodiscard]] const std::vector<Person>& people() const { return people_; }
  [[nodiscard]] const std::vector<PersonMention>& mentions() const { return mentions_; }
  /// The one person with this folded surname (or given name): mentioned before `at`, or else the
  /// only one in the text. `nobody` where two could be meant.
  [[nodiscard]] std::size_t by_short_name(std::string_view folded, std::uint32_t at) const;
  [[nodiscard]] std::size_t by_name(std::string_view name) const;
  /// The one person before `at` whose name stood beside this folded title.
  [[nodiscard]] std::size_t by_title(std::string_view folded, std::uint32_t at) const;

 private:
  std::size_t add(Person person);

  std::vector<Person> people_;
  std::vector<PersonMention> mentions_;
  std::unordered_map<std::string, std::size_t> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> short_names_;
};

/// The name in a run of capitalised items [first, last): titles, nationalities and offices before
/// it are left out. Empty when none is left.
[[nodiscard]] ItemRange name_in(const Phrases& phrases, ItemRange run);

/// True when the words can be a person's name: no organisation, outlet, place or nationality among
/// them.
[[nodiscard]] bool can_be_person(const Phrases& phrases, ItemRange name);

}  // namespace claimtrail
