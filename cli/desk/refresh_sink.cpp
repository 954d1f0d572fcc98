#include "cli/desk/refresh_sink.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "cli/desk/ingest.h"
#include "cli/desk/ladder.h"
#include "sources/http/normalise_url.h"

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
    given.syndicated_from = plain_text(capture.entry->source_title);
  }
  return given;
}

}  // namespace

DeskSink::DeskSink(Store& store, const Config& config, const RefreshRequest& request,
                   const Clock& clock, RefreshSummary& summary)
    : store_(store), config_(config), request_(request), clock_(clock), summary_(summary) {
  for (const SourceSettings& source : config.sources) settings_[source.id] = &source;
  // All at once: one by one each would cost a lock of the file.
  for (SourceState& state : store.source_states()) known_states_[state.source] = std::move(state);
}

SourceState DeskSink::source_state(const std::string& source) {
  const auto found = known_states_.find(source);
  if (found != known_states_.end()) return std::move(found->second);
  SourceState fresh;
  fresh.source = source;
  return fresh;
}

PageState DeskSink::page_state(const std::string& url) {
  const auto remembered = pages_.find(url);
  if (remembered != pages_.end()) return remembered->second;
  PageState fresh;
  fresh.url = url;
  return store_.page_state(url).value_or(fresh);
}

bool DeskSink::known(const std::string& url) {
  if (pages_.contains(url)) return true;
  // One that came only because others cite it is still to be brought by who publishes it.
  if (const auto report = store_.report_by_url(url)) return report->cited_by.empty();
  return store_.page_state(url).has_value();
}

const SourceSettings* DeskSink::settings_of(const std::string& source) const {
  const auto found = settings_.find(source);
  return found == settings_.end() ? nullptr : found->second;
}

std::vector<std::string> DeskSink::cites_of(const Capture& capture, const Document& document) {
  std::vector<std::string> cites;
  for (const CitedLink& link : document.links) {
    const std::string url = normalise_url(link.url);
    if (url.empty() || same_registrable_domain(url, capture.url)) continue;
    if (same_registrable_domain(url, capture.answered_by)) continue;
    // A front page is no report.
    if (url.find('/', url.find("://") + 3) + 1 == url.size()) continue;
    const bool twice = std::find(cites.begin(), cites.end(), url) != cites.end();
    if (!twice && !pages_.contains(url) && !store_.report_by_url(url)) cites.push_back(url);
  }
  return cites;
}

Result<Captured> DeskSink::take(const Capture& capture, std::string bytes) {
  CapturedReport report;
  report.bytes = std::move(bytes);
  report.input = parse_input_kind(capture.input).value_or(InputKind::html);
  // Who publishes a cited report is not who publishes the source that led to it.
  const SourceSettings* source = capture.cited_by.empty() ? settings_of(capture.source) : nullptr;
  report.given = capture.given.empty() ? given_by(capture, source) : read_given(capture.given);
  // A visit of a known report stays one of it, whatever the page now calls itself.
  const bool is_page = capture.input == to_string(InputKind::html);
  if (const auto visited = is_page ? store_.report_by_url(capture.url) : std::nullopt) {
    report.given.id = visited->id;
  }
  report.source = capture.source;
  report.answered_by = capture.answered_by;
  report.content_type = capture.content_type;
  report.headers = capture.headers;
  report.fetched_at = capture.fetched_at;
  Result<Document> document = read_capture(report);
  if (!document) return tl::unexpected(document.error());
  Captured captured{report_id_of(report, *document), cites_of(capture, *document)};
  Pending& pending = pending_[capture.source];
  pending.bytes += report.bytes.size();
  pending.captures.emplace_back(std::move(report), std::move(*document));
  pending.cited_by.push_back(capture.cited_by);
  constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
  if (pending.bytes > kMostBytes) {
    const Prepared prepared = prepare(pending);
    store_.in_transaction([&] { store_prepared(prepared, pending); });
  }
  return captured;
}

Result<Captured> DeskSink::captured(Capture capture) {
  if (request_.progress != nullptr) request_.progress->visited();
  if (capture.input != to_string(InputKind::ndjson)) {
    std::string bytes = std::move(capture.body);
    return take(capture, std::move(bytes));
  }
  std::istringstream lines(std::move(capture.body));
  std::string line;
  long long number = 0;
  Result<Captured> result;
  while (next_line(lines, line, number, std::size_t{64} << 20U)) {
    Result<Captured> taken = take(capture, line);
    if (!taken) result = tl::unexpected(taken.error());
  }
  return result;
}

void DeskSink::visited(const Visit& visit) {
  if (request_.progress != nullptr) request_.progress->visited();
  pending_[visit.source].visits.push_back(visit);
}

void DeskSink::remember(const PageState& state) { pages_[state.url] = state; }

void DeskSink::moved(const SourceMove& move) { pending_[move.source].moves.push_back(move); }

std::string DeskSink::entry_address(const std::string& source,
                                    const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    if (auto address = store_.entry_address(source, key)) return std::move(*address);
  }
  return {};
}

void DeskSink::add_entry_keys(const std::string& source, const std::string& url,
                              const std::vector<std::string>& keys) {
  pending_[source].entry_keys.push_back({url, keys});
}

std::string DeskSink::store_visit(const Visit& visit) {
  const auto report = store_.report_by_url(visit.url);
  if (!report) return {};
  const bool is_new = note_visit(
      store_, *report, {report->id, visit.at, visit.outcome, visit.http_status, visit.detail});
  if (is_new && found_as_it_was(visit.outcome)) ++summary_.unchanged;
  return report->id;
}

void DeskSink::plan_visit(const std::string& id, UnderReview under_review) {
  auto report = store_.report(id);
  const SourceSettings* source = report ? settings_of(report->source) : nullptr;
  if (source == nullptr) return;
  // What came one step deep is fetched once, and an archive stands for its pages' addresses.
  const bool once = !report->cited_by.empty() || source->kind == SourceKind::warc;
  report->next_visit.reset();
  if (!once) {
    report->next_visit = visit_after_absence(
        store_.observations(id),
        next_visit(source->revisit_ms, report->first_seen, clock_.now(), under_review),
        clock_.now());
  }
  store_.put_report(*report);
}

void DeskSink::store_report(const PreparedReport& prepared, const std::string& cited_by,
                            std::vector<std::string>& touched) {
  const Ingested ingested = ingest(store_, prepared, config_.desk.claimants);
  touched.push_back(ingested.report);
  const bool is_new = ingested.outcome == IngestOutcome::added;
  auto report = store_.report(ingested.report).value();
  if (is_new && !cited_by.empty()) {
    report.cited_by = cited_by;
    store_.put_report(report);
  } else if (cited_by.empty() && !report.cited_by.empty()) {
    report.cited_by.clear();
    report.source = prepared.capture.source;
    store_.put_report(report);
  }
  if (ingested.outcome == IngestOutcome::known) return;
  if (ingested.outcome == IngestOutcome::unchanged) {
    ++summary_.unchanged;
    return;
  }
  claims_ += static_cast<int>(prepared.analysis.claims.size());
  summary_.reports.push_back(
      {ingested.report, prepared.document.title, prepared.document.outlet, !is_new});
}

void DeskSink::store_states() {
  for (const auto& [url, page] : pages_) store_.put_page_state(page);
  for (const SourceState& state : states_) store_.put_source_state(state);
}

void DeskSink::flush() {
  if (states_.empty() && pages_.empty()) return;
  store_.in_transaction([&] { store_states(); });
  states_.clear();
  pages_.clear();
}

void DeskSink::finished(const SourceOutcome& outcome, const SourceState& state) {
  const int before = claims_;
  store_finished(outcome, state);
  if (request_.progress != nullptr) request_.progress->finished(outcome, claims_ - before);
}

void DeskSink::store_finished(const SourceOutcome& outcome, const SourceState& state) {
  // What is lost with an interrupted run is only asked for once more, so it may wait for company.
  constexpr std::size_t kTogether = 100;
  summary_.sources.push_back(outcome);
  states_.push_back(state);
  const auto found = pending_.find(outcome.source);
  if (found == pending_.end()) {
    if (states_.size() >= kTogether) flush();
    return;
  }
  Pending pending = std::move(found->second);
  pending_.erase(found);
  const Prepared prepared = prepare(pending);
  store_.in_transaction([&] {
    store_prepared(prepared, pending);
    for (const SourceMove& move : pending.moves) store_.add_source_move(move);
    for (const auto& [url, keys] : pending.entry_keys) {
      store_.add_entry_keys(outcome.source, url, keys);
    }
    for (const std::string& report : pending.touched) plan_visit(report, UnderReview::no);
    store_states();
  });
  states_.clear();
  pages_.clear();
  visited_reports_.insert(pending.touched.begin(), pending.touched.end());
}

DeskSink::Prepared DeskSink::prepare(Pending& pending) {
  pending.bytes = 0;
  Prepared prepared;
  prepared.cited_by = std::exchange(pending.cited_by, {});
  prepared.reports =
      prepare_all(std::exchange(pending.captures, {}), config_.desk.claimants, request_.jobs);
  return prepared;
}

void DeskSink::store_prepared(const Prepared& prepared, Pending& pending) {
  for (std::size_t i = 0; i < prepared.reports.size(); ++i) {
    store_report(prepared.reports[i], prepared.cited_by[i], pending.touched);
  }
  for (const Visit& visit : std::exchange(pending.visits, {})) {
    const std::string report = store_visit(visit);
    if (!report.empty()) pending.touched.push_back(report);
  }
}

void DeskSink::plan_visits() {
  std::set<std::string> flagged;
  for (const Flag& flag : store_.flags({.status = FlagStatus::open})) {
    // That a page is gone for good is no reason to ask for it again.
    if (flag.rule == "report-withdrawn") continue;
    flagged.insert(flag.reports.begin(), flag.reports.end());
  }
  store_.in_transaction([&] {
    for (const std::string& report : visited_reports_) {
      if (flagged.contains(report)) plan_visit(report, UnderReview::yes);
    }
  });
}

}  // namespace claimtrail
