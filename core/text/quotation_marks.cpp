#include "core/text/quotation_marks.h"

#include <unicode/uchar.h>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

bool is_word_character(char32_t value) {
  if (value < 0x80) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
           (value >= '0' && value <= '9');
  }
  return u_isalnum(static_cast<UChar32>(value)) != 0;
}

bool opens_after(char32_t before) {
  return before == 0 || is_blank(before) || before == '(' || before == '[' || before == '{' ||
         before == '-' || before == '/' || before == '"' || before == '\'' || before == '`' ||
         (before >= 0x2012 && before <= 0x2015) || before == 0x201C || before == 0x2018;
}

// Words that begin with an apostrophe.
bool is_elision(std::string_view rest) {
  static constexpr std::string_view words[] = {"em", "til", "tis", "twas", "cause", "bout", "n"};
  for (const auto word : words) {
    if (rest.size() >= word.size() && rest.substr(0, word.size()) == word &&
        (rest.size() == word.size() ||
         !is_word_character(static_cast<unsigned char>(rest[word.size()])))) {
      return true;
    }
  }
  return !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
}

class Paragraph {
 public:
  Paragraph(std::string_view text, Span span) : text_(text.substr(0, span.end)), span_(span) {}

  [[nodiscard]] std::vector<QuotationMark> marks() const {
    std::vector<QuotationMark> found;
    char32_t before = 0;
    for (std::size_t at = span_.start; at < span_.end;) {
      const CodePoint point = code_point_at(text_, at);
      const std::size_t after = at + point.length;
      const char32_t next = code_point_at(text_, after).value;
      QuotationMark mark;
      mark.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(after)};
      bool is_mark = true;
      switch (point.value) {
        case '"':
          mark.family = MarkFamily::straight;
          mark.side = side(before, next);
          break;
        case 0x201C:
        case 0x201E:
          mark.family = MarkFamily::curly;
          mark.side = MarkSide::opens;
          break;
        case 0x201D:
          mark.family = MarkFamily::curly;
          // Some desks type the closing mark on both sides.
          mark.side =
              opens_after(before) && is_word_character(next) ? MarkSide::either : MarkSide::closes;
          break;
        case 0xAB:
          mark.family = MarkFamily::guillemet;
          mark.side = MarkSide::opens;
          break;
        case 0xBB:
          mark.family = MarkFamily::guillemet;
          mark.side = MarkSide::closes;
          break;
        case '`':
        case '\'':
          if (next == point.value) {
            mark.family = MarkFamily::tex;
            mark.side = point.value == '`' ? MarkSide::opens
                                           : side(before, code_point_at(text_, after + 1).value);
            ++mark.span.end;
            break;
          }
          mark.family = MarkFamily::single_straight;
          is_mark = point.value == '\'' && single(before, next, after, mark.side);
          break;
        case 0x2018:
          mark.family = MarkFamily::single_curly;
          mark.side = MarkSide::opens;
          is_mark = opens_after(before) && !is_elision(text_.substr(after));
          break;
        case 0x2019:
          mark.family = MarkFamily::single_curly;
          mark.side = MarkSide::closes;
          is_mark = !is_word_character(next) && !opens_after(before);
          break;
        default:
          is_mark = false;
      }
      if (is_mark) found.push_back(mark);
      before = point.value;
      at = is_mark ? mark.span.end : after;
    }
    return found;
  }

 private:
  [[nodiscard]] static MarkSide side(char32_t before, char32_t next) {
    const bool left = opens_after(before);
    const bool right = next == 0 || is_blank(next) || !is_word_character(next);
    if (left && !(next == 0 || is_blank(next))) return right ? MarkSide::either : MarkSide::opens;
    if (right && !left) return MarkSide::closes;
    return MarkSide::either;
  }

  [[nodiscard]] bool single(char32_t before, char32_t next, std::size_t after,
                            MarkSide& found) const {
    if (opens_after(before)) {
      found = MarkSide::opens;
      return is_word_character(next) && !is_elision(text_.substr(after));
    }
    found = MarkSide::closes;
    return !is_word_character(next);
  }

  std::string_view text_;
  Span span_;
};

}  // namespace

bool is_single_mark(MarkFamily family) {
  return family == MarkFamily::single_curly || family == MarkFamily::single_straight;
}

std::vector<QuotationMark> find_quotation_marks(std::string_view text, Span paragraph) {
  return Paragraph(text, paragraph).marks();
}

}  // namespace claimtrail
