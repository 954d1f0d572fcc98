#include "core/syntax/parse_sentence.h"
#include "core/syntax/tag_features.h"

namespace claimtrail {

void choose_tags(std::span<const WordForm> forms, const ClassTable& weights,
                 std::vector<PartOfSpeech>& tags) {
  tags.assign(forms.size(), PartOfSpeech::nn);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (forms[i].only_tag != kNoTag) {
      tags[i] = static_cast<PartOfSpeech>(forms[i].only_tag);
      continue;
    }
    std::uint64_t features[kMostTagFeatures];
    const std::size_t size = tag_features(forms, tags, i, features);
    std::int32_t scores[kMostClasses] = {};
    for (std::size_t k = 0; k < size; ++k) weights.prefetch(features[k]);
    for (std::size_t k = 0; k < size; ++k) weights.add(features[k], scores);
    tags[i] = static_cast<PartOfSpeech>(std::max_element(scores, scores + kPartsOfSpeech) - scores);
  }
}

}  // namespace claimtrail
