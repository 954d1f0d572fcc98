#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/attribution/phrases.h"

namespace claimtrail {

/// An organisation or outlet as one text names it.
struct OrganizationName {
  std::string name;                ///< without its article
  std::vector<std::string> words;  ///< as NameTable::words, sorted
  std::string head;                ///< "ministry" of "Ministry of Water", folded
  std::uint32_t unit = 0;          ///< of its first mention
  std::uint32_t last = 0;          ///< unit of its latest
  bool proper = true;  ///< a name; else a noun with what tells it apart, "Roe's campaign"
};

/// The organisations and outlets that one text names outside quotations, and how it shortens them.
/// A short form goes to a longer name where only one can be meant; where two can, it goes to none.
class Organizations {
 public:
  Organizations(const TokenizedText& text, const std::vector<Unit>& units);

  /// The fullest name in the text of what is meant by `name` with this folded head: by the words
  /// they share ("the ministry", "the Water Ministry", "the Libyan Ministry of Water") or by
  /// initials ("IAEA", introduced in brackets or not). Empty where it is not sure. `proper` says
  /// that the head is capitalised: then it may be a name of its own ("the House"). What is no name
  /// is meant only by short forms close to it.
  [[nodiscard]] std::string full_name(std::string_view name, std::string_view head, bool proper,
                                      std::uint32_t unit) const;
  /// A name that was met as a source: later short forms may mean it.
  void add(const std::string& name, const std::string& head, bool proper, std::uint32_t unit);
  /// Whether the text names anything by this head.
  [[nodiscard]] bool knows_head(std::string_view head) const;
  /// Whether every organisation named up to this unit is that one, by a fuller or shorter name.
  [[nodiscard]] bool holds_only(std::string_view name, std::uint32_t unit) const;
  /// Names first met in units [first, last).
  [[nodiscard]] std::size_t named_between(std::uint32_t first, std::uint32_t last) const;

 private:
  void read_unit(const TokenizedText& text, const Unit& unit, std::uint32_t index);
  void read_initials(const TokenizedText& text);
  [[nodiscard]] std::string by_initials(std::string_view folded) const;

  std::vector<OrganizationName> names_;
  std::map<std::string, std::string, std::less<>> initials_;  ///< folded, introduced in brackets
};

/// The end of the organisation's name that begins at `i`, its head in `head`: a run of capitalised
/// words whose head is an organisation or an outlet, with "of", "for", "on" and more capitalised
/// words; `i` where none begins.
[[nodiscard]] std::uint32_t organization_end(const Phrases& phrases, std::uint32_t i,
                                             std::uint32_t& head);

/// True when the words before `last` end in an organisation of several words: "Red Cross".
[[nodiscard]] bool ends_in_organization(const Phrases& phrases, std::uint32_t first,
                                        std::uint32_t last);

}  // namespace claimtrail
