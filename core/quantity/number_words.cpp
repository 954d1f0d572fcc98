#include "core/quantity/number_words.h"

#include <unordered_map>

#include "core/text/word_set.h"

namespace claimtrail {
namespace {

using enum NumberWordKind;

constexpr std::int64_t kThousand = 1'000;
constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::int64_t kTrillion = 1'000'000'000'000;

const std::unordered_map<std::string_view, NumberWord>& table() {
  static const std::unordered_map<std::string_view, NumberWord> words{
      {"zero", {zero, 0}},
      {"one", {one_to_nineteen, 1}},
      {"two", {one_to_nineteen, 2}},
      {"three", {one_to_nineteen, 3}},
      {"four", {one_to_nineteen, 4}},
      {"five", {one_to_nineteen, 5}},
      {"six", {one_to_nineteen, 6}},
      {"seven", {one_to_nineteen, 7}},
      {"eight", {one_to_nineteen, 8}},
      {"nine", {one_to_nineteen, 9}},
      {"ten", {one_to_nineteen, 10}},
      {"eleven", {one_to_nineteen, 11}},
      {"twelve", {one_to_nineteen, 12}},
      {"thirteen", {one_to_nineteen, 13}},
      {"fourteen", {one_to_nineteen, 14}},
      {"fifteen", {one_to_nineteen, 15}},
      {"sixteen", {one_to_nineteen, 16}},
      {"seventeen", {one_to_nineteen, 17}},
      {"eighteen", {one_to_nineteen, 18}},
      {"nineteen", {one_to_nineteen, 19}},
      {"twenty", {tens, 20}},
      {"thirty", {tens, 30}},
      {"forty", {tens, 40}},
      {"fourty", {tens, 40}},
      {"fifty", {tens, 50}},
      {"sixty", {tens, 60}},
      {"seventy", {tens, 70}},
      {"eighty", {tens, 80}},
      {"ninety", {tens, 90}},
      {"hundred", {hundred, 100}},
      {"thousand", {magnitude, kThousand}},
      {"lakh", {magnitude, 100'000}},
      {"lakhs", {magnitude, 100'000}},
      {"million", {magnitude, kMillion}},
      {"crore", {magnitude, 10'000'000}},
      {"crores", {magnitude, 10'000'000}},
      {"billion", {magnitude, kBillion}},
      {"trillion", {magnitude, kTrillion}},
      {"quadrillion", {magnitude, 1'000 * kTrillion}},
      {"dozen", {dozen, 12}},
      {"half", {half, 2}},
      {"halves", {part, 2}},
      {"third", {part, 3}},
      {"thirds", {part, 3}},
      {"quarter", {quarter, 4}},
      {"quarters", {quarter, 4}},
      {"fourth", {part, 4}},
      {"fourths", {part, 4}},
      {"fifth", {part, 5}},
      {"fifths", {part, 5}},
      {"sixth", {part, 6}},
      {"sixths", {part, 6}},
      {"seventh", {part, 7}},
      {"sevenths", {part, 7}},
      {"eighth", {part, 8}},
      {"eighths", {part, 8}},
      {"ninth", {part, 9}},
      {"ninths", {part, 9}},
      {"tenth", {part, 10}},
      {"tenths", {part, 10}},
      {"hundredth", {part, 100}},
      {"hundredths", {part, 100}},
      {"thousandth", {part, 1000}},
      {"thousandths", {part, 1000}},
      {"first", {ordinal, 1}},
      {"second", {ordinal, 2}},
      {"eleventh", {ordinal, 11}},
      {"twelfth", {ordinal, 12}},
      {"thirteenth", {ordinal, 13}},
      {"fourteenth", {ordinal, 14}},
      {"fifteenth", {ordinal, 15}},
      {"sixteenth", {ordinal, 16}},
      {"seventeenth", {ordinal, 17}},
      {"eighteenth", {ordinal, 18}},
      {"nineteenth", {ordinal, 19}},
      {"twentieth", {ordinal, 20}},
      {"thirtieth", {ordinal, 30}},
      {"fortieth", {ordinal, 40}},
      {"fiftieth", {ordinal, 50}},
      {"dozens", {vague, 12}},
      {"tens", {vague, 10}},
      {"scores", {vague, 20}},
      {"hundreds", {vague, 100}},
      {"thousands", {vague, kThousand}},
      {"millions", {vague, kMillion}},
      {"billions", {vague, kBillion}},
      {"trillions", {vague, kTrillion}},
      {"couple", {few, 2}},
      {"few", {few, 2}},
      {"several", {few, 2}},
      {"many", {few, 2}},
      {"twice", {times, 2}},
      {"thrice", {times, 3}},
      {"twofold", {times, 2}},
      {"threefold", {times, 3}},
      {"fourfold", {times, 4}},
      {"fivefold", {times, 5}},
      {"sixfold", {times, 6}},
      {"sevenfold", {times, 7}},
      {"eightfold", {times, 8}},
      {"tenfold", {times, 10}},
      {"hundredfold", {times, 100}},
  };
  return words;
}

}  // namespace

const NumberWord* number_word(std::string_view word) {
  // Asked of every word of a text; nearly all are none.
  static const WordSet known = [] {
    std::vector<std::string_view> words;
    for (const auto& [spelled, meaning] : table()) words.push_back(spelled);
    return WordSet(words);
  }();
  if (!known.contains(word)) return nullptr;
  const auto found = table().find(word);
  return found == table().end() ? nullptr : &found->second;
}

std::int64_t magnitude_suffix(std::string_view word) {
  if (word == "k") return kThousand;
  if (word == "m" || word == "mn" || word == "mln" || word == "mil") return kMillion;
  if (word == "b" || word == "bn" || word == "bln") return kBillion;
  if (word == "t" || word == "tn" || word == "trn" || word == "trln") return kTrillion;
  return 0;
}

}  // namespace claimtrail
