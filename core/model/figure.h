#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/decimal.h"
#include "core/model/span.h"
#include "core/model/time.h"

namespace claimtrail {

/// How the words around a number bound or move it.
enum class Modifier { none, more_than, less_than, at_least, at_most, approximately, up, down };

/// The part that what is counted has in what happens, named as PropBank's numbered arguments are
/// described: ARG0 agent, ARG1 patient (themes, too), ARGM-EXT and ARG2 extent. It is the part in
/// the event that the lemma names: who dies is killed and who flees is displaced, so they are
/// patients; who marches gathers, so they are agents.
enum class Role {
  none,     ///< not told, or no argument of it: "sent to 12 hospitals"
  agent,    ///< "20 ships attacked the port", "attacked by 20 ships", "5,000 marched"
  patient,  ///< "10,000 troops were deployed", "the blast killed 12", "12 died"
  extent    ///< how far, how long, for how much: "rose 12 %", "closed two days", "cost $3 million"
};

/// The days a claim or a figure is about, not when it was printed.
struct AsOf {
  DayRange range;
  /// The words that say so ("last year", "as of Sunday"); empty when taken from the report's day.
  std::string exact;
  std::optional<Span> span;  ///< where they stand, when they do

  friend bool operator==(const AsOf&, const AsOf&) = default;
};

/// Whether the words say how things stood by then ("as of Sunday", "by Sunday"), not when something
/// happened.
[[nodiscard]] bool is_cut_off(const AsOf& as_of);

/// A quantity as an interval with its unit and noun. Ends are exact decimals; an empty end is
/// unbounded and then open. Word list: DESIGN words "figure".
struct Figure {
  Span span;  ///< the number with its modifier, unit or noun
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool low_open = false;
  bool high_open = false;
  std::string unit;  ///< English singular ("square kilometer", "person"); empty: a count of things
  std::string ucum;  ///< UCUM code where one exists
  std::string
      dimension;  ///< count, ratio, currency, age, temperature, duration, ordinal, number, area, …
  std::string noun;       ///< counted noun phrase ("North Korean troops")
  std::string predicate;  ///< lemma of what happens to it, or of what it does ("deploy")
  Role role = Role::none;
  Modifier modifier = Modifier::none;
  bool relative = false;       ///< "two others", "twice the figure": never compared as absolute
  std::string original_value;  ///< the number's own spelling ("1.2 million")
  std::vector<std::string> includes;
  std::vector<std::string> excludes;
  std::optional<AsOf> as_of;
  /// The other expression of the same quantity, where the text gives one: "1,300 sq km (500 sq
  /// mi)".
  std::optional<Span> equivalent;

  friend bool operator==(const Figure&, const Figure&) = default;
};

[[nodiscard]] const char* to_string(Modifier modifier);  ///< "more_than"; "" for none
[[nodiscard]] std::optional<Modifier> parse_modifier(std::string_view text);

[[nodiscard]] const char* to_string(Role role);  ///< "agent"; "" for none
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

/// The interval in words a person reads: "over 10,000", "120 to 130", "about 1,300 square
/// kilometers".
[[nodiscard]] std::string describe(const Figure& figure);

}  // namespace claimtrail
