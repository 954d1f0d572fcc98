#include "sources/archive/warc_stream.h"

#include <zlib.h>

namespace claimtrail {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;
constexpr std::size_t kFastIn = std::size_t{512} << 10U;
constexpr std::size_t kFastOut = std::size_t{2} << 20U;
constexpr std::size_t kProbeIn = 512;
constexpr std::uint64_t kFirstCredit = std::uint64_t{1} << 20U;

bool gzip_begins(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

bool record_begins(std::string_view bytes) {
  return bytes.starts_with("WARC/0") || bytes.starts_with("WARC/1");
}

/// Whether a gzip member whose first bytes these are unpacks to the beginning of a record.
bool member_holds_record(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc();
  std::array<char, 8> out{};
  bytes = bytes.substr(0, kProbeIn);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = out.size();
  (void)inflate(&stream, Z_SYNC_FLUSH);
  const std::size_t made = out.size() - stream.avail_out;
  inflateEnd(&stream);
  return record_begins({out.data(), made});
}

}  // namespace

struct WarcStream::Inflater {
  Inflater() {
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream stream{};
};

WarcStream::WarcStream(RawInput input) : input_(std::move(input)), credit_(kFirstCredit) {}
WarcStream::~WarcStream() = default;

void WarcStream::end_member() {
  inflater_.reset();
  mode_ = Mode::between;
}

void WarcStream::begin_member() {
  if (head_ > 0) {
    out_.erase(0, head_);
    head_ = 0;
  }
  previous_member_offset_ = member_offset_;
  member_offset_ = input_.offset();
  member_head_ = out_.size();
  member_untouched_ = true;
  mode_ = Mode::member;
  const std::string_view raw = input_.peek(kPiece);
  const std::size_t taken = unpacker_.unpack(raw.substr(0, kFastIn), out_, kFastOut);
  if (taken > 0) {
    input_.consume(taken);
    end_member();
  } else {
    inflater_ = std::make_unique<Inflater>();
    while (mode_ == Mode::member && damage_.empty() && out_.size() < member_head_ + 8)
      inflate_some();
  }
  if (member_head_ > 0 && record_begins(std::string_view(out_).substr(member_head_))) {
    barrier_ = member_head_;
  }
}

void WarcStream::inflate_some() {
  const std::string_view raw = input_.peek(1);
  if (raw.empty()) {
    damage_ = "the file ends inside a gzip member";
    return;
  }
  z_stream& stream = inflater_->stream;
  const std::size_t held = out_.size();
  out_.resize(held + kPiece);
  const std::size_t given = std::min(raw.size(), kPiece);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(raw.data()));
  stream.avail_in = static_cast<uInt>(given);
  stream.next_out = reinterpret_cast<Bytef*>(out_.data() + held);
  stream.avail_out = kPiece;
  const int result = inflate(&stream, Z_NO_FLUSH);
  out_.resize(held + kPiece - stream.avail_out);
  input_.consume(given - stream.avail_in);
  if (result == Z_STREAM_END) return end_member();
  if (result != Z_OK && result != Z_BUF_ERROR) damage_ = "damaged gzip data";
}

bool WarcStream::more() {
  if (!damage_.empty() || barrier_ != std::string::npos) return false;
  if (mode_ == Mode::between) {
    if (!gzip_begins(input_.peek(2))) return false;
    begin_member();
    return barrier_ == std::string::npos;
  }
  if (head_ >= kPiece) {
    const std::size_t gone = head_;
    out_.erase(0, gone);
    head_ = 0;
    member_head_ -= std::min(member_head_, gone);
  }
  inflate_some();
  return true;
}

std::string_view WarcStream::view(std::size_t wanted) {
  if (mode_ == Mode::plain) return input_.peek(wanted);
  while (std::min(out_.size(), barrier_) - head_ < wanted && more()) {
  }
  return std::string_view(out_).substr(head_, std::min(out_.size(), barrier_) - head_);
}

void WarcStream::consume(std::size_t bytes) {
  if (mode_ == Mode::plain) return input_.consume(bytes);
  if (bytes > 0 && head_ + bytes > member_head_) member_untouched_ = false;
  head_ += bytes;
}

bool WarcStream::begin_record() {
  while (true) {
    if (barrier_ == head_) barrier_ = std::string::npos;
    if (mode_ == Mode::plain && gzip_begins(input_.peek(2))) mode_ = Mode::between;
    if (mode_ == Mode::between && head_ == out_.size()) {
      const std::string_view raw = input_.peek(2);
      if (raw.empty()) return false;
      if (!gzip_begins(raw)) mode_ = Mode::plain;
    }
    const std::string_view bytes = view(1);
    if (bytes.empty()) {
      if (barrier_ == head_) continue;
      if (!damage_.empty()) return true;
      if (mode_ == Mode::between && head_ == out_.size() && !input_.peek(1).empty()) continue;
      return false;
    }
    const std::size_t skip = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    if (skip > 0) {
      consume(skip);
      continue;
    }
    if (mode_ == Mode::plain) {
      record_offset_ = input_.offset();
      addressable_ = true;
    } else if (head_ < member_head_) {
      record_offset_ = previous_member_offset_;
      addressable_ = false;
    } else {
      record_offset_ = member_offset_;
      addressable_ = member_untouched_ && head_ == member_head_;
    }
    if (barrier_ == head_) barrier_ = std::string::npos;
    return true;
  }
}

void WarcStream::drop_member() {
  out_.clear();
  head_ = member_head_ = 0;
  barrier_ = std::string::npos;
  inflater_.reset();
  damage_.clear();
  mode_ = Mode::between;
}

bool WarcStream::find_candidate() {
  bool line_begins = false;
  while (true) {
    const std::string_view raw = input_.peek(kProbeIn + kPiece);
    if (raw.empty()) return false;
    // All but the last bytes, which may be the first of a candidate, unless nothing follows.
    const bool last = raw.size() < kProbeIn + kPiece;
    const std::size_t until = last ? raw.size() : raw.size() - kProbeIn;
    for (std::size_t i = 0; i < until; ++i) {
      const std::string_view here = raw.substr(i);
      const bool found = (here[0] == 'W' && line_begins && record_begins(here)) ||
                         (gzip_begins(here) && member_holds_record(here));
      if (found) {
        mode_ = here[0] == 'W' ? Mode::plain : Mode::between;
        input_.consume(i);
        return true;
      }
      line_begins = here[0] == '\n';
    }
    input_.consume(until);
  }
}

bool WarcStream::recover() {
  // Inside sound gzip data the next record is looked for in what it unpacks to.
  while (mode_ != Mode::plain && damage_.empty()) {
    if (barrier_ == head_) return true;
    const std::string_view bytes = view(kPiece);
    if (bytes.size() < 8) {
      consume(bytes.size());
      if (barrier_ == head_) return true;
      if (!damage_.empty()) break;
      if (mode_ == Mode::between) {
        drop_member();
        if (input_.peek(1).empty()) return false;
        break;
      }
      continue;
    }
    const std::size_t found = bytes.find("\nWARC/", 0);
    if (found != std::string_view::npos) {
      consume(found + 1);
      return true;
    }
    consume(bytes.size() - 7);
  }
  if (!damage_.empty()) {
    // A member cut short may have swallowed the beginning of the next one: go back, as long as the
    // bytes read twice are not more than those read once.
    const std::uint64_t from = member_offset_ + 1;
    const std::uint64_t back = input_.offset() - std::min(input_.offset(), from);
    drop_member();
    if (back <= credit_ && input_.seek(from)) credit_ -= back;
  } else if (mode_ == Mode::plain) {
    input_.consume(std::min<std::size_t>(input_.peek(1).size(), 1));
  }
  const std::uint64_t before = input_.offset();
  const bool found = find_candidate();
  credit_ += (input_.offset() - before) / 2;
  return found;
}

bool WarcStream::seek(std::uint64_t offset) {
  drop_member();
  return input_.seek(offset);
}

}  // namespace claimtrail
