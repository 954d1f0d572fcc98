#include <unicode/uchar.h>

#include "core/text/abbreviations.h"
#include "core/text/scan.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

bool is_letter(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  return u_isalpha(static_cast<UChar32>(value)) != 0;
}

bool is_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return u_isdigit(static_cast<UChar32>(value)) != 0;
}

bool is_upper(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z';
  return u_isupper(static_cast<UChar32>(value)) != 0;
}

// Combining marks, joiners and soft hyphens belong to the word around them.
bool continues_word(char32_t value) {
  if (value < 0x80) return is_letter(value) || is_digit(value) || value == '_';
  if (is_letter(value) || is_digit(value)) return true;
  const auto type = u_charType(static_cast<UChar32>(value));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         type == U_ENCLOSING_MARK || (type == U_FORMAT_CHAR && !is_blank(value));
}

bool is_apostrophe(char32_t value) { return value == '\'' || value == 0x2019; }

TokenKind kind_of_mark(char32_t value) {
  if (value < 0x80) {
    return std::string_view("$%+=<>~^|#&@*/\\`").find(static_cast<char>(value)) !=
                   std::string_view::npos
               ? TokenKind::symbol
               : TokenKind::punctuation;
  }
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_OTHER_NUMBER:
    case U_LETTER_NUMBER:
      return TokenKind::number;
    case U_CURRENCY_SYMBOL:
    case U_MATH_SYMBOL:
    case U_OTHER_SYMBOL:
    case U_MODIFIER_SYMBOL:
      return TokenKind::symbol;
    default:
      break;
  }
  return value == 0x2030 ? TokenKind::symbol : TokenKind::punctuation;
}

// Case folded, with the typographic apostrophe as the plain one.
std::string folded(std::string_view word) {
  static constexpr std::string_view apostrophe = "\xE2\x80\x99";
  std::string result = fold_case(word);
  if (result.find(apostrophe) == std::string::npos) return result;
  std::string plain;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool here = result.compare(i, apostrophe.size(), apostrophe) == 0;
    plain += here ? '\'' : result[i];
    if (here) i += apostrophe.size() - 1;
  }
  return plain;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span range, std::vector<Token>& tokens,
          std::vector<std::string>& lower)
      : text_(text.substr(0, range.end)), at_(range.start), tokens_(tokens), lower_(lower) {}

  void run() {
    bool space = true;
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_blank(point.value)) {
        at_ += point.length;
        space = true;
        continue;
      }
      const std::size_t count = tokens_.size();
      space_ = space;
      space = false;
      if (is_letter(point.value)) {
        word(is_upper(point.value));
      } else if (is_digit(point.value) || starts_fraction(point.value)) {
        number();
      } else {
        mark(point);
      }
      if (tokens_.size() == count) at_ += point.length;
    }
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t at) const { return code_point_at(text_, at).value; }

  void push(std::size_t start, std::size_t end, TokenKind kind, bool capitalised) {
    Token token;
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.space_before = space_;
    token.capitalised = capitalised;
    tokens_.push_back(token);
    lower_.push_back(folded(token.span.of(text_)));
    space_ = false;
    at_ = end;
  }

  // The ending after an apostrophe at `at` when it is a clitic ("s", "re", "ve", "ll", "d", "m",
  // "t"): its end; otherwise 0.
  [[nodiscard]] std::size_t clitic_end(std::size_t at) const {
    std::size_t end = at + code_point_at(text_, at).length;
    std::string letters;
    while (end < text_.size() && letters.size() < 3) {
      const char c = text_[end];
      if (!is_letter(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) break;
      letters += static_cast<char>(c | 0x20);
      ++end;
    }
    if (continues_word(peek(end))) return 0;
    static constexpr std::string_view clitics[] = {"s", "re", "ve", "ll", "d", "m", "t"};
    for (const auto clitic : clitics) {
      if (letters == clitic) return end;
    }
    return 0;
  }

  void word(bool capitalised) {
    const std::size_t start = at_;
    std::size_t end = start;
    std::size_t segment = start;  // start of the letters since the last inner full stop
    std::size_t last_letter = start;
    bool dotted = false;
    while (end < text_.size()) {
      const CodePoint point = code_point_at(text_, end);
      if (continues_word(point.value)) {
        last_letter = end;
        end += point.length;
        continue;
      }
      const std::size_t after = end + point.length;
      if (is_apostrophe(point.value) && is_letter(peek(after))) {
        const std::size_t clitic = clitic_end(end);
        if (clitic == 0) {
          end = after;
          continue;
        }
        split_clitic(start, last_letter, end, clitic, capitalised);
        return;
      }
      if (point.value == '&' && is_upper(peek(after)) && is_upper(peek(last_letter))) {
        end = after;
        continue;
      }
      if (point.value == '.') {
        const CodePoint next = code_point_at(text_, after);
        const bool single = end == segment + code_point_at(text_, segment).length;
        if (single && is_letter(next.value) && !continues_word(peek(after + next.length))) {
          dotted = true;
          end = segment = after;
          continue;
        }
        if (single && (dotted || is_initial(start, after))) {
          end = after;
        } else if (!dotted && is_abbreviation(start, end, after)) {
          end = after;
        } else if (!single && is_letter(next.value) && !is_upper(next.value)) {
          end = segment = after;
          continue;
        }
      }
      break;
    }
    push(start, end, TokenKind::word, capitalised);
  }

  // "didn't" splits before the "n", everything else before the apostrophe.
  void split_clitic(std::size_t start, std::size_t last_letter, std::size_t apostrophe,
                    std::size_t end, bool capitalised) {
    const bool negation = (text_[end - 1] | 0x20) == 't' && end - 1 > apostrophe &&
                          code_point_at(text_, apostrophe).length + apostrophe == end - 1;
    if (!negation) {
      push(start, apostrophe, TokenKind::word, capitalised);
      push(apostrophe, end, TokenKind::word, false);
      return;
    }
    if ((text_[last_letter] | 0x20) != 'n' || last_letter == start) {
      push(start, end, TokenKind::word, capitalised);
      return;
    }
    push(start, last_letter, TokenKind::word, capitalised);
    push(last_letter, end, TokenKind::word, false);
  }

  // "J." before another capital; not the pronoun.
  [[nodiscard]] bool is_initial(std::size_t start, std::size_t after) const {
    if (!is_upper(peek(start)) || text_[start] == 'I') return false;
    if (!is_blank(peek(after))) return is_upper(peek(after));
    return is_upper(peek(after + code_point_at(text_, after).length));
  }

  [[nodiscard]] bool is_abbreviation(std::size_t start, std::size_t end, std::size_t after) const {
    if (end - start > 6) return false;
    const std::string stem = fold_case(text_.substr(start, end - start));
    const Abbreviation kind = abbreviation(stem);
    const bool capital = is_upper(peek(start));
    std::size_t next = after;
    while (next < text_.size() && next - after < 4 && is_blank(peek(next))) {
      next += code_point_at(text_, next).length;
    }
    const char32_t follower = peek(next);
    switch (kind) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
        return (capital || stem == "vs") && follower != 0;
      case Abbreviation::month:
        return capital;
      case Abbreviation::numbering:
        return is_digit(follower);
      case Abbreviation::state:
        return capital && start > 0 && after_comma_or_hyphen(start);
      case Abbreviation::tail:
        return capital || stem == "etc" || stem == "al" || stem == "dept" || stem == "govt";
      case Abbreviation::measure:
        return is_digit(follower) || (is_letter(follower) && !is_upper(follower));
    }
    return false;
  }

  [[nodiscard]] bool after_comma_or_hyphen(std::size_t start) const {
    std::size_t at = start;
    while (at > 0 && start - at < 3 && text_[at - 1] == ' ') --at;
    return at > 0 && (text_[at - 1] == ',' || text_[at - 1] == '-' || text_[at - 1] == '(');
  }

  [[nodiscard]] bool starts_fraction(char32_t value) const {
    if (value != '.' || !is_digit(peek(at_ + 1))) return false;
    return space_ || (!tokens_.empty() && tokens_.back().kind == TokenKind::symbol);
  }

  // Exactly three digits after a no-break or thin blank continue a number.
  [[nodiscard]] bool is_group(std::size_t at) const {
    for (int i = 0; i < 3; ++i) {
      if (at >= text_.size() || !is_digit(static_cast<unsigned char>(text_[at]))) return false;
      ++at;
    }
    return !is_digit(peek(at));
  }

  void number() {
    const std::size_t start = at_;
    std::size_t end = start;
    std::size_t group = start;  // start of the digits since the last blank
    while (end < text_.size()) {
      const CodePoint point = code_point_at(text_, end);
      const std::size_t after = end + point.length;
      if (is_digit(point.value)) {
        end = after;
      } else if ((point.value == ',' || point.value == '.') && is_digit(peek(after))) {
        end = after;
      } else if ((point.value == 0xA0 || point.value == 0x202F || point.value == 0x2009) &&
                 end - group <= 3 && is_group(after)) {
        end = group = after;
      } else {
        break;
      }
    }
    push(start, end + ending_length(end), TokenKind::number, false);
  }

  // "26th", "1990s".
  [[nodiscard]] std::size_t ending_length(std::size_t end) const {
    static constexpr std::string_view endings[] = {"st", "nd", "rd", "th", "s"};
    for (const auto ending : endings) {
      if (end + ending.size() > text_.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < ending.size(); ++i) {
        same = same && (text_[end + i] | 0x20) == ending[i];
      }
      if (same && !continues_word(peek(end + ending.size()))) return ending.size();
    }
    return 0;
  }

  void mark(CodePoint point) {
    std::size_t end = at_ + point.length;
    const std::string_view first = text_.substr(at_, point.length);
    if (first == "." || first == "-") {
      while (end < text_.size() && text_[end] == first[0]) ++end;
    } else if ((first == "'" || first == "`") && end < text_.size() && text_[end] == first[0]) {
      ++end;
    } else if (is_apostrophe(point.value) && space_free_clitic()) {
      end = clitic_end(at_);
      push(at_, end, TokenKind::word, false);
      return;
    }
    const bool doubled = end - at_ == 2 && (first == "'" || first == "`");
    push(at_, end, doubled ? TokenKind::punctuation : kind_of_mark(point.value), false);
  }

  // "U.S.'s", "2024's": the clitic directly after a token that is no plain word.
  [[nodiscard]] bool space_free_clitic() const {
    if (space_ || tokens_.empty() || tokens_.back().kind == TokenKind::symbol ||
        tokens_.back().kind == TokenKind::punctuation || tokens_.back().span.end != at_) {
      return false;
    }
    return clitic_end(at_) != 0;
  }

  std::string_view text_;
  std::size_t at_;
  bool space_ = true;
  std::vector<Token>& tokens_;
  std::vector<std::string>& lower_;
};

}  // namespace

void scan_tokens(std::string_view text, Span range, std::vector<Token>& tokens,
                 std::vector<std::string>& lower) {
  Scanner(text, range, tokens, lower).run();
}

}  // namespace claimtrail
