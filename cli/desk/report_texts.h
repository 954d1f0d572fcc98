#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "core/store/store.h"
#include "core/trail/report_texts.h"

namespace claimtrail {

/// The report's newest text as the present extractor read it; empty where it has not. Throws
/// StoreError.
[[nodiscard]] std::optional<RevisionText> newest_text(const Store& store,
                                                      const std::string& report);

/// Texts read from the store when they are asked for, and kept while there is room for them.
/// The store must outlive them and its texts stay as they are meanwhile. Throws StoreError.
class StoredTexts : public ReportTexts {
 public:
  /// `most_words`: of the texts that are kept; a word takes about twelve bytes.
  explicit StoredTexts(const Store& store, std::size_t most_words = 1'000'000);
  [[nodiscard]] std::shared_ptr<const TextShingles> of(const std::string& report) override;
  [[nodiscard]] std::shared_ptr<const std::vector<std::uint32_t>> sample_of(
      const std::string& report) override;

 private:
  /// Most sampled shingles that are kept, of four bytes.
  static constexpr std::size_t kMostSampled = 10'000'000;

  /// By report: what was made of its text, or that it has none.
  template <class Value>
  struct Kept {
    std::size_t most = 0;
    std::size_t size = 0;
    std::unordered_map<std::string, std::shared_ptr<const Value>> values = {};
  };

  const Store& store_;
  Kept<TextShingles> texts_;
  Kept<std::vector<std::uint32_t>> samples_{kMostSampled};
};

}  // namespace claimtrail
