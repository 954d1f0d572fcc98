#include "cli/desk/warc_import.h"

#include "cli/desk/ingest.h"
#include "cli/desk/relink.h"
#include "sources/archive/warc_captures.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

constexpr std::size_t kBatch = 256;
constexpr std::size_t kBatchBytes = std::size_t{32} << 20U;

class Importer {
 public:
  Importer(Store& store, const DeskSettings& desk, unsigned jobs, const std::string& outlet)
      : store_(store), desk_(desk), jobs_(jobs), outlet_(outlet) {}

  WarcImportSummary run(const std::string& path) {
    Result<WarcListing> listing = list_captures(path);
    if (!listing) return fail(listing.error());
    summary_.warnings = std::move(listing->problems);
    summary_.skipped = listing->other_statuses + listing->other_types + listing->unreadable;
    Result<WarcPages> pages = WarcPages::open(path);
    if (!pages) return fail(pages.error());
    for (const WarcCapture& capture : listing->captures) {
      if (capture.kind == WarcCapture::Kind::page) {
        take_page(capture, pages->read(capture));
      } else {
        flush();
        take_revisit(capture);
      }
    }
    flush();
    for (const Diagnostic& problem : pages->problems()) {
      if (problem.code == "warc-digest") summary_.warnings.push_back(problem);
    }
    if (summary_.added + summary_.revised > 0) relink(store_, desk_);
    return std::move(summary_);
  }

 private:
  WarcImportSummary fail(const Diagnostic& problem) {
    summary_.failures.push_back(problem);
    return std::move(summary_);
  }

  void take_page(const WarcCapture& at, Result<ArchivedPage> page) {
    if (!page) return summary_.failures.push_back(page.error());
    CapturedReport capture;
    capture.given = read_given(page->given);
    if (page->given.empty()) capture.given.url = at.url;
    if (capture.given.outlet.empty()) capture.given.outlet = outlet_;
    capture.input = parse_input_kind(page->input).value_or(InputKind::html);
    capture.source = std::move(page->source);
    capture.answered_by = std::move(page->answered_by);
    capture.headers = std::move(page->headers);
    capture.content_type = std::move(page->content_type);
    capture.fetched_at = at.at;
    capture.bytes = std::move(page->body);
    Result<Document> document = read_capture(capture);
    if (!document) return summary_.failures.push_back(document.error());
    batch_bytes_ += capture.bytes.size();
    batch_.emplace_back(std::move(capture), std::move(*document));
    if (batch_.size() >= kBatch || batch_bytes_ >= kBatchBytes) flush();
  }

  void flush() {
    if (batch_.empty()) return;
    batch_bytes_ = 0;
    const std::vector<PreparedReport> prepared =
        prepare_all(std::exchange(batch_, {}), desk_.claimants, jobs_);
    store_.in_transaction([&] {
      for (const PreparedReport& report : prepared) store_page(report);
    });
  }

  void store_page(const PreparedReport& prepared) {
    switch (ingest(store_, prepared, desk_.claimants).outcome) {
      case IngestOutcome::added:
        ++summary_.added;
        break;
      case IngestOutcome::revised:
        ++summary_.revised;
        break;
      case IngestOutcome::unchanged:
        ++summary_.unchanged;
        break;
      case IngestOutcome::known:
        ++summary_.known;
        break;
    }
  }

  void take_revisit(const WarcCapture& capture) {
    const std::string url = normalise_url(capture.url);
    const std::optional<Report> report = find_report(url.empty() ? capture.url : url);
    if (!report) {
      ++summary_.skipped;
      return;
    }
    const bool is_new =
        note_visit(store_, *report,
                   {report->id, capture.at, capture.not_modified ? "not_modified" : "unchanged",
                    capture.not_modified ? 304 : 0, ""});
    ++(is_new ? summary_.unchanged : summary_.known);
  }

  /// By address; a report without one by the name its export gave it.
  [[nodiscard]] std::optional<Report> find_report(const std::string& uri) const {
    if (auto report = store_.report_by_url(uri)) return report;
    constexpr std::string_view kOwn = "urn:claimtrail:report:";
    return uri.starts_with(kOwn) ? store_.report(uri.substr(kOwn.size())) : std::nullopt;
  }

  Store& store_;
  const DeskSettings& desk_;
  unsigned jobs_;
  const std::string& outlet_;
  std::vector<std::pair<CapturedReport, Document>> batch_;
  std::size_t batch_bytes_ = 0;
  WarcImportSummary summary_;
};

}  // namespace

WarcImportSummary import_warc(Store& store, const DeskSettings& desk, unsigned jobs,
                              const std::string& path, const std::string& outlet) {
  return Importer(store, desk, jobs, outlet).run(path);
}

}  // namespace claimtrail
