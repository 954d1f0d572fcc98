#include "rules/evaluator/window.h"

namespace claimtrail {
namespace {

const Question* shared_question(const Facts& a, const Facts& b) {
  return a.question == b.question ? a.question : nullptr;
}

bool on_as_of(const Rule& rule) { return rule.window->field->name == "as_of"; }

/// A night has two days: of two reports of one day neither can know more of it than the other.
bool of_one_day(const Facts& a, const Facts& b, DayRange range_a, DayRange range_b) {
  return a.report->published && a.report->published == b.report->published &&
         days_between(range_a, range_b) == 0;
}

/// Whoever names the event's day counted on the report's own.
Day counted_on(const Facts& facts, DayRange range) {
  return names_the_events_day(facts) ? facts.report->published.value_or(range.from) : range.from;
}

/// A total that grew is an update. One that shrank cannot be, nor two of one day.
bool cannot_have_grown(const Facts& a, const Facts& b, DayRange range_a, DayRange range_b) {
  const Figure* figure_a = a.reading->quantity();
  const Figure* figure_b = b.reading->quantity();
  if (figure_a == nullptr || figure_b == nullptr) return false;
  const Day day_a = counted_on(a, range_a);
  const Day day_b = counted_on(b, range_b);
  if (day_a == day_b) return true;
  return day_a < day_b ? certainly_less(*figure_b, *figure_a)
                       : certainly_less(*figure_a, *figure_b);
}

bool of_two_events(const Facts& a, const Facts& b, DayRange range_a, DayRange range_b) {
  return names_the_events_day(a) && names_the_events_day(b) && days_between(range_a, range_b) > 0;
}

}  // namespace

bool names_the_events_day(const Facts& facts) {
  const AsOf* told = facts.reading->told_days();
  const bool named = told != nullptr && !told->exact.empty() && !is_cut_off(*told);
  return named && facts.question != nullptr && !facts.question->declared;
}

Behaviour behaviour_of(const Question* question) {
  if (question == nullptr) return Behaviour::point;
  if (question->behaves == "running_total") return Behaviour::running_total;
  if (question->behaves == "daily") return Behaviour::daily;
  if (question->behaves == "fixed") return Behaviour::fixed;
  return Behaviour::point;
}

std::optional<DayRange> window_range(const Rule& rule, const Facts& facts) {
  const Subject subject;
  const Value value = rule.window->field->get(subject, facts);
  if (value.known) return value.days;
  const Behaviour behaviour = behaviour_of(facts.question);
  const bool changes = behaviour == Behaviour::running_total || behaviour == Behaviour::daily;
  if (!on_as_of(rule) || !changes || !facts.report->published) return std::nullopt;
  return DayRange{*facts.report->published, *facts.report->published + std::chrono::days{1}};
}

std::optional<int> window_days(const Rule& rule, const Question* question) {
  if (on_as_of(rule) && behaviour_of(question) == Behaviour::fixed) return std::nullopt;
  if (rule.window->days) return rule.window->days;
  static const Question kUndeclared;
  return (question == nullptr ? kUndeclared : *question).window_days;
}

bool in_window(const Rule& rule, const Facts& a, const Facts& b) {
  if (!rule.window) return true;
  const Question* question = shared_question(a, b);
  const std::optional<int> most = window_days(rule, question);
  if (!most) return true;
  const std::optional<DayRange> range_a = window_range(rule, a);
  const std::optional<DayRange> range_b = window_range(rule, b);
  const Behaviour behaviour = on_as_of(rule) ? behaviour_of(question) : Behaviour::point;
  if (!range_a || !range_b) return on_as_of(rule) && behaviour == Behaviour::point;
  if (behaviour == Behaviour::daily) {
    return *range_a == *range_b && range_a->to - range_a->from == std::chrono::days{1};
  }
  if (days_between(*range_a, *range_b) > *most) return false;
  if (behaviour != Behaviour::running_total || range_a->overlaps(*range_b)) return true;
  if (of_one_day(a, b, *range_a, *range_b)) return true;
  if (rule.position->name != "figure") return true;
  return !of_two_events(a, b, *range_a, *range_b) && cannot_have_grown(a, b, *range_a, *range_b);
}

}  // namespace claimtrail
