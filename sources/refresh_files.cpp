#include "sources/refresh_run.h"

namespace claimtrail {
void RefreshRun::read_directory(SourceRun& source) {
  read_files(source, list_directory(source.settings->location), &RefreshRun::read_file);
}

void RefreshRun::read_files(SourceRun& source, const Result<std::vector<DirectoryFile>>& files,
                            void (RefreshRun::*read_one)(SourceRun&, const DirectoryFile&)) {
  if (!files) {
    source.end = SourceEnd::failed;
    source.outcome.reason = files.error().message;
    return;
  }
  source.end = SourceEnd::read;
  for (const DirectoryFile& file : *files) {
    if (stop_.stop_requested()) {
      source.end = SourceEnd::stopped;
      return;
    }
    (this->*read_one)(source, file);
  }
}

void RefreshRun::read_file(SourceRun& source, const DirectoryFile& file) {
  ++source.outcome.entries;
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
  state.etag = lasting_stamp(file, now);
  source.learnt.push_back(state);
}

}  // namespace claimtrail
