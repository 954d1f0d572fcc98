#include "cli/desk/capture.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "core/model/digest.h"

namespace claimtrail {

namespace {

/// A feed's date, as that of a page, is none when it lies more than a day after the fetch: a clock
/// that is wrong, or the programme of an event.
bool could_be(const std::optional<Published>& listed, Timestamp fetched_at) {
  return listed &&
         listed->day <= std::chrono::floor<std::chrono::days>(fetched_at) + std::chrono::days{1};
}

}  // namespace

CapturedReport capture_of(const Revision& revision, std::string raw) {
  CapturedReport capture;
  capture.bytes = std::move(raw);
  capture.input = parse_input_kind(revision.input).value_or(InputKind::html);
  capture.given = read_given(revision.given);
  capture.answered_by = revision.url;
  capture.content_type = revision.content_type;
  capture.headers = revision.headers;
  capture.fetched_at = revision.fetched_at;
  return capture;
}

Result<Document> read_capture(const CapturedReport& capture) {
  DocumentInput input;
  input.kind = capture.input;
  input.bytes = capture.bytes;
  input.id = capture.given.id;
  input.url = capture.given.url;
  input.outlet = capture.given.outlet;
  input.published = capture.given.published;
  input.content_type = capture.content_type;
  input.place = capture.answered_by;
  input.fetched_at = capture.fetched_at;
  Result<Document> document = read_document(input);
  if (!document) return document;
  if (document->title.empty()) document->title = capture.given.title;
  if (!document->published && could_be(capture.given.listed, capture.fetched_at)) {
    document->published = capture.given.listed;
    document->published_origin.signal = "feed";
  }
  if (document->byline.empty() && !capture.given.byline.empty()) {
    document->byline.push_back(capture.given.byline);
  }
  return document;
}

PreparedReport prepare(CapturedReport capture, Document document,
                       const std::vector<ClaimantSettings>& known_claimants) {
  PreparedReport prepared;
  prepared.raw_sha256 = sha256(capture.bytes);
  prepared.text_sha256 = sha256(document.text);
  prepared.analysis = analyse(document, known_claimants);
  prepared.capture = std::move(capture);
  prepared.document = std::move(document);
  return prepared;
}

std::vector<PreparedReport> prepare_all(std::vector<std::pair<CapturedReport, Document>> read,
                                        const std::vector<ClaimantSettings>& known_claimants,
                                        unsigned jobs) {
  std::vector<PreparedReport> prepared(read.size());
  std::atomic<std::size_t> next{0};
  std::exception_ptr failed;
  std::mutex failed_mutex;
  const auto work = [&] {
    for (std::size_t i = next++; i < read.size(); i = next++) {
      try {
        prepared[i] = prepare(std::move(read[i].first), std::move(read[i].second), known_claimants);
      } catch (...) {
        const std::lock_guard lock(failed_mutex);
        failed = std::current_exception();
        return;
      }
    }
  };
  {
    std::vector<std::jthread> workers;
    const std::size_t count = std::min<std::size_t>(std::max(jobs, 1U), read.size());
    for (std::size_t i = 1; i < count; ++i) workers.emplace_back(work);
    work();
  }
  if (failed) std::rethrow_exception(failed);
  return prepared;
}

}  // namespace claimtrail
