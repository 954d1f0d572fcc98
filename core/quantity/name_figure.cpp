#include "core/quantity/name_figure.h"

#include "core/quantity/number_words.h"
#include "core/quantity/others.h"
#include "core/quantity/predicates.h"
#include "core/quantity/units.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

/// "three thousand tests per day", "20 per week": a rate is no count.
void rate(const SentenceView& sentence, Draft& draft) {
  const std::string_view word = sentence.lower(draft.last);
  if (word != "per" && word != "a" && word != "an") return;
  if (draft.last + 1 >= sentence.end) return;
  const auto below = unit_at(sentence.text.text, sentence.text.tokens[draft.last + 1].span.start,
                             UnitPlace::after_word);
  if (!below || (below->unit->dimension != "duration" && word != "per")) return;
  Figure& figure = draft.figure;
  const std::string head = figure.noun.substr(figure.noun.find_last_of(" -") + 1);
  if (figure.unit.empty()) figure.unit = head.empty() ? "item" : singular_noun(head);
  figure.unit.append(" per ").append(below->unit->name);
  figure.ucum.clear();
  figure.dimension.append(" per ").append(below->unit->dimension);
  std::size_t last = draft.last + 1;
  while (last < sentence.end && sentence.text.tokens[last].span.start < below->end) ++last;
  draft.last = draft.reach = last;
}

/// Events that happen to people: a number without a noun beside them counts people.
bool befalls_people(std::string_view lemma) {
  static const WordSet lemmas{"kill",      "injure",   "arrest", "miss",   "convict",
                              "evacuate",  "displace", "trap",   "rescue", "gather",
                              "vaccinate", "infect",   "abduct", "charge", "shoot"};
  return lemmas.contains(lemma);
}

/// Whether nobody in the sentence is captured but by a word that also says who is brought where.
bool only_taken(const SentenceView& sentence) {
  static const WordSet takes{"take", "takes", "took", "taken", "taking"};
  for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
    if (event_lemma(sentence.lower(at)) == "capture" && !takes.contains(sentence.lower(at)))
      return false;
  }
  return true;
}

}  // namespace

void name_count(const SentenceView& sentence, Draft& draft, const NounPhrase& noun,
                const std::optional<Draft>& previous) {
  Figure& figure = draft.figure;
  figure.dimension = "count";
  figure.noun = words_of(sentence.text, noun.first, noun.last);
  if (!noun.beyond_number) draft.last = draft.reach = std::max(draft.last, noun.last);
  // "90,000-strong workforce"
  std::size_t head = noun.head;
  bool person = noun.person;
  if (sentence.lower(head) == "strong" && sentence.is_word(noun.last)) {
    const NounPhrase group = read_noun(sentence.text, noun.last, sentence.end, true);
    if (group.found()) {
      head = group.head;
      figure.noun = words_of(sentence.text, group.first, group.last);
      draft.last = draft.reach = group.last;
      person = group.person || is_people_group(sentence.lower(head));
    }
  }
  if (person) {
    count_people(figure);
  }
  if (noun.relative && sentence.lower(noun.head) == "others" && previous &&
      previous->figure.unit == "person") {
    count_people(figure);
  }
  rate(sentence, draft);
}

void name_share(const SentenceView& sentence, Draft& draft, std::size_t at) {
  if (!draft.figure.noun.empty()) return;
  const NounPhrase noun = read_noun(sentence.text, at, sentence.end, true);
  if (!noun.found()) return;
  draft.figure.noun = words_of(sentence.text, noun.first, noun.last);
}

void name_after_of(const SentenceView& sentence, Draft& draft, std::size_t at) {
  if (sentence.lower(at) != "of") return;
  const NounPhrase noun = read_noun(sentence.text, at, sentence.end, false);
  if (noun.found()) {
    draft.figure.noun = words_of(sentence.text, noun.first, noun.last);
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
  draft.figure.noun = words_of(sentence.text, first, last);
  draft.reach = last;
}

void name_bare(const SentenceView& sentence, Draft& draft, std::size_t number_first,
               const std::optional<Draft>& previous) {
  Figure& figure = draft.figure;
  const std::string_view lead =
      draft.first > sentence.begin ? sentence.lower(draft.first - 1) : std::string_view{};
  bool linked = previous.has_value();
  if (previous) {
    static const WordSet links{"to",   "from",    "up", "down", "by",   "and", "compared",
                               "with", "against", ",",  "a",    "just", "only"};
    for (std::size_t at = previous->last; linked && at < draft.first; ++at)
      linked = links.contains(sentence.lower(at));
    const Figure& before = previous->figure;
    const bool measured = before.dimension != "count" && before.dimension != "number" &&
                          before.dimension != "ordinal" && !before.unit.empty();
    const bool moved = before.modifier == Modifier::up || before.modifier == Modifier::down;
    // "rose 64 points to 4,577"
    const bool score = before.noun == "points" || before.noun == "point";
    if (linked && (measured || score) && (lead == "to" || lead == "from") &&
        (!moved || (before.dimension != "ratio" && draft.first == previous->last + 1))) {
      figure.unit = before.unit;
      figure.ucum = before.ucum;
      figure.dimension = before.dimension;
      figure.noun = before.noun;
      draft.bare = false;
      return;
    }
  }
  if (sentence.lower(draft.last) == "per" && figure.dimension == "number") {
    const bool counted = previous && previous->figure.dimension == "count";
    const std::size_t last = draft.last;
    if (counted) figure.noun = previous->figure.noun;
    figure.dimension = "count";
    rate(sentence, draft);
    if (draft.last != last) {
      draft.bare = false;
      return;
    }
    figure.noun.clear();
    figure.dimension = "number";
  }
  if (sentence.text.lower[number_first] == "one") return;
  // "95,800 who have been unemployed"
  if (sentence.lower(draft.last) == "who" && figure.dimension == "number") {
    count_people(figure);
    figure.dimension = "count";
    if (previous && previous->figure.unit == "person") figure.noun = previous->figure.noun;
    draft.bare = false;
    return;
  }
  const bool whole = !figure.low || figure.low->text().find('.') == std::string::npos;
  // "460 vehicles have been stolen this year compared with 63 last year"
  static const WordSet comparing{"with", "to", "against", "from"};
  if (previous && whole && previous->figure.dimension == "count" && !previous->figure.relative &&
      comparing.contains(lead) && draft.first >= sentence.begin + 2) {
    const std::string_view cue = sentence.lower(draft.first - 2);
    if (cue == "compared" || cue == "up" || cue == "down" || cue == "rising" || cue == "versus") {
      figure.unit = previous->figure.unit;
      figure.ucum = previous->figure.ucum;
      figure.noun = previous->figure.noun;
      figure.dimension = "count";
      draft.bare = false;
      return;
    }
  }
  if (!whole || sentence.lower(draft.last) == "-") return;
  constexpr std::size_t kBack = 9;
  static const WordSet tolls{"toll", "deaths", "fatalities", "casualties"};
  for (std::size_t at = number_first; at > sentence.begin && number_first - at < kBack;) {
    --at;
    if (!tolls.contains(sentence.lower(at))) continue;
    count_people(figure);
    figure.dimension = "count";
    figure.noun =
        at > sentence.begin && sentence.lower(at) == "toll" && sentence.lower(at - 1) == "death"
            ? words_of(sentence.text, at - 1, at + 1)
            : words_of(sentence.text, at, at + 1);
    if (sentence.lower(at) != "casualties") {
      figure.predicate = "kill";
      figure.role = Role::patient;
    }
    draft.bare = false;
    return;
  }
  if (previous && previous->figure.dimension == "count") {
    const std::string_view next = sentence.lower(draft.last);
    const bool ends = next.empty() || !sentence.is_word(draft.last) || ends_noun_phrase(next);
    bool same_clause = true;
    for (std::size_t at = previous->last; at < draft.first; ++at)
      same_clause = same_clause && sentence.lower(at) != ";";
    // "5,000 attended; organisers claimed 20,000", but not "12 soldiers fled; police arrested 12".
    if (!same_clause) {
      const std::string_view event = find_predicate(sentence.text, draft.first, draft.last,
                                                    sentence.floor, sentence.end, figure.dimension)
                                         .befalls();
      same_clause = event.empty() || event == previous->figure.predicate;
    }
    const Predicate before{previous->figure.predicate, previous->figure.role};
    const bool told = linked || !before.befalls().empty();
    if (ends && told && same_clause && !previous->figure.relative) {
      figure.unit = previous->figure.unit;
      figure.ucum = previous->figure.ucum;
      figure.noun = previous->figure.noun;
      figure.dimension = "count";
      draft.bare = false;
    }
  }
}

void complete(const SentenceView& sentence, Draft& draft, std::size_t number_first,
              std::size_t number_last) {
  Figure& figure = draft.figure;
  figure.span = {sentence.text.tokens[draft.first].span.start,
                 sentence.text.tokens[draft.last - 1].span.end};
  std::size_t value_first = number_first;
  if (value_first > draft.first &&
      (sentence.lower(value_first - 1) == "a" || sentence.lower(value_first - 1) == "an") &&
      number_word(sentence.lower(value_first)) != nullptr) {
    --value_first;
  }
  figure.original_value = words_of(sentence.text, value_first, number_last);
  if (!figure.low) figure.low_open = true;
  if (!figure.high) figure.high_open = true;
  if (figure.dimension == "ordinal" || figure.dimension == "age") return;
  if (figure.predicate.empty()) {
    const bool own = figure.dimension == "count" && draft.last > number_last;
    const Predicate found = find_predicate(
        sentence.text, draft.first,
        own || figure.dimension != "count" ? std::max(draft.last, draft.reach) : draft.last,
        sentence.floor, sentence.end, figure.dimension);
    figure.predicate = found.lemma;
    figure.role = found.role;
  }
  const bool people = befalls_people(Predicate{figure.predicate, figure.role}.befalls());
  const bool whole =
      figure.low ? figure.low->text().find('.') == std::string::npos : figure.high.has_value();
  const std::string_view next = sentence.lower(draft.last);
  const bool ends = next.empty() || !sentence.is_word(draft.last) || ends_noun_phrase(next) ||
                    !event_lemma(next).empty();
  if (draft.bare && whole && ends && people && figure.dimension == "number") {
    figure.dimension = "count";
    count_people(figure);
    draft.bare = false;
  }
  if (figure.dimension == "count" && figure.unit.empty() && people && figure.relative) {
    count_people(figure);
  }
  if (figure.relative && others_are_all(sentence, draft, number_last)) figure.relative = false;
  // Who is taken to a hospital is not captured.
  if (figure.unit == "person" && figure.predicate == "capture" && only_taken(sentence))
    figure.predicate.clear();
}

}  // namespace claimtrail
