#include <cstdint>
#include <cstdlib>

#include "sources/page/page_feeds.h"

// What a page is said to name is an address of the web, and each comes once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claimtrail;
  const auto feeds =
      feeds_named_by({reinterpret_cast<const char*>(data), size}, "", "https://n.example/world/");
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    if (!feeds[i].location.starts_with("http")) std::abort();
    for (std::size_t j = 0; j < i; ++j) {
      if (feeds[i].location == feeds[j].location) std::abort();
    }
  }
  return 0;
}
