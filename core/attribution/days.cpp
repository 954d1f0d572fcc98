#include "core/attribution/days.h"

#include <algorithm>

namespace claimtrail {
namespace {

bool within(const std::vector<Span>& spans, Span span) {
  return std::any_of(spans.begin(), spans.end(),
                     [span](Span content) { return content.overlaps(span); });
}

// Whether a comma, a semicolon or "and" stands between two places.
bool parted(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
  for (auto i = text.token_at(from); i < text.tokens.size() && text.tokens[i].span.start < to;
       ++i) {
    const std::string& form = text.lower[i];
    if (form == "," || form == ";" || form == "and" || form == "but") return true;
  }
  return false;
}

}  // namespace

AsOf Days::as_of(const DateMention& mention) const {
  AsOf result;
  result.range = mention.range;
  result.exact = mention.span.of(text_.text);
  result.span = mention.span;
  return result;
}

std::vector<DateMention> Days::mentions_in(Span span) const {
  std::vector<DateMention> found;
  auto mention = std::lower_bound(
      mentions_.begin(), mentions_.end(), span.start,
      [](const DateMention& entry, std::uint32_t byte) { return entry.span.start < byte; });
  for (; mention != mentions_.end() && mention->span.start < span.end; ++mention) {
    if (span.contains(mention->span) && !mention->duration) found.push_back(*mention);
  }
  return found;
}

void Days::set(Claim& claim, Span sentence, const std::vector<Span>& others,
               const std::optional<AsOf>& running, bool may_take_the_reports_day) const {
  std::vector<DateMention> own;
  std::vector<DateMention> saying;
  for (const DateMention& mention : mentions_in(sentence)) {
    if (within(claim.content, mention.span)) {
      own.push_back(mention);
    } else if (!within(others, mention.span)) {
      saying.push_back(mention);
    }
  }
  for (const Span content : claim.content) {
    if (sentence.contains(content)) continue;
    for (const DateMention& mention : mentions_in(content)) {
      if (std::find(own.begin(), own.end(), mention) == own.end()) own.push_back(mention);
    }
  }
  std::sort(own.begin(), own.end(),
            [](const DateMention& a, const DateMention& b) { return a.span.start < b.span.start; });
  // In the outlet's own voice nobody says anything on a day: a date outside the clause is the
  // sentence's.
  std::vector<DateMention> candidates = own;
  if (claim.attribution.empty()) {
    candidates.insert(candidates.end(), saying.begin(), saying.end());
    std::sort(candidates.begin(), candidates.end(), [](const DateMention& a, const DateMention& b) {
      return a.span.start < b.span.start;
    });
  }
  const auto chosen = choose_as_of(candidates, claim.span, sentence);
  if (chosen && *chosen < candidates.size()) {
    claim.as_of = as_of(candidates[*chosen]);
  } else if (may_take_the_reports_day && !claim.attribution.empty() && !saying.empty()) {
    claim.as_of = as_of(saying.front());
  } else if (running) {
    claim.as_of = running;
  } else if (may_take_the_reports_day && published_) {
    AsOf day;
    day.range = {*published_, *published_ + std::chrono::days{1}};
    claim.as_of = day;
  }
  for (Figure& figure : claim.figures) {
    if (figure.as_of) continue;
    figure.as_of = claim.as_of;
    std::uint32_t nearest = 0;
    for (const DateMention& mention : own) {
      const bool before = mention.span.end <= figure.span.start;
      const std::uint32_t distance =
          before ? figure.span.start - mention.span.end
                 : mention.span.start - std::min(mention.span.start, figure.span.end);
      if (own.size() < 2 || figure.span.overlaps(mention.span)) continue;
      const bool apart = before ? parted(text_, mention.span.end, figure.span.start)
                                : parted(text_, figure.span.end, mention.span.start);
      if (apart || (nearest != 0 && distance + 1 >= nearest)) continue;
      nearest = distance + 1;
      figure.as_of = as_of(mention);
    }
  }
}

}  // namespace claimtrail
