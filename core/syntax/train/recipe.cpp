#include "core/syntax/train/recipe.h"

#include <chrono>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "core/syntax/parse_sentence.h"
#include "core/syntax/train/write_weights.h"

namespace claimtrail::train {
namespace {

constexpr std::string_view kNotice =
    "Weights of the part-of-speech tagger and dependency parser of claimtrail, English.\n"
    "\n"
    "Trained by claimtrail_train_syntax (core/syntax/train) on these treebanks and nothing else:\n"
    "- UD English-EWT, the English Web Treebank of Universal Dependencies\n"
    "  (https://universaldependencies.org/treebanks/en_ewt), by Natalia Silveira, Timothy Dozat,\n"
    "  Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer, Miriam Connor,\n"
    "  Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, Daniel Galbraith "
    "and\n"
    "  others. Licence: CC BY-SA 4.0.\n"
    "- GUM, the Georgetown University Multilayer Corpus (https://gucorpling.org/gum), the genres\n"
    "  news, interview, academic and court, by Amir Zeldes and others. Licence: CC BY.\n"
    "\n"
    "Changes: sentences were divided into the program's tokens, and what was learned from them "
    "was\n"
    "hashed, counted, pruned and rounded; no text of them is in this file.\n"
    "\n"
    "Licence of this file: Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA "
    "4.0),\n"
    "https://creativecommons.org/licenses/by-sa/4.0/. The program itself is under Apache-2.0.\n";

constexpr int kTestEvery = 10;
constexpr std::size_t kFoldSentences = 50;
constexpr std::size_t kFolds = 4;
constexpr int kFoldRounds = 4;
constexpr int kTaggers = 2;
constexpr int kTaggerRounds = 6;
constexpr int kLabellers = 2;
constexpr int kLabellerRounds = 5;
constexpr int kParsers = 4;
constexpr int kTrialRounds = 6;
constexpr std::size_t kTagFeatures = 38'000;
constexpr std::size_t kLabelFeatures = 40'000;
constexpr std::size_t kStepFeatures = 310'000;
constexpr int kParserRounds = 5;
constexpr std::size_t kTrainingWidth = 4;
constexpr PackOptions kPack = {.tag_features = kTagFeatures,
                               .step_features = kStepFeatures,
                               .label_features = kLabelFeatures,
                               .beam = {.width = 4, .margin = 35'000}};

/// Prints what was done and when.
class Progress {
 public:
  void tell(std::string_view what) const {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start_;
    fmt::print(stderr, "{:6.1f} s  {}\n", passed.count(), what);
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Headlines are rare in the treebanks and curly quotation marks too: a few sentences are added in
/// title case and in capitals, and half of those with marks get curly ones.
std::vector<TreebankSentence> with_recast(std::vector<TreebankSentence> sentences) {
  Random random(99);
  const std::size_t size = sentences.size();
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t drawn = random.below(100);
    if (drawn < 4) {
      sentences.push_back(recast(sentences[i], Recast::title));
    } else if (drawn < 6) {
      sentences.push_back(recast(sentences[i], Recast::capitals));
    } else if (drawn < 50 && sentences[i].text.find_first_of("\"'") != std::string::npos) {
      sentences[i] = recast(sentences[i], Recast::curly_quotes);
    }
  }
  return sentences;
}

std::size_t fold_of(std::size_t example) { return example / kFoldSentences % kFolds; }

/// Tags as the tagger gives them to sentences it has not seen: what the parser will have to live
/// with.
std::vector<std::vector<PartOfSpeech>> tag_by_folds(const std::vector<Example>& examples,
                                                    const TrainedLexicon& lexicon) {
  std::vector<std::vector<PartOfSpeech>> tags(examples.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Example*> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) != fold) others.push_back(&examples[i]);
    }
    WeightSums<kPartsOfSpeech> sums;
    sums.add(train_tagger(others, lexicon, kFoldRounds, fold + 1, {}));
    const std::string file = pack_weights(lexicon, sums, {}, {}, {}, {});
    std::vector<LexiconEntry> aligned((file.size() + 64) / sizeof(LexiconEntry) + 16);
    auto* start = reinterpret_cast<unsigned char*>(aligned.data());
    start += (64 - reinterpret_cast<std::uintptr_t>(start) % 64) % 64;
    std::memcpy(start, file.data(), file.size());
    const auto view = read_weights({start, file.size()}, "a fold").value();
    std::vector<WordForm> forms;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) != fold) continue;
      make_word_forms(examples[i].tokens, 0, examples[i].size(), lexicon, forms);
      choose_tags(forms, view.tags, tags[i]);
    }
  }
  return tags;
}

}  // namespace

Result<Treebanks> read_treebanks(const std::string& folder) {
  Treebanks treebanks;
  const auto read = [&](const std::string& name) {
    return read_treebank(folder + "/" + name + ".conllu.gz");
  };
  const std::pair<const char*, std::vector<TreebankSentence>*> whole[] = {
      {"ewt-train", &treebanks.train},
      {"ewt-dev", &treebanks.ewt_dev},
      {"ewt-test", &treebanks.ewt_test}};
  for (const auto& [name, sentences] : whole) {
    auto found = read(name);
    if (!found) return tl::unexpected(found.error());
    *sentences = std::move(*found);
  }
  for (const std::string genre : {"academic", "court", "interview", "news"}) {
    const auto found = read("gum-" + genre);
    if (!found) return tl::unexpected(found.error());
    for (const TreebankSentence& sentence : *found) {
      if (sentence.document % kTestEvery != 0) {
        treebanks.train.push_back(sentence);
        continue;
      }
      treebanks.gum_test.push_back(sentence);
      if (genre == "news") treebanks.gum_news_test.push_back(sentence);
    }
  }
  return treebanks;
}

std::string make_weights(const Treebanks& treebanks) {
  const Progress progress;
  const auto examples = make_examples(with_recast(treebanks.train), Tokens::of_program);
  const TrainedLexicon lexicon = make_lexicon(examples);
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  progress.tell(fmt::format("{} sentences read", examples.size()));

  // In each stage one learner finds which features are worth their place, the others learn with
  // those alone and are added up.
  WeightSums<kPartsOfSpeech> tag_trial;
  tag_trial.add(train_tagger(all, lexicon, kTaggerRounds, 1000, {}));
  const auto tag_features = tag_trial.heaviest(kTagFeatures);
  WeightSums<kPartsOfSpeech> tag_weights;
  for (std::uint64_t k = 1; k <= kTaggers; ++k) {
    tag_weights.add(train_tagger(all, lexicon, kTaggerRounds, 1000 + k, tag_features));
  }
  progress.tell("tagger trained");
  const auto tags = tag_by_folds(examples, lexicon);
  progress.tell("training sentences tagged by folds");
  WeightSums<kRelations> label_trial;
  label_trial.add(train_labeller(examples, tags, lexicon, kLabellerRounds, 4, {}));
  const auto label_features = label_trial.heaviest(kLabelFeatures);
  WeightSums<kRelations> label_weights;
  for (std::uint64_t k = 1; k <= kLabellers; ++k) {
    label_weights.add(
        train_labeller(examples, tags, lexicon, kLabellerRounds, 4 + k, label_features));
  }
  progress.tell("labeller trained");
  ParserTraining training = {.rounds = kTrialRounds, .width = kTrainingWidth, .seed = 6};
  WeightSums<kSteps> step_trial;
  step_trial.add(train_parser(examples, tags, lexicon, training));
  training.features = step_trial.heaviest(kStepFeatures);
  progress.tell("features of the parser chosen");
  training.rounds = kParserRounds;
  WeightSums<kSteps> step_weights;
  for (std::uint64_t k = 0; k < kParsers; ++k) {
    training.seed = 7 + k;
    step_weights.add(train_parser(examples, tags, lexicon, training));
  }
  progress.tell("parser trained");
  return pack_weights(lexicon, tag_weights, step_weights, label_weights, kNotice, kPack);
}

}  // namespace claimtrail::train
