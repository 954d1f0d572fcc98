#include "core/syntax/word_form.h"

#include "core/syntax/feature_hash.h"

namespace claimtrail {
namespace {

constexpr std::size_t kLongestWord = 48;

/// The form under which words are counted: digits alike, typographic marks as their plain ones.
std::string_view normalise(std::string_view lower, char (&buffer)[kLongestWord]) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < lower.size() && size < kLongestWord; ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= '0' && byte <= '9') {
      buffer[size++] = '0';
    } else if (byte == 0xE2 && i + 2 < lower.size() &&
               static_cast<unsigned char>(lower[i + 1]) == 0x80) {
      const auto third = static_cast<unsigned char>(lower[i + 2]);
      if (third >= 0x98 && third <= 0x9B) {
        buffer[size++] = '\'';
      } else if (third >= 0x9C && third <= 0x9F) {
        buffer[size++] = '"';
      } else if (third >= 0x90 && third <= 0x95) {
        buffer[size++] = '-';
      } else if (third == 0xA6) {
        buffer[size++] = '.';
      } else {
        buffer[size++] = '?';
      }
      i += 2;
    } else if (byte == 0xC2 && i + 1 < lower.size() &&
               (static_cast<unsigned char>(lower[i + 1]) == 0xAB ||
                static_cast<unsigned char>(lower[i + 1]) == 0xBB)) {
      buffer[size++] = '"';
      ++i;
    } else {
      buffer[size++] = lower[i];
    }
  }
  std::string_view word(buffer, size);
  if (word == "''" || word == "``") return "\"";
  if (word.size() > 3 && word.find_first_not_of('.') == word.npos) return "...";
  if (word.size() > 1 && word.find_first_not_of('-') == word.npos) return "--";
  return word;
}

enum Shape : std::uint64_t {
  has_upper = 1,
  has_lower = 2,
  has_digit = 4,
  has_mark = 8,
  first_upper = 16,
  has_period = 32,
  has_other = 64,
  one_letter = 128,
};

std::uint64_t shape_of(std::string_view word, const Token& token) {
  std::uint64_t shape = 0;
  int letters = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      shape |= has_upper;
      ++letters;
    } else if (byte >= 'a' && byte <= 'z') {
      shape |= has_lower;
      ++letters;
    } else if (byte >= '0' && byte <= '9') {
      shape |= has_digit;
    } else if (byte == '.') {
      shape |= has_period;
    } else if (byte < 0x80) {
      shape |= has_mark;
    } else {
      shape |= has_other;
    }
  }
  if (token.capitalised) shape |= first_upper;
  if (letters == 1) shape |= one_letter;
  return shape | static_cast<std::uint64_t>(token.kind) << 8;
}

LetterCase letter_case_of(const TokenizedText& text, std::size_t first, std::size_t last) {
  int words = 0;
  int capitalised = 0;
  int capitals = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (text.tokens[i].kind != TokenKind::word) continue;
    const std::string_view word = text.word(i);
    if (word.size() < 4) continue;
    ++words;
    if (!text.tokens[i].capitalised) continue;
    ++capitalised;
    if (word[1] >= 'A' && word[1] <= 'Z' && word[2] >= 'A' && word[2] <= 'Z') ++capitals;
  }
  if (words < 3) return LetterCase::sentence;
  if (capitals * 10 >= words * 7) return LetterCase::capitals;
  return capitalised * 10 >= words * 8 ? LetterCase::title : LetterCase::sentence;
}

}  // namespace

std::uint64_t word_key(std::string_view lower) {
  char buffer[kLongestWord];
  return hash_bytes(normalise(lower, buffer));
}

void make_word_forms(const TokenizedText& text, std::size_t first, std::size_t last,
                     const Lexicon& lexicon, std::vector<WordForm>& forms) {
  forms.resize(last - first);
  const auto letters = static_cast<std::uint64_t>(letter_case_of(text, first, last));
  bool quoted = false;
  for (std::size_t i = first; i < last; ++i) {
    WordForm& form = forms[i - first];
    char buffer[kLongestWord];
    const std::string_view word = normalise(text.lower[i], buffer);
    form.word = hash_bytes(word);
    for (std::size_t n = 0; n < 4; ++n) {
      form.suffix[n] = word.size() > n ? hash_bytes(word.substr(word.size() - n - 1)) : 0;
    }
    for (std::size_t n = 0; n < 2; ++n) {
      form.prefix[n] = word.size() > n + 2 ? hash_bytes(word.substr(0, n + 2)) : 0;
    }
    form.shape = shape_of(text.word(i), text.tokens[i]) | letters << 12;
    form.space_before = text.tokens[i].space_before;
    if (word == "\"") quoted = !quoted;
    form.quoted = quoted;
    if (const LexiconEntry* entry = lexicon.find(form.word)) {
      form.known = form.word;
      form.ambiguity = entry->ambiguity;
      form.only_tag = entry->only_tag;
      form.cluster = entry->cluster;
    } else {
      form.known = mix(form.suffix[1], form.shape);
      form.ambiguity = mix(form.suffix[2], form.shape);
      form.only_tag = kNoTag;
      form.cluster = 0;
    }
  }
}

}  // namespace claimtrail
