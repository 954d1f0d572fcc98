#include "core/linking/word_diff.h"

#include <algorithm>

#include "core/linking/word_matcher.h"
#include "core/text/numbers.h"
#include "core/text/tokens.h"

namespace claimtrail {
namespace {

using WordNumbers = Numbers<std::string_view>;

std::vector<std::uint32_t> numbered(const TokenizedText& text, WordNumbers& numbers) {
  std::vector<std::uint32_t> words;
  words.reserve(text.tokens.size());
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    words.push_back(numbers.of(text.word(i)));
  }
  return words;
}

/// A range of tokens with the bytes from the end of the token before it to the start of the one
/// after it.
struct Region {
  std::size_t first = 0;
  std::size_t last = 0;
  Span span;
};

Region region(const TokenizedText& text, std::size_t first, std::size_t last) {
  const std::uint32_t start = first == 0 ? 0 : text.tokens[first - 1].span.end;
  const std::uint32_t end = last == text.tokens.size()
                                ? static_cast<std::uint32_t>(text.text.size())
                                : text.tokens[last].span.start;
  return {first, last, {start, end}};
}

Region joined(const Region& a, const Region& b) {
  return {a.first, b.last, {a.span.start, b.span.end}};
}

bool is_sign(const TokenizedText& text, std::size_t at) {
  const std::string_view mark = text.word(at);
  return (mark == "-" || mark == "−") && text.tokens[at].space_before &&
         at + 1 < text.tokens.size() && text.tokens[at + 1].kind == TokenKind::number &&
         !text.tokens[at + 1].space_before;
}

/// Marks alone carry no words; a minus before a number does.
bool is_word(const TokenizedText& text, std::size_t at) {
  return text.tokens[at].kind != TokenKind::punctuation || is_sign(text, at);
}

std::vector<std::string_view> words_in(const TokenizedText& text, const Region& part) {
  std::vector<std::string_view> words;
  for (std::size_t i = part.first; i < part.last; ++i) {
    if (is_word(text, i)) words.push_back(text.lower[i]);
  }
  return words;
}

struct Difference {
  Region before;
  Region after;
};

class WordDiff {
 public:
  WordDiff(std::string_view before, std::string_view after, const WordDiffOptions& options)
      : before_(take_apart(before, {})), after_(take_apart(after, {})), options_(options) {}

  std::vector<Hunk> run() {
    WordNumbers numbers;
    const std::vector<std::uint32_t> before = numbered(before_, numbers);
    const std::vector<std::uint32_t> after = numbered(after_, numbers);
    std::vector<std::int64_t> match = match_words(before, after, options_.most_edits);
    slide_to_paragraphs(before, after, match);
    std::size_t from_before = 0;
    std::size_t from_after = 0;
    for (std::size_t i = 0; i < match.size(); ++i) {
      if (match[i] < 0) continue;
      const auto j = static_cast<std::size_t>(match[i]);
      add({region(before_, from_before, i), region(after_, from_after, j)});
      from_before = i + 1;
      from_after = j + 1;
    }
    add({region(before_, from_before, before_.tokens.size()),
         region(after_, from_after, after_.tokens.size())});
    std::vector<Hunk> hunks;
    hunks.reserve(differences_.size());
    for (const Difference& difference : differences_) hunks.push_back(hunk(difference));
    return hunks;
  }

 private:
  /// ". New paragraph" between two full stops reads better as "New paragraph." after the first one:
  /// a whole insertion or deletion that may as well begin with a paragraph does.
  void slide_to_paragraphs(const std::vector<std::uint32_t>& before,
                           const std::vector<std::uint32_t>& after,
                           std::vector<std::int64_t>& match) const {
    constexpr std::size_t furthest = 8;
    std::size_t from_before = 0;
    std::size_t from_after = 0;
    for (std::size_t i = 0; i < match.size(); ++i) {
      if (match[i] < 0) continue;
      const auto j = static_cast<std::size_t>(match[i]);
      if (from_before == i && from_after < j) {
        std::size_t steps = 0;
        while (steps < furthest && i + steps < match.size() &&
               match[i + steps] == static_cast<std::int64_t>(j + steps) &&
               before[i + steps] == after[from_after + steps] &&
               !opens_paragraph(after_, from_after + steps)) {
          ++steps;
        }
        if (steps > 0 && opens_paragraph(after_, from_after + steps)) {
          for (std::size_t k = 0; k < steps; ++k) {
            match[i + k] = static_cast<std::int64_t>(from_after + k);
          }
          from_before = i + steps;
          from_after += steps;
          i += steps - 1;
          continue;
        }
      }
      if (from_after == j && from_before < i) {
        std::size_t steps = 0;
        while (steps < furthest && i + steps < match.size() &&
               match[i + steps] == static_cast<std::int64_t>(j + steps) &&
               before[from_before + steps] == after[j + steps] &&
               !opens_paragraph(before_, from_before + steps)) {
          ++steps;
        }
        if (steps > 0 && opens_paragraph(before_, from_before + steps)) {
          for (std::size_t k = 0; k < steps; ++k) {
            match[i + k] = -1;
            match[from_before + k] = static_cast<std::int64_t>(j + k);
          }
          from_after = j + steps;
          from_before += steps;
          i += steps - 1;
          continue;
        }
      }
      from_before = i + 1;
      from_after = j + 1;
    }
  }

  static bool opens_paragraph(const TokenizedText& text, std::size_t token) {
    if (token == 0 || token >= text.tokens.size()) return false;
    const Span gap{text.tokens[token - 1].span.end, text.tokens[token].span.start};
    return gap.of(text.text).find("\n\n") != std::string_view::npos;
  }

  void add(const Difference& difference) {
    if (difference.before.span.of(before_.text) == difference.after.span.of(after_.text)) return;
    if (!differences_.empty() && close(differences_.back().before, difference.before)) {
      differences_.back().before = joined(differences_.back().before, difference.before);
      differences_.back().after = joined(differences_.back().after, difference.after);
    } else {
      differences_.push_back(difference);
    }
  }

  /// Too few kept words between two differences for each to be read by itself.
  [[nodiscard]] bool close(const Region& earlier, const Region& later) const {
    std::size_t words = 0;
    for (std::size_t i = earlier.last; i < later.first; ++i) {
      if (is_word(before_, i) && ++words >= options_.joined_below) return false;
    }
    const std::uint32_t start = earlier.first == earlier.last
                                    ? earlier.span.start
                                    : before_.tokens[earlier.last - 1].span.end;
    const std::uint32_t end =
        later.first == later.last ? later.span.end : before_.tokens[later.first].span.start;
    const std::string_view between = Span{start, end}.of(before_.text);
    return between.find("\n\n") == std::string_view::npos;
  }

  [[nodiscard]] Hunk hunk(const Difference& difference) const {
    Hunk made;
    made.weight = words_in(before_, difference.before) == words_in(after_, difference.after)
                      ? HunkWeight::trivial
                      : HunkWeight::words;
    made.before = difference.before.span;
    made.after = difference.after.span;
    drop_shared_blanks(difference, made);
    made.kind = made.before.empty()  ? HunkKind::inserted
                : made.after.empty() ? HunkKind::deleted
                                     : HunkKind::replaced;
    return made;
  }

  void drop_shared_blanks(const Difference& difference, Hunk& made) const {
    const auto leading = [](const TokenizedText& text, const Region& part) {
      const std::uint32_t end =
          part.first == part.last ? part.span.end : text.tokens[part.first].span.start;
      return Span{part.span.start, end};
    };
    const Span before = leading(before_, difference.before);
    const Span after = leading(after_, difference.after);
    if (before.of(before_.text) == after.of(after_.text)) {
      made.before.start = before.end;
      made.after.start = after.end;
    }
    const auto trailing = [](const TokenizedText& text, const Region& part, Span left) {
      const std::uint32_t start =
          part.first == part.last ? left.start : text.tokens[part.last - 1].span.end;
      return Span{std::max(start, left.start), left.end};
    };
    const Span before_end = trailing(before_, difference.before, made.before);
    const Span after_end = trailing(after_, difference.after, made.after);
    if (before_end.of(before_.text) == after_end.of(after_.text)) {
      made.before.end = before_end.start;
      made.after.end = after_end.start;
    }
  }

  TokenizedText before_;
  TokenizedText after_;
  WordDiffOptions options_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Hunk> diff_words(std::string_view before, std::string_view after,
                             const WordDiffOptions& options) {
  if (before == after) return {};
  return WordDiff(before, after, options).run();
}

std::string apply_diff(std::string_view before, std::string_view after,
                       const std::vector<Hunk>& hunks) {
  std::string made;
  std::size_t at = 0;
  for (const Hunk& hunk : hunks) {
    made += before.substr(at, hunk.before.start - at);
    made += hunk.after.of(after);
    at = hunk.before.end;
  }
  made += before.substr(at);
  return made;
}

const char* to_string(HunkKind value) {
  switch (value) {
    case HunkKind::inserted:
      return "inserted";
    case HunkKind::deleted:
      return "deleted";
    case HunkKind::replaced:
      break;
  }
  return "replaced";
}

const char* to_string(HunkWeight value) {
  return value == HunkWeight::trivial ? "trivial" : "words";
}

}  // namespace claimtrail
