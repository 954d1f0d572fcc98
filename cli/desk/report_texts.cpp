#include "cli/desk/report_texts.h"

#include "core/analysis.h"

namespace claimtrail {

std::optional<RevisionText> newest_text(const Store& store, const std::string& report) {
  const std::vector<Revision> revisions = store.revisions(report);
  return revisions.empty() ? std::nullopt : store.text(revisions.back().id, extractor_version());
}

namespace {

/// What is kept of the report, else what `make` makes; all is forgotten where there is no room for
/// that.
template <class Kept, class Make, class SizeOf>
auto kept_or_made(Kept& kept, const std::string& report, Make make, SizeOf size_of) {
  if (const auto found = kept.values.find(report); found != kept.values.end()) return found->second;
  const auto value = make();
  const std::size_t size = value == nullptr ? 0 : size_of(*value);
  if (kept.size + size > kept.most) {
    kept.values.clear();
    kept.size = 0;
  }
  kept.size += size;
  return kept.values.emplace(report, value).first->second;
}

}  // namespace

StoredTexts::StoredTexts(const Store& store, std::size_t most_words)
    : store_(store), texts_{most_words} {}

std::shared_ptr<const TextShingles> StoredTexts::of(const std::string& report) {
  const auto make = [&] {
    const auto stored = newest_text(store_, report);
    return stored ? std::make_shared<const TextShingles>(stored->text) : nullptr;
  };
  return kept_or_made(texts_, report, make, [](const auto& text) { return text.words(); });
}

std::shared_ptr<const std::vector<std::uint32_t>> StoredTexts::sample_of(
    const std::string& report) {
  const auto make = [&] {
    const auto text = of(report);
    return text == nullptr ? nullptr
                           : std::make_shared<const std::vector<std::uint32_t>>(text->sample());
  };
  return kept_or_made(samples_, report, make, [](const auto& sample) { return sample.size(); });
}

}  // namespace claimtrail
