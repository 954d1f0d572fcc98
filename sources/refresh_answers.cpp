#include <fmt/format.h>

#include "sources/http/retry_after.h"
#include "sources/refresh_run.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

constexpr const char* kAcceptFeed =
    "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, "
    "text/xml;q=0.8, */*;q=0.1";
constexpr const char* kAcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

/// Where an entry's report is; its id where it has no link and the id is an address.
std::string page_of(const FeedEntry& entry, const std::string& base) {
  const std::string link = entry.link.empty() ? "" : resolve_url(base, entry.link);
  return normalise_url(link.empty() ? entry.id : link);
}

bool is_answer_about_the_report(const std::string& outcome) {
  return outcome == "not_found" || outcome == "gone" || outcome == "legal";
}

}  // namespace

HttpRequest RefreshRun::request_for(const SourceRun& source, const std::string& url) const {
  HttpRequest request;
  request.url = url;
  request.limits = plan_.limits;
  if (source.settings != nullptr && source.settings->max_bytes) {
    request.limits.max_bytes = *source.settings->max_bytes;
  }
  return request;
}

void RefreshRun::fetch_feed(SourceRun& source) {
  HttpRequest request = request_for(source, source.asked);
  request.accept = kAcceptFeed;
  const bool same_address = source.before.location == source.after.location;
  if (same_address && !weekly_turn_passed(source.id, source.before.last_success, clock_.now())) {
    request.etag = source.before.etag;
    request.last_modified = source.before.last_modified;
  }
  ++source.waiting_for;
  client_.fetch(std::move(request), [this, &source](const Result<HttpResponse>& result) {
    note_network(source.asked, result);
    take_feed(source, result);
    done_with_one(source);
  });
}

void RefreshRun::fetch_page(SourceRun& source, PageRun page) {
  const std::string url = page.is_source          ? source.asked
                          : has_moved(page.known) ? page.known.redirect
                                                  : page.url;
  HttpRequest request = request_for(source, url);
  request.accept = kAcceptPage;
  if (page.conditional) {
    request.etag = page.known.etag;
    request.last_modified = page.known.last_modified;
  }
  ++source.waiting_for;
  client_.fetch(std::move(request), [this, &source, url, waiting = std::move(page)](
                                        Result<HttpResponse> result) mutable {
    note_network(url, result);
    take_page(source, waiting, std::move(result));
    done_with_one(source);
  });
}

void RefreshRun::take_feed(SourceRun& source, const Result<HttpResponse>& result) {
  if (!result || (result->status != 200 && result->status != 304)) {
    return source_failed(source, result);
  }
  if (result->status == 304) {
    if (!result->etag.empty()) source.after.etag = result->etag;
    if (!result->last_modified.empty()) source.after.last_modified = result->last_modified;
    return source_read(source, *result);
  }
  const auto feed = read_feed(result->body, result->content_type, result->url);
  if (!feed || feed->entries.empty()) {
    source.end = SourceEnd::failed;
    source.outcome.reason = feed ? "the feed lists no entries" : feed.error().message;
    return;
  }
  source.after.etag = result->etag;
  source.after.last_modified = result->last_modified;
  source_read(source, *result);
  take_entries(source, *feed, result->url);
}

void RefreshRun::take_entries(SourceRun& source, const Feed& feed, const std::string& base) {
  source.outcome.entries = static_cast<int>(feed.entries.size());
  for (const FeedEntry& entry : feed.entries) {
    PageRun page;
    page.url = page_of(entry, base);
    page.known.url = page.url;
    page.entry = entry;
    page.is_new = true;
    if (page.url.empty()) {
      page.url = entry.link.empty() ? entry.title : entry.link;
      page_failed(source, page, {"error", "the feed gives no address for it", false}, 0);
    } else if (asked_.insert(page.url).second && !sink_.known(page.url)) {
      fetch_page(source, std::move(page));
    }
  }
}

void RefreshRun::take_page(SourceRun& source, PageRun& page, Result<HttpResponse> result) {
  if (!result) {
    const Diagnostic& why = result.error();
    if (page.is_source) source_failed(source, result);
    if (why.code == "stopped") {
      source.end = SourceEnd::stopped;
    } else if (why.code == "host-busy") {
      source.list_again = source.list_again || page.is_new;
    } else {
      page_failed(source, page, meaning_of(why), 0);
    }
    return;
  }
  if (authority_of(result->url) == authority_of(source.asked)) note_pause(source, *result);
  if (result->status == 200 || result->status == 203) {
    return take_body(source, page, std::move(*result));
  }
  if (result->status == 304 && page.conditional) return take_not_modified(source, page, *result);
  if (page.is_source) source_failed(source, result);
  page_failed(source, page, meaning_of(*result), result->status);
}

void RefreshRun::take_body(SourceRun& source, PageRun& page, HttpResponse response) {
  PageState state = page.known;
  state.etag = response.etag;
  state.last_modified = response.last_modified;
  Capture capture;
  capture.source = source.id;
  capture.url = page.url;
  capture.answered_by = response.url;
  capture.fetched_at = clock_.now();
  capture.http_status = response.status;
  capture.content_type = response.content_type;
  capture.headers = std::move(response.headers);
  capture.body = std::move(response.body);
  capture.entry = std::move(page.entry);
  const auto taken = sink_.captured(std::move(capture));
  if (!taken) {
    const char* outcome = taken.error().code == "wall" ? "bot_wall" : "error";
    if (page.is_source) {
      source.end = SourceEnd::failed;
      source.outcome.reason = taken.error().message;
    }
    return page_failed(source, page, {outcome, taken.error().message, false}, response.status);
  }
  ++source.outcome.fetched;
  if (page.is_source) {
    source.outcome.entries = 1;
    source.address.etag = state.etag;
    source.address.last_modified = state.last_modified;
    return source_read(source, response);
  }
  if (!has_moved(state)) note_redirect(state, permanent_target(page.url, response));
  source.learnt.push_back(std::move(state));
}

void RefreshRun::take_not_modified(SourceRun& source, PageRun& page, const HttpResponse& response) {
  ++source.outcome.not_modified;
  sink_.visited({source.id, page.url, clock_.now(), "not_modified", response.status, ""});
  PageState state = page.known;
  if (!response.etag.empty()) state.etag = response.etag;
  if (!response.last_modified.empty()) state.last_modified = response.last_modified;
  if (page.is_source) {
    source.outcome.entries = 1;
    source.address.etag = state.etag;
    source.address.last_modified = state.last_modified;
    return source_read(source, response);
  }
  if (!has_moved(state)) note_redirect(state, permanent_target(page.url, response));
  source.learnt.push_back(std::move(state));
}

void RefreshRun::page_failed(SourceRun& source, const PageRun& page, const AnswerMeaning& meaning,
                             int status) {
  sink_.visited({source.id, page.url, clock_.now(), meaning.outcome, status, meaning.reason});
  if (page.is_source) return;
  if (page.is_new && meaning.may_come_right) source.list_again = true;
  if (has_moved(page.known)) {
    PageState state = page.known;
    note_redirect(state, "");
    source.learnt.push_back(std::move(state));
  }
  // That a report which was there is there no more is a finding, not a failure.
  if (!page.is_new && is_answer_about_the_report(meaning.outcome)) return;
  if (++source.outcome.failed_pages == 1) {
    source.first_page_failure = fmt::format("{}: {}", page.url, meaning.reason);
  }
}

void RefreshRun::source_read(SourceRun& source, const HttpResponse& response) {
  source.end = SourceEnd::read;
  // Where a password was given with the address it would not follow to another.
  if (without_credentials(source.settings->location) != source.settings->location) return;
  const std::string target = permanent_target(source.asked, response);
  if (!has_moved(source.address) || !target.empty()) note_redirect(source.address, target);
}

void RefreshRun::source_failed(SourceRun& source, const Result<HttpResponse>& result) {
  source.end = SourceEnd::failed;
  if (!result) {
    const Diagnostic& why = result.error();
    source.outcome.reason = why.message;
    if (why.code == "stopped") source.end = SourceEnd::stopped;
    if (why.code == "host-busy") source.end = SourceEnd::not_asked;
    if (is_unreachable(why)) source.end = SourceEnd::unreachable;
    return;
  }
  source.outcome.reason = meaning_of(*result).reason;
  source.gone = result->status == 410;
  note_pause(source, *result);
}

void RefreshRun::note_pause(SourceRun& source, const HttpResponse& response) const {
  if (response.status != 429 && response.status != 503) return;
  const auto until = parse_retry_after(response.retry_after, clock_.now());
  if (until) source.retry_after = std::max(source.retry_after.value_or(*until), *until);
}

}  // namespace claimtrail
