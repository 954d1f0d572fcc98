#include <fmt/format.h>

#include "sources/refresh_run.h"

namespace claimtrail {

void RefreshRun::read_archive(SourceRun& source) {
  read_files(source, list_warc_files(source.settings->location), &RefreshRun::read_warc);
}

void RefreshRun::read_warc(SourceRun& source, const DirectoryFile& file) {
  PageState state = sink_.page_state(file.url);
  state.url = file.url;
  if (state.etag == file.stamp) {
    ++source.outcome.not_modified;
    return;
  }
  const long long most = source.settings->max_bytes.value_or(plan_.limits.max_bytes);
  const auto listing = list_captures(file.path);
  auto pages = WarcPages::open(file.path, {.most_bytes = static_cast<std::size_t>(most)});
  if (!listing || !pages) {
    const Diagnostic& problem = listing ? pages.error() : listing.error();
    PageRun archive;
    archive.url = file.url;
    return page_failed(source, archive, {"error", problem.message, false}, 0);
  }
  source.outcome.entries += static_cast<int>(listing->captures.size());
  for (const WarcCapture& at : listing->captures) {
    if (stop_.stop_requested()) {
      source.end = SourceEnd::stopped;
      return;
    }
    if (at.kind == WarcCapture::Kind::page) {
      take_archived(source, at, pages->read(at));
    } else {
      sink_.visited({source.id, normalise_url(at.url), at.at,
                     at.not_modified ? "not_modified" : "unchanged", at.not_modified ? 304 : 0,
                     ""});
    }
  }
  state.etag = lasting_stamp(file, clock_.now());
  source.learnt.push_back(state);
}

void RefreshRun::take_archived(SourceRun& source, const WarcCapture& at,
                               Result<ArchivedPage> page) {
  const std::string url = normalise_url(at.url);
  const auto failed = [&](const Diagnostic& problem) {
    const char* outcome = problem.code == "wall" ? "bot_wall" : "error";
    sink_.visited({source.id, url, at.at, outcome, 0, problem.message});
    if (++source.outcome.failed_pages == 1) {
      source.first_page_failure = fmt::format("{}: {}", at.url, problem.message);
    }
  };
  if (!page) return failed(page.error());
  Capture capture;
  capture.source = source.id;
  capture.url = url.empty() ? at.url : url;
  capture.answered_by = std::move(page->answered_by);
  capture.fetched_at = at.at;
  capture.http_status = page->status;
  capture.content_type = std::move(page->content_type);
  capture.headers = std::move(page->headers);
  capture.body = std::move(page->body);
  capture.input = std::move(page->input);
  capture.given = std::move(page->given);
  const auto taken = sink_.captured(std::move(capture));
  if (!taken) return failed(taken.error());
  ++source.outcome.fetched;
}

}  // namespace claimtrail
