#include <algorithm>

#include "core/text/scan.h"
#include "core/text/utf8.h"

namespace claimtrail {
namespace {

constexpr std::uint32_t widest_wrapped_line = 110;
constexpr std::uint32_t narrowest_wrapped_line = 40;

Span trimmed(std::string_view text, Span span) {
  while (span.start < span.end) {
    const CodePoint point = code_point_at(text, span.start);
    if (!is_blank(point.value)) break;
    span.start += point.length;
  }
  while (span.start < span.end) {
    const auto last =
        static_cast<std::uint32_t>(character_start(text, static_cast<std::size_t>(span.end) - 1));
    if (!is_blank(code_point_at(text, last).value)) break;
    span.end = std::max(span.start, last);
  }
  span.end = std::max(span.start, span.end);
  return span;
}

bool ends_a_sentence(std::string_view line) {
  for (const std::string_view mark :
       {".", "!", "?", ":", "\"", "\xE2\x80\x9D", ")", "\xE2\x80\x99"}) {
    if (line.size() >= mark.size() && line.substr(line.size() - mark.size()) == mark) return true;
  }
  return false;
}

bool starts_lower(std::string_view line) {
  return !line.empty() && line[0] >= 'a' && line[0] <= 'z';
}

// Lines without a blank line between them are one hard-wrapped paragraph when all but the last have
// the width of wrapped lines and one of them breaks off within a sentence.
bool is_wrapped(std::string_view text, const std::vector<Span>& run) {
  bool breaks_off = false;
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    const auto width = run[i].length();
    if (width > widest_wrapped_line || width < narrowest_wrapped_line) return false;
    breaks_off =
        breaks_off || (!ends_a_sentence(run[i].of(text)) && starts_lower(run[i + 1].of(text)));
  }
  return breaks_off && run.back().length() <= widest_wrapped_line;
}

void append(std::string_view text, std::vector<Span>& run, std::vector<Span>& paragraphs) {
  if (run.size() > 1 && is_wrapped(text, run)) {
    paragraphs.push_back({run.front().start, run.back().end});
  } else {
    paragraphs.insert(paragraphs.end(), run.begin(), run.end());
  }
  run.clear();
}

}  // namespace

void find_paragraphs(std::string_view text, Span block, std::vector<Span>& paragraphs) {
  std::vector<Span> run;
  std::uint32_t start = block.start;
  while (start < block.end) {
    const auto found = text.substr(0, block.end).find('\n', start);
    const auto end =
        found == std::string_view::npos ? block.end : static_cast<std::uint32_t>(found);
    const Span line = trimmed(text, {start, end});
    if (line.empty()) {
      append(text, run, paragraphs);
    } else {
      run.push_back(line);
    }
    start = end + 1;
  }
  append(text, run, paragraphs);
}

}  // namespace claimtrail
