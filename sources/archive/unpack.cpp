#include "sources/archive/unpack.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>

#include "sources/archive/warc_record.h"

namespace claimtrail {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;

bool too_large(std::size_t made, std::size_t packed, const UnpackLimits& limits) {
  return made > limits.most_bytes ||
         (made > (std::size_t{1} << 20U) && made / limits.most_ratio > packed);
}

tl::unexpected<Diagnostic> refused(const UnpackLimits& limits) {
  return failure("too-large", fmt::format("unpacks to more than {} bytes or {} times its size",
                                          limits.most_bytes, limits.most_ratio));
}

Result<std::string> unpack_zlib(std::string_view bytes, int window, const UnpackLimits& limits) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
  std::string out;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  while (true) {
    const std::size_t held = out.size();
    out.resize(held + kPiece);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + held);
    stream.avail_out = kPiece;
    const int result = inflate(&stream, Z_NO_FLUSH);
    out.resize(held + kPiece - stream.avail_out);
    if (too_large(out.size(), bytes.size(), limits)) return refused(limits);
    if (result == Z_STREAM_END) {
      // A body may be several gzip members, one after the other.
      if (window > MAX_WBITS && stream.avail_in > 1 && *stream.next_in == 0x1f) {
        inflateReset(&stream);
        continue;
      }
      return out;
    }
    if (result == Z_BUF_ERROR || (result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)) {
      return out;
    }
    if (result != Z_OK) return failure("bad-encoding", "damaged gzip or deflate data");
  }
}

Result<std::string> unpack_brotli(std::string_view bytes, const UnpackLimits& limits) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  std::string out;
  std::size_t left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  while (true) {
    const std::size_t held = out.size();
    out.resize(held + kPiece);
    std::size_t room = kPiece;
    auto* to = reinterpret_cast<std::uint8_t*>(out.data() + held);
    const auto result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
    out.resize(held + kPiece - room);
    if (too_large(out.size(), bytes.size(), limits)) return refused(limits);
    if (result == BROTLI_DECODER_RESULT_ERROR) return failure("bad-encoding", "damaged br data");
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return out;
  }
}

}  // namespace

Result<std::string> unpack(std::string_view bytes, std::string_view coding,
                           const UnpackLimits& limits) {
  if (coding.empty() || same_name(coding, "identity")) return std::string(bytes);
  if (same_name(coding, "gzip") || same_name(coding, "x-gzip")) {
    return unpack_zlib(bytes, 16 + MAX_WBITS, limits);
  }
  if (same_name(coding, "deflate")) {
    Result<std::string> framed = unpack_zlib(bytes, MAX_WBITS, limits);
    if (framed || framed.error().code == "too-large") return framed;
    return unpack_zlib(bytes, -MAX_WBITS, limits);
  }
  if (same_name(coding, "br")) return unpack_brotli(bytes, limits);
  return failure("unknown-encoding", fmt::format("the content coding '{}' is not known", coding));
}

}  // namespace claimtrail
