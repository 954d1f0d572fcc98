#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/time.h"

#include "sources/archive/gzip_member.h"
#include "sources/archive/warc_record.h"

namespace claimtrail {

/// What a record is to say. The block is `head` and `body`, one after the other: for response,
/// request and revisit `head` holds the HTTP lines up to and with the empty one, the body is the
/// payload.
struct WarcDraft {
  WarcType type = WarcType::response;
  std::string target_uri;  ///< empty in warcinfo
  Timestamp date;
  std::string content_type;
  std::string_view head;
  std::string_view body;
  std::vector<WarcField> more;  ///< fields besides those the writer makes
};

struct WarcWriterOptions {
  std::optional<int> gzip_level = 6;  ///< 1 (fastest) to 12; nothing: not packed
};

/// Writes WARC 1.1 (ISO 28500:2017), one gzip member a record (annex D), fields in one order,
/// digests as "sha256:" and hexadecimal, which is how revisions are named in the database and what
/// warcio.js writes. WARC-Record-ID is made from fields and block, so the same drafts give the same
/// bytes. The ends of lines and other control characters inside field values become blanks. One
/// thread; memory of one record.
class WarcWriter {
 public:
  using Sink = std::function<void(std::string_view)>;
  explicit WarcWriter(Sink sink, WarcWriterOptions options = {});

  /// Hands one record to the sink and answers its id, "<urn:uuid:…>". What the sink throws passes
  /// through.
  std::string write(const WarcDraft& draft);

 private:
  Sink sink_;
  std::optional<GzipPacker> packer_;
  std::string plain_;
  std::string packed_;
};

}  // namespace claimtrail
