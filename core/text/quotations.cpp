#include <algorithm>

#include <unicode/uchar.h>

#include "core/text/scan.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

// The families of marks; a mark closes only what its own family opened.
enum class Family : std::uint8_t { straight, curly, single_curly, single_straight, guillemet, tex };

enum class Side : std::uint8_t { opens, closes, either };

struct Mark {
  Span span;
  Family family = Family::straight;
  Side side = Side::either;
};

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

  [[nodiscard]] std::vector<Mark> marks() const {
    std::vector<Mark> found;
    char32_t before = 0;
    for (std::size_t at = span_.start; at < span_.end;) {
      const CodePoint point = code_point_at(text_, at);
      const std::size_t after = at + point.length;
      const char32_t next = code_point_at(text_, after).value;
      Mark mark;
      mark.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(after)};
      bool is_mark = true;
      switch (point.value) {
        case '"':
          mark.family = Family::straight;
          mark.side = side(before, next);
          break;
        case 0x201C:
        case 0x201E:
          mark.family = Family::curly;
          mark.side = Side::opens;
          break;
        case 0x201D:
          mark.family = Family::curly;
          // Some desks type the closing mark on both sides.
          mark.side = opens_after(before) && is_word_character(next) ? Side::either : Side::closes;
          break;
        case 0xAB:
          mark.family = Family::guillemet;
          mark.side = Side::opens;
          break;
        case 0xBB:
          mark.family = Family::guillemet;
          mark.side = Side::closes;
          break;
        case '`':
        case '\'':
          if (next == point.value) {
            mark.family = Family::tex;
            mark.side = point.value == '`' ? Side::opens
                                           : side(before, code_point_at(text_, after + 1).value);
            ++mark.span.end;
            break;
          }
          mark.family = Family::single_straight;
          is_mark = point.value == '\'' && single(before, next, after, mark.side);
          break;
        case 0x2018:
          mark.family = Family::single_curly;
          mark.side = Side::opens;
          is_mark = opens_after(before) && !is_elision(text_.substr(after));
          break;
        case 0x2019:
          mark.family = Family::single_curly;
          mark.side = Side::closes;
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
  [[nodiscard]] static Side side(char32_t before, char32_t next) {
    const bool left = opens_after(before);
    const bool right = next == 0 || is_blank(next) || !is_word_character(next);
    if (left && !(next == 0 || is_blank(next))) return right ? Side::either : Side::opens;
    if (right && !left) return Side::closes;
    return Side::either;
  }

  [[nodiscard]] bool single(char32_t before, char32_t next, std::size_t after, Side& found) const {
    if (opens_after(before)) {
      found = Side::opens;
      return is_word_character(next) && !is_elision(text_.substr(after));
    }
    found = Side::closes;
    return !is_word_character(next);
  }

  std::string_view text_;
  Span span_;
};

bool is_single(Family family) {
  return family == Family::single_curly || family == Family::single_straight;
}

constexpr std::size_t deepest = 8;

// Pairs the marks of one paragraph. A family is open once, or once more within single marks; the
// stack stays small whatever the input.
class Pairing {
 public:
  Pairing(Span paragraph, std::vector<Quotation>& quotations)
      : paragraph_(paragraph), quotations_(quotations) {}

  void run(const std::vector<Mark>& marks) {
    // A single mark opens a quotation only where a later one can close it.
    std::vector<bool> closable(marks.size(), false);
    bool closer[6] = {};
    for (std::size_t i = marks.size(); i-- > 0;) {
      const auto family = static_cast<std::size_t>(marks[i].family);
      closable[i] = closer[family];
      if (marks[i].side != Side::opens) closer[family] = true;
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Mark& mark = marks[i];
      std::size_t level = innermost(mark.family);
      // Desks mix the kinds: “Go," she said.
      const bool closes = mark.side == Side::closes;
      if (level == none && closes && mark.family == Family::straight) {
        level = innermost(Family::curly);
      } else if (level == none && closes && mark.family == Family::curly) {
        level = innermost(Family::straight);
      }
      const bool is_open = level != none;
      if (closes || (mark.side == Side::either && is_open)) {
        if (is_open) close(level, mark);
      } else if (!is_single(mark.family) || closable[i]) {
        // “He said, ‘She said “no” to it’”
        const bool nests = is_open && closable[i] && is_single(open_families_.back());
        if (is_open && !nests) abandon(level, mark);
        if (open_.size() < deepest) open(mark);
      }
    }
    while (!open_.empty()) end_at(open_.size() - 1, paragraph_.end, paragraph_.end, false);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t innermost(Family family) const {
    for (std::size_t level = open_families_.size(); level-- > 0;) {
      if (open_families_[level] == family) return level;
    }
    return none;
  }

  void open(const Mark& mark) {
    Quotation quotation;
    quotation.outer = {mark.span.start, paragraph_.end};
    quotation.inner = {mark.span.end, paragraph_.end};
    quotation.depth = static_cast<int>(open_.size());
    quotation.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back());
    open_.push_back(quotations_.size());
    open_families_.push_back(mark.family);
    quotations_.push_back(quotation);
  }

  void close(std::size_t level, const Mark& mark) {
    while (open_.size() > level + 1)
      end_at(open_.size() - 1, mark.span.start, mark.span.start, false);
    end_at(level, mark.span.start, mark.span.end, true);
  }

  void abandon(std::size_t level, const Mark& mark) {
    while (open_.size() > level) end_at(open_.size() - 1, mark.span.start, mark.span.start, false);
  }

  void end_at(std::size_t level, std::uint32_t inner_end, std::uint32_t outer_end, bool closed) {
    Quotation& quotation = quotations_[open_[level]];
    quotation.inner.end = std::max(quotation.inner.start, inner_end);
    quotation.outer.end = std::max(quotation.inner.end, outer_end);
    quotation.closed = closed;
    open_.pop_back();
    open_families_.pop_back();
  }

  Span paragraph_;
  std::vector<Quotation>& quotations_;
  std::vector<std::size_t> open_;
  std::vector<Family> open_families_;
};

bool starts_with_mark(std::string_view text, Span paragraph) {
  const char32_t first = code_point_at(text, paragraph.start).value;
  return first == '"' || first == 0x201C || first == 0xAB || first == 0x2018 || first == '`';
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Span>& paragraphs) {
  std::vector<Quotation> quotations;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::size_t first = quotations.size();
    Pairing(paragraphs[i], quotations).run(Paragraph(text, paragraphs[i]).marks());
    const bool reopened = i + 1 < paragraphs.size() && starts_with_mark(text, paragraphs[i + 1]);
    for (std::size_t q = first; reopened && q < quotations.size(); ++q) {
      quotations[q].continued = !quotations[q].closed && quotations[q].depth == 0 &&
                                quotations[q].outer.end == paragraphs[i].end;
    }
  }
  return quotations;
}

}  // namespace claimtrail
