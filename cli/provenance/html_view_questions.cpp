#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "cli/provenance/figures.h"
#include "cli/provenance/html_view.h"
#include "cli/provenance/plot.h"
#include "cli/provenance/words.h"

namespace claimtrail {
namespace {

/// One value of one claimant with every outlet that carries it.
struct Holding {
  std::string value;
  std::optional<DayRange> as_of;
  std::vector<const TracedEntry*> entries;
};

std::vector<Holding> holdings_of(const TracedPosition& position) {
  std::vector<Holding> holdings;
  for (const TracedEntry& entry : position.entries) {
    const auto same = std::find_if(holdings.begin(), holdings.end(), [&](const Holding& holding) {
      return holding.value == entry.value && holding.as_of == entry.as_of;
    });
    Holding& holding = same == holdings.end()
                           ? holdings.emplace_back(Holding{entry.value, entry.as_of, {}})
                           : *same;
    holding.entries.push_back(&entry);
  }
  return holdings;
}

JsonValue holding_view(const Holding& holding) {
  JsonValue places = JsonValue::array();
  for (const TracedEntry* entry : holding.entries) {
    JsonValue place = JsonValue::object();
    place.set("anchor", JsonValue::string(anchor_of("claim", entry->claim)));
    place.set("outlet", JsonValue::string(entry->outlet.empty() ? "unnamed" : entry->outlet));
    place.set("published",
              entry->published ? JsonValue::string(day_words(*entry->published)) : JsonValue());
    places.push(std::move(place));
  }
  JsonValue view = JsonValue::object();
  view.set("value", JsonValue::string(holding.value));
  view.set("about", JsonValue::string(holding.as_of ? days_words(*holding.as_of) : "no day given"));
  view.set("places", std::move(places));
  return view;
}

JsonValue positions_view(const TracedQuestion& question, bool attributed) {
  JsonValue positions = JsonValue::array();
  for (const TracedPosition& position : question.positions) {
    if (position.attributed != attributed) continue;
    JsonValue rows = JsonValue::array();
    const std::vector<Holding> holdings = holdings_of(position);
    for (std::size_t i = 0; i < holdings.size(); ++i) {
      JsonValue row = holding_view(holdings[i]);
      row.set("first", JsonValue::boolean(i == 0));
      rows.push(std::move(row));
    }
    JsonValue view = JsonValue::object();
    view.set("claimant", JsonValue::string(position.claimant));
    view.set("height", JsonValue::number(static_cast<long long>(holdings.size())));
    view.set("rows", std::move(rows));
    positions.push(std::move(view));
  }
  return positions;
}

JsonValue point_view(const FigurePoint& point) {
  std::string outlets;
  for (const std::string& outlet : point.outlets) outlets += (outlets.empty() ? "" : ", ") + outlet;
  JsonValue view = JsonValue::object();
  view.set("day", JsonValue::string(point.as_of       ? days_words(*point.as_of)
                                    : point.published ? "published " + day_words(*point.published)
                                                      : "no day given"));
  view.set("claimant", JsonValue::string(point.claimant));
  view.set("own_voice", JsonValue::boolean(!point.attributed));
  view.set("value", JsonValue::string(point.value));
  view.set("low", JsonValue::string(point.low_text.empty() ? "no lower bound"
                                                           : grouped_digits(point.low_text)));
  view.set("low_open", JsonValue::boolean(point.low_open && !point.low_text.empty()));
  view.set("high", JsonValue::string(point.high_text.empty() ? "no upper bound"
                                                             : grouped_digits(point.high_text)));
  view.set("high_open", JsonValue::boolean(point.high_open && !point.high_text.empty()));
  view.set("unit", JsonValue::text(point.unit));
  view.set("outlets", JsonValue::string(outlets));
  return view;
}

JsonValue series_view(const ProvenanceReport& report, const TracedQuestion& question) {
  const std::string ask =
      question.question.ask.empty() ? question.question.id : question.question.ask;
  JsonValue all = JsonValue::array();
  for (const FigureSeries& series : figures_of(report, question)) {
    JsonValue rows = JsonValue::array();
    for (const FigurePoint& point : series.points) rows.push(point_view(point));
    const std::string id =
        anchor_of("plot", question.question.id) + "-" + std::to_string(all.items().size() + 1);
    JsonValue view = JsonValue::object();
    view.set("svg", JsonValue::string(draw_plot(series, {id, "Figures by date: " + ask})));
    view.set("unit", JsonValue::string(axis_words(series)));
    view.set("rows", std::move(rows));
    all.push(std::move(view));
  }
  return all;
}

JsonValue group_view(const ProvenanceReport& report, std::string heading, bool attributed,
                     const std::vector<std::string>& ids, std::set<std::string>& shown) {
  JsonValue claims = JsonValue::array();
  for (const std::string& id : ids) {
    if (const TracedClaim* claim = report.claim(id)) claims.push(claim_view(report, *claim, shown));
  }
  JsonValue view = JsonValue::object();
  view.set("heading", JsonValue::string(heading));
  view.set("own_voice", JsonValue::boolean(!attributed));
  view.set("claims", std::move(claims));
  return view;
}

/// The claims under who makes them; those that only a flag names come last.
JsonValue groups_view(const ProvenanceReport& report, const TracedQuestion& question,
                      std::set<std::string>& shown) {
  JsonValue groups = JsonValue::array();
  std::set<std::string> listed;
  for (const TracedPosition& position : question.positions) {
    std::vector<std::string> ids;
    for (const TracedEntry& entry : position.entries) {
      if (listed.insert(entry.claim).second) ids.push_back(entry.claim);
    }
    if (ids.empty()) continue;
    groups.push(group_view(report, position.claimant, position.attributed, ids, shown));
  }
  std::vector<std::string> rest;
  for (const std::string& id : question.claims) {
    if (!listed.contains(id)) rest.push_back(id);
  }
  if (!rest.empty()) groups.push(group_view(report, "Also named in flags", true, rest, shown));
  return groups;
}

}  // namespace

JsonValue question_view(const ProvenanceReport& report, const TracedQuestion& traced,
                        std::set<std::string>& shown_claims) {
  const Question& question = traced.question;
  JsonValue flags = JsonValue::array();
  std::size_t open = 0;
  for (const std::string& id : traced.flags) {
    const TracedFlag& flag = *report.flag(id);
    open += flag.flag.status == FlagStatus::open;
    flags.push(flag_view(report, flag));
  }
  JsonValue attributed = positions_view(traced, true);
  JsonValue own_voice = positions_view(traced, false);
  JsonValue series = series_view(report, traced);
  JsonValue view = JsonValue::object();
  view.set("anchor", JsonValue::string(anchor_of("question", question.id)));
  view.set("id", JsonValue::string(question.id));
  view.set("ask", JsonValue::string(question.ask.empty() ? question.id : question.ask));
  view.set("origin", JsonValue::string(question.declared ? "asked by the desk"
                                                         : "found by comparing reports"));
  view.set("behaves", JsonValue::string(behaves_words(question)));
  view.set("extent", JsonValue::string(fmt::format("{} in {} from {}",
                                                   plural(traced.claims.size(), "claim", "claims"),
                                                   plural(traced.reports, "report", "reports"),
                                                   plural(traced.outlets, "outlet", "outlets"))));
  view.set("open_flags",
           open == 0 ? JsonValue() : JsonValue::string(plural(open, "open flag", "open flags")));
  view.set("answered", JsonValue::boolean(!traced.claims.empty()));
  view.set("has_attributed", JsonValue::boolean(!attributed.items().empty()));
  view.set("attributed", std::move(attributed));
  view.set("has_own_voice", JsonValue::boolean(!own_voice.items().empty()));
  view.set("own_voices", std::move(own_voice));
  view.set("ground", ground_view(report, traced.ground));
  view.set("has_series", JsonValue::boolean(!series.items().empty()));
  view.set("series", std::move(series));
  view.set("has_flags", JsonValue::boolean(!traced.flags.empty()));
  view.set("flags", std::move(flags));
  view.set("groups", groups_view(report, traced, shown_claims));
  return view;
}

}  // namespace claimtrail
