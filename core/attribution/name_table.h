#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// How names of claimants are compared; see the head of lexicon/names.en.txt. Immutable; safe on
/// many threads.
class NameTable {
 public:
  /// Throws std::logic_error naming the line where the table is broken.
  explicit NameTable(std::string_view table);

  /// The table that is built into the program.
  [[nodiscard]] static const NameTable& english();

  /// The words a name is compared by, in its order: folded, without articles, "of" and the
  /// possessive mark; a nationality as its country, initials that everybody knows written out.
  [[nodiscard]] std::vector<std::string> words(std::string_view name) const;
  /// What a claimant's id is made from: equal for names that certainly mean the same. The words of
  /// a name that holds both a nation and an organ of state, in any order ("Ukraine's General
  /// Staff", "General Staff of Ukraine"); else the words in their order, initials written out.
  [[nodiscard]] std::string key(std::string_view name) const;
  /// The word a folded title is compared as: "gen." is "general".
  [[nodiscard]] std::string title(std::string_view folded) const;

  [[nodiscard]] bool is_nation(const std::string& word) const { return nations_.contains(word); }
  [[nodiscard]] bool is_organ(const std::string& word) const { return organs_.contains(word); }
  [[nodiscard]] bool is_rank(std::string_view word) const { return ranks_.contains(word); }
  [[nodiscard]] bool is_vehicle(std::string_view word) const { return vehicles_.contains(word); }
  [[nodiscard]] bool is_business(std::string_view word) const { return businesses_.contains(word); }
  [[nodiscard]] bool is_generic(std::string_view word) const { return generic_.contains(word); }

 private:
  /// Known runs of words as what they count as; nationalities only where asked.
  [[nodiscard]] std::vector<std::string> written_out(std::vector<std::string> plain,
                                                     bool nations) const;

  using Words = std::set<std::string, std::less<>>;

  std::map<std::string, std::string, std::less<>> same_;  ///< joined by "_"
  Words nations_;
  Words organs_;
  Words ranks_;
  Words vehicles_;
  Words generic_;
  Words businesses_;
};

/// A name as it is looked up: case folded, blanks squeezed, typographic apostrophes plain.
[[nodiscard]] std::string name_key(std::string_view name);

/// The capital letters that its words begin with, folded: "iaea" of "International Atomic Energy
/// Agency".
[[nodiscard]] std::string initials_of(std::string_view name);

/// The word that says what it is, folded: the last before "of", "for", "on".
[[nodiscard]] std::string head_of(std::string_view name);

/// The id of a claimant with this name: the same on every machine and in every report, for every
/// name with the same NameTable::key.
[[nodiscard]] std::string claimant_id(std::string_view name);

/// The table as text, embedded when the program is built.
extern const std::string_view english_names;

}  // namespace claimtrail
