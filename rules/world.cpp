#include "rules/world.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "core/linking/words.h"
#include "core/quantity/compare.h"
#include "core/quantity/find_figures.h"
#include "core/text/tokens.h"

#include "rules/superseded.h"

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

auto order_of(const Evidence& evidence, const Reading& reading) {
  const ReportEvidence& report = evidence.reports[reading.report];
  return std::make_tuple(report.published ? *report.published : Day::max(),
                         std::string_view(report.id), reading.claim().span.start,
                         std::string_view(reading.claim().id), reading.figure);
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
  std::unordered_map<std::string_view, const Question*> questions;
  for (const Question& question : given.questions) questions.emplace(question.id, &question);

  std::unordered_set<std::string> attributed;
  std::unordered_set<std::string_view> figure_answers;
  std::unordered_map<std::string_view, std::string_view> utterances;
  for (const Reading& reading : given.readings) {
    const std::string& claim = reading.claim().id;
    if (reading.quantity() != nullptr && !reading.question.empty()) figure_answers.insert(claim);
    if (!reading.quote_group.empty()) utterances.emplace(claim, reading.quote_group);
  }
  for (const ReportEvidence& report : given.reports) {
    for (const Figure& figure : report.attributed) attributed.insert(number_key(report, figure));
  }
  std::vector<const Reading*> ordered;
  ordered.reserve(given.readings.size());
  for (const Reading& reading : given.readings) ordered.push_back(&reading);
  std::sort(ordered.begin(), ordered.end(), [&](const Reading* a, const Reading* b) {
    return order_of(given, *a) < order_of(given, *b);
  });
  facts.reserve(given.readings.size());
  for (const Reading* each : ordered) {
    const Reading& reading = *each;
    Facts fact;
    fact.reading = &reading;
    fact.report = &given.reports[reading.report];
    if (const auto found = questions.find(reading.question); found != questions.end()) {
      fact.question = found->second;
    }
    if (reading.quantity() != nullptr) {
      fact.value = canonical_value(*reading.quantity());
      fact.worded = describe(*reading.quantity());
      fact.equivalent = equivalent_of(reading);
    }
    // A claim whose figure answers a question is spoken for by that figure: told apart by words
    // alone, its statement would take 11,000 and 12,000 for the same.
    if (reading.quantity() != nullptr || !figure_answers.contains(reading.claim().id)) {
      fact.said = what_is_said(reading, fact.value);
    }
    fact.answers = what_it_answers(reading);
    if (!reading.quote.empty()) fact.quote_key = folded_key(reading.quote);
    fact.claimants = claimant_ids(reading);
    if (const auto found = utterances.find(reading.claim().id); found != utterances.end()) {
      fact.utterance = found->second;
    }
    if (reading.quantity() != nullptr) {
      fact.attributed_in_report = reading.attributed;
      if (reading.attributed) attributed.insert(number_key(*fact.report, *reading.quantity()));
    }
    facts.push_back(std::move(fact));
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    facts_of_claim[facts[i].reading->claim().id].push_back(index);
    facts_of_report[facts[i].report->id].push_back(index);
    if (!facts[i].said.empty()) facts_of_said[facts[i].said].push_back(index);
    const Figure* figure = facts[i].reading->quantity();
    if (figure != nullptr && !facts[i].attributed_in_report) {
      facts[i].attributed_in_report = attributed.contains(number_key(*facts[i].report, *figure));
    }
  }
  find_superseded(facts);

  changes.reserve(given.changes.size());
  for (const RevisionChange& change : given.changes) changes.push_back(&change);
  std::sort(changes.begin(), changes.end(), [&](const RevisionChange* a, const RevisionChange* b) {
    return order_of(given, *a) < order_of(given, *b);
  });
}

void World::ask_only(const std::vector<Circle>& circles) {
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
  }
  std::erase_if(changes, [&](const RevisionChange* change) {
    return bit(CircleKind::report, report_of(*change).id) == 0;
  });
}

}  // namespace claimtrail
