#include "core/attribution/days.h"

#include <algorithm>

#include "core/attribution/aftermath.h"

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

/// "As of Sunday", "by Sunday" from their first word on; other dates from their own.
std::uint32_t cut_off_start(const TokenizedText& text, const DateMention& mention) {
  const std::size_t first = text.token_at(mention.span.start);
  const auto is = [&](std::size_t back, std::string_view word) {
    return first >= back && text.lower[first - back] == word;
  };
  const std::size_t back = is(1, "by") ? 1 : is(1, "of") && is(2, "as") ? 2 : 0;
  return back == 0 ? mention.span.start : text.tokens[first - back].span.start;
}

void sort_by_place(std::vector<DateMention>& mentions) {
  std::sort(mentions.begin(), mentions.end(),
            [](const DateMention& a, const DateMention& b) { return a.span.start < b.span.start; });
}

/// Of several dates in a claim the one that stands nearest to the figure, with nothing between that
/// parts them; null where there are no two or none is near.
const DateMention* nearest_date(const TokenizedText& text, const std::vector<DateMention>& dates,
                                const Figure& figure) {
  if (dates.size() < 2) return nullptr;
  const DateMention* nearest = nullptr;
  std::uint32_t least = 0;
  for (const DateMention& mention : dates) {
    if (figure.span.overlaps(mention.span)) continue;
    const bool before = mention.span.end <= figure.span.start;
    const Span between = before ? Span{mention.span.end, figure.span.start}
                                : Span{figure.span.end, mention.span.start};
    const std::uint32_t distance = between.end - between.start;
    if (parted(text, between.start, between.end) || (nearest != nullptr && distance >= least)) {
      continue;
    }
    nearest = &mention;
    least = distance;
  }
  return nearest;
}

}  // namespace

AsOf Days::as_of(const DateMention& mention) const {
  AsOf result;
  result.range = mention.range;
  result.span = Span{cut_off_start(text_, mention), mention.span.end};
  result.exact = result.span->of(text_.text);
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

Days::Candidates Days::candidates(const Claim& claim, Span sentence,
                                  const std::vector<Span>& others) const {
  Candidates dates;
  for (const DateMention& mention : mentions_in(sentence)) {
    if (within(claim.content, mention.span)) {
      dates.own.push_back(mention);
    } else if (!within(others, mention.span)) {
      dates.saying.push_back(mention);
    }
  }
  for (const Span content : claim.content) {
    if (sentence.contains(content)) continue;
    for (const DateMention& mention : mentions_in(content)) {
      if (std::find(dates.own.begin(), dates.own.end(), mention) == dates.own.end()) {
        dates.own.push_back(mention);
      }
    }
  }
  sort_by_place(dates.own);
  return dates;
}

std::optional<AsOf> Days::choose(const Claim& claim, Span sentence, const Candidates& dates,
                                 const Around& around) const {
  // In the outlet's own voice nobody says anything on a day: a date outside the clause is the
  // sentence's.
  std::vector<DateMention> open = dates.own;
  if (claim.attribution.empty()) {
    open.insert(open.end(), dates.saying.begin(), dates.saying.end());
    sort_by_place(open);
  }
  const auto chosen = choose_as_of(open, claim.span, sentence);
  if (chosen && *chosen < open.size()) return as_of(open[*chosen]);
  if (around.may_take_the_reports_day && !claim.attribution.empty() && !dates.saying.empty()) {
    return as_of(dates.saying.front());
  }
  if (around.running) return around.running;
  if (!around.may_take_the_reports_day || !published_) return std::nullopt;
  AsOf day;
  day.range = {*published_, *published_ + std::chrono::days{1}};
  return day;
}

std::optional<Days::Candidates> Days::without_the_aftermath(const Candidates& dates,
                                                            const Unit& unit,
                                                            const Figure& figure) const {
  const auto follows = [&](const DateMention& mention) {
    return dates_the_aftermath(text_, unit, mention.span, figure);
  };
  if (std::none_of(dates.own.begin(), dates.own.end(), follows) &&
      std::none_of(dates.saying.begin(), dates.saying.end(), follows)) {
    return std::nullopt;
  }
  Candidates fewer = dates;
  std::erase_if(fewer.own, follows);
  std::erase_if(fewer.saying, follows);
  return fewer;
}

void Days::set(Claim& claim, const Unit& unit, const Around& around) const {
  const Span sentence = span_of(text_, unit, {0, static_cast<std::uint32_t>(unit.items.size())});
  const Candidates dates = candidates(claim, sentence, around.others);
  claim.as_of = choose(claim, sentence, dates, around);
  for (Figure& figure : claim.figures) {
    if (figure.as_of) continue;
    const std::optional<Candidates> fewer = without_the_aftermath(dates, unit, figure);
    figure.as_of = fewer ? choose(claim, sentence, *fewer, around) : claim.as_of;
    const DateMention* nearest = nearest_date(text_, fewer ? fewer->own : dates.own, figure);
    if (nearest != nullptr) figure.as_of = as_of(*nearest);
  }
}

}  // namespace claimtrail
