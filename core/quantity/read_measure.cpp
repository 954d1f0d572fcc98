#include "core/quantity/read_measure.h"

#include <string>

#include "core/quantity/extend_measure.h"
#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

/// The first byte a look-back may reach.
std::uint32_t floor_of(const SentenceView& sentence) {
  return sentence.start_of(std::min(sentence.floor, sentence.end - 1));
}

/// The first token at or after `from` that starts at or behind byte `byte`.
std::size_t token_behind(const SentenceView& sentence, std::size_t from, std::uint32_t byte) {
  while (from < sentence.end && sentence.start_of(from) < byte) ++from;
  return from;
}

/// The token a currency symbol starts at, walking back from `at`; `at` where there is none.
std::size_t money_start(const SentenceView& sentence, std::size_t at, std::uint32_t byte) {
  while (at > sentence.begin && sentence.start_of(at) > byte) --at;
  return at;
}

/// "5m": a length when the words around it speak of lengths; money and counts are the rule in news.
bool speaks_of_length(const SentenceView& sentence, std::size_t number, std::size_t after) {
  static const WordSet next_words{
      "tall",       "long",         "wide",       "deep",       "high",    "away",      "from",
      "above",      "below",        "race",       "sprint",     "hurdles", "freestyle", "butterfly",
      "backstroke", "breaststroke", "relay",      "individual", "medley",  "x",         "across",
      "swim",       "dash",         "underwater", "offshore",   "thick",   "pool",      "final",
      "waves",      "wave",         "wall",       "walls",      "fence",   "depth",     "height",
      "mark",       "platform",     "air"};
  static const WordSet earlier_words{"depth",    "height",    "length",   "width",
                                     "altitude", "elevation", "distance", "waves",
                                     "metres",   "meters",    "deep",     "tall"};
  if (next_words.contains(sentence.lower(after))) return true;
  if (sentence.lower(after) == "-" && next_words.contains(sentence.lower(after + 1))) return true;
  for (std::size_t at = number; at > sentence.begin && number - at < 4;) {
    --at;
    if (earlier_words.contains(sentence.lower(at))) return true;
  }
  return false;
}

/// Words that are units only now and then.
bool doubtful(const SentenceView& sentence, const Measure& measure, const UnitMatch& match,
              std::size_t token) {
  const Unit& unit = *match.unit;
  if (match.symbol && match.end - match.start == 1 &&
      sentence.text.tokens[token].span.end != match.end)
    return true;  // "5 W. 42nd Street"
  const bool hyphen = sentence.lower(measure.number.last) == "-";
  const std::string_view next = sentence.lower(token);
  if (unit.name == "second" && next == "second") {
    if (!measure.number.digits && !hyphen) return true;
  }
  if (next == "may" || next == "won" || next == "real" || next == "sol") return true;
  const bool capital =
      sentence.capitalised(token) && !sentence.title_case && !match.unit->name.empty();
  if (capital && next.size() + 1 > 3 && unit.dimension != "temperature" &&
      unit.dimension != "currency" && unit.dimension != "ratio") {
    const std::string_view word = sentence.text.word(token);
    bool capitals = true;
    for (const char c : word) capitals = capitals && !(c >= 'a' && c <= 'z');
    const bool rate = unit.name.find(" per ") != std::string_view::npos;
    if (!capitals && !match.symbol && !rate && unit.name != "Mach" &&
        unit.name != "British thermal unit")
      return true;
  }
  return false;
}

bool is_duration(const Unit& unit) { return unit.dimension == "duration"; }

/// Whether a measure may have a second, smaller one behind it.
enum class Nesting { none, allowed };

class MeasureReader {
 public:
  MeasureReader(const SentenceView& sentence, std::size_t at, Nesting nesting)
      : sentence_(sentence), nesting_(nesting) {
    measure_.first = measure_.last = at;
  }

  std::optional<Measure> run() {
    const std::size_t at = measure_.first;
    if (at >= sentence_.end) return std::nullopt;
    auto number = glued_money(at);
    if (!number) {
      const bool money = prefix(at);
      number = read_number(sentence_.text, at, sentence_.end, money);
    }
    if (!number) return std::nullopt;
    measure_.number = std::move(*number);
    measure_.last = measure_.number.last;
    if (measure_.number.shape == NumberShape::year || measure_.number.shape == NumberShape::ordinal)
      return measure_;
    if (!measure_.prefixed) suffix();
    if (measure_.unit != nullptr) per();
    return measure_;
  }

 private:
  std::optional<Number> glued_money(std::size_t at) {
    const Token& token = sentence_.text.tokens[at];
    if (token.kind != TokenKind::word || !token.capitalised) return std::nullopt;
    const std::string_view word = sentence_.text.word(at);
    const std::size_t letters = word.find_first_of("0123456789");
    if (letters == std::string_view::npos || letters < 2 || letters > 4) return std::nullopt;
    const auto digits = token.span.start + static_cast<std::uint32_t>(letters);
    // "US160m" may follow its "$".
    const bool marked = sentence_.glued(at) && at > sentence_.floor;
    const auto currency = currency_before(sentence_.text.text, digits,
                                          marked ? sentence_.start_of(at - 1) : token.span.start);
    if (!currency || currency->start > token.span.start) return std::nullopt;
    auto number = read_glued_number(sentence_.text, at, letters, sentence_.end);
    // "PS2.7m" is a mangled pound sign, "PS5" a console.
    if (number && word.substr(0, letters) == "PS" &&
        !(number->point || number->grouped || number->magnitude))
      return std::nullopt;
    if (number) {
      measure_.unit = currency->unit;
      measure_.prefixed = true;
      measure_.first = money_start(sentence_, at, currency->start);
    }
    return number;
  }

  bool prefix(std::size_t at) {
    std::size_t sign = at;
    // "$-50.8bn"
    if (at > sentence_.begin + 1 && sentence_.lower(at - 1) == "-" && sentence_.glued(at) &&
        sentence_.glued(at - 1))
      sign = at - 1;
    const auto currency =
        currency_before(sentence_.text.text, sentence_.start_of(sign), floor_of(sentence_));
    if (!currency) return false;
    if (sentence_.text.text.substr(currency->start, currency->end - currency->start) == "PS")
      return false;
    measure_.unit = currency->unit;
    measure_.prefixed = true;
    measure_.negative = sign != at;
    measure_.first = money_start(sentence_, at, currency->start);
    return true;
  }

  void suffix() {
    Number& number = measure_.number;
    std::size_t at = number.last;
    if (at >= sentence_.end) return;
    const bool ordinary = number.shape != NumberShape::times;
    if (!ordinary) return;
    if (number.ambiguous_metre && speaks_of_length(sentence_, number.first, at)) {
      measure_.unit = unit_named("meter");
      number.value = number.unscaled;
      number.magnitude = false;
      return;
    }
    // "dozens of miles", "hundreds of millions of dollars", "half an hour", "half of a percent"
    const bool loose = number.shape == NumberShape::vague || number.shape == NumberShape::share;
    bool linked = false;
    if (loose && sentence_.lower(at) == "of") {
      ++at;
      linked = true;
    }
    if (number.shape == NumberShape::share &&
        (sentence_.lower(at) == "a" || sentence_.lower(at) == "an")) {
      ++at;
      linked = true;
    }
    UnitPlace place = UnitPlace::after_word;
    if (number.digits)
      place = sentence_.glued(at) && !linked ? UnitPlace::glued : UnitPlace::after_digits;
    if (sentence_.lower(at) == "-" && sentence_.glued(at) && !linked) {
      ++at;
      if (!sentence_.glued(at) && !(at < sentence_.end && sentence_.is_word(at))) return;
      if (number.digits) place = UnitPlace::after_digits;
    }
    static const WordSet brackets{"(", "[", "{", "<"};
    if (at < sentence_.end && brackets.contains(sentence_.lower(at)) && number.digits) {
      bracketed(at);
      return;
    }
    if (at >= sentence_.end) return;
    if (inch_mark(at) || feet_and_inches(at)) return;
    // "an 87 yo man"
    if (sentence_.lower(at) == "yo" && number.digits && !number.magnitude) {
      measure_.unit = unit_named("year");
      measure_.age = true;
      measure_.last = at + 1;
      return;
    }
    auto match = unit_at(sentence_.text.text, sentence_.start_of(at), place);
    if (!match) add_millions_code(sentence_, at, measure_);
    if (!match || match->unit->dimension == "count") {
      if (match) count_per(at, *match);
      return;
    }
    if (doubtful(sentence_, measure_, *match, at)) return;
    const std::size_t last = token_behind(sentence_, at, match->end);
    if (number.shape == NumberShape::share && !linked && is_duration(*match->unit) &&
        sentence_.lower(number.last) != "-" && number.first + 1 == number.last) {
      return;  // "half time", "half day"
    }
    const Unit* unit = match->unit;
    if (unit->name == "pound" && (number.magnitude || number.shape == NumberShape::vague))
      unit = unit_named("pound sterling");
    if (unit->name == "penny" && number.digits && is_video_format(number.value.text())) return;
    measure_.unit = unit;
    measure_.last = last;
    if (match->symbol) spell_out(measure_);
    if (is_duration(*unit)) age();
    if (match->symbol && unit->dimension == "currency") add_late_magnitude(sentence_, measure_);
    if (nesting_ == Nesting::allowed && !measure_.age) add_smaller_part(sentence_, measure_);
  }

  /// 6'3"
  bool feet_and_inches(std::size_t at) {
    Number& number = measure_.number;
    if (!number.digits || number.point || number.magnitude || sentence_.lower(at) != "'" ||
        !sentence_.glued(at) || !sentence_.glued(at + 1) || !sentence_.is_number(at + 1) ||
        sentence_.lower(at + 2) != "\"" || !sentence_.glued(at + 2))
      return false;
    const auto inches = Decimal::parse(sentence_.lower(at + 1));
    if (!inches || !join_parts(measure_, *unit_named("foot"), *unit_named("inch"), *inches))
      return false;
    number.last = measure_.last = at + 3;
    return true;
  }

  /// 10" long
  bool inch_mark(std::size_t at) {
    static const WordSet sizes{"long", "wide", "tall", "deep", "high", "thick", "across"};
    if (!measure_.number.digits || sentence_.lower(at) != "\"" ||
        !sizes.contains(sentence_.lower(at + 1)))
      return false;
    measure_.unit = unit_named("inch");
    measure_.last = at + 1;
    return true;
  }

  /// "20 (kg)"
  void bracketed(std::size_t at) {
    if (at + 2 >= sentence_.end) return;
    const auto match =
        unit_at(sentence_.text.text, sentence_.start_of(at + 1), UnitPlace::after_digits);
    if (!match || match->unit->dimension == "count") return;
    const std::size_t last = token_behind(sentence_, at + 1, match->end);
    static const WordSet closing{")", "]", "}", ">"};
    if (!closing.contains(sentence_.lower(last))) return;
    measure_.unit = match->unit;
    measure_.last = last + 1;
  }

  /// "120 people per square kilometer"
  void count_per(std::size_t at, const UnitMatch& match) {
    const std::size_t last = token_behind(sentence_, at, match.end);
    if (sentence_.lower(last) != "per") return;
    if (last + 1 >= sentence_.end) return;
    const auto below =
        unit_at(sentence_.text.text, sentence_.start_of(last + 1), UnitPlace::after_word);
    if (!below || below->unit->dimension == "count" || below->unit->dimension == "currency") return;
    measure_.unit = match.unit;
    measure_.per = below->unit;
    measure_.last = token_behind(sentence_, last + 1, below->end);
  }

  void age() {
    std::size_t at = measure_.last;
    if (sentence_.lower(at) == "-") ++at;
    if (sentence_.lower(at) == "old" || sentence_.lower(at) == "olds") {
      measure_.age = true;
      measure_.last = at + 1;
      // "a 19-year-old": the person may be named next.
    } else if (sentence_.lower(at) == "of" && sentence_.lower(at + 1) == "age") {
      measure_.age = true;
      measure_.last = at + 2;
    }
  }

  static bool is_video_format(const std::string& value) {
    static const WordSet formats{"240", "360", "480", "720", "1080", "1440", "2160", "4320"};
    return formats.contains(value);
  }

  /// "per day", "a barrel", "/hour", "-a-share".
  void per() {
    if (measure_.age) return;
    std::size_t at = measure_.last;
    const bool hyphen = sentence_.lower(at) == "-" && sentence_.glued(at);
    if (hyphen) ++at;
    const std::string_view word = sentence_.lower(at);
    const bool slash = word == "/" && sentence_.glued(at);
    if (!slash && word != "per" && word != "a" && word != "an" && word != "each" && word != "every")
      return;
    ++at;
    if (hyphen && sentence_.lower(at) == "-") ++at;
    if (at >= sentence_.end) return;
    static const WordSet nouns{"share",   "person",    "head",   "capita",    "vote",    "unit",
                               "ticket",  "piece",     "night",  "household", "student", "pupil",
                               "patient", "passenger", "worker", "employee",  "citizen", "resident",
                               "family",  "adult",     "child",  "vehicle",   "customer"};
    const bool plain = word == "per" || slash;
    if (nouns.contains(sentence_.lower(at)) && (plain || measure_.unit->dimension == "currency")) {
      measure_.per_noun = sentence_.lower(at);
      measure_.last = at + 1;
      return;
    }
    const auto below = unit_at(sentence_.text.text, sentence_.start_of(at),
                               slash ? UnitPlace::glued : UnitPlace::after_word);
    if (!below || below->unit->dimension == "count" || below->unit->dimension == "ratio" ||
        below->unit == measure_.unit)
      return;
    const bool time = is_duration(*below->unit);
    const bool price = measure_.unit->dimension == "currency";
    if (!plain && !time && !price) return;
    if (is_duration(*measure_.unit) && !plain && !time) return;
    if (below->unit->dimension == "currency" && !plain) return;
    const std::size_t last = token_behind(sentence_, at, below->end);
    static const WordSet points{"earlier", "ago", "later", "before", "after"};
    if (points.contains(sentence_.lower(last))) return;  // "$6.78 billion a year earlier"
    // "two hours a day" and "5 percent a year" are rates; "three days a week" too.
    measure_.per = below->unit;
    measure_.last = last;
    rewrite();
  }

  /// Composed units with a name of their own: "miles an hour" is the table's "mile per hour".
  void rewrite() {
    if (const Unit* whole = unit_named(unit_name(measure_))) {
      measure_.unit = whole;
      measure_.per = nullptr;
    }
  }

  const SentenceView& sentence_;
  Nesting nesting_;
  Measure measure_;
};

}  // namespace

std::optional<Measure> read_measure(const SentenceView& sentence, std::size_t at) {
  return MeasureReader(sentence, at, Nesting::allowed).run();
}

std::optional<Measure> read_simple_measure(const SentenceView& sentence, std::size_t at) {
  return MeasureReader(sentence, at, Nesting::none).run();
}

std::optional<Measure> read_measure_or_money(const SentenceView& sentence, std::size_t at) {
  constexpr std::size_t kMostMarks = 3;
  for (std::size_t here = at; here < sentence.end && here <= at + kMostMarks; ++here) {
    if (sentence.is_number(here) || number_word(sentence.lower(here)) != nullptr ||
        (sentence.is_word(here) && sentence.capitalised(here))) {
      if (auto measure = read_measure(sentence, here)) {
        if (here == at || measure->first == at) return measure;
        return std::nullopt;
      }
    }
    if (sentence.text.tokens[here].kind != TokenKind::symbol && !sentence.capitalised(here)) break;
  }
  return std::nullopt;
}

std::string unit_name(const Measure& measure) {
  if (measure.unit == nullptr) return {};
  std::string name(measure.unit->name);
  if (measure.per != nullptr) name.append(" per ").append(measure.per->name);
  if (!measure.per_noun.empty()) {
    name.append(" per ").append(
        measure.per_noun == "head" || measure.per_noun == "capita" ? "person" : measure.per_noun);
  }
  return name;
}

std::string unit_code(const Measure& measure) {
  if (measure.unit == nullptr || !measure.per_noun.empty()) return {};
  if (measure.per == nullptr) return std::string(measure.unit->ucum);
  if (measure.unit->ucum.empty() || measure.per->ucum.empty()) return {};
  return std::string(measure.unit->ucum) + "/" + std::string(measure.per->ucum);
}

std::string unit_dimension(const Measure& measure) {
  if (measure.unit == nullptr) return {};
  if (measure.age) return "age";
  std::string dimension(measure.unit->dimension);
  if (dimension == "currency" || measure.per == nullptr) return dimension;
  return dimension + " per " + std::string(measure.per->dimension);
}

}  // namespace claimtrail
