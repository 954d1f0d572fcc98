#include <cstdint>
#include <cstdlib>
#include <string>

#include "sources/http/robots.h"

/// The first line is the address asked about, the rest the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const auto rules = claimtrail::RobotsRules::parse(input.substr(std::min(end + 1, size)));
  for (const char* agent : {"claimtrail", "*", ""}) {
    const auto decision = rules.decide(agent, input.substr(0, end));
    const bool forbids = decision.access == claimtrail::RobotsAccess::disallowed;
    if (forbids && decision.line == 0) std::abort();
    (void)rules.crawl_delay(agent);
  }
  return 0;
}
