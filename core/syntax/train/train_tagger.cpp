#include "core/syntax/train/train_tagger.h"

#include "core/syntax/tag_features.h"

namespace claimtrail::train {
namespace {

constexpr std::int32_t kMargin = 6;

}  // namespace

TagWeights train_tagger(std::span<const Example* const> examples, const Lexicon& lexicon,
                        int rounds, std::uint64_t seed,
                        const std::vector<std::uint64_t>& features) {
  TagWeights weights = features.empty() ? TagWeights() : TagWeights(features);
  Random random(seed);
  std::vector<const Example*> order(examples.begin(), examples.end());
  std::vector<WordForm> forms;
  std::vector<PartOfSpeech> tags;
  for (int round = 0; round < rounds; ++round) {
    shuffle(order, random);
    for (const Example* example : order) {
      make_word_forms(example->tokens, 0, example->size(), lexicon, forms);
      tags.assign(example->size(), PartOfSpeech::nn);
      for (std::size_t i = 0; i < example->size(); ++i) {
        if (forms[i].only_tag != kNoTag) {
          tags[i] = static_cast<PartOfSpeech>(forms[i].only_tag);
          continue;
        }
        std::uint64_t found[kMostTagFeatures];
        const std::size_t size = tag_features(forms, tags, i, found);
        std::int32_t scores[kPartsOfSpeech] = {};
        for (std::size_t k = 0; k < size; ++k) weights.prefetch(found[k]);
        for (std::size_t k = 0; k < size; ++k) weights.add(found[k], scores);
        const int gold = static_cast<int>(example->tags[i]);
        int best = gold == 0 ? 1 : 0;
        for (int k = 0; k < kPartsOfSpeech; ++k) {
          if (k != gold && scores[k] > scores[best]) best = k;
        }
        if (scores[gold] - scores[best] < kMargin) {
          for (std::size_t k = 0; k < size; ++k) {
            weights.update(found[k], gold, 1);
            weights.update(found[k], best, -1);
          }
        }
        weights.tick();
        tags[i] = static_cast<PartOfSpeech>(scores[best] >= scores[gold] ? best : gold);
      }
    }
  }
  return weights;
}

}  // namespace claimtrail::train
