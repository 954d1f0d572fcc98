#include "core/quantity/figure_draft.h"

namespace claimtrail {

void bound(Figure& figure, const Decimal& value, Modifier modifier, bool approximate) {
  figure.modifier = modifier;
  figure.low.reset();
  figure.high.reset();
  switch (modifier) {
    case Modifier::more_than:
      figure.low = value;
      figure.low_open = figure.high_open = true;
      break;
    case Modifier::at_least:
      figure.low = value;
      figure.high_open = true;
      break;
    case Modifier::less_than:
      figure.high = value;
      figure.low_open = figure.high_open = true;
      break;
    case Modifier::at_most:
      figure.high = value;
      figure.low_open = true;
      break;
    default:
      figure.low = figure.high = value;
      figure.modifier = approximate ? Modifier::approximately : Modifier::none;
      break;
  }
}

void count_people(Figure& figure) {
  figure.unit = "person";
  figure.ucum = "{person}";
}

std::string words_of(const TokenizedText& text, std::size_t first, std::size_t last) {
  if (first >= last) return {};
  const std::uint32_t start = text.tokens[first].span.start;
  return std::string(text.text.substr(start, text.tokens[last - 1].span.end - start));
}

}  // namespace claimtrail
