#include "sources/archive/warc_reader.h"

#include <charconv>

#include <fmt/format.h>

#include "sources/archive/http_block.h"
#include "sources/archive/warc_digest.h"
#include "sources/archive/warc_stream.h"

namespace claimtrail {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;
constexpr std::size_t kMostProblems = 100;

std::optional<std::uint64_t> content_length(const WarcRecord& record) {
  const std::string_view text = record.field("Content-Length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

/// Where the header ends (the first byte after the empty line); npos where it does not yet.
std::size_t header_end(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

}  // namespace

WarcReader::WarcReader(std::string path, std::unique_ptr<WarcStream> stream,
                       WarcReaderOptions options)
    : path_(std::move(path)), stream_(std::move(stream)), options_(options) {}
WarcReader::WarcReader(WarcReader&&) noexcept = default;
WarcReader::~WarcReader() = default;

Result<WarcReader> WarcReader::open(const std::string& path, WarcReaderOptions options) {
  Result<RawInput> input = RawInput::open(path);
  if (!input) return tl::unexpected(input.error());
  return WarcReader(path, std::make_unique<WarcStream>(std::move(*input)), options);
}

void WarcReader::tell(std::string code, std::string message, std::string hint) {
  if (problems_.size() > kMostProblems) return;
  if (problems_.size() == kMostProblems) {
    code = "warc-garbage";
    message = "more is wrong than is told here";
    hint.clear();
  }
  Diagnostic problem =
      failure(std::move(code), std::move(message),
              fmt::format("{}: byte {}", path_, stream_->offset()), std::move(hint))
          .value();
  problem.severity = DiagnosticSeverity::warning;
  problems_.push_back(std::move(problem));
}

bool WarcReader::seek(std::uint64_t offset) {
  lost_ = false;
  return stream_->seek(offset);
}

bool WarcReader::next(WarcRecord& record) {
  while (true) {
    if (std::exchange(lost_, false) && !stream_->recover()) break;
    if (!stream_->begin_record()) break;
    record = {.fields = {},
              .block = std::move(record.block),
              .offset = stream_->offset(),
              .addressable = stream_->addressable()};
    record.block.clear();
    if (!read_header(record)) {
      lost_ = true;
      continue;
    }
    const std::optional<std::uint64_t> length = content_length(record);
    if (!length) {
      tell("warc-length", "a record without a readable Content-Length is passed over");
      lost_ = true;
      continue;
    }
    const std::uint64_t block_offset = stream_->raw_offset();
    const bool held = *length <= options_.largest_block;
    if (!read_block(record, *length)) {
      lost_ = true;
      continue;
    }
    check_end(record, block_offset);
    if (!held) {
      tell("warc-too-large", fmt::format("a record of {} bytes is passed over, {} are allowed",
                                         *length, options_.largest_block));
      continue;
    }
    if (options_.digests == WarcReaderOptions::Digests::verify) verify(record);
    return true;
  }
  if (!stream_->read_error().empty()) {
    tell("no-file", fmt::format("cannot be read to its end: {}", stream_->read_error()));
  }
  return false;
}

bool WarcReader::read_header(WarcRecord& record) {
  std::size_t end = std::string_view::npos;
  std::string_view bytes = stream_->view(8);
  if (!bytes.starts_with("WARC/")) {
    if (!stream_->damage().empty()) {
      tell("warc-gzip", stream_->damage(), "what comes before it was read");
    } else if (bytes.size() < 5 && std::string_view("WARC/").starts_with(bytes)) {
      tell("warc-cut", "the file ends inside a record header");
    } else {
      tell("warc-garbage", "no WARC record begins here; the next one is looked for");
    }
    return false;
  }
  std::size_t searched = 0;
  while (true) {
    end = header_end(bytes, searched);
    if (end != std::string_view::npos || bytes.size() > options_.largest_header) break;
    searched = bytes.size() - std::min<std::size_t>(bytes.size(), 3);
    const std::size_t held = bytes.size();
    bytes = stream_->view(held + 1);
    if (bytes.size() <= held) {
      tell(stream_->damage().empty() ? "warc-cut" : "warc-gzip",
           stream_->damage().empty() ? "the file ends inside a record header" : stream_->damage());
      return false;
    }
  }
  if (end == std::string_view::npos || end > options_.largest_header) {
    tell("warc-header", fmt::format("a record header of more than {} bytes is passed over",
                                    options_.largest_header));
    return false;
  }
  const std::string_view lines = bytes.substr(0, end);
  const std::size_t first = lines.find('\n');
  record.version = trim_blanks(lines.substr(5, first - 5));
  record.fields = parse_fields(lines.substr(first + 1));
  record.type = parse_warc_type(record.field("WARC-Type"));
  stream_->consume(end);
  return true;
}

bool WarcReader::read_block(WarcRecord& record, std::uint64_t length) {
  const bool held = length <= options_.largest_block;
  for (std::uint64_t left = length; left > 0;) {
    const std::string_view bytes =
        stream_->view(static_cast<std::size_t>(std::min<std::uint64_t>(left, kPiece)));
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
    if (taken == 0) {
      const bool damaged = !stream_->damage().empty();
      tell(damaged ? "warc-gzip" : "warc-cut",
           fmt::format("{}: {} of the {} bytes of a record are there",
                       damaged ? stream_->damage() : std::string("cut short"), length - left,
                       length),
           "the record is left out");
      return false;
    }
    if (held) record.block.append(bytes.substr(0, taken));
    stream_->consume(taken);
    left -= taken;
  }
  return true;
}

void WarcReader::check_end(WarcRecord& record, std::uint64_t block_offset) {
  const std::string_view after = stream_->view(5);
  if (after.empty() || after.starts_with("\r\n") || after.starts_with("\n") ||
      after.starts_with("WARC/") || after.starts_with("\x1f\x8b")) {
    return;
  }
  tell("warc-length", "the Content-Length of this record is wrong");
  // Too long a length swallowed what follows: the block ends where a record begins inside it.
  const std::size_t inside = record.block.find("\r\n\r\nWARC/1.");
  if (stream_->plain() && inside != std::string::npos && record.block.size() <= credit_ &&
      stream_->seek(block_offset + inside)) {
    credit_ -= record.block.size();
    record.block.resize(inside);
  } else {
    credit_ += record.block.size() / 2;
    lost_ = true;
  }
}

void WarcReader::verify(WarcRecord& record) {
  std::optional<bool> holds = has_digest(record.block, record.field("WARC-Block-Digest"));
  const bool payload = record.type == WarcType::response || record.type == WarcType::resource;
  const std::string_view named = record.field("WARC-Payload-Digest");
  if (holds.value_or(true) && payload && !named.empty()) {
    const std::optional<bool> body = has_payload_digest(record, named);
    if (body) holds = body;
  }
  if (!holds) return;
  record.digests = *holds ? WarcRecord::Digests::hold : WarcRecord::Digests::differ;
  if (!*holds) {
    tell("warc-digest",
         fmt::format("the digest of the record for {} does not hold", target_uri(record)),
         "its bytes were changed or damaged after they were archived");
  }
}

}  // namespace claimtrail
