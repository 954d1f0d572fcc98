#include "core/quantity/read_figure.h"

#include <string>

#include "core/quantity/modifiers.h"
#include "core/quantity/name_figure.h"
#include "core/quantity/nouns.h"
#include "core/quantity/read_age.h"
#include "core/quantity/read_measure.h"
#include "core/quantity/read_range.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

Decimal negated(const Decimal& value) {
  if (value.zero() || value.negative()) return value;
  std::string spelled(1, '-');
  spelled.append(value.text());
  return Decimal::parse(spelled).value_or(value);
}

/// Where the span begins: at the modifier, but not at a "from" that opens no range.
std::size_t first_token(const PrefixModifier& prefix, std::size_t lead, bool without_between) {
  return std::min(lead, without_between ? prefix.inside : prefix.first);
}

/// "half of", "half the", "a third"; not "second half" or "half brother".
bool share_stands(const SentenceView& sentence, const Measure& measure) {
  const Number& number = measure.number;
  if (number.digits || measure.unit != nullptr) return true;
  if (sentence.lower(number.first) != "half" || number.last != number.first + 1) return true;
  static const WordSet parts{"first",  "second", "last", "latter", "other",  "final",
                             "better", "this",   "next", "top",    "bottom", "early",
                             "late",   "fiscal", "each", "either"};
  if (number.first > sentence.begin && parts.contains(sentence.lower(number.first - 1)))
    return false;
  static const WordSet followers{"of",    "the",   "its", "his",  "her", "their", "our",
                                 "those", "these", "all", "were", "are", "a",     ""};
  const std::string_view next = sentence.lower(number.last);
  return followers.contains(next) || !sentence.is_word(number.last);
}

Step ordinal(const SentenceView& sentence, const Measure& measure) {
  const Number& number = measure.number;
  Step step{std::nullopt, number.last};
  static const WordSet periods{
      "half",   "halves",      "quarter", "quarters", "century", "centuries", "year",
      "years",  "day",         "days",    "week",     "weeks",   "month",     "months",
      "season", "anniversary", "time",    "round",    "inning",  "minute",    "birthday",
      "period", "decade",      "place",   "street",   "avenue",  "later",     "ago",
      "of",     "grade",       "grader",  "graders",  "and",     "or",        "to",
      "in",     "at",          "on",      "from",     "hand",    "world",     "lady"};
  static const WordSet determiners{"the", "a",  "his",  "her", "its",  "their",
                                   "our", "my", "your", "'s",  "this", "that"};
  const std::string_view next = sentence.lower(number.last);
  if (!sentence.is_word(number.last) || periods.contains(next) || sentence.capitalised(number.last))
    return step;
  if (number.last >= sentence.end || next.front() == '\'') return step;
  if (number.first == sentence.begin || !determiners.contains(sentence.lower(number.first - 1)))
    return step;
  Draft draft;
  draft.first = number.first;
  draft.last = draft.reach = number.last;
  draft.figure.low = draft.figure.high = number.value;
  draft.figure.dimension = "ordinal";
  complete(sentence, draft, number.first, number.last);
  step.draft = std::move(draft);
  return step;
}

Step times(const SentenceView& sentence, const Measure& measure) {
  const Number& number = measure.number;
  Draft draft;
  draft.first = number.first;
  draft.last = draft.reach = number.last;
  const PrefixModifier prefix = read_prefix(sentence.text, number.first, sentence.floor);
  bound(draft.figure, number.value, prefix.bound, prefix.approximate);
  if (prefix.bound != Modifier::none || prefix.approximate) draft.first = prefix.first;
  draft.figure.dimension = "ratio";
  draft.figure.relative = true;
  complete(sentence, draft, number.first, number.last);
  return {std::move(draft), number.last};
}

/// "temperatures fell by 20 degrees": of an unnamed scale, but no angle.
bool speaks_of_warmth(const SentenceView& sentence, std::size_t first, std::size_t last) {
  static const WordSet words{"temperature", "temperatures", "thermostat", "heat",     "heatwave",
                             "warm",        "warmer",       "warming",    "warmth",   "cold",
                             "colder",      "cool",         "cooler",     "cooled",   "cooling",
                             "hot",         "hotter",       "fever",      "freezing", "weather",
                             "highs",       "lows",         "zero",       "outside",  "preheat",
                             "oven",        "wind",         "climate",    "celsius",  "fahrenheit"};
  constexpr std::size_t kNear = 10;
  for (std::size_t at = first; at > sentence.begin && first - at < kNear;) {
    --at;
    if (words.contains(sentence.lower(at))) return true;
  }
  for (std::size_t at = last; at < sentence.end && at - last < kNear / 2; ++at) {
    if (words.contains(sentence.lower(at))) return true;
  }
  return false;
}

/// "four times the number", "three times as many"; but "voted three times".
bool is_multiple(const SentenceView& sentence, const NounPhrase& noun) {
  static const WordSet compared{"the",     "as",     "more",     "less",   "that",    "what", "its",
                                "their",   "higher", "lower",    "larger", "bigger",  "his",  "her",
                                "greater", "faster", "likelier", "likely", "smaller", "those"};
  return noun.last == noun.first + 1 && sentence.lower(noun.first) == "times" &&
         compared.contains(sentence.lower(noun.last));
}

/// "a three course meal", "the 11 member trade agreement": the number belongs to one thing.
bool attributive(const SentenceView& sentence, std::size_t lead) {
  static const WordSet determiners{"a", "an", "the", "this", "that", "its", "their", "his", "her"};
  return lead > sentence.begin &&
         (determiners.contains(sentence.lower(lead - 1)) ||
          (lead < sentence.end && determiners.contains(sentence.lower(lead))));
}

/// "up 9.4 %", "fell 0.5 points": a change, relative where it says from what.
void mark_change(const SentenceView& sentence, Figure& figure, const PrefixModifier& prefix,
                 std::size_t last) {
  if (prefix.direction == Modifier::none) return;
  const bool value_like = figure.dimension == "ratio" || figure.unit == "cent" ||
                          figure.unit == "sen" || figure.unit == "penny" ||
                          figure.noun == "points" || figure.noun == "point";
  if (prefix.soft_direction && !value_like) return;
  // "rose about 1.5 %" is a change before it is a soft number.
  const bool soft = figure.modifier == Modifier::approximately && figure.high;
  if (figure.modifier == Modifier::none || soft) figure.modifier = prefix.direction;
  const std::string_view next = sentence.lower(last);
  if (next == "from" || next == "than" || next == "compared") figure.relative = true;
}

/// "lost 190 points, or 0.6 %", "were down 2.3 %, Burlington by 2.6 %": the change goes on.
void continue_change(const SentenceView& sentence, Draft& draft, const PrefixModifier& prefix,
                     const Draft& previous) {
  const Modifier before = previous.figure.modifier;
  if (before != Modifier::up && before != Modifier::down) return;
  if (draft.figure.modifier != Modifier::none || prefix.direction != Modifier::none) return;
  if (draft.figure.dimension == "number" && draft.figure.noun.empty()) return;
  bool again = false;
  bool linked = true;
  for (std::size_t at = previous.last; linked && at < draft.first; ++at) {
    const std::string_view word = sentence.lower(at);
    again = again || word == "or" || word == "(";
    linked = word == "or" || word == "(" || word == "," || word == "a";
  }
  if ((again && linked) || prefix.by) draft.figure.modifier = before;
}

Step quantity(const SentenceView& sentence, Measure measure, const std::optional<Draft>& previous) {
  const std::size_t number_first = measure.number.first;
  std::size_t number_last = measure.number.last;
  // "a dozen", "a third", "a hundred": the article is part of the number.
  std::size_t lead = measure.first;
  if (!measure.number.digits && lead > sentence.floor &&
      (sentence.lower(lead - 1) == "a" || sentence.lower(lead - 1) == "an"))
    --lead;
  const PrefixModifier prefix = read_prefix(sentence.text, lead, sentence.floor);

  if (auto odds = read_odds(sentence, measure)) {
    Draft draft;
    draft.first = first_token(prefix, lead, prefix.between);
    const auto suffix = read_suffix(sentence.text, odds->second, sentence.end);
    const std::size_t last = suffix ? suffix->last : odds->second;
    draft.last = draft.reach = last;
    const bool soft = suffix && suffix->modifier == Modifier::approximately;
    bound(draft.figure, odds->first, suffix && !soft ? suffix->modifier : prefix.bound,
          soft || prefix.approximate);
    draft.figure.dimension = "ratio";
    name_share(sentence, draft, last);
    complete(sentence, draft, number_first, odds->second);
    return {std::move(draft), last};
  }

  std::optional<Measure> upper;
  std::size_t last = measure.last;
  RangeEnd end = read_range_end(sentence, measure, prefix);
  if (end.result) return {std::nullopt, past_chain(sentence, measure.number.last)};
  if (end.high) {
    upper = std::move(end.high);
    last = upper->last;
    number_last = upper->number.last;
  }

  Measure& unit_bearer = upper ? *upper : measure;
  std::optional<SuffixModifier> suffix = read_suffix(sentence.text, last, sentence.end);
  const std::size_t noun_at = suffix ? suffix->last : last;
  const bool has_unit = unit_bearer.unit != nullptr &&
                        !(unit_bearer.unit->dimension == "count" && unit_bearer.per == nullptr);

  NounPhrase noun;
  bool of_one_thing = false;
  if (!has_unit) {
    const bool one = measure.number.value == Decimal(1) && !upper;
    const bool vague = measure.number.shape == NumberShape::vague;
    noun = read_noun(sentence.text, noun_at, sentence.end, one);
    // "between the two turned vicious" is no attribute: "two" stands for people.
    const bool pronoun =
        !measure.number.digits && lead > sentence.begin && sentence.lower(lead - 1) == "the";
    if (!noun.found() && !pronoun && attributive(sentence, lead)) {
      noun = read_noun(sentence.text, noun_at, sentence.end, true);
      if (noun.last < noun.first + 2) noun = {};
      of_one_thing = noun.found();
    }
    if (vague && noun.found() && sentence.lower(noun_at) != "of" &&
        number_last == measure.number.first + 1)
      noun = {};
  }
  if (!suffix && noun.found()) suffix = read_suffix(sentence.text, noun.last, sentence.end);
  if (!suffix && has_unit) suffix = read_suffix(sentence.text, last, sentence.end);

  NumberSetting setting;
  setting.money = measure.prefixed || (has_unit && unit_bearer.unit->dimension == "currency");
  setting.unit = has_unit;
  setting.plural = noun.found() && !of_one_thing;
  setting.one_thing = of_one_thing;
  setting.person = noun.found() && noun.person;
  setting.modified = prefix.bound != Modifier::none || prefix.approximate || suffix.has_value();
  const Number& number = measure.number;
  if (upper && is_year(sentence, number, {}) && is_year(sentence, upper->number, {}) &&
      !setting.unit && !setting.plural) {
    return {std::nullopt, number_last};
  }
  if (!upper && is_year(sentence, number, setting))
    return {std::nullopt, past_chain(sentence, number.last)};
  if (is_name(sentence, number, setting)) return {std::nullopt, past_chain(sentence, number.last)};
  const bool measured = has_unit && unit_bearer.unit->dimension != "duration";
  if (!upper && !measured && is_pronoun_one(sentence, number)) return {std::nullopt, number.last};

  if (!has_unit && !noun.found() && stands_as_age(sentence, number, prefix, upper.has_value()))
    return read_age(sentence, number, prefix);

  Draft draft;
  draft.first = first_token(prefix, lead, prefix.between && !upper);
  draft.last = draft.reach = std::max(last, suffix ? suffix->last : last);
  Figure& figure = draft.figure;
  const Decimal low = prefix.negative || measure.negative ? negated(number.value) : number.value;
  Modifier bound_by = prefix.bound;
  bool approximate = prefix.approximate;
  if (suffix) {
    if (suffix->or_equal) {
      if (bound_by == Modifier::more_than) bound_by = Modifier::at_least;
      if (bound_by == Modifier::less_than) bound_by = Modifier::at_most;
    } else if (suffix->modifier == Modifier::approximately) {
      approximate = true;
    } else {
      bound_by = suffix->modifier;
    }
  }
  if (upper) {
    figure.low = low;
    figure.high = upper->number.value;
    if (*figure.high < *figure.low) std::swap(*figure.low, *figure.high);
    if (approximate) figure.modifier = Modifier::approximately;
  } else if (number.shape == NumberShape::vague) {
    figure.low = low;
    figure.high_open = true;
    figure.modifier = Modifier::approximately;
  } else {
    bound(figure, low, bound_by, approximate);
  }
  if (has_unit) {
    figure.unit = unit_name(unit_bearer);
    figure.ucum = unit_code(unit_bearer);
    figure.dimension = unit_dimension(unit_bearer);
    if (figure.unit == "degree" && speaks_of_warmth(sentence, measure.first, last))
      figure.dimension = "temperature";
    name_after_of(sentence, draft, last);
  } else if (number.shape == NumberShape::share) {
    figure.dimension = "ratio";
    if (noun.found()) {
      figure.noun = words_of(sentence.text, noun.first, noun.last);
      draft.reach = noun.last;
    }
    name_share(sentence, draft, number_last);
  } else if (noun.found() && is_multiple(sentence, noun)) {
    figure.dimension = "ratio";
    figure.relative = true;
    draft.last = draft.reach = noun.last;
  } else if (noun.found()) {
    name_count(sentence, draft, noun, previous);
  } else {
    figure.dimension = "number";
    draft.bare = true;
    if (sentence.lower(last) == "fold") {
      figure.dimension = "ratio";
      figure.relative = true;
      draft.bare = false;
      draft.last = draft.reach = last + 1;
    }
  }
  mark_change(sentence, figure, prefix, draft.last);
  if (previous) continue_change(sentence, draft, prefix, *previous);
  figure.relative = figure.relative || prefix.relative || noun.relative;
  if (draft.bare) name_bare(sentence, draft, number_first, previous);
  complete(sentence, draft, number_first, number_last);
  const std::size_t next = std::max(draft.last, number_last);
  return {std::move(draft), next};
}

}  // namespace

Step read_figure(const SentenceView& sentence, std::size_t at,
                 const std::optional<Draft>& previous) {
  if (const auto past = past_row_of_numbers(sentence, at)) return {std::nullopt, *past};
  if (const auto past = past_date_or_serial(sentence, at)) return {std::nullopt, *past};
  // A stutter is no count, and a text of nothing else is read fast.
  if (sentence.lower(at) == "one" && sentence.lower(at + 1) == "one") return {std::nullopt, at + 1};
  auto measure = read_measure(sentence, at);
  if (!measure) return {std::nullopt, at + 1};
  const Number& number = measure->number;
  switch (number.shape) {
    case NumberShape::year:
      return {std::nullopt, number.last};
    case NumberShape::ordinal:
      return ordinal(sentence, *measure);
    case NumberShape::times:
      return times(sentence, *measure);
    default:
      break;
  }
  if (number.shape == NumberShape::share && !share_stands(sentence, *measure) &&
      read_prefix(sentence.text, number.first, sentence.floor).bound == Modifier::none)
    return {std::nullopt, number.last};
  return quantity(sentence, std::move(*measure), previous);
}

}  // namespace claimtrail
