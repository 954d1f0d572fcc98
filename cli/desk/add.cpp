#include "cli/desk/add.h"

#include <iterator>

#include <fmt/format.h>

#include "cli/desk/ingest.h"
#include "cli/desk/relink.h"
#include "cli/desk/warc_import.h"

namespace claimtrail {
namespace {

constexpr std::size_t kBatch = 256;
constexpr std::size_t kLongestLine = std::size_t{64} << 20U;

}  // namespace

Adder::Adder(Store& store, const DeskSettings& desk, unsigned jobs)
    : store_(store), desk_(desk), jobs_(jobs) {}

void Adder::take(CapturedReport capture) {
  Result<Document> document = read_capture(capture);
  if (!document) {
    summary_.failures.push_back(document.error());
    return;
  }
  batch_.emplace_back(std::move(capture), std::move(*document));
  if (batch_.size() >= kBatch) flush();
}

void Adder::take_archive(const std::string& path, const std::string& outlet) {
  flush();
  WarcImportSummary archive = import_warc(store_, desk_, jobs_, path, outlet);
  summary_.added += archive.added;
  summary_.revised += archive.revised;
  summary_.unchanged += archive.unchanged + archive.known;
  std::move(archive.failures.begin(), archive.failures.end(),
            std::back_inserter(summary_.failures));
  std::move(archive.warnings.begin(), archive.warnings.end(),
            std::back_inserter(summary_.warnings));
}

void Adder::flush() {
  const std::vector<PreparedReport> prepared =
      prepare_all(std::exchange(batch_, {}), desk_.claimants, jobs_);
  store_.in_transaction([&] {
    for (const PreparedReport& report : prepared) {
      switch (ingest(store_, report, desk_.claimants).outcome) {
        case IngestOutcome::added:
          ++summary_.added;
          break;
        case IngestOutcome::revised:
          ++summary_.revised;
          break;
        case IngestOutcome::unchanged:
        case IngestOutcome::known:
          ++summary_.unchanged;
          break;
      }
    }
  });
}

AddSummary Adder::finish() {
  flush();
  if (summary_.added + summary_.revised > 0) relink(store_, desk_);
  return std::move(summary_);
}

void take_ndjson(std::istream& stream, const CapturedReport& like, Adder& adder) {
  std::string line;
  long long number = 0;
  while (next_line(stream, line, number, kLongestLine)) {
    CapturedReport capture = like;
    capture.bytes = line;
    capture.input = InputKind::ndjson;
    capture.answered_by = fmt::format("{}:{}", like.answered_by, number);
    adder.take(std::move(capture));
  }
}

}  // namespace claimtrail
