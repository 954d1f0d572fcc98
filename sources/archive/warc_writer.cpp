#include "sources/archive/warc_writer.h"

#include <fmt/format.h>

#include "core/model/digest.h"

namespace claimtrail {
namespace {

void put(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += name;
  out += ": ";
  for (const char letter : value) {
    const auto code = static_cast<unsigned char>(letter);
    out += code < 0x20 || code == 0x7f ? ' ' : letter;
  }
  out += "\r\n";
}

bool has_payload(WarcType type) { return type == WarcType::response || type == WarcType::resource; }

/// RFC 9562, version 8: 122 bits of the digest.
std::string record_id(std::string digest) {
  digest[12] = '8';
  digest[16] = 'a';
  return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", digest.substr(0, 8), digest.substr(8, 4),
                     digest.substr(12, 4), digest.substr(16, 4), digest.substr(20, 12));
}

}  // namespace

WarcWriter::WarcWriter(Sink sink, WarcWriterOptions options) : sink_(std::move(sink)) {
  if (options.gzip_level) packer_.emplace(*options.gzip_level);
}

std::string WarcWriter::write(const WarcDraft& draft) {
  std::string block_digest;
  std::string payload_digest;
  if (draft.head.empty()) {
    block_digest = payload_digest = sha256(draft.body);
  } else {
    plain_.assign(draft.head);
    plain_ += draft.body;
    block_digest = sha256(plain_);
    if (has_payload(draft.type)) payload_digest = sha256(draft.body);
  }
  std::string fields;
  put(fields, "WARC-Date", format_timestamp(draft.date));
  put(fields, "WARC-Target-URI", draft.target_uri);
  for (const WarcField& field : draft.more) put(fields, field.name, field.value);
  if (has_payload(draft.type)) put(fields, "WARC-Payload-Digest", "sha256:" + payload_digest);
  put(fields, "WARC-Block-Digest", "sha256:" + block_digest);
  put(fields, "Content-Type", draft.content_type);
  put(fields, "Content-Length", std::to_string(draft.head.size() + draft.body.size()));
  std::string id = record_id(sha256(fmt::format("{}\n{}", to_string(draft.type), fields)));

  plain_.assign("WARC/1.1\r\n");
  put(plain_, "WARC-Type", to_string(draft.type));
  put(plain_, "WARC-Record-ID", id);
  plain_ += fields;
  plain_ += "\r\n";
  plain_ += draft.head;
  plain_ += draft.body;
  plain_ += "\r\n\r\n";
  if (!packer_) {
    sink_(plain_);
    return id;
  }
  packed_.clear();
  packer_->pack(plain_, packed_);
  sink_(packed_);
  return id;
}

}  // namespace claimtrail
