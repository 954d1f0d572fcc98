#include "sources/archive/gzip_member.h"

#include <stdexcept>

#include <libdeflate.h>

namespace claimtrail {

GzipPacker::GzipPacker(int level) : packer_(libdeflate_alloc_compressor(level)) {
  if (!packer_) throw std::invalid_argument("no such gzip level");
}
GzipPacker::~GzipPacker() = default;

void GzipPacker::Free::operator()(void* packer) const {
  libdeflate_free_compressor(static_cast<libdeflate_compressor*>(packer));
}

void GzipPacker::pack(std::string_view bytes, std::string& out) {
  auto* packer = static_cast<libdeflate_compressor*>(packer_.get());
  const std::size_t held = out.size();
  out.resize(held + libdeflate_gzip_compress_bound(packer, bytes.size()));
  const std::size_t size = libdeflate_gzip_compress(packer, bytes.data(), bytes.size(),
                                                    out.data() + held, out.size() - held);
  if (size == 0) throw std::logic_error("gzip bound too small");
  out.resize(held + size);
}

GzipUnpacker::GzipUnpacker() : unpacker_(libdeflate_alloc_decompressor()) {
  if (!unpacker_) throw std::bad_alloc();
}
GzipUnpacker::~GzipUnpacker() = default;

void GzipUnpacker::Free::operator()(void* unpacker) const {
  libdeflate_free_decompressor(static_cast<libdeflate_decompressor*>(unpacker));
}

std::size_t GzipUnpacker::unpack(std::string_view bytes, std::string& out, std::size_t limit) {
  if (room_size_ < limit) {
    room_.reset(new char[limit]);
    room_size_ = limit;
  }
  std::size_t taken = 0;
  std::size_t made = 0;
  const libdeflate_result result =
      libdeflate_gzip_decompress_ex(static_cast<libdeflate_decompressor*>(unpacker_.get()),
                                    bytes.data(), bytes.size(), room_.get(), limit, &taken, &made);
  if (result != LIBDEFLATE_SUCCESS) return 0;
  out.append(room_.get(), made);
  return taken;
}

}  // namespace claimtrail
