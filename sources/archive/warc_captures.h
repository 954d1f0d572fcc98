#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

#include "sources/archive/http_block.h"
#include "sources/archive/warc_reader.h"

namespace claimtrail {

/// One visit to a page that a WARC file holds.
struct WarcCapture {
  enum class Kind { page, revisit };
  Kind kind = Kind::page;
  Timestamp at;     ///< WARC-Date, fractions cut off
  std::string url;  ///< WARC-Target-URI as written
  std::uint64_t offset = 0;
  bool addressable = true;
  std::size_t ordinal = 0;      ///< of the record in the file, from 0
  bool not_modified = false;    ///< of a revisit: the server answered 304
  std::vector<WarcField> desk;  ///< what a claimtrail that wrote the file knew; else empty
};

/// What a WARC file holds for a desk. HTML answered with 200 is a page; what else there is, is
/// counted.
struct WarcListing {
  std::vector<WarcCapture> captures;  ///< by time, then by place in the file
  int other_types = 0;                ///< responses and resources that are no HTML
  int other_statuses = 0;             ///< responses that were not answered with 200
  int unreadable = 0;                 ///< without a date, an address or an HTTP head
  std::vector<Diagnostic> problems;   ///< as WarcReader tells them
};

/// Reads a WARC file once, keeping no bodies: memory grows with the number of pages only.
[[nodiscard]] Result<WarcListing> list_captures(const std::string& path);

/// A page with what is said of it: by the claimtrail whose export wrote the file, else by its
/// record.
struct ArchivedPage {
  std::string given;           ///< as Revision::given; empty where no desk wrote the file
  std::string input = "html";  ///< html, text or ndjson
  std::string source;          ///< source id of the desk that wrote it
  std::string answered_by;     ///< WARC-Target-URI where no desk knew better
  int status = 0;              ///< 0 of a resource
  std::string content_type;
  std::string headers;  ///< none of a resource
  std::string body;     ///< without transfer and content codings
};

/// Gives the pages of a listing, in its order, from the same file.
class WarcPages {
 public:
  [[nodiscard]] static Result<WarcPages> open(const std::string& path,
                                              const UnpackLimits& limits = {});
  /// The page of a capture. Fails as `read_response` does, with "warc-order" where records packed
  /// together would have to be read backwards, with "warc-changed" where the file no longer holds
  /// the record.
  [[nodiscard]] Result<ArchivedPage> read(const WarcCapture& capture);
  [[nodiscard]] const std::vector<Diagnostic>& problems() const { return reader_.problems(); }

 private:
  WarcPages(std::string path, WarcReader reader, const UnpackLimits& limits);
  [[nodiscard]] Result<ArchivedPage> read_record() const;
  std::string path_;
  WarcReader reader_;
  UnpackLimits limits_;
  WarcRecord record_;
  std::size_t next_ordinal_ = 0;
};

}  // namespace claimtrail
