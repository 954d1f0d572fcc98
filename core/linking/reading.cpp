#include "core/linking/reading.h"

#include <algorithm>
#include <set>

#include "core/linking/similarity.h"
#include "core/linking/words.h"

namespace claimtrail {
namespace {

bool linkable(const Figure& figure) {
  static const std::set<std::string, std::less<>> kNever{"", "ordinal", "number"};
  return !figure.relative && !kNever.contains(figure.dimension) && (figure.low || figure.high);
}

std::string head_class(const std::string& noun) {
  const std::vector<std::string> words = folded_words(noun);
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (!is_function_word(*word)) return word_class(stem(*word));
  }
  return {};
}

std::optional<DayRange> days_of(const LinkInput& input, const Figure* figure) {
  if (figure != nullptr && figure->as_of) return figure->as_of->range;
  if (input.stored->claim.as_of) return input.stored->claim.as_of->range;
  if (!input.published) return std::nullopt;
  return DayRange{*input.published, *input.published + std::chrono::days{1}};
}

}  // namespace

const Figure* LinkReading::quantity() const {
  return figure < 0 ? nullptr : &input->stored->claim.figures[static_cast<std::size_t>(figure)];
}

std::vector<LinkReading> make_readings(const std::vector<LinkInput>& claims) {
  std::vector<LinkReading> readings;
  for (const LinkInput& input : claims) {
    const Claim& claim = input.stored->claim;
    LinkReading reading;
    reading.input = &input;
    reading.words = content_words(input.stored->exact);
    reading.context = content_words(input.report_context);
    const std::size_t before = readings.size();
    for (std::size_t i = 0; i < claim.figures.size(); ++i) {
      const Figure& figure = claim.figures[i];
      if (!linkable(figure)) continue;
      reading.figure = static_cast<int>(i);
      reading.dimension = figure.dimension;
      reading.noun_head = head_class(figure.noun);
      reading.predicate = figure.predicate.empty() ? "" : word_class(stem(figure.predicate));
      reading.days = days_of(input, &figure);
      readings.push_back(reading);
    }
    if (readings.size() > before || !claim.checkable) continue;
    reading.days = days_of(input, nullptr);
    readings.push_back(std::move(reading));
  }
  return readings;
}

int day_gap(DayRange a, DayRange b) {
  if (a.overlaps(b)) return 0;
  const auto gap = a.to <= b.from ? b.from - a.to : a.from - b.to;
  return static_cast<int>(gap.count()) + 1;
}

}  // namespace claimtrail
