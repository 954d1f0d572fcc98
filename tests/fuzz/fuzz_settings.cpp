#include <cstdint>
#include <string_view>

#include "core/diagnostics/yaml.h"

#include "sources/schedule/schedule.h"
#include "sources/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)claimtrail::CronExpression::parse(text);
  const auto document = claimtrail::read_yaml("claimtrail.yaml", text);
  if (!document) return 0;
  std::vector<claimtrail::Diagnostic> problems;
  (void)claimtrail::read_fetch_settings(*document, document->root.find("fetch"), "/", problems);
  (void)claimtrail::read_source_settings(*document, document->root.find("sources"), "/", problems);
  (void)claimtrail::render(problems);
  return 0;
}
