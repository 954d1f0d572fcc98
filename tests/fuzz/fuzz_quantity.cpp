// Any bytes, repaired to UTF-8: figures and dates lie in order on characters of the text, their
// intervals are sound, and comparing any two neighbours ends.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/dates/find_dates.h"
#include "core/quantity/compare.h"
#include "core/quantity/find_figures.h"
#include "core/text/utf8.h"

namespace {

using namespace claimtrail;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_span(Span span, std::uint32_t floor, std::string_view text) {
  require(span.start >= floor && span.start < span.end && span.end <= text.size());
  require(character_start(text, span.start) == span.start);
  require(span.end == text.size() || character_start(text, span.end) == span.end);
}

void check_figures(const TokenizedText& text) {
  const Figure* before = nullptr;
  const auto figures = find_figures(text, Equivalents::apart);
  for (const Figure& figure : figures) {
    require_span(figure.span, before == nullptr ? 0 : before->span.end, text.text);
    require(figure.low || figure.high);
    require(!figure.low || !figure.high || *figure.low <= *figure.high);
    require(figure.low || figure.low_open);
    require(figure.high || figure.high_open);
    require(same_value(figure, figure));
    if (before != nullptr) require(disjoint(*before, figure) == disjoint(figure, *before));
    before = &figure;
  }
}

void check_dates(const TokenizedText& text, std::optional<Day> published) {
  std::uint32_t floor = 0;
  for (const DateMention& mention : find_dates(text, published)) {
    require_span(mention.span, floor, text.text);
    require(mention.duration || mention.range.from < mention.range.to);
    floor = mention.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  const TokenizedText tokens = take_apart(text, {});
  check_figures(tokens);
  check_dates(tokens, parse_day("2025-04-26"));
  check_dates(tokens, std::nullopt);
  return 0;
}
