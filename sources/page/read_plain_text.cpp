#include <algorithm>
#include <vector>

#include "core/text/tokens.h"
#include "core/text/utf8.h"

#include "sources/page/photo_credit.h"
#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

constexpr std::size_t longest_headline = 300;  // bytes
constexpr std::size_t widest_wrapped_line = 110;
constexpr std::size_t narrowest_wrapped_line = 40;

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

std::string with_plain_line_ends(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      result += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      result += '\n';
    }
  }
  if (result.rfind("\xEF\xBB\xBF", 0) == 0) result.erase(0, 3);
  return result;
}

bool is_dashes(std::string_view line) {
  bool found = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    const bool dash = point.value == U'-' || point.value == U'_' || point.value == U'=' ||
                      point.value == U'*' || (point.value >= 0x2010 && point.value <= 0x2015);
    if (!dash && point.value != U' ') return false;
    found = found || dash;
    at += point.length;
  }
  return found;
}

bool ends_a_sentence(std::string_view line) {
  const auto last = line.find_last_not_of("\"')]");
  return last != std::string_view::npos &&
         std::string_view(".!?:").find(line[last]) != std::string_view::npos;
}

// A run of lines is one hard-wrapped paragraph when all but its last have the width of wrapped
// lines and at least one of them breaks off within a sentence.
bool is_wrapped(const std::vector<std::string_view>& run) {
  if (run.size() < 2) return false;
  bool breaks_off = false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i].size() > widest_wrapped_line) return false;
    if (i + 1 == run.size()) break;
    if (run[i].size() < narrowest_wrapped_line) return false;
    breaks_off = breaks_off || !ends_a_sentence(run[i]);
  }
  return breaks_off;
}

void append_run(std::vector<std::string_view>& run, std::vector<std::string>& paragraphs) {
  if (is_wrapped(run)) {
    std::string joined;
    for (const auto line : run) {
      if (!joined.empty()) joined += ' ';
      joined += line;
    }
    paragraphs.push_back(std::move(joined));
  } else {
    paragraphs.insert(paragraphs.end(), run.begin(), run.end());
  }
  run.clear();
}

// The first line stands alone whatever follows it: it is the headline.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::vector<std::string_view> run;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || is_dashes(line)) {
      append_run(run, paragraphs);
    } else if (paragraphs.empty() && run.empty()) {
      paragraphs.emplace_back(line);
    } else {
      run.push_back(line);
    }
  }
  append_run(run, paragraphs);
  return paragraphs;
}

bool is_one_sentence(const std::string& paragraph) {
  return take_apart(paragraph, {}).sentences.size() == 1;
}

}  // namespace

Document read_plain_text(std::string_view text) {
  const std::string clean = repair_utf8(with_plain_line_ends(text));
  const std::vector<std::string> paragraphs = paragraphs_of(clean);
  std::vector<BlockText> blocks;
  blocks.reserve(paragraphs.size());
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    BlockKind kind = BlockKind::body;
    if (i == 0 && paragraphs[i].size() <= longest_headline) {
      kind = BlockKind::headline;
    } else if (ends_in_photo_credit(paragraphs[i])) {
      kind = BlockKind::caption;
    } else if (i == 1 && is_one_sentence(paragraphs[i])) {
      kind = BlockKind::standfirst;
    }
    blocks.push_back({kind, paragraphs[i]});
  }
  Document document;
  set_blocks(document, blocks);
  const bool titled =
      !document.blocks.empty() && document.blocks.front().kind == BlockKind::headline;
  if (titled) document.title = document.blocks.front().span.of(document.text);
  return document;
}

}  // namespace claimtrail
