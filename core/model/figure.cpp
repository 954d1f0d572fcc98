#include "core/model/figure.h"

#include <algorithm>

#include "core/model/names.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<Modifier>, 9> kModifiers{{{Modifier::none, ""},
                                                    {Modifier::more_than, "more_than"},
                                                    {Modifier::less_than, "less_than"},
                                                    {Modifier::at_least, "at_least"},
                                                    {Modifier::at_most, "at_most"},
                                                    {Modifier::approximately, "approx"},
                                                    {Modifier::up, "up"},
                                                    {Modifier::down, "down"}}};

constexpr std::array<Name<Role>, 4> kRoles{{{Role::none, ""},
                                            {Role::agent, "agent"},
                                            {Role::patient, "patient"},
                                            {Role::extent, "extent"}}};

/// Groups of three digits: "1300000.5" -> "1,300,000.5".
std::string grouped(const Decimal& number) {
  std::string text = number.text();
  const std::size_t first = number.negative() ? 1 : 0;
  std::size_t point = text.find('.');
  if (point == std::string::npos) point = text.size();
  for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

std::string interval(const Figure& figure) {
  if (!figure.low && !figure.high) return "an unknown number of";
  if (!figure.high) return (figure.low_open ? "over " : "at least ") + grouped(*figure.low);
  if (!figure.low) return (figure.high_open ? "under " : "at most ") + grouped(*figure.high);
  if (*figure.low == *figure.high) {
    return (figure.modifier == Modifier::approximately ? "about " : "") + grouped(*figure.low);
  }
  return grouped(*figure.low) + " to " + grouped(*figure.high);
}

/// The English plural of a unit's name; of "barrel per day" and "degree Celsius" the first word
/// changes.
std::string plural(const std::string& unit) {
  static const std::vector<std::pair<std::string, std::string>> kIrregular{
      {"person", "people"},   {"foot", "feet"},   {"inch", "inches"},
      {"percent", "percent"}, {"hertz", "hertz"}, {"century", "centuries"}};
  for (const std::string head : {"square ", "cubic "}) {
    if (unit.starts_with(head)) return head + plural(unit.substr(head.size()));
  }
  const std::size_t rest = unit.starts_with("degree ")
                               ? unit.find(' ')
                               : std::min(unit.find(" per "), unit.find(" of "));
  if (rest != std::string::npos) return plural(unit.substr(0, rest)) + unit.substr(rest);
  for (const auto& [one, many] : kIrregular) {
    if (unit == one) return many;
  }
  return unit + "s";
}

}  // namespace

bool is_cut_off(const AsOf& as_of) {
  constexpr std::array<std::string_view, 4> kOpenings{"as of ", "As of ", "by ", "By "};
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return as_of.exact.starts_with(opening); });
}

const char* to_string(Modifier modifier) { return name_of(kModifiers, modifier); }

std::optional<Modifier> parse_modifier(std::string_view text) { return value_of(kModifiers, text); }

const char* to_string(Role role) { return name_of(kRoles, role); }

std::optional<Role> parse_role(std::string_view text) { return value_of(kRoles, text); }

std::string describe(const Figure& figure) {
  std::string words = interval(figure);
  const bool one = figure.low && figure.high && *figure.low == 1 && *figure.high == 1;
  if (figure.dimension == "count") {
    if (!figure.noun.empty()) return words + " " + figure.noun;
    if (figure.unit == "person") return words + (one ? " person" : " people");
    return words;
  }
  if (figure.unit.empty()) return figure.noun.empty() ? words : words + " " + figure.noun;
  return words + " " + (one ? figure.unit : plural(figure.unit));
}

}  // namespace claimtrail
