#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/linking/text_shingles.h"

namespace claimtrail {

/// The newest texts of reports, taken down to what copies are told by. Few are ever asked for, so
/// an implementation may read a text when it is. Not for several threads at once.
class ReportTexts {
 public:
  ReportTexts() = default;
  ReportTexts(const ReportTexts&) = delete;
  ReportTexts& operator=(const ReportTexts&) = delete;
  virtual ~ReportTexts() = default;

  /// Null where no text of the report is known. The same report always gives the same.
  [[nodiscard]] virtual std::shared_ptr<const TextShingles> of(const std::string& report) = 0;
  /// The sample of that text alone, which is small and can be kept of many.
  [[nodiscard]] virtual std::shared_ptr<const std::vector<std::uint32_t>> sample_of(
      const std::string& report);
};

/// Texts that are at hand.
class KnownTexts : public ReportTexts {
 public:
  void add(const std::string& report, std::string_view text);
  [[nodiscard]] std::shared_ptr<const TextShingles> of(const std::string& report) override;

 private:
  std::unordered_map<std::string, std::shared_ptr<const TextShingles>> texts_;
};

}  // namespace claimtrail
