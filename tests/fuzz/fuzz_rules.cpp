#include <cstdint>
#include <string>

#include "rules/rule.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto rules = claimtrail::compile_packs({{"fuzz", "fuzz.yaml", text}}, {});
  if (!rules) (void)claimtrail::render(rules.error());
  return 0;
}
