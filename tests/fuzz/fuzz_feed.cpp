#include <cstdint>
#include <cstdlib>

#include "core/text/utf8.h"

#include "sources/feeds/entry_keys.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/feed_rhythm.h"

// Whatever a feed says comes out well-formed, an entry always has its first key, and what is kept
// of its rhythm reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claimtrail;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const FeedRhythm rhythm = read_feed_rhythm(bytes);
  if (!(parse_rhythm(write_rhythm(rhythm)) == rhythm)) std::abort();
  const auto feed = read_feed(bytes, "", "https://feeds.example/news.xml", "Europe/Warsaw");
  if (!feed) return 0;
  std::vector<std::string> addresses;
  for (const FeedEntry& entry : feed->entries) {
    for (const std::string* text :
         {&entry.id, &entry.title, &entry.link, &entry.summary, &entry.content, &entry.author,
          &entry.published, &entry.updated, &entry.source_title, &entry.source_url}) {
      if (!valid_utf8(*text)) std::abort();
    }
    if (!valid_utf8(plain_text(entry.summary))) std::abort();
    addresses.push_back("https://feeds.example/" + std::to_string(addresses.size()));
  }
  for (const auto& keys : entry_keys(feed->entries, addresses)) {
    if (keys.empty()) std::abort();
  }
  return 0;
}
