#include <cstdint>
#include <cstdlib>

#include "core/text/utf8.h"

#include "sources/page/read_page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  claimtrail::PageInput input;
  input.bytes = {reinterpret_cast<const char*>(data), size};
  input.url = "https://paper.example/a/report.html";
  const auto document = claimtrail::read_page(input);
  if (!document) return 0;
  if (!claimtrail::valid_utf8(document->text)) std::abort();
  std::uint32_t end = 0;
  for (const claimtrail::Block& block : document->blocks) {
    if (block.span.start < end || block.span.end > document->text.size()) std::abort();
    end = block.span.end;
  }
  return 0;
}
