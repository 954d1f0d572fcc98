#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"

#include "sources/archive/unpack.h"
#include "sources/archive/warc_record.h"

namespace claimtrail {

/// The HTTP response of a record's block, its body as a reader sees it.
struct ArchivedResponse {
  int status = 0;
  std::string headers;  ///< as first received, status line first, lines joined by "\r\n"
  std::string content_type;
  std::string body;  ///< without transfer and content codings
};

/// Takes a response block apart (RFC 9112) and its codings off, once. Where a header names a coding
/// that the body no longer has (some archivers take it off and keep the header, warcio#74), the
/// body stands as it is. Fails with "no-http" where no status line begins the block, else as
/// `unpack`.
[[nodiscard]] Result<ArchivedResponse> read_response(std::string_view block,
                                                     const UnpackLimits& limits = {});

/// The head of a response block for a body whose codings were taken off: Transfer-Encoding,
/// Content-Encoding and a Content-Length that does not fit become X-Archive-Orig-…, which
/// `read_response` takes back; HTTP/2 and /3 are written as HTTP/1.1, which archive tools know.
/// Ends with the empty line. `headers` are lines joined by "\r\n", status line first.
[[nodiscard]] std::string archived_head(std::string_view headers, std::size_t body_size);

/// "h2" or "h3" for the status line of such headers, for the field WARC-Protocol; empty for others.
[[nodiscard]] std::string_view protocol_of(std::string_view headers);

/// Whether a record's payload has that digest: with its transfer coding as most tools count it, or
/// without (warcio#75). Nothing where the digest cannot be judged.
[[nodiscard]] std::optional<bool> has_payload_digest(const WarcRecord& record,
                                                     std::string_view labelled);

}  // namespace claimtrail
