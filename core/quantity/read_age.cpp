#include "core/quantity/read_age.h"

#include "core/quantity/nouns.h"
#include "core/quantity/read_measure.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

constexpr long long kOldest = 120;

bool is_aged(std::string_view word) { return word == "aged" || word == "age" || word == "ages"; }

/// The token where the number with its modifiers begins.
std::size_t lead_of(const Number& number, const PrefixModifier& prefix) {
  return prefix.between ? prefix.inside : std::min(prefix.first, number.first);
}

/// "Iowa, 12, Ohio, 7": capitals and commas all along are a table.
bool is_place_list(const SentenceView& sentence, const Number& number, std::size_t name) {
  return name == sentence.begin && sentence.capitalised(number.last + 1);
}

/// "life expectancy is around 73", "the average age rose to 44", "she turned 40".
bool told_as_age(const SentenceView& sentence, std::size_t number) {
  static const WordSet turns{"turns", "turned", "turning"};
  static const WordSet links{"is",    "was",  "at",     "to",     "of",    "around", "about",
                             "from",  "rose", "fell",   "only",   "just",  "in",     "for",
                             "the",   "men",  "women",  "now",    "under", "over",   "nearly",
                             "risen", "male", "female", "births", "boys",  "girls",  "patients"};
  if (number > sentence.begin && turns.contains(sentence.lower(number - 1))) return true;
  constexpr std::size_t kBack = 8;
  for (std::size_t at = number; at > sentence.floor && number - at < kBack;) {
    --at;
    const std::string_view word = sentence.lower(at);
    const std::string_view before = at > sentence.begin ? sentence.lower(at - 1) : "";
    if (word == "expectancy" && before == "life") return true;
    if (word == "age" && (before == "average" || before == "median" || before == "mean" ||
                          before == "retirement" || before == "pension"))
      return true;
    if (!links.contains(word) && !sentence.capitalised(at)) return false;
  }
  return false;
}

}  // namespace

bool stands_as_age(const SentenceView& sentence, const Number& number, const PrefixModifier& prefix,
                   bool range) {
  if (number.shape != NumberShape::plain || number.point || number.grouped || number.magnitude ||
      number.first == sentence.begin)
    return false;
  if (number.value > Decimal(kOldest)) return false;
  const std::size_t lead = lead_of(number, prefix);
  if (lead > sentence.begin && is_aged(sentence.lower(lead - 1))) return true;
  const std::string_view before = sentence.lower(number.first - 1);
  if (range) return false;
  // "a child 11 or younger", "those 65 and older"
  static const WordSet either{"or", "and"};
  static const WordSet side{"younger", "older"};
  if (either.contains(sentence.lower(number.last)) &&
      side.contains(sentence.lower(number.last + 1)))
    return true;
  if (told_as_age(sentence, number.first)) return true;
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

Step read_age(const SentenceView& sentence, const Number& number, const PrefixModifier& prefix) {
  Draft draft;
  const std::size_t lead = lead_of(number, prefix);
  const std::string_view before =
      lead > sentence.begin ? sentence.lower(lead - 1) : std::string_view{};
  draft.first = before == "aged" || before == "age" ? lead - 1 : lead;
  draft.last = draft.reach = number.last;
  Figure& figure = draft.figure;
  bound(figure, number.value, prefix.bound, prefix.approximate);
  if (is_aged(before)) {
    const std::string_view mark = sentence.lower(number.last);
    if (mark == "to" || mark == "-" || mark == "and" || mark == "\xE2\x80\x93") {
      const auto high = read_measure(sentence, number.last + 1);
      if (high && high->number.shape == NumberShape::plain && high->number.value > number.value) {
        figure.low = number.value;
        figure.high = high->number.value;
        draft.last = draft.reach = high->number.last;
      }
    }
    if (const auto suffix = read_suffix(sentence.text, draft.last, sentence.end)) {
      const bool soft = suffix->modifier == Modifier::approximately;
      bound(figure, number.value, soft ? Modifier::none : suffix->modifier, soft);
      draft.last = draft.reach = suffix->last;
    }
  }
  figure.unit = "year";
  figure.ucum = unit_named("year")->ucum;
  figure.dimension = "age";
  complete(sentence, draft, number.first, number.last);
  const std::size_t next = draft.last;
  return {std::move(draft), next};
}

}  // namespace claimtrail
