#pragma once

#include <istream>
#include <string>
#include <vector>

#include "core/model/settings.h"
#include "core/store/store.h"

#include "cli/desk/capture.h"

namespace claimtrail {

/// How many reports went which way, and what failed.
struct AddSummary {
  int added = 0;
  int revised = 0;
  int unchanged = 0;
  std::vector<Diagnostic> failures;
  std::vector<Diagnostic> warnings;
};

/// Reads, analyses and stores captures in batches of one transaction each; the last call links.
/// Use: `take` each capture, then `finish`. Memory is bounded by one batch. Throws StoreError.
class Adder {
 public:
  Adder(Store& store, const DeskSettings& desk, unsigned jobs);
  void take(CapturedReport capture);
  /// The pages of a WARC file, as `import_warc` takes them; `outlet` published them, when not
  /// empty.
  void take_archive(const std::string& path, const std::string& outlet);
  [[nodiscard]] AddSummary finish();

 private:
  void flush();

  Store& store_;
  const DeskSettings& desk_;
  unsigned jobs_;
  std::vector<std::pair<CapturedReport, Document>> batch_;
  AddSummary summary_;
};

/// One capture for each document of a stream of NDJSON, with what the caller says of all of them.
void take_ndjson(std::istream& stream, const CapturedReport& like, Adder& adder);

}  // namespace claimtrail
