#include "core/trail/report_texts.h"

namespace claimtrail {

std::shared_ptr<const std::vector<std::uint32_t>> ReportTexts::sample_of(
    const std::string& report) {
  const auto text = of(report);
  return text == nullptr ? nullptr
                         : std::shared_ptr<const std::vector<std::uint32_t>>(text, &text->sample());
}

void KnownTexts::add(const std::string& report, std::string_view text) {
  texts_.insert_or_assign(report, std::make_shared<const TextShingles>(text));
}

std::shared_ptr<const TextShingles> KnownTexts::of(const std::string& report) {
  const auto found = texts_.find(report);
  return found == texts_.end() ? nullptr : found->second;
}

}  // namespace claimtrail
