#include "core/dates/find_dates.h"

#include <algorithm>
#include <array>

#include "core/dates/date_finder.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using Kind = DateWordKind;
}  // namespace

std::vector<DateMention> DateFinder::run() {
  for (const Sentence& sentence : text_.sentences) {
    begin_ = floor_ = sentence.first;
    end_ = sentence.last;
    for (std::size_t at = begin_; at < end_;) at = std::max(visit(at), at + 1);
  }
  return std::move(mentions_);
}

std::size_t DateFinder::emit(std::size_t first, std::size_t last, DayRange range, const char* grain,
                             const char* direction, std::optional<DayRange> alternative) {
  DateMention mention;
  mention.range = range;
  mention.grain = grain;
  mention.direction = direction;
  mention.alternative = alternative;
  if (alternative) mention.reason = reason_;
  first = take_part(first, mention);
  mention.relation = relation_before(first);
  mention.span = {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
  mentions_.push_back(std::move(mention));
  anchor_ = mentions_.size() - 1;
  floor_ = last;
  return last;
}

std::size_t DateFinder::emit_duration(std::size_t first, std::size_t last, const char* grain) {
  DateMention mention;
  mention.grain = grain;
  mention.direction = "present";
  mention.duration = true;
  mention.span = {text_.tokens[first].span.start, text_.tokens[last - 1].span.end};
  mentions_.push_back(std::move(mention));
  floor_ = last;
  return last;
}

std::size_t DateFinder::take_part(std::size_t first, DateMention& mention) const {
  std::size_t at = first;
  if (has_before(at) && lower(at - 1) == "-" && has_before(at - 1)) --at;
  bool of = false;
  if (has_before(at) && lower(at - 1) == "the") --at;
  if (has_before(at) && (lower(at - 1) == "of" || lower(at - 1) == "in")) {
    of = true;
    --at;
  }
  if (!has_before(at)) return first;
  const DateWord part = word(at - 1);
  if (part.kind != Kind::part) return first;
  static const WordSet nouns{"beginning", "start", "middle", "end"};
  const bool noun = nouns.contains(lower(at - 1));
  const bool comparative = lower(at - 1) == "earlier" || lower(at - 1) == "later";
  if (noun != of && !(comparative && of)) return first;
  static constexpr std::array<const char*, 3> names{"early", "mid", "late"};
  mention.part = names[static_cast<std::size_t>(part.value + 1)];
  return at - 1;
}

DateRelation DateFinder::relation_before(std::size_t first) const {
  std::size_t at = first;
  if (at > begin_ && lower(at - 1) == "the") --at;
  if (at == begin_) return DateRelation::at;
  const std::string_view cue = lower(at - 1);
  if (cue == "since") return DateRelation::since;
  if (cue == "until" || cue == "till") return DateRelation::until;
  if (cue == "before") return DateRelation::before;
  if (cue == "after") return DateRelation::after;
  if (cue == "by") return DateRelation::by;
  return DateRelation::at;
}

Direction DateFinder::lean(std::size_t first, std::size_t last) {
  const Lean found = direction_of(text_, first, last, begin_, end_);
  reason_ =
      found.direction == Direction::none ? "nearest" : std::string_view(text_.lower[found.cue]);
  return found.direction;
}

std::size_t DateFinder::visit(std::size_t at) {
  reason_ = {};
  if (text_.tokens[at].kind == TokenKind::number) return number(at);
  if (text_.tokens[at].kind != TokenKind::word) return at + 1;
  const DateWord here = word(at);
  switch (here.kind) {
    case Kind::month:
      return month(at, at);
    case Kind::weekday:
      return weekday(at, here.value);
    case Kind::deictic:
      return deictic(at, here.value);
    case Kind::unit:
      return unit(at, static_cast<DateUnit>(here.value));
    case Kind::season:
      return season(at, here.value);
    case Kind::daypart:
      return daypart(at);
    case Kind::decade:
      return decade_word(at, here.value);
    case Kind::number:
      return spelled_year(at);
    default:
      return war(at);
  }
}

std::vector<DateMention> find_dates(const TokenizedText& text, std::optional<Day> published) {
  return DateFinder(text, published).run();
}

}  // namespace claimtrail
