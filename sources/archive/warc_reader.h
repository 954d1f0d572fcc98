#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"

#include "sources/archive/warc_record.h"

namespace claimtrail {

class WarcStream;

struct WarcReaderOptions {
  enum class Digests { verify, ignore };
  std::size_t largest_block = std::size_t{64} << 20U;  ///< bytes; a larger one is passed over
  std::size_t largest_header = std::size_t{256} << 10U;
  Digests digests = Digests::verify;
};

/// Reads WARC 0.17 to 1.1 (ISO 28500) record by record: packed a member a record, as one member,
/// not at all, or mixed. Damage (a file cut short, bytes between records, a wrong Content-Length,
/// endless headers, broken gzip) is told with file and offset and passed over to the next record
/// where there is one. A record that is not whole is not given. Memory: one block within its limit
/// and a window of the file; work linear in the file and what it unpacks to. One thread.
class WarcReader {
 public:
  [[nodiscard]] static Result<WarcReader> open(const std::string& path,
                                               WarcReaderOptions options = {});
  WarcReader(WarcReader&&) noexcept;
  ~WarcReader();

  /// The next whole record; nothing at the end. The same record object may be handed in again to
  /// reuse its memory.
  [[nodiscard]] bool next(WarcRecord& record);
  /// Goes to the `offset` of an addressable record. False where the file cannot be sought.
  [[nodiscard]] bool seek(std::uint64_t offset);

  /// What was wrong so far: "warc-cut", "warc-garbage", "warc-header", "warc-length",
  /// "warc-too-large", "warc-digest", "warc-gzip", "no-file". At most a hundred are kept, the last
  /// one then says that there were more.
  [[nodiscard]] const std::vector<Diagnostic>& problems() const { return problems_; }

 private:
  WarcReader(std::string path, std::unique_ptr<WarcStream> stream, WarcReaderOptions options);
  [[nodiscard]] bool read_header(WarcRecord& record);
  [[nodiscard]] bool read_block(WarcRecord& record, std::uint64_t length);
  void check_end(WarcRecord& record, std::uint64_t block_offset);
  void verify(WarcRecord& record);
  void tell(std::string code, std::string message, std::string hint = {});

  std::string path_;
  std::unique_ptr<WarcStream> stream_;
  WarcReaderOptions options_;
  std::vector<Diagnostic> problems_;
  std::uint64_t credit_ = std::uint64_t{1} << 20U;
  bool lost_ = false;
};

}  // namespace claimtrail
