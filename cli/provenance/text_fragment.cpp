#include "cli/provenance/text_fragment.h"

#include <algorithm>

#include "core/text/utf8.h"

#include "cli/provenance/escape.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_exact = 200;
constexpr std::size_t longest_fragment = 1600;
constexpr std::size_t range_words = 4;
constexpr std::size_t most_words = 8;

bool is_ascii_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

/// The same bytes with ASCII letters in lower case, so that offsets hold.
std::string folded(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// Browsers only match whole words: a span that cuts one is widened to it.
Span whole_words(std::string_view text, Span span) {
  while (span.start < span.end && is_ascii_blank(text[span.start])) ++span.start;
  while (span.start < span.end && is_ascii_blank(text[span.end - 1])) --span.end;
  if (span.empty()) return span;
  while (span.start > 0 && is_word_byte(text[span.start]) && is_word_byte(text[span.start - 1])) {
    --span.start;
  }
  while (span.end < text.size() && is_word_byte(text[span.end]) &&
         is_word_byte(text[span.end - 1])) {
    ++span.end;
  }
  return span;
}

/// The span of the first `count` words inside; all of it where there are no more.
Span first_words(std::string_view text, Span span, std::size_t count) {
  std::uint32_t at = span.start;
  for (std::size_t i = 0; i < count && at < span.end; ++i) {
    while (at < span.end && is_ascii_blank(text[at])) ++at;
    while (at < span.end && !is_ascii_blank(text[at])) ++at;
  }
  return {span.start, at};
}

Span last_words(std::string_view text, Span span, std::size_t count) {
  std::uint32_t at = span.end;
  for (std::size_t i = 0; i < count && at > span.start; ++i) {
    while (at > span.start && is_ascii_blank(text[at - 1])) --at;
    while (at > span.start && !is_ascii_blank(text[at - 1])) --at;
  }
  return {at, span.end};
}

/// The paragraph that ends before `at`, blanks at its end left out.
Span paragraph_before(std::string_view text, std::uint32_t at) {
  while (at > 0 && is_ascii_blank(text[at - 1])) --at;
  const std::size_t line = text.substr(0, at).rfind('\n');
  return {line == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line + 1), at};
}

Span paragraph_after(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_ascii_blank(text[at])) ++at;
  const std::size_t line = text.find('\n', at);
  return {at, static_cast<std::uint32_t>(line == std::string_view::npos ? text.size() : line)};
}

class Fragment {
 public:
  Fragment(std::string_view text, std::string_view lower, Span span)
      : text_(text), lower_(lower), span_(span), start_(span) {}

  std::string directive() {
    const std::string_view words = span_.of(text_);
    if (words.size() > longest_exact || words.find('\n') != std::string_view::npos) choose_range();
    std::string prefix;
    std::string suffix;
    if (!first_of_its_kind(start_)) {
      const Span before = prefix_words();
      if (!before.empty()) prefix = encoded(before) + "-,";
      if (before.empty() || !first_of_its_kind({before.start, start_.end})) {
        const Span after = first_words(text_, paragraph_after(text_, span_.end), range_words);
        if (!after.empty()) suffix = ",-" + encoded(after);
      }
    }
    std::string directive = "text=" + prefix + encoded(start_);
    if (!end_.empty()) directive += "," + encoded(end_);
    return directive + suffix;
  }

 private:
  [[nodiscard]] std::string encoded(Span span) const {
    return percent_encode(squeeze_blanks(span.of(text_)));
  }

  [[nodiscard]] bool first_of_its_kind(Span span) const {
    return lower_.find(span.of(lower_)) == span.start;
  }

  /// First and last words, each of one paragraph; the last ones grown until they end the passage
  /// and nothing before.
  void choose_range() {
    const auto line_end = [this](Span span) {
      const std::size_t line = span.of(text_).find('\n');
      return line == std::string_view::npos ? span.end
                                            : span.start + static_cast<std::uint32_t>(line);
    };
    start_ = first_words(text_, {span_.start, line_end(span_)}, range_words);
    Span tail = {start_.end, span_.end};
    const std::size_t line = tail.of(text_).rfind('\n');
    if (line != std::string_view::npos) tail.start += static_cast<std::uint32_t>(line) + 1;
    for (std::size_t words = range_words; words <= most_words; ++words) {
      end_ = last_words(text_, tail, words);
      if (lower_.find(end_.of(lower_), start_.end) == end_.start) return;
    }
  }

  /// As many words before the passage as make it the first of its kind.
  [[nodiscard]] Span prefix_words() const {
    const Span paragraph = paragraph_before(text_, span_.start);
    Span prefix{};
    for (std::size_t words = 1; words <= most_words; ++words) {
      prefix = last_words(text_, paragraph, words);
      if (prefix.empty() || first_of_its_kind({prefix.start, start_.end})) break;
    }
    return prefix;
  }

  std::string_view text_;
  std::string_view lower_;
  Span span_;
  Span start_;
  Span end_{};
};

}  // namespace

std::string text_fragment(std::string_view text, const std::vector<Span>& spans) {
  const std::string lower = folded(text);
  std::string fragment;
  for (const Span& span : spans) {
    if (span.of(text).empty()) continue;
    const Span words = whole_words(text, span);
    if (words.empty()) continue;
    const std::string directive = Fragment(text, lower, words).directive();
    if (!fragment.empty() && fragment.size() + directive.size() > longest_fragment) break;
    fragment += (fragment.empty() ? "#:~:" : "&") + directive;
  }
  return fragment;
}

std::string address_of(std::string_view url, std::string_view fragment) {
  if (!is_web_address(url)) return {};
  if (url.find('#') != std::string_view::npos && fragment.starts_with('#')) {
    fragment.remove_prefix(1);
  }
  return std::string(url) + std::string(fragment);
}

}  // namespace claimtrail
