#include "core/quantity/find_figures.h"

#include <string>
#include <unordered_set>

#include "core/quantity/exclusions.h"
#include "core/quantity/modifiers.h"
#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/quantity/predicates.h"
#include "core/quantity/read_measure.h"

namespace claimtrail {
namespace {

using WordSet = std::unordered_set<std::string_view>;

/// A figure on its way: the tokens it covers, and what the next ones need to know of it.
struct Draft {
  Figure figure;
  std::size_t first = 0;  ///< tokens [first, last) of the span
  std::size_t last = 0;
  std::size_t reach = 0;  ///< token after its last word, the noun after "of" included
  bool bare = false;      ///< a number without unit or noun
};

/// What one step of the scan came to: a figure or nothing, and where to go on.
struct Step {
  std::optional<Draft> draft;
  std::size_t next = 0;
};

Decimal negated(const Decimal& value) {
  if (value.zero() || value.negative()) return value;
  std::string spelled(1, '-');
  spelled.append(value.text());
  return Decimal::parse(spelled).value_or(value);
}

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

class Finder {
 public:
  Finder(const TokenizedText& text, Equivalents equivalents)
      : text_(text), equivalents_(equivalents) {}

  std::vector<Figure> run() {
    for (const Sentence& sentence : text_.sentences) {
      SentenceView view{text_, sentence.first, sentence.last, sentence.first,
                        in_title_case(text_, sentence.first, sentence.last)};
      scan(view);
    }
    return std::move(figures_);
  }

 private:
  void scan(SentenceView& sentence) {
    previous_.reset();
    std::size_t at = sentence.begin;
    while (at < sentence.end) {
      if (!starts_number(sentence, at)) {
        ++at;
        continue;
      }
      Step step = read(sentence, at);
      at = std::max(step.next, at + 1);
      if (!step.draft) continue;
      keep(sentence, std::move(*step.draft));
      sentence.floor = at;
    }
  }

  [[nodiscard]] bool starts_number(const SentenceView& sentence, std::size_t at) const {
    const Token& token = text_.tokens[at];
    if (token.kind == TokenKind::number) return true;
    if (token.kind != TokenKind::word) return false;
    if (number_word(text_.lower[at]) != nullptr) return true;
    const char last = text_.text[token.span.end - 1];
    const bool digit = last >= '0' && last <= '9';
    return token.capitalised && token.span.length() > 2 &&
           (digit || sentence.text.word(at).find_first_of("0123456789") != std::string_view::npos);
  }

  Step read(const SentenceView& sentence, std::size_t at) {
    if (const auto past = past_date_or_serial(sentence, at)) return {std::nullopt, *past};
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
    if (number.shape == NumberShape::share && !share_stands(sentence, *measure))
      return {std::nullopt, number.last};
    return quantity(sentence, std::move(*measure));
  }

  /// "half of", "half the", "a third"; not "second half" or "half brother".
  static bool share_stands(const SentenceView& sentence, const Measure& measure) {
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
    if (!sentence.is_word(number.last) || periods.contains(next) ||
        sentence.capitalised(number.last))
      return step;
    if (number.last >= sentence.end || next.front() == '\'') return step;
    if (number.first == sentence.begin || !determiners.contains(sentence.lower(number.first - 1)))
      return step;
    Draft draft;
    draft.first = number.first;
    draft.last = draft.reach = number.last;
    draft.figure.low = draft.figure.high = number.value;
    draft.figure.dimension = "ordinal";
    finish(sentence, draft, number.first, number.last);
    step.draft = std::move(draft);
    return step;
  }

  Step times(const SentenceView& sentence, const Measure& measure) {
    const Number& number = measure.number;
    Draft draft;
    draft.first = number.first;
    draft.last = draft.reach = number.last;
    const PrefixModifier prefix = read_prefix(text_, number.first, sentence.floor);
    bound(draft.figure, number.value, prefix.bound, prefix.approximate);
    if (prefix.bound != Modifier::none || prefix.approximate) draft.first = prefix.first;
    draft.figure.dimension = "ratio";
    draft.figure.relative = true;
    finish(sentence, draft, number.first, number.last);
    return {std::move(draft), number.last};
  }

  Step quantity(const SentenceView& sentence, Measure measure) {
    const std::size_t number_first = measure.number.first;
    std::size_t number_last = measure.number.last;
    // "a dozen", "a third", "a hundred": the article is part of the number.
    std::size_t lead = measure.first;
    if (!measure.number.digits && lead > sentence.floor &&
        (sentence.lower(lead - 1) == "a" || sentence.lower(lead - 1) == "an"))
      --lead;
    const PrefixModifier prefix = read_prefix(text_, lead, sentence.floor);

    if (auto odds = in_every(sentence, measure)) {
      Draft draft;
      draft.first = first_token(prefix, lead, prefix.between);
      draft.last = draft.reach = odds->second;
      bound(draft.figure, odds->first, prefix.bound, prefix.approximate);
      draft.figure.dimension = "ratio";
      name_share(sentence, draft, odds->second);
      finish(sentence, draft, number_first, odds->second);
      return {std::move(draft), odds->second};
    }

    std::optional<Measure> upper;
    bool score = false;
    std::size_t last = measure.last;
    if (auto second = range_end(sentence, measure, prefix, score)) {
      upper = std::move(second);
      last = upper->last;
      number_last = upper->number.last;
    }
    if (score) return {std::nullopt, past_chain(sentence, measure.number.last)};

    Measure& unit_bearer = upper ? *upper : measure;
    std::optional<SuffixModifier> suffix = read_suffix(text_, last, sentence.end);
    const std::size_t noun_at = suffix ? suffix->last : last;
    const bool has_unit = unit_bearer.unit != nullptr &&
                          !(unit_bearer.unit->dimension == "count" && unit_bearer.per == nullptr);

    NounPhrase noun;
    if (!has_unit) {
      const bool one = measure.number.value == Decimal(1) && !upper;
      const bool vague = measure.number.shape == NumberShape::vague;
      if (!vague || sentence.lower(noun_at) == "of" || !sentence.lower(noun_at).empty()) {
        noun = read_noun(text_, noun_at, sentence.end, one);
      }
      if (vague && noun.found() && sentence.lower(noun_at) != "of" &&
          number_last == measure.number.first + 1)
        noun = {};
    }
    if (!suffix && noun.found()) suffix = read_suffix(text_, noun.last, sentence.end);
    if (!suffix && has_unit) suffix = read_suffix(text_, last, sentence.end);

    NumberSetting setting;
    setting.money = measure.prefixed || (has_unit && unit_bearer.unit->dimension == "currency");
    setting.unit = has_unit;
    setting.plural = noun.found();
    setting.person = noun.found() && noun.person;
    setting.modified = prefix.bound != Modifier::none || prefix.approximate || suffix.has_value();
    const Number& number = measure.number;
    if (upper && is_year(sentence, number, {}) && is_year(sentence, upper->number, {}) &&
        !setting.unit && !setting.plural) {
      return {std::nullopt, number_last};
    }
    if (!upper && is_year(sentence, number, setting))
      return {std::nullopt, past_chain(sentence, number.last)};
    if (is_name(sentence, number, setting))
      return {std::nullopt, past_chain(sentence, number.last)};
    if (!upper && is_pronoun_one(sentence, number)) return {std::nullopt, number.last};

    if (!has_unit && !noun.found() && stands_as_age(sentence, number, upper.has_value())) {
      return age(sentence, number);
    }

    Draft draft;
    draft.first = first_token(prefix, lead, prefix.between && !upper);
    draft.last = draft.reach = std::max(last, suffix ? suffix->last : last);
    Figure& figure = draft.figure;
    const Decimal low = prefix.negative || measure.negative ? negated(number.value) : number.value;
    Modifier bound_by = prefix.bound;
    bool approximate = prefix.approximate;
    if (suffix) {
      if (suffix->modifier == Modifier::approximately) {
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
      name_after_of(sentence, draft, last);
    } else if (number.shape == NumberShape::share) {
      figure.dimension = "ratio";
      if (noun.found()) {
        figure.noun = words(noun.first, noun.last);
        draft.reach = noun.last;
      }
      name_share(sentence, draft, number_last);
    } else if (noun.found()) {
      count(sentence, draft, noun);
    } else {
      figure.dimension = "number";
      draft.bare = true;
      if (sentence.lower(last) == "times" || sentence.lower(last) == "fold") {
        figure.dimension = "ratio";
        figure.relative = true;
        draft.bare = false;
        draft.last = draft.reach = last + 1;
      }
    }
    move(sentence, figure, prefix, draft.last);
    figure.relative = figure.relative || prefix.relative || noun.relative;
    if (draft.bare) settle_bare(sentence, draft, number_first);
    finish(sentence, draft, number_first, number_last);
    const std::size_t next = std::max(draft.last, number_last);
    return {std::move(draft), next};
  }

  /// Where the span begins: at the modifier, but not at a "from" that opens no range.
  static std::size_t first_token(const PrefixModifier& prefix, std::size_t lead,
                                 bool without_between) {
    return std::min(lead, without_between ? prefix.inside : prefix.first);
  }

  static void bound(Figure& figure, const Decimal& value, Modifier modifier, bool approximate) {
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

  /// "up 9.4 %", "fell 0.5 points": a change, relative where it says from what.
  void move(const SentenceView& sentence, Figure& figure, const PrefixModifier& prefix,
            std::size_t last) const {
    if (prefix.direction == Modifier::none) return;
    const bool value_like = figure.dimension == "ratio" || figure.unit == "cent" ||
                            figure.unit == "sen" || figure.unit == "penny" ||
                            figure.noun == "points" || figure.noun == "point";
    if (prefix.soft_direction && !value_like) return;
    if (figure.modifier == Modifier::none) figure.modifier = prefix.direction;
    const std::string_view next = sentence.lower(last);
    if (next == "from" || next == "than" || next == "compared") figure.relative = true;
  }

  /// "one in five", "2 out of 3": the share and the token after it.
  std::optional<std::pair<Decimal, std::size_t>> in_every(const SentenceView& sentence,
                                                          const Measure& measure) const {
    if (measure.unit != nullptr || measure.number.shape != NumberShape::plain ||
        measure.number.point)
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

  /// The other end of a range that starts with `low`. `score` is set where the pair is a result
  /// ("2-1").
  std::optional<Measure> range_end(const SentenceView& sentence, Measure& low,
                                   const PrefixModifier& prefix, bool& score) const {
    const NumberShape shape = low.number.shape;
    if (shape != NumberShape::plain && shape != NumberShape::share) return std::nullopt;
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
      if (sentence.glued(at) != sentence.glued(next)) return std::nullopt;
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
      return std::nullopt;
    }
    if (next >= sentence.end) return std::nullopt;
    if (past_date_or_serial(sentence, next) && sentence.is_number(next)) return std::nullopt;
    auto high = read_measure_or_money(sentence, next);
    if (!high ||
        (high->number.shape != NumberShape::plain && high->number.shape != NumberShape::share))
      return std::nullopt;
    if (high->number.shape == NumberShape::share && high->number.value < Decimal(1) &&
        shape != NumberShape::share)
      return std::nullopt;
    const bool whole_low = low.per == nullptr && low.per_noun.empty();
    const bool unlike = low.unit != nullptr && high->unit != nullptr &&
                        unit_name(low) != unit_name(*high) &&
                        !(whole_low && low.unit == high->unit);
    if (unlike) return std::nullopt;
    if (!between && is_year(sentence, low.number, {}) && !is_year(sentence, high->number, {})) {
      return std::nullopt;
    }
    // "1-2 million", "$10 to $15 billion": the magnitude belongs to both.
    Decimal low_value = low.number.value;
    if (high->number.magnitude && !low.number.magnitude &&
        low.number.value < high->number.unscaled) {
      if (auto lent = multiply(low.number.value, Decimal(high->number.multiplier)))
        low_value = std::move(*lent);
    }
    const bool ascending = low_value < high->number.value;
    const bool has_unit = high->unit != nullptr || low.unit != nullptr;
    if (hyphen) {
      if (is_result(sentence, low, *high, prefix, ascending, has_unit)) {
        score = true;
        return std::nullopt;
      }
    } else if (either) {
      if (!ascending || low.number.magnitude != high->number.magnitude) return std::nullopt;
      if (add(low_value, low_value).value_or(low_value) < high->number.value) return std::nullopt;
    } else if (!between && !from && !ascending) {
      return std::nullopt;
    } else if (mark == "to" && !from && low.unit != nullptr && changes(sentence, low.first)) {
      return std::nullopt;  // "rose 0.1 % to 1,333"
    }
    if (from && changes(sentence, prefix.first)) return std::nullopt;
    if (between && !ascending) return std::nullopt;
    if (high->unit == nullptr && low.unit != nullptr) {
      if (either) return std::nullopt;
      high->unit = low.unit;
      high->per = low.per;
      high->per_noun = low.per_noun;
      high->age = low.age;
    }
    low.number.value = std::move(low_value);
    return high;
  }

  /// Whether "A-B" is a score or a serial rather than a range.
  bool is_result(const SentenceView& sentence, const Measure& low, const Measure& high,
                 const PrefixModifier& prefix, bool ascending, bool has_unit) const {
    if (has_unit && ascending) return false;
    if (!low.number.digits || !high.number.digits) return !ascending;
    if (!ascending) return true;
    const std::size_t after = high.number.last;
    if (sentence.glued(after) && range_mark(sentence.lower(after)) && sentence.is_number(after + 1))
      return true;
    if (tells_game(sentence.lower(after))) return true;
    const bool large = low.number.grouped || low.number.magnitude || high.number.magnitude ||
                       low.number.whole_digits > 2;
    if (large || prefix.approximate || prefix.bound != Modifier::none || prefix.between)
      return false;
    return !read_noun(text_, after, sentence.end, false).found() && sentence.lower(after) != "-";
  }

  /// Whether the words before "from" tell of a change.
  [[nodiscard]] bool changes(const SentenceView& sentence, std::size_t from) const {
    constexpr std::size_t kBack = 9;
    for (std::size_t at = from; at > sentence.floor && from - at < kBack;) {
      --at;
      if (tells_change(sentence.lower(at))) return true;
      if (sentence.lower(at) == ";" || sentence.lower(at) == ",") break;
    }
    return false;
  }

  /// Behind a chain of digits and joining marks: "2013-14", "2-1", "3-2-1".
  static std::size_t past_chain(const SentenceView& sentence, std::size_t at) {
    while (at + 1 < sentence.end && sentence.glued(at + 1) && sentence.is_number(at + 1) &&
           (range_mark(sentence.lower(at)) || sentence.lower(at) == "/" ||
            sentence.lower(at) == ".")) {
      at += 2;
    }
    return at;
  }

  /// "Roth, 34," and "aged 34".
  [[nodiscard]] bool stands_as_age(const SentenceView& sentence, const Number& number,
                                   bool range) const {
    if (number.shape != NumberShape::plain || number.point || number.grouped || number.magnitude ||
        number.first == sentence.begin)
      return false;
    if (number.value > Decimal(120)) return false;
    const std::string_view before = sentence.lower(number.first - 1);
    if (before == "aged" || before == "age" || before == "ages") return true;
    if (range) return false;
    if (before == "of" && number.first > sentence.begin + 1 &&
        sentence.lower(number.first - 2) == "age")
      return true;
    if ((before != "," && before != "(") || number.first < sentence.begin + 2 || !number.digits)
      return false;
    const std::size_t name = number.first - 2;
    if (!sentence.is_word(name)) return false;
    const std::string_view after = sentence.lower(number.last);
    const bool closed =
        before == "(" ? after == ")"
                      : after == "," || after == "." || number.last >= sentence.end || after == ";";
    if (!closed) return false;
    if (is_person_noun(sentence.lower(name), false)) return true;
    return sentence.capitalised(name) && !is_place_list(sentence, number, name);
  }

  /// "Iowa, 12, Ohio, 7": capitals and commas all along are a table.
  static bool is_place_list(const SentenceView& sentence, const Number& number, std::size_t name) {
    return name == sentence.begin && sentence.capitalised(number.last + 1);
  }

  Step age(const SentenceView& sentence, const Number& number) {
    Draft draft;
    draft.first = number.first;
    const std::string_view before = sentence.lower(number.first - 1);
    if (before == "aged" || before == "age") --draft.first;
    draft.last = draft.reach = number.last;
    Figure& figure = draft.figure;
    figure.low = figure.high = number.value;
    if (before == "aged" || before == "ages") {
      const std::string_view mark = sentence.lower(number.last);
      if (mark == "to" || mark == "-" || mark == "and" || mark == "\xE2\x80\x93") {
        const auto high = read_measure(sentence, number.last + 1);
        if (high && high->number.shape == NumberShape::plain && high->number.value > number.value) {
          figure.high = high->number.value;
          draft.last = draft.reach = high->number.last;
        }
      }
      if (const auto suffix = read_suffix(text_, draft.last, sentence.end)) {
        bound(figure, number.value, suffix->modifier, false);
        draft.last = draft.reach = suffix->last;
      }
    }
    figure.unit = "year";
    figure.ucum = unit_named("year")->ucum;
    figure.dimension = "age";
    finish(sentence, draft, number.first, number.last);
    const std::size_t next = draft.last;
    return {std::move(draft), next};
  }

  void count(const SentenceView& sentence, Draft& draft, const NounPhrase& noun) const {
    Figure& figure = draft.figure;
    figure.dimension = "count";
    figure.noun = words(noun.first, noun.last);
    if (!noun.beyond_number) draft.last = draft.reach = std::max(draft.last, noun.last);
    // "90,000-strong workforce"
    std::size_t head = noun.head;
    bool person = noun.person;
    if (sentence.lower(head) == "strong" && sentence.is_word(noun.last)) {
      const NounPhrase group = read_noun(text_, noun.last, sentence.end, true);
      if (group.found()) {
        head = group.head;
        figure.noun = words(group.first, group.last);
        draft.last = draft.reach = group.last;
        person = group.person || is_people_group(sentence.lower(head));
      }
    }
    if (person) {
      figure.unit = "person";
      figure.ucum = "{person}";
    }
    if (noun.relative && sentence.lower(noun.head) == "others" && previous_ &&
        previous_->figure.unit == "person") {
      figure.unit = "person";
      figure.ucum = "{person}";
    }
    rate(sentence, draft);
  }

  /// "three thousand tests per day": a rate is no count.
  void rate(const SentenceView& sentence, Draft& draft) const {
    const std::string_view word = sentence.lower(draft.last);
    if (word != "per" && word != "a" && word != "an") return;
    if (draft.last + 1 >= sentence.end) return;
    const auto below =
        unit_at(text_.text, text_.tokens[draft.last + 1].span.start, UnitPlace::after_word);
    if (!below || (below->unit->dimension != "duration" && word != "per")) return;
    Figure& figure = draft.figure;
    if (figure.unit.empty()) figure.unit = "item";
    figure.unit.append(" per ").append(below->unit->name);
    figure.ucum.clear();
    figure.dimension.append(" per ").append(below->unit->dimension);
    std::size_t last = draft.last + 1;
    while (last < sentence.end && text_.tokens[last].span.start < below->end) ++last;
    draft.last = draft.reach = last;
  }

  /// What a share is of: "of the 2,400 staff", "of voters". The span stays with the share.
  void name_share(const SentenceView& sentence, Draft& draft, std::size_t at) const {
    if (!draft.figure.noun.empty()) return;
    const NounPhrase noun = read_noun(text_, at, sentence.end, true);
    if (!noun.found()) return;
    draft.figure.noun = words(noun.first, noun.last);
  }

  /// "1,300 square kilometers of land": the noun is named, the span ends with the unit.
  void name_after_of(const SentenceView& sentence, Draft& draft, std::size_t at) const {
    if (sentence.lower(at) != "of") return;
    const NounPhrase noun = read_noun(text_, at, sentence.end, false);
    if (noun.found()) {
      draft.figure.noun = words(noun.first, noun.last);
      draft.reach = noun.last;
      return;
    }
    // A mass noun: "of land", "of grain".
    std::size_t first = at + 1;
    while (sentence.lower(first) == "the" || sentence.lower(first) == "its" ||
           sentence.lower(first) == "their")
      ++first;
    std::size_t last = first;
    while (last < first + 4 && sentence.is_word(last) && !ends_noun_phrase(sentence.lower(last)) &&
           sentence.lower(last).front() != '\'') {
      ++last;
    }
    if (last == first || last == first + 4) return;
    draft.figure.noun = words(first, last);
    draft.reach = last;
  }

  /// A number with neither unit nor noun takes them from what stands before it: "rose to 211 from
  /// 158", "from 208 pounds to 193", "12 killed and 17 …", "the death toll rose to 211".
  void settle_bare(const SentenceView& sentence, Draft& draft, std::size_t number_first) const {
    Figure& figure = draft.figure;
    bool linked = previous_.has_value();
    if (previous_) {
      static const WordSet links{"to",   "from",    "up", "down", "by",   "and", "compared",
                                 "with", "against", ",",  "a",    "just", "only"};
      for (std::size_t at = previous_->last; linked && at < draft.first; ++at)
        linked = links.contains(sentence.lower(at));
      const Figure& before = previous_->figure;
      const bool measured = before.dimension != "count" && before.dimension != "number" &&
                            before.dimension != "ordinal" && !before.unit.empty();
      const std::string_view lead =
          draft.first > sentence.begin ? sentence.lower(draft.first - 1) : std::string_view{};
      if (linked && measured && (lead == "to" || lead == "from") &&
          before.modifier != Modifier::up && before.modifier != Modifier::down) {
        figure.unit = before.unit;
        figure.ucum = before.ucum;
        figure.dimension = before.dimension;
        figure.noun = before.noun;
        draft.bare = false;
        return;
      }
    }
    if (text_.lower[number_first] == "one") return;
    const bool whole = !figure.low || figure.low->text().find('.') == std::string::npos;
    if (!whole || sentence.lower(draft.last) == "-") return;
    constexpr std::size_t kBack = 9;
    static const WordSet tolls{"toll", "deaths", "fatalities", "casualties"};
    for (std::size_t at = number_first; at > sentence.begin && number_first - at < kBack;) {
      --at;
      if (!tolls.contains(sentence.lower(at))) continue;
      figure.unit = "person";
      figure.ucum = "{person}";
      figure.dimension = "count";
      figure.noun =
          at > sentence.begin && sentence.lower(at) == "toll" && sentence.lower(at - 1) == "death"
              ? words(at - 1, at + 1)
              : words(at, at + 1);
      figure.predicate = sentence.lower(at) == "casualties" ? "" : "kill";
      draft.bare = false;
      return;
    }
    if (previous_ && previous_->figure.dimension == "count") {
      const std::string_view next = sentence.lower(draft.last);
      const bool ends = next.empty() || !sentence.is_word(draft.last) || ends_noun_phrase(next);
      const bool told = linked || !previous_->figure.predicate.empty();
      if (ends && told && !previous_->figure.relative) {
        figure.unit = previous_->figure.unit;
        figure.ucum = previous_->figure.ucum;
        figure.noun = previous_->figure.noun;
        figure.dimension = "count";
        draft.bare = false;
      }
    }
  }

  /// Events that happen to people: a number without a noun beside them counts people.
  static bool befalls_people(std::string_view lemma) {
    static const WordSet lemmas{"kill",      "injure",   "arrest", "miss",   "convict",
                                "evacuate",  "displace", "trap",   "rescue", "gather",
                                "vaccinate", "infect",   "abduct", "charge", "shoot"};
    return lemmas.contains(lemma);
  }

  void finish(const SentenceView& sentence, Draft& draft, std::size_t number_first,
              std::size_t number_last) const {
    Figure& figure = draft.figure;
    figure.span = {text_.tokens[draft.first].span.start, text_.tokens[draft.last - 1].span.end};
    std::size_t value_first = number_first;
    if (value_first > draft.first &&
        (sentence.lower(value_first - 1) == "a" || sentence.lower(value_first - 1) == "an") &&
        number_word(sentence.lower(value_first)) != nullptr) {
      --value_first;
    }
    figure.original_value = words(value_first, number_last);
    if (!figure.low) figure.low_open = true;
    if (!figure.high) figure.high_open = true;
    if (figure.dimension == "ordinal" || figure.dimension == "age") return;
    if (figure.predicate.empty()) {
      const bool own = figure.dimension == "count" && draft.last > number_last;
      figure.predicate = find_predicate(
          text_, draft.first,
          own || figure.dimension != "count" ? std::max(draft.last, draft.reach) : draft.last,
          sentence.floor, sentence.end);
    }
    const bool whole =
        figure.low ? figure.low->text().find('.') == std::string::npos : figure.high.has_value();
    const std::string_view next = sentence.lower(draft.last);
    const bool ends = next.empty() || !sentence.is_word(draft.last) || ends_noun_phrase(next) ||
                      !event_lemma(next).empty();
    if (draft.bare && whole && ends && befalls_people(figure.predicate) &&
        figure.dimension == "number") {
      figure.dimension = "count";
      figure.unit = "person";
      figure.ucum = "{person}";
      draft.bare = false;
    }
    if (figure.dimension == "count" && figure.unit.empty() && befalls_people(figure.predicate) &&
        figure.relative) {
      figure.unit = "person";
      figure.ucum = "{person}";
    }
  }

  [[nodiscard]] std::string words(std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    const std::uint32_t start = text_.tokens[first].span.start;
    return std::string(text_.text.substr(start, text_.tokens[last - 1].span.end - start));
  }

  /// "… square kilometers (500 square miles)": the second is the first again.
  [[nodiscard]] bool restates(const SentenceView& sentence, const Draft& draft) const {
    if (!previous_ || figures_.empty() || draft.first <= sentence.begin) return false;
    const std::string_view open = sentence.lower(draft.first - 1);
    const std::string_view close = sentence.lower(draft.last);
    if (open != "(" || close != ")") return false;
    if (draft.first - 1 != previous_->last && draft.first - 1 != previous_->reach) return false;
    const Figure& a = previous_->figure;
    const Figure& b = draft.figure;
    return !a.unit.empty() && !b.unit.empty() && a.dimension == b.dimension && a.unit != b.unit &&
           a.dimension != "count" && a.dimension != "ratio";
  }

  /// "more than 100 and less than 300": two half-open figures that make one interval.
  [[nodiscard]] bool closes(const SentenceView& sentence, const Draft& draft) const {
    if (!previous_) return false;
    static const WordSet links{"and", "but", ","};
    if (draft.first <= previous_->last) return false;
    for (std::size_t at = previous_->last; at < draft.first; ++at) {
      if (!links.contains(sentence.lower(at))) return false;
    }
    const Figure& a = previous_->figure;
    const Figure& b = draft.figure;
    const bool alike = a.unit == b.unit && a.dimension == b.dimension;
    const bool lent = (previous_->bare || draft.bare) && a.predicate == b.predicate;
    if (!alike && !lent) return false;
    if (a.modifier == Modifier::approximately || b.modifier == Modifier::approximately)
      return false;
    if (a.low && !a.high && !b.low && b.high) return *a.low < *b.high;
    if (!a.low && a.high && b.low && !b.high) return *b.low < *a.high;
    return false;
  }

  void close(Draft draft) {
    Figure& first = figures_.back();
    Figure& second = draft.figure;
    if (second.low) {
      first.low = std::move(second.low);
      first.low_open = second.low_open;
    } else {
      first.high = std::move(second.high);
      first.high_open = second.high_open;
    }
    if (previous_->bare) {
      first.unit = std::move(second.unit);
      first.ucum = std::move(second.ucum);
      first.dimension = std::move(second.dimension);
      first.noun = std::move(second.noun);
    }
    first.modifier = Modifier::none;
    first.original_value =
        std::string(text_.text.substr(first.span.start, second.span.end - first.span.start));
    first.span.end = second.span.end;
    draft.figure = first;
    draft.first = previous_->first;
    previous_ = std::move(draft);
  }

  void keep(const SentenceView& sentence, Draft draft) {
    if (closes(sentence, draft)) {
      close(std::move(draft));
      return;
    }
    if (restates(sentence, draft)) {
      Figure& first = figures_.back();
      first.equivalent = draft.figure.span;
      if (equivalents_ == Equivalents::folded) return;
      Figure& second = draft.figure;
      if (second.modifier == Modifier::none && second.low && second.high &&
          *second.low == *second.high) {
        const bool approximate = first.modifier == Modifier::approximately;
        const bool bounds = first.modifier != Modifier::up && first.modifier != Modifier::down;
        bound(second, *second.low, bounds && !approximate ? first.modifier : Modifier::none,
              approximate);
      }
      second.equivalent = first.span;
      second.noun = first.noun;
      second.predicate = first.predicate;
      figures_.push_back(std::move(second));
      return;
    }
    figures_.push_back(draft.figure);
    previous_ = std::move(draft);
  }

  const TokenizedText& text_;
  Equivalents equivalents_;
  std::vector<Figure> figures_;
  std::optional<Draft> previous_;  ///< the figure before, in the same sentence
};

}  // namespace

std::vector<Figure> find_figures(const TokenizedText& text, Equivalents equivalents) {
  return Finder(text, equivalents).run();
}

}  // namespace claimtrail
