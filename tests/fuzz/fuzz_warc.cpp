#include <cstdint>
#include <cstdlib>
#include <fstream>

#include <sys/mman.h>
#include <unistd.h>

#include "sources/archive/http_block.h"
#include "sources/archive/warc_captures.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int file = memfd_create("warc", 0);
  if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  auto reader = claimtrail::WarcReader::open(path, {.largest_block = 1U << 20U});
  if (!reader) std::abort();
  claimtrail::WarcRecord record;
  std::size_t records = 0;
  while (reader->next(record)) {
    // A record is at least its first line, packed a thousandfold at most.
    if (++records > size * 200 + 1) std::abort();
    (void)claimtrail::read_response(record.block, {.most_bytes = 1U << 20U});
  }
  (void)claimtrail::list_captures(path);
  ::close(file);
  return 0;
}
