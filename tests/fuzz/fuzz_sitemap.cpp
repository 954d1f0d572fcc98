#include <cstdint>
#include <cstdlib>

#include "sources/feeds/sitemap_listing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto listing = claimtrail::read_sitemap_listing(
      {reinterpret_cast<const char*>(data), size}, "https://maps.example/sitemap.xml", 1'000'000);
  if (!listing) return 0;
  for (const claimtrail::ListedAddress& listed : listing->reports) {
    if (!listed.url.starts_with("http")) std::abort();
  }
  return 0;
}
