#include "cli/provenance/figures.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "core/quantity/units.h"

namespace claimtrail {
namespace {

/// "1609344/1000" or "0.5" as a double; `otherwise` when empty.
double number_of(std::string_view text, double otherwise) {
  if (text.empty()) return otherwise;
  const std::size_t slash = text.find('/');
  const double top = std::strtod(std::string(text.substr(0, slash)).c_str(), nullptr);
  if (slash == std::string_view::npos) return top;
  return top / std::strtod(std::string(text.substr(slash + 1)).c_str(), nullptr);
}

/// What figures must share to stand on one axis.
std::string axis_key(const Figure& figure) {
  if (figure.dimension == "count") return "count";
  const Unit* unit = unit_named(figure.unit);
  return figure.dimension + "/" + (unit != nullptr ? std::string(unit->base) : figure.unit);
}

std::optional<double> converted(const std::optional<Decimal>& value, const std::string& from,
                                const std::string& to) {
  if (!value) return std::nullopt;
  const double number = value->approximate();
  const Unit* source = from == to ? nullptr : unit_named(from);
  const Unit* target = from == to ? nullptr : unit_named(to);
  if (source == nullptr || target == nullptr) return number;
  const double base = number * number_of(source->factor, 1) + number_of(source->offset, 0);
  return (base - number_of(target->offset, 0)) / number_of(target->factor, 1);
}

template <class Value>
void insert_unique(std::vector<Value>& values, const Value& value) {
  const auto place = std::lower_bound(values.begin(), values.end(), value);
  if (place == values.end() || *place != value) values.insert(place, value);
}

struct Placed {
  const TracedPosition* position;
  const TracedEntry* entry;
  const Figure* figure;
};

std::string commonest_unit(const std::vector<Placed>& figures) {
  std::map<std::string, std::size_t> count;
  std::string best = figures.front().figure->unit;
  for (const Placed& placed : figures) {
    const std::size_t now = ++count[placed.figure->unit];
    if (now > count[best]) best = placed.figure->unit;
  }
  return best;
}

FigurePoint& point_for(FigureSeries& series, const Placed& placed) {
  const auto same =
      std::find_if(series.points.begin(), series.points.end(), [&](const FigurePoint& point) {
        return point.claimant == placed.position->claimant &&
               point.attributed == placed.position->attributed &&
               point.value == placed.entry->value && point.as_of == placed.entry->as_of;
      });
  if (same != series.points.end()) return *same;
  const Figure& figure = *placed.figure;
  FigurePoint point;
  point.claimant = placed.position->claimant;
  point.attributed = placed.position->attributed;
  point.value = placed.entry->value;
  if (figure.low) point.low_text = figure.low->text();
  if (figure.high) point.high_text = figure.high->text();
  point.unit = figure.unit;
  point.low = converted(figure.low, figure.unit, series.unit);
  point.high = converted(figure.high, figure.unit, series.unit);
  point.low_open = figure.low_open;
  point.high_open = figure.high_open;
  point.as_of = placed.entry->as_of;
  return series.points.emplace_back(std::move(point));
}

FigureSeries series_of(const std::vector<Placed>& figures) {
  FigureSeries series;
  series.unit = commonest_unit(figures);
  for (const Placed& placed : figures) {
    FigurePoint& point = point_for(series, placed);
    insert_unique(point.outlets, placed.entry->outlet);
    insert_unique(point.claims, placed.entry->claim);
    const auto& published = placed.entry->published;
    if (published && (!point.published || *published < *point.published)) {
      point.published = published;
    }
  }
  std::stable_sort(series.points.begin(), series.points.end(),
                   [](const FigurePoint& a, const FigurePoint& b) {
                     const auto key = [](const FigurePoint& point) {
                       const double least = point.low.value_or(point.high.value_or(0));
                       return std::tuple(point.day().value_or(Day::max()), least, !point.attributed,
                                         point.claimant);
                     };
                     return key(a) < key(b);
                   });
  return series;
}

}  // namespace

std::optional<Day> FigurePoint::day() const { return as_of ? as_of->from : published; }

std::vector<FigureSeries> figures_of(const ProvenanceReport& report,
                                     const TracedQuestion& question) {
  std::map<std::string, std::vector<Placed>> by_axis;
  for (const TracedPosition& position : question.positions) {
    for (const TracedEntry& entry : position.entries) {
      const TracedClaim* claim = report.claim(entry.claim);
      if (entry.figure < 0 || claim == nullptr) continue;
      const Figure& figure = claim->stored.claim.figures[static_cast<std::size_t>(entry.figure)];
      if (figure.relative || (!figure.low && !figure.high)) continue;
      by_axis[axis_key(figure)].push_back({&position, &entry, &figure});
    }
  }
  std::vector<FigureSeries> all;
  for (const auto& [key, figures] : by_axis) all.push_back(series_of(figures));
  std::stable_sort(all.begin(), all.end(), [](const FigureSeries& a, const FigureSeries& b) {
    return a.points.size() > b.points.size();
  });
  return all;
}

}  // namespace claimtrail
