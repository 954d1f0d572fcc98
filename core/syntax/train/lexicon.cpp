#include "core/syntax/train/lexicon.h"

#include <map>
#include <stdexcept>

#include "core/syntax/lexicon_table.h"

namespace claimtrail::train {
namespace {

constexpr int kLeastCount = 2;
constexpr int kLeastCountOfSure = 12;

struct WordCount {
  int total = 0;
  std::map<PartOfSpeech, int> tags;
};

std::uint64_t tag_set(const WordCount& count) {
  std::uint64_t set = 0;
  for (const auto& [tag, times] : count.tags) {
    if (times * 100 >= count.total * 2) set |= 1ULL << static_cast<int>(tag);
  }
  return set;
}

}  // namespace

const LexiconEntry* TrainedLexicon::find(std::uint64_t word) const {
  return find_word(slots, word);
}

TrainedLexicon make_lexicon(std::span<const Example> examples) {
  std::map<std::uint64_t, WordCount> counts;
  for (const Example& example : examples) {
    for (std::size_t i = 0; i < example.size(); ++i) {
      WordCount& count = counts[word_key(example.tokens.lower[i])];
      ++count.total;
      ++count.tags[example.tags[i]];
    }
  }
  std::map<std::uint64_t, std::uint16_t> numbers;  // of sets of tags
  TrainedLexicon lexicon;
  std::size_t known = 0;
  for (const auto& [word, count] : counts) known += count.total >= kLeastCount;
  std::size_t size = 16;
  while (size < known * 3 / 2) size *= 2;
  lexicon.slots.resize(size);
  for (const auto& [word, count] : counts) {
    if (count.total < kLeastCount) continue;
    LexiconEntry entry;
    entry.check = lexicon_check(word);
    const std::uint64_t set = tag_set(count);
    entry.ambiguity =
        numbers.emplace(set, static_cast<std::uint16_t>(numbers.size() + 1)).first->second;
    if (count.tags.size() == 1 && count.total >= kLeastCountOfSure) {
      entry.only_tag = static_cast<std::uint8_t>(count.tags.begin()->first);
    }
    std::size_t at = word & (size - 1);
    for (int hop = 0; lexicon.slots[at].check != 0; ++hop) {
      if (hop == kMostLexiconHops) throw std::logic_error("the lexicon's table is too crowded");
      at = (at + 1) & (size - 1);
    }
    lexicon.slots[at] = entry;
  }
  return lexicon;
}

}  // namespace claimtrail::train
