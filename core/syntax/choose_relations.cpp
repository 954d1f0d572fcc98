#include "core/syntax/parse_sentence.h"

namespace claimtrail {

void choose_relations(const ParseWords& words, std::span<const std::int16_t> heads,
                      const ClassTable& weights, ChildLists& children,
                      std::vector<Relation>& relations) {
  children.make(heads);
  relations.assign(heads.size(), Relation::dep);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == words.size) {
      relations[i] = Relation::root;
      continue;
    }
    std::uint64_t features[kMostLabelFeatures];
    const std::size_t size = label_features(words, heads, children, relations, i, features);
    std::int32_t scores[kMostClasses] = {};
    for (std::size_t k = 0; k < size; ++k) weights.prefetch(features[k]);
    for (std::size_t k = 0; k < size; ++k) weights.add(features[k], scores);
    relations[i] =
        static_cast<Relation>(std::max_element(scores + 1, scores + kRelations) - scores);
  }
}

}  // namespace claimtrail
