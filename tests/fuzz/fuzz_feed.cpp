#include <cstdint>
#include <cstdlib>

#include "core/text/utf8.h"

#include "sources/feeds/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto feed = claimtrail::read_feed({reinterpret_cast<const char*>(data), size}, "",
                                          "https://feeds.example/news.xml");
  if (!feed) return 0;
  for (const claimtrail::FeedEntry& entry : feed->entries) {
    if (!claimtrail::valid_utf8(entry.title) || !claimtrail::valid_utf8(entry.link)) std::abort();
  }
  return 0;
}
