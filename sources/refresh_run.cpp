#include "sources/refresh_run.h"

#include <fmt/format.h>

#include "sources/directory_source.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

// A file written this shortly before it is read may be written again within the same tick of the
// clock.
constexpr std::chrono::seconds kTooFresh{2};

bool same(const PageState& a, const PageState& b) {
  return a.etag == b.etag && a.last_modified == b.last_modified && a.redirect == b.redirect &&
         a.redirect_sightings == b.redirect_sightings;
}

PageState remembered(RefreshSink& sink, const std::string& url) {
  PageState state = sink.page_state(url);
  state.url = url;
  return state;
}

}  // namespace

RefreshRun::RefreshRun(const RefreshPlan& plan, HttpClient& client, const Clock& clock,
                       RefreshSink& sink, std::stop_token stop)
    : plan_(plan), client_(client), clock_(clock), sink_(sink), stop_(std::move(stop)) {}

void RefreshRun::work() {
  for (const SourceSettings& settings : plan_.sources) prepare(settings);
  for (const auto& source : sources_) start(*source);
  start_revisits();
  // A directory is read at once, so this comes last: nothing that waits for it is under way yet.
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    SourceRun& source = *sources_[i];
    const bool is_directory =
        source.settings != nullptr && source.settings->kind == SourceKind::directory;
    if (is_directory) read_directory(source);
    done_with_one(source);
  }
  client_.run(stop_);
  for (SourceRun* source : std::exchange(held_, {})) {
    if (unreachable_hosts_.size() > 1) {
      finish_without_network(*source);
    } else {
      finish_failed(*source);
    }
  }
}

SourceRun& RefreshRun::source_for(const std::string& id) {
  SourceRun*& known = by_id_[id];
  if (known == nullptr) {
    sources_.push_back(std::make_unique<SourceRun>());
    known = sources_.back().get();
    known->id = known->outcome.source = id;
    known->before = sink_.source_state(id);
    known->before.source = id;
    known->after = known->before;
    known->waiting_for = 1;
  }
  return *known;
}

void RefreshRun::prepare(const SourceSettings& settings) {
  SourceRun& source = source_for(settings.id);
  source.settings = &settings;
  source.asked = settings.location;
  if (settings.kind != SourceKind::directory) {
    source.address_before = remembered(sink_, normalise_url(settings.location));
    source.address = source.address_before;
    if (has_moved(source.address)) source.asked = source.address.redirect;
  }
  source.after.location = without_credentials(source.asked);
}

void RefreshRun::start(SourceRun& source) {
  if (source.settings == nullptr || stop_.stop_requested()) return;
  const bool weekly = weekly_turn_passed(source.id, source.before.last_success, clock_.now());
  switch (source.settings->kind) {
    case SourceKind::feed:
      fetch_feed(source);
      break;
    case SourceKind::page: {
      PageRun page;
      page.url = source.address.url;
      page.known = source.address;
      page.is_source = true;
      page.conditional = !weekly && source.before.location == source.after.location;
      asked_.insert(page.url);
      fetch_page(source, std::move(page));
      break;
    }
    case SourceKind::directory:
      break;
    case SourceKind::sitemap:
    case SourceKind::warc:
      source.end = SourceEnd::failed;
      source.outcome.reason =
          fmt::format("this version cannot fetch from a {}", to_string(source.settings->kind));
      break;
  }
}

void RefreshRun::start_revisits() {
  for (const Revisit& revisit : plan_.revisits) {
    SourceRun& source = source_for(revisit.source);
    PageRun page;
    page.url = normalise_url(revisit.url);
    if (page.url.empty() || stop_.stop_requested() || !asked_.insert(page.url).second) continue;
    page.known = remembered(sink_, page.url);
    page.conditional = !is_weekly_day(page.url, clock_.now());
    fetch_page(source, std::move(page));
  }
}

void RefreshRun::read_directory(SourceRun& source) {
  if (stop_.stop_requested()) return;
  const auto files = list_directory(source.settings->location);
  if (!files) {
    source.end = SourceEnd::failed;
    source.outcome.reason = files.error().message;
    return;
  }
  source.outcome.entries = static_cast<int>(files->size());
  source.end = SourceEnd::read;
  for (const DirectoryFile& file : *files) {
    if (stop_.stop_requested()) {
      source.end = SourceEnd::stopped;
      return;
    }
    read_file(source, file);
  }
}

void RefreshRun::read_file(SourceRun& source, const DirectoryFile& file) {
  const Timestamp now = clock_.now();
  PageState state = remembered(sink_, file.url);
  if (state.etag == file.stamp) {
    ++source.outcome.not_modified;
    return;
  }
  PageRun page;
  page.url = file.url;
  page.is_new = true;
  auto bytes = read_bytes(file.path, source.settings->max_bytes.value_or(plan_.limits.max_bytes));
  if (!bytes) return page_failed(source, page, {"error", bytes.error().message, false}, 0);
  Capture capture;
  capture.source = source.id;
  capture.url = file.url;
  capture.answered_by = file.name;
  capture.fetched_at = now;
  capture.input = file.input;
  capture.body = std::move(*bytes);
  const auto taken = sink_.captured(std::move(capture));
  if (!taken) return page_failed(source, page, {"error", taken.error().message, false}, 0);
  ++source.outcome.fetched;
  state.etag = file.written + kTooFresh < now ? file.stamp : "";
  source.learnt.push_back(state);
}

void RefreshRun::note_network(const std::string& url, const Result<HttpResponse>& result) {
  if (!result && is_unreachable(result.error())) {
    unreachable_hosts_.insert(authority_of(url));
    return;
  }
  const bool says_nothing =
      !result && (result.error().code == "stopped" || result.error().code == "host-busy" ||
                  result.error().code == "bad-url" || result.error().code == "refused-address");
  if (says_nothing || network_seen_) return;
  network_seen_ = true;
  release_held();
}

void RefreshRun::release_held() {
  for (SourceRun* source : std::exchange(held_, {})) finish_failed(*source);
}

void RefreshRun::done_with_one(SourceRun& source) {
  if (--source.waiting_for == 0) settle(source);
}

void RefreshRun::settle(SourceRun& source) {
  if (source.end == SourceEnd::open && source.settings != nullptr) source.end = SourceEnd::stopped;
  switch (source.end) {
    case SourceEnd::unreachable:
      if (!network_seen_) {
        held_.push_back(&source);
        return;
      }
      return finish_failed(source);
    case SourceEnd::failed:
      return finish_failed(source);
    case SourceEnd::not_asked:
      source.outcome.failed = true;
      source.after = source.before;
      source.after.last_error = source.outcome.reason;
      break;
    case SourceEnd::stopped:
      source.outcome.failed = true;
      source.outcome.reason = "stopped";
      source.after = source.before;
      break;
    case SourceEnd::read:
      return finish(source);
    case SourceEnd::open:
      break;
  }
  report(source);
}

void RefreshRun::finish(SourceRun& source) {
  const Timestamp now = clock_.now();
  note_success(source.after, now);
  if (source.list_again) {
    source.after.etag.clear();
    source.after.last_modified.clear();
  }
  source.after.blocked_until = source.retry_after;
  source.after.next_due = next_due(*source.settings, plan_.desk_timezone, now, now);
  if (source.retry_after) {
    source.after.next_due = std::max(*source.after.next_due, *source.retry_after);
  }
  report(source);
}

void RefreshRun::finish_failed(SourceRun& source) {
  const Timestamp now = clock_.now();
  source.outcome.failed = true;
  // A move that leads nowhere is forgotten: the next try goes to the configured address.
  if (has_moved(source.address) && !source.retry_after) note_redirect(source.address, "");
  note_failure(source.after, source.outcome.reason, now, source.retry_after);
  source.after.gone = source.gone;
  source.after.next_due = std::max(next_due(*source.settings, plan_.desk_timezone, now, now),
                                   *source.after.blocked_until);
  report(source);
}

void RefreshRun::finish_without_network(SourceRun& source) {
  source.outcome.failed = true;
  source.outcome.reason =
      fmt::format("no network: none of {} hosts could be reached", unreachable_hosts_.size());
  source.after = source.before;
  source.after.last_error = source.outcome.reason;
  report(source);
}

void RefreshRun::report(SourceRun& source) {
  const int failed = source.outcome.failed_pages;
  if (!source.outcome.failed && failed > 0) {
    source.outcome.reason =
        failed == 1
            ? fmt::format("one page failed: {}", source.first_page_failure)
            : fmt::format("{} pages failed, the first: {}", failed, source.first_page_failure);
  }
  if (!source.address.url.empty() && !same(source.address, source.address_before)) {
    source.learnt.push_back(source.address);
  }
  for (const PageState& state : source.learnt) sink_.remember(state);
  sink_.finished(source.outcome, source.after);
}

}  // namespace claimtrail
