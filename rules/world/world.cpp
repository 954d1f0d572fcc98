#include "rules/world/world.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include "core/linking/words.h"
#include "core/quantity/compare.h"
#include "core/quantity/find_figures.h"
#include "core/text/numbers.h"
#include "core/text/tokens.h"

#include "rules/world/superseded.h"

namespace claimtrail {
namespace {

std::string folded_key(const std::string& quote) {
  std::string key;
  for (const std::string& word : folded_words(quote)) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

std::string what_is_said(const Reading& reading, const std::string& value) {
  std::string said;
  said.reserve(96);
  if (reading.quantity() != nullptr) {
    if (reading.question.empty()) return said;
    said.append("figure\x1f").append(reading.question).append("\x1f").append(value);
    return said;
  }
  if (!reading.statement_group.empty()) {
    said.append("statement\x1f").append(reading.statement_group);
  } else if (!reading.quote_group.empty()) {
    said.append("quote\x1f").append(reading.quote_group);
  } else {
    return {};
  }
  for (const Figure& figure : reading.claim().figures)
    said.append("\x1f").append(canonical_value(figure));
  return said;
}

std::string what_it_answers(const Reading& reading) {
  if (reading.quantity() != nullptr) return {};
  return reading.question.empty() ? reading.statement_group : reading.question;
}

std::vector<std::string> claimant_ids(const Reading& reading) {
  std::vector<std::string> ids;
  if (!reading.claim().attribution.empty()) {
    for (const Claimant& claimant : reading.claim().attribution.front().claimants) {
      ids.push_back(claimant.id);
    }
  }
  if (ids.empty() && !reading.claimant_id.empty()) ids.push_back(reading.claimant_id);
  return ids;
}

/// Readings by the day and id of their report, then as they stand in it. Reports are ordered first:
/// there are fewer of them.
std::vector<const Reading*> in_order(const Evidence& evidence) {
  std::vector<std::size_t> reports(evidence.reports.size());
  std::iota(reports.begin(), reports.end(), std::size_t{0});
  const auto day = [&](std::size_t at) {
    return evidence.reports[at].published.value_or(Day::max());
  };
  std::sort(reports.begin(), reports.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(day(a), std::string_view(evidence.reports[a].id)) <
           std::tuple(day(b), std::string_view(evidence.reports[b].id));
  });
  std::vector<std::size_t> begins(reports.size() + 1);
  for (const Reading& reading : evidence.readings) ++begins[reading.report];
  std::size_t sum = 0;
  for (const std::size_t report : reports) sum += std::exchange(begins[report], sum);
  std::vector<const Reading*> ordered(evidence.readings.size());
  std::vector<std::size_t> ends = begins;
  for (const Reading& reading : evidence.readings) ordered[ends[reading.report]++] = &reading;
  const auto place = [](const Reading* reading) {
    return std::tuple(reading->claim().span.start, std::string_view(reading->claim().id),
                      reading->figure);
  };
  for (const std::size_t report : reports) {
    std::sort(ordered.begin() + static_cast<std::ptrdiff_t>(begins[report]),
              ordered.begin() + static_cast<std::ptrdiff_t>(ends[report]),
              [&](const Reading* a, const Reading* b) { return place(a) < place(b); });
  }
  return ordered;
}

auto order_of(const Evidence& evidence, const RevisionChange& change) {
  return std::make_tuple(std::string_view(evidence.reports[change.report].id), change.at,
                         std::string_view(claim_of(change)), std::string_view(change.kind),
                         std::string_view(change.was), std::string_view(change.is),
                         std::string_view(change.from_revision),
                         std::string_view(change.to_revision));
}

/// The other expression of a quantity, read again from the claim's own words: analysis keeps only
/// where it stands. Of two that do not agree the first has the second, which has none.
std::shared_ptr<const Figure> equivalent_of(const Reading& reading) {
  const std::optional<Span>& place = reading.quantity()->equivalent;
  if (!place || place->start < reading.quantity()->span.start) return nullptr;
  const std::vector<Span>& content = reading.claim().content;
  const std::vector<std::string>& words = reading.stored->content_exact;
  for (std::size_t i = 0; i < content.size() && i < words.size(); ++i) {
    if (place->start < content[i].start || place->end > content[i].end) continue;
    for (Figure& figure : find_figures(take_apart(words[i], {}), Equivalents::apart)) {
      if (figure.span.start != place->start - content[i].start) continue;
      return std::make_shared<const Figure>(std::move(figure));
    }
  }
  return nullptr;
}

/// The number as written with its unit: equal for "1,300" and "about 1,300", which one attribution
/// covers.
std::string number_key(const ReportEvidence& report, const Figure& figure) {
  std::string key = report.id;
  key.append("\x1f").append(figure.unit).append("\x1f");
  return key.append(figure.original_value.empty() ? canonical_value(figure)
                                                  : figure.original_value);
}

void find_questions(const Evidence& evidence, std::vector<Facts>& facts) {
  std::unordered_map<std::string_view, const Question*> questions;
  for (const Question& question : evidence.questions) questions.emplace(question.id, &question);
  for (Facts& one : facts) {
    if (one.reading->question.empty()) continue;
    const auto found = questions.find(one.reading->question);
    if (found != questions.end()) one.question = found->second;
  }
}

/// Everything of a figure but where it stands.
void put_figure_key(const Figure& figure, std::string& key) {
  key.clear();
  for (const std::optional<Decimal>* end : {&figure.low, &figure.high}) {
    if (*end) key.append((*end)->text());
    key.append("\x1f");
  }
  for (const std::string* text : {&figure.unit, &figure.ucum, &figure.dimension, &figure.noun,
                                  &figure.predicate, &figure.original_value}) {
    key.append(*text).append("\x1f");
  }
  key += static_cast<char>('a' + static_cast<int>(figure.modifier));
  for (const bool flag : {figure.low_open, figure.high_open, figure.relative}) {
    key += flag ? 'y' : 'n';
  }
}

/// Figures are told over and over: each is put into exact terms once.
void find_values(std::vector<Facts>& facts) {
  Numbers<std::string> numbers;
  std::vector<std::pair<std::string, std::string>> values;
  std::string key;
  for (Facts& one : facts) {
    const Figure* figure = one.reading->quantity();
    if (figure == nullptr) continue;
    put_figure_key(*figure, key);
    const std::uint32_t number = numbers.of(key);
    if (number > values.size()) values.emplace_back(canonical_value(*figure), describe(*figure));
    one.value = values[number - 1].first;
    one.worded = values[number - 1].second;
    one.equivalent = equivalent_of(*one.reading);
  }
}

/// A claim whose figure answers a question is spoken for by that figure: told apart by words alone,
/// its statement would take 11,000 and 12,000 for the same.
void find_sayings(std::vector<Facts>& facts) {
  for (auto begin = facts.begin(); begin != facts.end();) {
    bool figure_answers = false;
    auto end = begin;
    for (; end != facts.end() && end->reading->claim().id == begin->reading->claim().id; ++end) {
      figure_answers = figure_answers ||
                       (end->reading->quantity() != nullptr && !end->reading->question.empty());
    }
    for (; begin != end; ++begin) {
      if (begin->reading->quantity() == nullptr && figure_answers) continue;
      begin->said = what_is_said(*begin->reading, begin->value);
    }
  }
}

/// Only where a report gives a figure in its own voice does it matter what it attributes.
void find_attributed(const Evidence& evidence, std::vector<Facts>& facts) {
  std::unordered_set<const ReportEvidence*> asked;
  for (Facts& one : facts) {
    if (one.reading->quantity() == nullptr) continue;
    one.attributed_in_report = one.reading->attributed;
    if (!one.reading->attributed) asked.insert(one.report);
  }
  if (asked.empty()) return;
  std::unordered_set<std::string> attributed;
  for (const ReportEvidence& report : evidence.reports) {
    for (const Figure& figure : report.attributed) attributed.insert(number_key(report, figure));
  }
  for (const Facts& one : facts) {
    const Figure* figure = one.reading->quantity();
    if (figure != nullptr && one.reading->attributed && asked.contains(one.report)) {
      attributed.insert(number_key(*one.report, *figure));
    }
  }
  for (Facts& one : facts) {
    const Figure* figure = one.reading->quantity();
    if (figure != nullptr && !one.attributed_in_report) {
      one.attributed_in_report = attributed.contains(number_key(*one.report, *figure));
    }
  }
}

}  // namespace

const std::string& claim_of(const RevisionChange& change) {
  static const std::string kNone;
  if (change.after != nullptr) return change.after->claim.id;
  return change.before != nullptr ? change.before->claim.id : kNone;
}

Day day_of_appearance(const ReportEvidence& report) {
  return report.published ? *report.published
                          : std::chrono::floor<std::chrono::days>(report.first_seen);
}

World::World(const Evidence& given) : evidence(&given) {
  const std::vector<const Reading*> ordered = in_order(given);
  facts.reserve(ordered.size());
  for (auto begin = ordered.begin(); begin != ordered.end();) {
    const std::string& claim = (*begin)->claim().id;
    const auto end = std::find_if(
        begin, ordered.end(), [&](const Reading* reading) { return reading->claim().id != claim; });
    add_claim({begin, end});
    begin = end;
  }
  find_questions(given, facts);
  find_values(facts);
  find_sayings(facts);
  find_attributed(given, facts);
  find_superseded(facts);
  index();

  changes.reserve(given.changes.size());
  for (const RevisionChange& change : given.changes) changes.push_back(&change);
  std::sort(changes.begin(), changes.end(), [&](const RevisionChange* a, const RevisionChange* b) {
    return order_of(given, *a) < order_of(given, *b);
  });
}

void World::add_claim(std::span<const Reading* const> readings) {
  const std::vector<std::string>& claimants = claimants_.emplace_back(claimant_ids(*readings[0]));
  std::string_view utterance;
  for (const Reading* reading : readings) {
    if (utterance.empty()) utterance = reading->quote_group;
  }
  for (const Reading* reading : readings) {
    Facts& fact = facts.emplace_back();
    fact.reading = reading;
    fact.report = &evidence->reports[reading->report];
    fact.answers = what_it_answers(*reading);
    if (!reading->quote.empty()) fact.quote_key = folded_key(reading->quote);
    fact.claimants = &claimants;
    fact.utterance = utterance;
  }
}

void World::index() {
  next_to_say_.assign(facts.size(), kNone);
  for (auto i = static_cast<std::uint32_t>(facts.size()); i-- > 0;) {
    auto& range = of_report_.try_emplace(facts[i].report->id, i, i + 1).first->second;
    range.first = i;
    if (facts[i].said.empty()) continue;
    const auto [found, fresh] = first_to_say_.try_emplace(facts[i].said, i);
    if (fresh) continue;
    next_to_say_[i] = found->second;
    found->second = i;
  }
}

std::span<const Facts> World::with_claim_of(const Facts& one) const {
  const std::string& claim = one.reading->claim().id;
  const Facts* begin = &one;
  const Facts* end = begin + 1;
  const Facts* const first = facts.data();
  const Facts* const last = first + facts.size();
  while (begin != first && (begin - 1)->reading->claim().id == claim) --begin;
  while (end != last && end->reading->claim().id == claim) ++end;
  return {begin, end};
}

std::span<const Facts> World::of_claim(std::string_view id) const {
  const auto found = std::find_if(facts.begin(), facts.end(),
                                  [&](const Facts& one) { return one.reading->claim().id == id; });
  if (found == facts.end()) return {};
  return with_claim_of(*found);
}

std::span<const Facts> World::of_report(std::string_view id) const {
  const auto found = of_report_.find(id);
  if (found == of_report_.end()) return {};
  return std::span(facts).subspan(found->second.first, found->second.second - found->second.first);
}

void World::ask_only(const std::vector<Circle>& circles, SaidAlone said_alone) {
  std::array<std::unordered_set<std::string_view>, 4> asked;
  for (const Circle& circle : circles) {
    asked[static_cast<std::size_t>(circle.kind)].insert(circle.id);
  }
  const auto bit = [&](CircleKind kind, const std::string& id) -> std::uint8_t {
    const bool holds = !id.empty() && asked[static_cast<std::size_t>(kind)].contains(id);
    return holds ? asked_bit(kind) : std::uint8_t{0};
  };
  for (Facts& one : facts) {
    one.asked = bit(CircleKind::question, one.reading->question) |
                bit(CircleKind::statement, one.reading->statement_group) |
                bit(CircleKind::quotation, one.reading->quote_group) |
                bit(CircleKind::report, one.report->id);
    if (said_alone == SaidAlone::where_named || !one.is_asked_in(CircleKind::report)) {
      continue;
    }
    const StoredClaim& stored = *one.reading->stored;
    if (stored.statement_group.empty()) one.asked |= asked_bit(CircleKind::statement);
    if (stored.quote_group.empty()) one.asked |= asked_bit(CircleKind::quotation);
  }
  std::erase_if(changes, [&](const RevisionChange* change) {
    return bit(CircleKind::report, report_of(*change).id) == 0;
  });
}

}  // namespace claimtrail
