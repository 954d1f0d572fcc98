#include <cstdint>
#include <cstdlib>

#include "core/text/utf8.h"

#include "sources/feeds/opml.h"

// What is read and written again reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace claimtrail;
  const auto outlines = read_opml({reinterpret_cast<const char*>(data), size});
  if (!outlines) return 0;
  const std::string text = write_opml("list", *outlines);
  if (!valid_utf8(text)) std::abort();
  const auto again = read_opml(text);
  if (!again || again->size() != outlines->size()) std::abort();
  if (write_opml("list", *again) != text) std::abort();
  return 0;
}
