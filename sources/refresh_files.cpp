#include "sources/refresh_run.h"

namespace claimtrail {
namespace {

// A file written this shortly before it is read may be written again within the same tick of the
// clock.
constexpr std::chrono::seconds kTooFresh{2};

}  // namespace

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
  PageState state = sink_.page_state(file.url);
  state.url = file.url;
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

}  // namespace claimtrail
