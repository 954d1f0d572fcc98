#include "core/quantity/read_range.h"

#include <string>
#include <unordered_set>

#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/quantity/predicates.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

bool range_mark(std::string_view word) {
  return word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94" || word == "~" ||
         word == "\xE2\x88\x92";
}

/// Words of change: "from 158 to 211" after them tells of two values, not of a range.
bool tells_change(std::string_view word) {
  static const WordSet words{
      "change",      "changed", "changes",    "went",     "go",       "goes",     "going",
      "moved",       "move",    "lower",      "lowered",  "raise",    "raised",   "raising",
      "cut",         "cuts",    "cutting",    "expand",   "expanded", "boost",    "boosted",
      "up",          "down",    "reduce",     "reduced",  "reducing", "slow",     "slowed",
      "ease",        "eased",   "widened",    "narrowed", "doubled",  "tripled",  "advance",
      "advanced",    "revised", "shifted",    "turned",   "swung",    "improved", "worsened",
      "accelerated", "gained",  "lost",       "drop",     "dropped",  "drops",    "dropping",
      "gain",        "shed",    "downgraded", "upgraded"};
  if (words.contains(word)) return true;
  const std::string_view lemma = event_lemma(word);
  return lemma == "rise" || lemma == "fall";
}

bool tells_game(std::string_view word) {
  static const WordSet words{"win",     "wins",      "won",   "victory",  "defeat",    "loss",
                             "lost",    "lead",      "led",   "draw",     "drew",      "tie",
                             "tied",    "beat",      "vote",  "score",    "scored",    "scoreline",
                             "record",  "aggregate", "down",  "thriller", "thrashing", "rout",
                             "triumph", "ahead",     "behind"};
  return words.contains(word);
}

/// Whether "A-B" is a score or a serial rather than a range.
bool is_result(const SentenceView& sentence, const Measure& low, const Measure& high,
               const PrefixModifier& prefix, bool ascending, bool has_unit) {
  if (has_unit && ascending) return false;
  if (!low.number.digits || !high.number.digits) return !ascending;
  if (!ascending) return true;
  const std::size_t after = high.number.last;
  if (sentence.glued(after) && range_mark(sentence.lower(after)) && sentence.is_number(after + 1))
    return true;
  if (tells_game(sentence.lower(after))) return true;
  const bool large = low.number.grouped || low.number.magnitude || high.number.magnitude ||
                     low.number.whole_digits > 2;
  if (large || prefix.approximate || prefix.bound != Modifier::none || prefix.between) return false;
  return !read_noun(sentence.text, after, sentence.end, false).found() &&
         sentence.lower(after) != "-";
}

/// Whether the words before "from" tell of a change.
bool changes(const SentenceView& sentence, std::size_t from) {
  constexpr std::size_t kBack = 9;
  for (std::size_t at = from; at > sentence.floor && from - at < kBack;) {
    --at;
    if (tells_change(sentence.lower(at))) return true;
    if (sentence.lower(at) == ";" || sentence.lower(at) == ",") break;
  }
  return false;
}

/// "8 or 9", "10 or 20", "50 or 60" may be a range; "25,000 or 40,000" are two values.
bool near(const Number& low, const Decimal& low_value, const Decimal& high_value) {
  constexpr long long kSmall = 20;
  const auto most = low_value <= Decimal(kSmall) && !low.magnitude
                        ? add(low_value, low_value)
                        : multiply(low_value, *Decimal::parse("1.5"));
  return most && high_value <= *most;
}

/// "1.3 A to 0.03 A": both with the same unit, and no word of change before them. Two shares are a
/// result: "leads by 46 percent to 42 percent".
bool descends(const SentenceView& sentence, const Measure& low, const Measure& high) {
  return low.unit != nullptr && low.unit == high.unit && low.unit->dimension != "ratio" &&
         low.unit->dimension != "currency" && low.per == high.per && !changes(sentence, low.first);
}

/// Whether `low` took unit and magnitude of the other value, having none itself.
bool lend(Measure& low, const Measure& high) {
  if (low.unit != nullptr || low.number.shape != NumberShape::plain || low.prefixed) return false;
  if (high.number.magnitude && !low.number.magnitude && !low.number.grouped) {
    auto lent = multiply(low.number.value, Decimal(high.number.multiplier));
    const auto ten_times = multiply(high.number.value, Decimal(10));
    if (lent && ten_times && *lent <= *ten_times) low.number.value = std::move(*lent);
  }
  if (high.unit == nullptr || high.prefixed) return false;
  low.unit = high.unit;
  low.per = high.per;
  low.per_noun = high.per_noun;
  low.age = high.age;
  return true;
}

}  // namespace

RangeEnd read_range_end(const SentenceView& sentence, Measure& low, const PrefixModifier& prefix) {
  const NumberShape shape = low.number.shape;
  if (shape != NumberShape::plain && shape != NumberShape::share) return {};
  std::size_t at = low.last;
  const std::string_view opener =
      prefix.between ? sentence.lower(prefix.first) : std::string_view{};
  const bool between = opener == "between";
  const bool from = prefix.between && !between;
  // "8- to 16-meter"
  if (sentence.lower(at) == "-" &&
      (sentence.lower(at + 1) == "to" || sentence.lower(at + 1) == "or"))
    ++at;
  const std::string_view mark = sentence.lower(at);
  std::size_t next = at + 1;
  bool hyphen = false;
  bool either = false;
  if (range_mark(mark)) {
    hyphen = true;
    if (sentence.glued(at) != sentence.glued(next)) return {};
    if (sentence.lower(next) == "to") ++next;
  } else if (mark == "to" || mark == "through") {
    if (sentence.lower(next) == "-") ++next;
  } else if (mark == "up" && sentence.lower(next) == "to" && from) {
    ++next;
  } else if (mark == "and" && between) {
    // next stands
  } else if (mark == "or") {
    either = true;
  } else {
    return {};
  }
  if (next >= sentence.end) return {};
  if (past_date_or_serial(sentence, next) && sentence.is_number(next)) return {};
  auto high = read_measure_or_money(sentence, next);
  if (!high ||
      (high->number.shape != NumberShape::plain && high->number.shape != NumberShape::share))
    return {};
  if (high->number.shape == NumberShape::share && high->number.value < Decimal(1) &&
      shape != NumberShape::share)
    return {};
  const bool whole_low = low.per == nullptr && low.per_noun.empty();
  const bool unlike = low.unit != nullptr && high->unit != nullptr &&
                      unit_name(low) != unit_name(*high) && !(whole_low && low.unit == high->unit);
  if (unlike) return {};
  if (!between && is_year(sentence, low.number, {}) && !is_year(sentence, high->number, {})) {
    return {};
  }
  // "1-2 million", "$10 to $15 billion": the magnitude belongs to both.
  Decimal low_value = low.number.value;
  if (high->number.magnitude && !low.number.magnitude && low.number.value < high->number.unscaled) {
    if (auto lent = multiply(low.number.value, Decimal(high->number.multiplier)))
      low_value = std::move(*lent);
  }
  const bool ascending = low_value < high->number.value;
  const bool has_unit = high->unit != nullptr || low.unit != nullptr;
  if (hyphen) {
    if (is_result(sentence, low, *high, prefix, ascending, has_unit)) {
      return {std::nullopt, true};
    }
  } else if (either) {
    if (!ascending || low.number.magnitude != high->number.magnitude) return {};
    if (!near(low.number, low_value, high->number.value)) return {};
  } else if (!between && !from && !ascending && !descends(sentence, low, *high)) {
    return {};
  } else if (mark == "to" && !from && low.unit != nullptr && changes(sentence, low.first)) {
    return {};  // "rose 0.1 % to 1,333"
  }
  if (from && (changes(sentence, prefix.first) || !ascending))
    return {std::nullopt, false, lend(low, *high)};
  if (between && !ascending) return {};
  if (high->unit == nullptr && low.unit != nullptr) {
    if (either) return {};
    high->unit = low.unit;
    high->per = low.per;
    high->per_noun = low.per_noun;
    high->age = low.age;
  }
  low.number.value = std::move(low_value);
  return {std::move(high), false};
}

std::optional<std::pair<Decimal, std::size_t>> read_odds(const SentenceView& sentence,
                                                         const Measure& measure) {
  if (measure.unit != nullptr || measure.number.shape != NumberShape::plain || measure.number.point)
    return std::nullopt;
  std::size_t at = measure.number.last;
  bool firm = false;
  if (sentence.lower(at) == "out" && sentence.lower(at + 1) == "of") {
    at += 2;
    firm = true;
  } else if (sentence.lower(at) == "in") {
    ++at;
    if (sentence.lower(at) == "every") {
      ++at;
      firm = true;
    }
  } else {
    return std::nullopt;
  }
  if (!sentence.is_number(at) && number_word(sentence.lower(at)) == nullptr) return std::nullopt;
  const auto below = read_measure(sentence, at);
  if (!below || below->unit != nullptr || below->number.shape != NumberShape::plain ||
      below->number.point)
    return std::nullopt;
  const auto whole = [](const Decimal& value) -> std::int64_t {
    return value.text().size() > 7 || value.negative() ||
                   value.text().find('.') != std::string::npos
               ? 0
               : std::stoll(value.text());
  };
  const std::int64_t above = whole(measure.number.value);
  const std::int64_t under = whole(below->number.value);
  if (above < 1 || under <= above) return std::nullopt;
  static const std::unordered_set<std::int64_t> usual{
      2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10'000, 100'000};
  if (!firm && (above > 9 || !usual.contains(under))) return std::nullopt;
  const bool year = below->number.digits && below->number.whole_digits == 4 &&
                    !below->number.grouped && under >= 1900 && under <= 2050;
  if (year) return std::nullopt;
  return std::pair{quotient(above, under), below->number.last};
}

std::size_t past_chain(const SentenceView& sentence, std::size_t at) {
  while (
      at + 1 < sentence.end && sentence.glued(at + 1) && sentence.is_number(at + 1) &&
      (range_mark(sentence.lower(at)) || sentence.lower(at) == "/" || sentence.lower(at) == ".")) {
    at += 2;
  }
  return at;
}

}  // namespace claimtrail
