#pragma once

#include <string>
#include <vector>

#include "core/quantity/find_figures.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// "[20,30]", "(10000,)", "(,700]": the interval of a figure.
inline std::string interval(const Figure& figure) {
  std::string spelled = figure.low && !figure.low_open ? "[" : "(";
  if (figure.low) spelled += figure.low->text();
  spelled += ",";
  if (figure.high) spelled += figure.high->text();
  return spelled + (figure.high && !figure.high_open ? "]" : ")");
}

inline std::vector<Figure> figures_in(const std::string& text,
                                      Equivalents equivalents = Equivalents::folded) {
  return find_figures(take_apart(text, {}), equivalents);
}

/// Each figure as "words interval unit modifier", the last two only where there are any.
inline std::vector<std::string> spell_figures(const std::string& text,
                                              Equivalents equivalents = Equivalents::folded) {
  std::vector<std::string> spelled;
  for (const Figure& figure : figures_in(text, equivalents)) {
    std::string line(figure.span.of(text));
    line.append(" ").append(interval(figure));
    if (!figure.unit.empty()) line.append(" ").append(figure.unit);
    if (figure.modifier != Modifier::none) line.append(" ").append(to_string(figure.modifier));
    spelled.push_back(line);
  }
  return spelled;
}

/// The only figure of a text; a text with none or several fails the test by throwing.
inline Figure only_figure(const std::string& text) {
  auto figures = figures_in(text);
  if (figures.size() != 1)
    throw std::logic_error(std::to_string(figures.size()) + " figures in: " + text);
  return std::move(figures.front());
}

}  // namespace claimtrail
