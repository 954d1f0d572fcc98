#include "cli/desk/refresh_sink.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "cli/desk/ingest.h"
#include "cli/desk/ladder.h"

namespace claimtrail {
namespace {

Given given_by(const Capture& capture, const SourceSettings* source) {
  Given given;
  given.url = capture.url;
  if (source != nullptr) given.outlet = source->outlet;
  if (capture.entry) {
    given.title = plain_text(capture.entry->title);
    given.listed = capture.entry->published_time;
    given.byline = capture.entry->author;
  }
  return given;
}

}  // namespace

DeskSink::DeskSink(Store& store, const Config& config, const RefreshRequest& request,
                   const Clock& clock, RefreshSummary& summary)
    : store_(store), config_(config), request_(request), clock_(clock), summary_(summary) {}

SourceState DeskSink::source_state(const std::string& source) {
  SourceState fresh;
  fresh.source = source;
  return store_.source_state(source).value_or(fresh);
}

PageState DeskSink::page_state(const std::string& url) {
  const auto remembered = pages_.find(url);
  if (remembered != pages_.end()) return remembered->second;
  PageState fresh;
  fresh.url = url;
  return store_.page_state(url).value_or(fresh);
}

bool DeskSink::known(const std::string& url) {
  return pages_.contains(url) || store_.page_state(url) || store_.report_by_url(url);
}

const SourceSettings* DeskSink::settings_of(const std::string& source) const {
  const auto found = std::find_if(config_.sources.begin(), config_.sources.end(),
                                  [&](const SourceSettings& each) { return each.id == source; });
  return found == config_.sources.end() ? nullptr : &*found;
}

Result<void> DeskSink::take(const Capture& capture, std::string bytes) {
  CapturedReport report;
  report.bytes = std::move(bytes);
  report.input = parse_input_kind(capture.input).value_or(InputKind::html);
  report.given = given_by(capture, settings_of(capture.source));
  report.source = capture.source;
  report.answered_by = capture.answered_by;
  report.content_type = capture.content_type;
  report.headers = capture.headers;
  report.fetched_at = capture.fetched_at;
  Result<Document> document = read_capture(report);
  if (!document) return tl::unexpected(document.error());
  pending_[capture.source].captures.emplace_back(std::move(report), std::move(*document));
  return {};
}

Result<void> DeskSink::captured(Capture capture) {
  if (request_.progress != nullptr) request_.progress->visited();
  if (capture.input != to_string(InputKind::ndjson)) {
    std::string bytes = std::move(capture.body);
    return take(capture, std::move(bytes));
  }
  std::istringstream lines(std::move(capture.body));
  std::string line;
  long long number = 0;
  Result<void> result;
  while (next_line(lines, line, number, std::size_t{64} << 20U)) {
    Result<void> taken = take(capture, line);
    if (!taken) result = std::move(taken);
  }
  return result;
}

void DeskSink::visited(const Visit& visit) {
  if (request_.progress != nullptr) request_.progress->visited();
  pending_[visit.source].visits.push_back(visit);
}

void DeskSink::remember(const PageState& state) { pages_[state.url] = state; }

std::string DeskSink::store_visit(const Visit& visit) {
  auto report = store_.report_by_url(visit.url);
  if (!report) return {};
  store_.add_observation({report->id, visit.at, visit.outcome, visit.http_status, visit.detail});
  if (visit.outcome == "not_modified") {
    report->last_seen = visit.at;
    ++report->visits;
    store_.put_report(*report);
    store_.touch_claims(report->id, visit.at);
    ++summary_.unchanged;
  }
  return report->id;
}

void DeskSink::plan_visit(const std::string& id, UnderReview under_review) {
  auto report = store_.report(id);
  const SourceSettings* source = report ? settings_of(report->source) : nullptr;
  if (source == nullptr) return;
  report->next_visit =
      next_visit(source->revisit_ms, report->first_seen, clock_.now(), under_review);
  store_.put_report(*report);
}

void DeskSink::finished(const SourceOutcome& outcome, const SourceState& state) {
  Pending pending = std::exchange(pending_[outcome.source], {});
  const std::vector<PreparedReport> prepared =
      prepare_all(std::move(pending.captures), config_.desk.claimants, request_.jobs);
  std::vector<std::string> touched;
  std::size_t claims = 0;
  store_.in_transaction([&] {
    for (const PreparedReport& report : prepared) {
      const Ingested ingested = ingest(store_, report, config_.desk.claimants);
      touched.push_back(ingested.report);
      if (ingested.outcome == IngestOutcome::unchanged) {
        ++summary_.unchanged;
        continue;
      }
      claims += report.analysis.claims.size();
      summary_.reports.push_back({ingested.report, report.document.title, report.document.outlet,
                                  ingested.outcome == IngestOutcome::revised});
    }
    for (const Visit& visit : pending.visits) {
      const std::string report = store_visit(visit);
      if (!report.empty()) touched.push_back(report);
    }
    for (const auto& [url, page] : pages_) store_.put_page_state(page);
    for (const std::string& report : touched) plan_visit(report, UnderReview::no);
    store_.put_source_state(state);
  });
  pages_.clear();
  visited_reports_.insert(touched.begin(), touched.end());
  summary_.sources.push_back(outcome);
  if (request_.progress != nullptr) {
    request_.progress->finished(outcome, static_cast<int>(claims));
  }
}

void DeskSink::plan_visits() {
  std::set<std::string> flagged;
  for (const Flag& flag : store_.flags({.status = FlagStatus::open})) {
    flagged.insert(flag.reports.begin(), flag.reports.end());
  }
  store_.in_transaction([&] {
    for (const std::string& report : visited_reports_) {
      if (flagged.contains(report)) plan_visit(report, UnderReview::yes);
    }
  });
}

}  // namespace claimtrail
