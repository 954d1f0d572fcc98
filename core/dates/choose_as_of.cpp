#include "core/dates/find_dates.h"

namespace claimtrail {
namespace {

/// How well a mention says when something happened; 0: not at all. A point in time beats a stretch.
int fitness(const DateMention& mention) {
  if (mention.duration) return 0;
  switch (mention.relation) {
    case DateRelation::at:
      break;
    case DateRelation::by:
    case DateRelation::after:
      return 1;
    default:
      return 0;
  }
  if (mention.grain == "open") return 0;
  if (mention.grain == "century" || mention.grain == "decade") return 2;
  return 3;
}

}  // namespace

std::optional<std::size_t> choose_as_of(const std::vector<DateMention>& mentions, Span clause,
                                        Span sentence) {
  std::optional<std::size_t> chosen;
  int best = 0;
  const auto look = [&](Span within, std::optional<Span> outside) {
    for (std::size_t at = 0; at < mentions.size(); ++at) {
      const Span span = mentions[at].span;
      if (!within.contains(span) || (outside && outside->overlaps(span))) continue;
      const int fit = fitness(mentions[at]);
      if (fit > best) {
        best = fit;
        chosen = at;
      }
    }
  };
  look(clause, std::nullopt);
  if (!chosen) look(sentence, clause);
  return chosen;
}

}  // namespace claimtrail
