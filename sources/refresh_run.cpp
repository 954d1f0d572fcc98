#include "sources/refresh_run.h"

#include "sources/source_health.h"

namespace claimtrail {
namespace {

// So many sources of one host are handed to the client at once; the rest wait as little more than
// their names, so that ten thousand of them take no room.
constexpr int kTogether = 64;

PageState remembered(RefreshSink& sink, const std::string& url) {
  PageState state = sink.page_state(url);
  state.url = url;
  return state;
}

}  // namespace

RefreshRun::RefreshRun(const RefreshPlan& plan, HttpClient& client, const Clock& clock,
                       RefreshSink& sink, std::stop_token stop)
    : plan_(plan),
      client_(client),
      clock_(clock),
      sink_(sink),
      stop_(std::move(stop)),
      fetcher_(client, clock, sink.memory(), plan.limits, plan.manners) {
  fetcher_.on_robots([this](const std::string& url, const Result<HttpResponse>& result) {
    note_network(url, result);
  });
}

void RefreshRun::work() {
  for (const SourceSettings& settings : plan_.sources) prepare(settings);
  for (std::size_t i = 0; i < sources_.size(); ++i) start_or_wait(*sources_[i]);
  start_revisits();
  for (std::size_t i = 0; i < sources_.size(); ++i) done_with_one(*sources_[i]);
  client_.run(stop_);
  // Only where the run was stopped is anybody still waiting for a turn.
  for (auto& [host, backlog] : backlogs_) {
    for (SourceRun* source : std::exchange(backlog.waiting, {})) begin(*source);
  }
  for (SourceRun* source : std::exchange(held_, {})) {
    if (unreachable_hosts_.size() > 1) {
      finish_without_network(*source);
    } else {
      finish_failed(*source);
    }
  }
}

void RefreshRun::start_or_wait(SourceRun& source) {
  if (source.settings == nullptr) return;
  ++source.waiting_for;
  if (source.host.empty()) return begin(source);
  Backlog& backlog = backlogs_[source.host];
  backlog.waiting.push_back(&source);
  start_next(backlog);
}

void RefreshRun::start_next(Backlog& backlog) {
  // What begins may be answered at once and then asks for the next: this loop serves it.
  if (backlog.is_starting) return;
  backlog.is_starting = true;
  while (backlog.under_way < kTogether && !backlog.waiting.empty() && !stop_.stop_requested()) {
    SourceRun* next = backlog.waiting.front();
    backlog.waiting.pop_front();
    ++backlog.under_way;
    begin(*next);
  }
  backlog.is_starting = false;
}

void RefreshRun::leave_host(const SourceRun& source) {
  Backlog& backlog = backlogs_[source.host];
  --backlog.under_way;
  start_next(backlog);
}

void RefreshRun::begin(SourceRun& source) {
  start(source);
  done_with_one(source);
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
  const bool local = settings.kind == SourceKind::directory || settings.kind == SourceKind::warc;
  if (!local) {
    source.address_before = remembered(sink_, normalise_url(settings.location));
    source.address = source.address_before;
    if (has_moved(source.address)) source.asked = source.address.redirect;
    if (settings.kind == SourceKind::page) asked_.insert(source.address.url);
  }
  if (!local) source.host = authority_of(source.asked);
  source.after.location = without_credentials(source.asked);
}

void RefreshRun::start(SourceRun& source) {
  if (stop_.stop_requested()) return;
  switch (source.settings->kind) {
    case SourceKind::feed:
    case SourceKind::sitemap:
      return fetch_feed(source);
    case SourceKind::page:
      return start_page(source);
    case SourceKind::directory:
      return read_directory(source);
    case SourceKind::warc:
      return read_archive(source);
  }
}

void RefreshRun::start_page(SourceRun& source) {
  PageRun page;
  page.url = source.address.url;
  page.known = source.address;
  page.is_source = true;
  page.conditional = is_fresh(page.known) && source.before.location == source.after.location;
  fetch_page(source, std::move(page));
}

void RefreshRun::start_revisits() {
  for (const Revisit& revisit : plan_.revisits) {
    SourceRun& source = source_for(revisit.source);
    PageRun page;
    page.url = normalise_url(revisit.url);
    if (page.url.empty() || stop_.stop_requested() || !asked_.insert(page.url).second) continue;
    page.known = remembered(sink_, page.url);
    page.conditional = is_fresh(page.known);
    fetch_page(source, std::move(page));
  }
}

std::chrono::seconds RefreshRun::full_every() const {
  return std::max(std::chrono::seconds{plan_.manners.full_every_ms / 1000},
                  std::chrono::seconds{1});
}

bool RefreshRun::is_fresh(const PageState& page) const {
  const Timestamp now = clock_.now();
  return page.last_full && *page.last_full <= now && now < *page.last_full + full_every();
}

void RefreshRun::note_network(const std::string& url, const Result<HttpResponse>& result) {
  if (!result && is_unreachable(result.error())) {
    unreachable_hosts_.insert(authority_of(url));
    return;
  }
  if (network_seen_ || (!result && !came_from_the_network(result.error()))) return;
  network_seen_ = true;
  release_held();
}

}  // namespace claimtrail
