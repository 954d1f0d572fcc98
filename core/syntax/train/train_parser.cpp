#include "core/syntax/train/train_parser.h"

#include <limits>
#include <numeric>

#include "core/syntax/beam_search.h"
#include "core/syntax/parse_features.h"
#include "core/syntax/train/oracle.h"

namespace claimtrail::train {
namespace {

void score_state(const StepWeights& weights, const ParseWords& words, const ParseState& state,
                 std::int32_t (&scores)[kSteps]) {
  std::uint64_t features[kMostParseFeatures];
  const std::size_t size = parse_features(words, state, features);
  for (std::size_t k = 0; k < size; ++k) weights.prefetch(features[k]);
  for (std::size_t k = 0; k < size; ++k) weights.add(features[k], scores);
}

void update(StepWeights& weights, const ParseWords& words, const ParseState& state, Step step,
            std::int32_t by) {
  std::uint64_t features[kMostParseFeatures];
  const std::size_t size = parse_features(words, state, features);
  for (std::size_t k = 0; k < size; ++k) weights.update(features[k], static_cast<int>(step), by);
}

/// The cheapest allowed step, the better scored of equals.
Step cheapest(const ParseState& state, const int (&costs)[kSteps],
              const std::int32_t (&scores)[kSteps]) {
  int best = -1;
  for (int k = 0; k < kSteps; ++k) {
    if (!state.allows(static_cast<Step>(k))) continue;
    if (best < 0 || costs[k] < costs[best] ||
        (costs[k] == costs[best] && scores[k] > scores[best])) {
      best = k;
    }
  }
  return static_cast<Step>(best);
}

/// The steps of a sentence so far, as a chain through all beams.
struct History {
  int before = -1;
  Step step = Step::shift;
};

std::vector<Step> steps_of(const std::vector<History>& histories, int last) {
  std::vector<Step> steps;
  for (int at = last; at >= 0; at = histories[static_cast<std::size_t>(at)].before) {
    steps.push_back(histories[static_cast<std::size_t>(at)].step);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

void learn_with_beam(StepWeights& weights, const ParseWords& words,
                     std::span<const std::int16_t> heads, std::size_t width) {
  std::vector<Step> gold;
  ParseState reference;
  reference.start(words.size);
  std::vector<std::int64_t> gold_scores;
  std::int64_t gold_score = 0;
  while (!reference.finished()) {
    std::int32_t scores[kSteps] = {};
    score_state(weights, words, reference, scores);
    int costs[kSteps];
    step_costs(reference, heads, costs);
    const std::int32_t fixed[kSteps] = {0, 2, 1};
    const Step step = cheapest(reference, costs, fixed);
    gold_score += scores[static_cast<int>(step)];
    gold_scores.push_back(gold_score);
    gold.push_back(step);
    reference.apply(step);
  }
  std::vector<ParseState> now(width);
  std::vector<ParseState> then(width);
  std::vector<int> chain(width, -1);
  std::vector<int> next_chain(width, -1);
  std::vector<History> histories;
  std::vector<Candidate> candidates;
  now[0].start(words.size);
  std::size_t count = 1;
  std::int64_t worst = 0;
  std::size_t worst_length = 0;
  int worst_chain = -1;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    best_candidates(
        now, count, Beam{width, std::numeric_limits<std::int64_t>::max() / 4},
        [&](const ParseState& state, std::int32_t(&scores)[kSteps]) {
          score_state(weights, words, state, scores);
        },
        candidates);
    for (std::size_t k = 0; k < candidates.size(); ++k) {
      then[k].copy_from(now[candidates[k].from]);
      then[k].score = candidates[k].score;
      then[k].apply(candidates[k].step);
      histories.push_back({chain[candidates[k].from], candidates[k].step});
      next_chain[k] = static_cast<int>(histories.size()) - 1;
    }
    count = candidates.size();
    now.swap(then);
    chain.swap(next_chain);
    const std::int64_t violation = now[0].score - gold_scores[i];
    if (violation >= worst &&
        steps_of(histories, chain[0]) !=
            std::vector<Step>(gold.begin(), gold.begin() + static_cast<std::ptrdiff_t>(i) + 1)) {
      worst = violation;
      worst_length = i + 1;
      worst_chain = chain[0];
    }
  }
  weights.tick();
  if (worst_length == 0) return;
  const std::vector<Step> predicted = steps_of(histories, worst_chain);
  ParseState a;
  ParseState b;
  a.start(words.size);
  b.start(words.size);
  bool apart = false;
  for (std::size_t i = 0; i < worst_length; ++i) {
    apart |= gold[i] != predicted[i];
    if (apart) {
      update(weights, words, a, gold[i], 1);
      update(weights, words, b, predicted[i], -1);
    }
    a.apply(gold[i]);
    b.apply(predicted[i]);
  }
}

}  // namespace

StepWeights train_parser(std::span<const Example> examples,
                         std::span<const std::vector<PartOfSpeech>> tags, const Lexicon& lexicon,
                         const ParserTraining& options) {
  StepWeights weights = options.features.empty() ? StepWeights() : StepWeights(options.features);
  Random random(options.seed);
  std::vector<std::vector<std::int16_t>> heads;
  for (const Example& example : examples) {
    heads.push_back(example.heads);
    make_projective(heads.back());
  }
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<WordForm> forms;
  ParseWords words;
  for (int round = 0; round < options.rounds; ++round) {
    shuffle(order, random);
    for (const std::size_t number : order) {
      make_word_forms(examples[number].tokens, 0, examples[number].size(), lexicon, forms);
      words.make(forms, tags[number]);
      learn_with_beam(weights, words, heads[number], options.width);
    }
  }
  return weights;
}

}  // namespace claimtrail::train
