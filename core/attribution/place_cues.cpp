#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {
namespace {

// No sentence that means something has more; keeps the work on any sentence linear.
constexpr std::size_t most_cues = 48;

}  // namespace

Placements CuePlacer::run() {
  if (place_turn()) return {std::move(placements_), {}};
  const std::vector<Cue> cues = find_cues(p_, lexicon_);
  for (std::size_t i = 0; i < std::min(cues.size(), most_cues); ++i) place(cues[i]);
  if (placements_.empty()) place_colon();
  if (placements_.empty()) place_survey();
  return {std::move(placements_), std::move(islands_)};
}

void CuePlacer::place(const Cue& cue) {
  switch (cue.form) {
    case Cue::Form::phrase:
      place_phrase(cue);
      break;
    case Cue::Form::adverb:
      place_adverb(cue);
      break;
    case Cue::Form::noun:
      place_noun(cue);
      break;
    case Cue::Form::passive:
      place_passive(cue);
      break;
    default:
      place_verb(cue);
  }
}

Placement CuePlacer::placement_of(const Cue& cue) {
  Placement placement;
  placement.cue = cue;
  placement.attribution.entry = cue.entry;
  placement.attribution.hedge = cue.entry->hedge;
  placement.attribution.cue = cue.group;
  placement.boundary = cue.group.first;
  return placement;
}

Placements place_cues(const Phrases& phrases, const Lexicon& lexicon) {
  return CuePlacer(phrases, lexicon).run();
}

}  // namespace claimtrail
