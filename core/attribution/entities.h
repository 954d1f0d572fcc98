#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/attribution/phrases.h"

namespace claimtrail {

enum class Gender : std::uint8_t { unknown, male, female };

/// What somebody is: "Russian Defense Minister", "the mayor of Derna".
struct Office {
  std::string head;                ///< as NameTable::title
  std::vector<std::string> words;  ///< as NameTable::words, sorted; the head among them
};

/// The office that a noun phrase names, with its modifiers and complement; empty where its head is
/// neither role nor title.
[[nodiscard]] Office office_in(const Phrases& phrases, ItemRange range);

/// A person named with at least two words somewhere in the text, outside quotations.
struct Person {
  std::string name;     ///< without titles, as first written: "Valery Gerasimov"
  std::string surname;  ///< folded
  std::string given;    ///< folded
  std::string middle;   ///< folded middle names or initials, joined by blanks
  std::string suffix;   ///< "jr."
  Gender gender = Gender::unknown;
  std::vector<Office> offices;
  std::uint32_t at = 0;  ///< byte of the first mention
  int mentions = 0;

  /// More than two capitalised words that might be anything: "Divisive Legacy".
  [[nodiscard]] bool certain() const {
    return gender != Gender::unknown || !offices.empty() || mentions > 1;
  }
};

struct PersonMention {
  std::uint32_t at = 0;
  std::uint32_t unit = 0;
  std::size_t person = 0;
};

/// The people of one text and where they are mentioned, by full name or unambiguous surname.
/// "Ann Roe" and "Ann B. Roe" are one person unless there is an "Ann C. Roe", too.
class Entities {
 public:
  Entities(const TokenizedText& text, const std::vector<Unit>& units);

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

  [[nodiscard]] const std::vector<Person>& people() const { return people_; }
  [[nodiscard]] const std::vector<PersonMention>& mentions() const { return mentions_; }
  /// The one person with this folded surname (or given name): mentioned before `at`, or else the
  /// only one in the text. `nobody` where two could be meant. A known gender ("Mrs. Roe") leaves
  /// out the others.
  [[nodiscard]] std::size_t by_short_name(std::string_view folded, std::uint32_t at,
                                          Gender gender = Gender::unknown) const;
  /// Whether anybody in the text has this folded surname or given name.
  [[nodiscard]] bool has_short_name(std::string_view folded) const {
    return short_names_.contains(std::string(folded));
  }
  [[nodiscard]] std::size_t by_name(std::string_view name) const;
  /// The one person before `at` who holds this office: all its words were said of them, and no word
  /// that would make it another ("deputy", "former").
  [[nodiscard]] std::size_t by_office(const Office& office, std::uint32_t at) const;

 private:
  void read_unit(const TokenizedText& text, const Unit& unit, std::uint32_t index);
  [[nodiscard]] std::size_t variant_of(const Person& person) const;
  std::size_t add(Person person);

  struct Short {
    std::uint32_t at = 0;
    std::uint32_t unit = 0;
    std::string folded;
  };

  std::vector<Person> people_;
  std::vector<PersonMention> mentions_;
  std::vector<Short> shorts_;
  std::unordered_map<std::string, std::size_t> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> short_names_;
};

/// The name in a run of capitalised items [first, last): titles, nationalities and offices before
/// it are left out. Empty when none is left.
[[nodiscard]] ItemRange name_in(const Phrases& phrases, ItemRange run);

/// True for the last word of a name such as "Han Seo-yeon": small, behind a hyphen and two
/// capitalised words.
[[nodiscard]] bool is_name_tail(const Phrases& phrases, std::uint32_t item);

/// True when the words can be a person's name: no organisation, outlet, place or nationality among
/// them.
[[nodiscard]] bool can_be_person(const Phrases& phrases, ItemRange name);

/// What the words before a name tell of a gender ("Mrs.", "spokesman"), or else the given name.
[[nodiscard]] Gender gender_of(const Phrases& phrases, ItemRange before, ItemRange name);

}  // namespace claimtrail
