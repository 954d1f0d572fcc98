#include "core/text/abbreviations.h"
#include "core/text/scan.h"

namespace claimtrail {
namespace {

bool is_stop_run(std::string_view word) {
  return word.find_first_not_of('.') == std::string_view::npos && !word.empty();
}

bool closes(std::string_view word) {
  return word == "\"" || word == "\xE2\x80\x9D" || word == "'" || word == "\xE2\x80\x99" ||
         word == "''" || word == ")" || word == "]" || word == "\xC2\xBB";
}

bool opens(std::string_view word) {
  return word == "\"" || word == "\xE2\x80\x9C" || word == "'" || word == "\xE2\x80\x98" ||
         word == "``" || word == "''" || word == "(" || word == "[" || word == "\xC2\xAB";
}

class Splitter {
 public:
  Splitter(const TokenizedText& text, std::uint32_t last) : text_(text), last_(last) {}

  // The end of the sentence when the token at `i` closes one, otherwise 0.
  [[nodiscard]] std::uint32_t end_after(std::uint32_t i) const {
    const std::string_view mark = text_.word(i);
    const bool abbreviated = text_.tokens[i].kind == TokenKind::word && mark.back() == '.';
    const bool stop = is_stop_run(mark);
    if (!abbreviated && !stop && mark != "?" && mark != "!" && mark != "\xE2\x80\xA6") return 0;
    std::uint32_t next = i + 1;
    while (next < last_ && !text_.tokens[next].space_before && closes(text_.word(next))) ++next;
    const bool quoted = next > i + 1;
    if (next == last_) return next;
    if (!text_.tokens[next].space_before) {
      return mark == "." && glued(i, next) ? next : 0;
    }
    std::uint32_t word = next;
    while (word < last_ && opens(text_.word(word))) ++word;
    if (word == last_) return next;
    const Token& follower = text_.tokens[word];
    const bool number = follower.kind == TokenKind::number;
    if (abbreviated) return after_abbreviation(i, word, quoted || word > next) ? next : 0;
    if (follower.kind == TokenKind::word && !follower.capitalised) {
      const bool plain = mark == "." && !quoted && i > 0 &&
                         text_.tokens[i - 1].kind == TokenKind::word &&
                         text_.tokens[i - 1].span.length() >= 5;
      return plain ? next : 0;
    }
    if (number && mark != "." && !quoted) return 0;
    if (follower.kind == TokenKind::punctuation && word == next && !is_dash(text_.word(word))) {
      return 0;
    }
    return next;
  }

 private:
  [[nodiscard]] static bool is_dash(std::string_view word) {
    return word.front() == '-' || word == "\xE2\x80\x93" || word == "\xE2\x80\x94" ||
           word == "\xE2\x80\xA2";
  }

  // "…ended.The next": a lost blank.
  [[nodiscard]] bool glued(std::uint32_t i, std::uint32_t next) const {
    return i > 0 && next == i + 1 && text_.tokens[next].kind == TokenKind::word &&
           text_.tokens[next].capitalised && text_.tokens[i - 1].kind == TokenKind::word &&
           !text_.tokens[i - 1].capitalised && text_.tokens[i - 1].span.length() >= 2;
  }

  [[nodiscard]] bool after_abbreviation(std::uint32_t i, std::uint32_t next, bool marked) const {
    const Token& follower = text_.tokens[next];
    if (follower.kind != TokenKind::word || !follower.capitalised) return false;
    const std::string& folded = text_.lower[i];
    const std::string_view stem = std::string_view(folded).substr(0, folded.size() - 1);
    const Abbreviation kind = abbreviation(stem);
    if (kind == Abbreviation::title || kind == Abbreviation::numbering) return false;
    if (marked && stem.size() > 1) return true;
    // "the U.S. In May", but "in U.S. The Post" is a headline's business.
    return opens_sentences(text_.lower[next]) && !(stem.size() == 1 && next > i + 1);
  }

  const TokenizedText& text_;
  std::uint32_t last_;
};

}  // namespace

void find_sentences(const TokenizedText& text, std::uint32_t first, std::uint32_t last,
                    std::uint32_t paragraph, std::vector<Sentence>& sentences) {
  const Splitter splitter(text, last);
  std::uint32_t start = first;
  for (std::uint32_t i = first; i < last;) {
    const std::uint32_t end = splitter.end_after(i);
    if (end == 0 && i + 1 < last) {
      ++i;
      continue;
    }
    const std::uint32_t stop = end == 0 ? last : end;
    Sentence sentence;
    sentence.first = start;
    sentence.last = stop;
    sentence.span = {text.tokens[start].span.start, text.tokens[stop - 1].span.end};
    sentence.paragraph = paragraph;
    sentences.push_back(sentence);
    start = i = stop;
  }
}

}  // namespace claimtrail
