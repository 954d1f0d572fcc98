#include "core/syntax/train/train_labeller.h"

#include <numeric>

#include "core/syntax/label_features.h"

namespace claimtrail::train {
namespace {

constexpr std::int32_t kMargin = 3;

}  // namespace

LabelWeights train_labeller(std::span<const Example> examples,
                            std::span<const std::vector<PartOfSpeech>> tags, const Lexicon& lexicon,
                            int rounds, std::uint64_t seed,
                            const std::vector<std::uint64_t>& features) {
  LabelWeights weights = features.empty() ? LabelWeights() : LabelWeights(features);
  Random random(seed);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<WordForm> forms;
  std::vector<Relation> relations;
  ParseWords words;
  ChildLists children;
  for (int round = 0; round < rounds; ++round) {
    shuffle(order, random);
    for (const std::size_t number : order) {
      const Example& example = examples[number];
      make_word_forms(example.tokens, 0, example.size(), lexicon, forms);
      words.make(forms, tags[number]);
      children.make(example.heads);
      relations.assign(example.size(), Relation::dep);
      for (std::size_t i = 0; i < example.size(); ++i) {
        if (example.heads[i] == words.size) {
          relations[i] = Relation::root;
          continue;
        }
        std::uint64_t found[kMostLabelFeatures];
        const std::size_t size =
            label_features(words, example.heads, children, relations, i, found);
        std::int32_t scores[kRelations] = {};
        for (std::size_t k = 0; k < size; ++k) weights.prefetch(found[k]);
        for (std::size_t k = 0; k < size; ++k) weights.add(found[k], scores);
        const int gold = static_cast<int>(example.relations[i]);
        int best = gold == 1 ? 2 : 1;
        for (int k = 1; k < kRelations; ++k) {
          if (k != gold && scores[k] > scores[best]) best = k;
        }
        if (scores[gold] - scores[best] < kMargin) {
          for (std::size_t k = 0; k < size; ++k) {
            weights.update(found[k], gold, 1);
            weights.update(found[k], best, -1);
          }
        }
        weights.tick();
        relations[i] = static_cast<Relation>(scores[best] >= scores[gold] ? best : gold);
      }
    }
  }
  return weights;
}

}  // namespace claimtrail::train
