#include <fmt/format.h>

#include "sources/refresh_run.h"
#include "sources/rhythm.h"
#include "sources/source_health.h"

namespace claimtrail {
namespace {

constexpr const char* kAcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

bool is_answer_about_the_report(const std::string& outcome) {
  return outcome == "not_found" || outcome == "gone" || outcome == "legal" ||
         outcome == "disallowed";
}

}  // namespace

void RefreshRun::fetch_page(SourceRun& source, PageRun page) {
  const std::string url = page.is_source          ? source.asked
                          : !page.asked.empty()   ? page.asked
                          : has_moved(page.known) ? page.known.redirect
                                                  : page.url;
  HttpRequest request = request_for(source, url);
  request.accept = kAcceptPage;
  if (page.conditional) {
    request.etag = page.known.etag;
    request.last_modified = page.known.last_modified;
  }
  ++source.waiting_for;
  fetcher_.fetch(
      std::move(request), rules_for(source),
      [this, &source, url, waiting = std::move(page)](Result<HttpResponse> result) mutable {
        note_network(url, result);
        take_page(source, waiting, std::move(result));
        done_with_one(source);
      });
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
  state.last_full = clock_.now();
  Capture capture;
  capture.source = source.id;
  capture.url = page.url;
  capture.answered_by = response.url;
  capture.fetched_at = clock_.now();
  capture.http_status = response.status;
  capture.content_type = response.content_type;
  capture.headers = response.headers;
  capture.body = std::move(response.body);
  capture.entry = std::move(page.entry);
  capture.cited_by = page.cited_by;
  const auto taken = sink_.captured(std::move(capture));
  if (!taken) {
    const char* outcome = taken.error().code == "wall" ? "bot_wall" : "error";
    if (page.is_source) {
      source.end = SourceEnd::failed;
      source.outcome.reason = taken.error().message;
    }
    return page_failed(source, page, {outcome, taken.error().message, false}, response.status);
  }
  if (!page.keys.empty()) sink_.memory().add_entry_keys(source.id, page.url, page.keys);
  ++(page.cited_by.empty() ? source.outcome.fetched : source.outcome.cited);
  note_page(source, page, std::move(state), response);
  if (page.cited_by.empty()) fetch_cited(source, *taken);
}

void RefreshRun::take_not_modified(SourceRun& source, PageRun& page, const HttpResponse& response) {
  ++source.outcome.not_modified;
  sink_.visited({source.id, page.url, clock_.now(), "not_modified", response.status, ""});
  PageState state = page.known;
  if (!response.etag.empty()) state.etag = response.etag;
  if (!response.last_modified.empty()) state.last_modified = response.last_modified;
  note_page(source, page, std::move(state), response);
}

void RefreshRun::note_page(SourceRun& source, const PageRun& page, PageState state,
                           const HttpResponse& response) {
  if (page.is_source) {
    source.outcome.entries = 1;
    source.address.etag = state.etag;
    source.address.last_modified = state.last_modified;
    source.address.last_full = state.last_full;
    source.after.not_before = asked_to_wait(response.headers, clock_.now());
    return source_read(source, response);
  }
  if (!page.asked.empty()) {
    // Its new address is known from now on, too.
    PageState other = state;
    other.url = page.asked;
    source.learnt.push_back(std::move(other));
  } else if (!has_moved(state)) {
    note_redirect(state, permanent_target(page.url, response));
  }
  source.learnt.push_back(std::move(state));
}

void RefreshRun::page_failed(SourceRun& source, const PageRun& page, const AnswerMeaning& meaning,
                             int status) {
  sink_.visited({source.id, page.url, clock_.now(), meaning.outcome, status, meaning.reason});
  if (page.is_source || !page.cited_by.empty()) return;
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

void RefreshRun::fetch_cited(SourceRun& source, const Captured& captured) {
  const bool own_way = source.settings != nullptr && source.settings->cited.has_value();
  const CitedReports policy = own_way ? *source.settings->cited : plan_.manners.cited;
  if (policy == CitedReports::leave || captured.report.empty()) return;
  int left = plan_.manners.cited_per_report;
  for (const std::string& url : captured.cites) {
    if (left == 0 || stop_.stop_requested()) return;
    PageRun page;
    page.url = normalise_url(url);
    if (page.url.empty() || !asked_.insert(page.url).second) continue;
    page.known.url = page.url;
    page.cited_by = captured.report;
    --left;
    fetch_page(source, std::move(page));
  }
}

}  // namespace claimtrail
