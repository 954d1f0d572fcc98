#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/syntax/lexicon_entry.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// How capitals are used in a sentence: where most words have them they say nothing about names.
enum class LetterCase : std::uint8_t { sentence, title, capitals };

/// What the features see of one token, made once a sentence.
struct WordForm {
  std::uint64_t word = 0;        ///< lower case, digits as one digit, marks in one form
  std::uint64_t known = 0;       ///< `word` where the lexicon has it, else a signature of the form
  std::uint64_t suffix[4] = {};  ///< the last 1 to 4 bytes
  std::uint64_t prefix[2] = {};  ///< the first 2 and 3 bytes
  std::uint64_t shape = 0;       ///< capitals, digits, marks, with the letter case of the sentence
  std::uint64_t cluster = 0;
  std::uint64_t ambiguity = 0;  ///< the tags seen for the word, or a signature of the form
  std::uint8_t only_tag = kNoTag;
  bool space_before = false;
  bool quoted = false;  ///< inside quotation marks, by counting marks
};

/// The lexicon the forms are looked up in; null finds nothing.
class Lexicon {
 public:
  virtual ~Lexicon() = default;
  [[nodiscard]] virtual const LexiconEntry* find(std::uint64_t word) const = 0;
};

/// The key by which the lexicon knows a token.
[[nodiscard]] std::uint64_t word_key(std::string_view lower);

/// Forms of the tokens [first, last); `forms` is overwritten and keeps its capacity.
void make_word_forms(const TokenizedText& text, std::size_t first, std::size_t last,
                     const Lexicon& lexicon, std::vector<WordForm>& forms);

}  // namespace claimtrail
