#include "core/syntax/train/evaluate.h"

#include <fmt/format.h>

namespace claimtrail::train {
namespace {

double percent(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Score evaluate(const SyntaxModel& model, std::span<const Example> examples) {
  Score score;
  ParserScratch scratch;
  for (const Example& example : examples) {
    const auto found = model.parse(example.tokens, 0, example.size(), scratch);
    ++score.sentences;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const int gold = example.heads[i] == static_cast<int>(example.size()) ? -1 : example.heads[i];
      const bool right_head = found[i].head == gold;
      const bool right = right_head && found[i].relation == example.relations[i];
      const bool word = example.relations[i] != Relation::punct;
      ++score.tokens;
      score.words += word;
      score.tags += found[i].tag == example.tags[i];
      score.heads += right_head;
      score.labelled += right;
      score.word_heads += right_head && word;
      score.word_labelled += right && word;
      if (gold == -1) score.roots += right_head;
      auto& given = score.relations[static_cast<int>(found[i].relation)];
      auto& wanted = score.relations[static_cast<int>(example.relations[i])];
      ++given.given;
      ++wanted.wanted;
      wanted.right += right;
      auto& tag_given = score.tag_found[static_cast<int>(found[i].tag)];
      auto& tag_wanted = score.tag_found[static_cast<int>(example.tags[i])];
      ++tag_given.given;
      ++tag_wanted.wanted;
      tag_wanted.right += found[i].tag == example.tags[i];
    }
  }
  return score;
}

std::string summary_heading() {
  return fmt::format("{:<22} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n", "", "tokens", "tags",
                     "UAS", "LAS", "UAS-p", "LAS-p", "root");
}

std::string summary(const std::string& name, const Score& score) {
  return fmt::format(
      "{:<22} {:>6} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f} {:>6.2f}\n", name, score.tokens,
      percent(score.tags, score.tokens), percent(score.heads, score.tokens),
      percent(score.labelled, score.tokens), percent(score.word_heads, score.words),
      percent(score.word_labelled, score.words), percent(score.roots, score.sentences));
}

std::string details(const Score& score) {
  static constexpr Relation kRelationsOfInterest[] = {
      Relation::nsubj, Relation::nsubj_pass, Relation::ccomp, Relation::parataxis,
      Relation::obj,   Relation::obl,        Relation::advcl, Relation::acl_relcl,
      Relation::appos, Relation::cop,        Relation::aux,   Relation::mark,
      Relation::conj};
  static constexpr PartOfSpeech kTagsOfInterest[] = {
      PartOfSpeech::vbd, PartOfSpeech::vbz, PartOfSpeech::vbp, PartOfSpeech::vbn,
      PartOfSpeech::vbg, PartOfSpeech::md,  PartOfSpeech::nnp};
  std::string text;
  for (const Relation relation : kRelationsOfInterest) {
    text += fmt::format("{} {:.1f}  ", name_of(kRelationNames, relation),
                        score.relations[static_cast<int>(relation)].f());
  }
  text += "\n";
  for (const PartOfSpeech tag : kTagsOfInterest) {
    text += fmt::format("{} {:.1f}  ", name_of(kPartOfSpeechNames, tag),
                        score.tag_found[static_cast<int>(tag)].f());
  }
  return text + "\n";
}

}  // namespace claimtrail::train
