#include "core/attribution/lone_speech.h"

#include <algorithm>
#include <optional>

namespace claimtrail {
namespace {

/// A name in quotation marks: short, or with capitals throughout ("Rivers and Their Towns").
bool is_title(const TokenizedText& text, const Item& item) {
  constexpr std::size_t kFewestWords = 4;
  constexpr std::size_t kSmallWord = 3;
  std::size_t words = 0;
  bool small = false;
  for (auto i = item.first; i < item.last; ++i) {
    if (text.tokens[i].kind == TokenKind::punctuation) continue;
    const std::string_view word = text.word(i);
    ++words;
    small = small || (word.front() >= 'a' && word.front() <= 'z' && word.size() > kSmallWord);
  }
  return words < kFewestWords || !small;
}

std::vector<Span> spans_of(const TokenizedText& text, const std::vector<Unit>& units,
                           const std::vector<std::vector<ClaimDraft>>& drafts) {
  std::vector<Span> spans;
  for (std::size_t u = 0; u < units.size(); ++u) {
    for (const ClaimDraft& draft : drafts[u]) {
      for (const ItemRange range : draft.content) spans.push_back(span_of(text, units[u], range));
      spans.insert(spans.end(), draft.continued.begin(), draft.continued.end());
    }
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

/// The unit whose speaker goes on in `u`: a quotation behind a sentence that tells what somebody
/// said is his.
std::optional<std::uint32_t> told_before(const std::vector<Unit>& units, std::uint32_t u,
                                         const std::vector<std::vector<ClaimDraft>>& drafts) {
  if (u == 0 || !only_speech(units[u]) || units[u - 1].block != units[u].block) return std::nullopt;
  const std::vector<ClaimDraft>& told = drafts[u - 1];
  if (told.empty() || told.back().hops.empty() || !told.back().hops.front().source)
    return std::nullopt;
  return u - 1;
}

void add_draft(const TokenizedText& text, const std::vector<Unit>& units, std::uint32_t u,
               std::uint32_t item, std::vector<std::vector<ClaimDraft>>& drafts) {
  ClaimDraft draft;
  if (const auto before = told_before(units, u, drafts)) {
    draft.unit = *before;
    draft.hops = drafts[*before].back().hops;
    draft.continued.push_back(span_of(text, units[u], {item, item + 1}));
    drafts[*before].push_back(std::move(draft));
    return;
  }
  draft.unit = u;
  draft.content.push_back({item, item + 1});
  draft.hops.emplace_back();
  draft.nobodys = true;
  drafts[u].push_back(std::move(draft));
}

}  // namespace

bool only_speech(const Unit& unit) {
  bool speech = false;
  for (const Item& item : unit.items) {
    if (item.tag == Tag::quote) {
      speech = true;
    } else if (item.tag != Tag::stop && item.tag != Tag::mark && item.tag != Tag::dash) {
      return false;
    }
  }
  return speech;
}

void add_lone_speech(const TokenizedText& text, const std::vector<Unit>& units,
                     std::vector<std::vector<ClaimDraft>>& drafts) {
  const std::vector<Span> held = spans_of(text, units, drafts);
  std::size_t next = 0;
  std::uint32_t reach = 0;  // the furthest end of a span that begins before the quotation ends
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    constexpr int kMostOfASentence = 48;  // as of cues
    int found = 0;
    for (std::uint32_t i = 0; i < units[u].items.size() && found < kMostOfASentence; ++i) {
      const Item& item = units[u].items[i];
      if (item.tag != Tag::quote || is_title(text, item)) continue;
      const Span span = span_of(text, units[u], {i, i + 1});
      while (next < held.size() && held[next].start < span.end) {
        reach = std::max(reach, held[next++].end);
      }
      if (reach > span.start) continue;
      ++found;
      add_draft(text, units, u, i, drafts);
    }
  }
}

}  // namespace claimtrail
