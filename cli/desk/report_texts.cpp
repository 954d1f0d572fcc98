#include "cli/desk/report_texts.h"

#include "core/analysis.h"

namespace claimtrail {

std::optional<RevisionText> newest_text(const Store& store, const std::string& report) {
  const std::vector<Revision> revisions = store.revisions(report);
  return revisions.empty() ? std::nullopt : store.text(revisions.back().id, extractor_version());
}

StoredTexts::StoredTexts(const Store& store, std::size_t most_words)
    : store_(store), most_words_(most_words) {}

std::shared_ptr<const TextShingles> StoredTexts::of(const std::string& report) {
  if (const auto found = kept_.find(report); found != kept_.end()) return found->second;
  const auto stored = newest_text(store_, report);
  Text text = stored ? std::make_shared<const TextShingles>(stored->text) : nullptr;
  const std::size_t words = text == nullptr ? 0 : text->words();
  if (words_ + words > most_words_) {
    kept_.clear();
    words_ = 0;
  }
  words_ += words;
  kept_.emplace(report, text);
  return text;
}

std::shared_ptr<const std::vector<std::uint32_t>> StoredTexts::sample_of(
    const std::string& report) {
  if (const auto found = samples_.find(report); found != samples_.end()) return found->second;
  const Text text = of(report);
  const Sample sample = text == nullptr
                            ? nullptr
                            : std::make_shared<const std::vector<std::uint32_t>>(text->sample());
  const std::size_t size = sample == nullptr ? 0 : sample->size();
  if (sampled_ + size > kMostSampled) {
    samples_.clear();
    sampled_ = 0;
  }
  sampled_ += size;
  samples_.emplace(report, sample);
  return sample;
}

}  // namespace claimtrail
