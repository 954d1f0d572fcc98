#include "core/attribution/continue_speech.h"

#include "core/attribution/lone_speech.h"

namespace claimtrail {
namespace {

bool quotes(const Unit& unit, const ClaimDraft& draft) {
  for (const ItemRange range : draft.content) {
    for (auto i = range.first; i < range.last; ++i) {
      if (unit.items[i].tag == Tag::quote) return true;
    }
  }
  return !draft.continued.empty();
}

void add_speech(const TokenizedText& text, const Unit& unit, ClaimDraft& draft) {
  for (const Item& item : unit.items) {
    if (item.tag != Tag::quote) continue;
    draft.continued.push_back(
        {text.tokens[item.first].span.start, text.tokens[item.last - 1].span.end});
  }
}

bool opens_with_speech(const Unit& unit) {
  return !unit.items.empty() && unit.items.front().tag == Tag::quote;
}

const Quotation* last_quotation(const TokenizedText& text, const Unit& unit) {
  for (auto item = unit.items.rbegin(); item != unit.items.rend(); ++item) {
    if (item->tag == Tag::quote) return &text.quotations[static_cast<std::size_t>(item->quotation)];
    if (item->tag != Tag::stop && item->tag != Tag::mark) return nullptr;
  }
  return nullptr;
}

}  // namespace

std::vector<bool> continue_speech(const TokenizedText& text, const std::vector<Unit>& units,
                                  std::vector<std::vector<ClaimDraft>>& drafts) {
  std::vector<bool> taken(units.size(), false);
  ClaimDraft* speaker = nullptr;     // who may go on
  ClaimDraft* turn = nullptr;        // whose turn of a transcript it is
  bool awaits = false;               // a colon announced speech
  std::vector<std::size_t> pending;  // speech whose speaker is named only after it
  for (std::size_t u = 0; u < units.size(); ++u) {
    const Unit& unit = units[u];
    if (!pending.empty() && !drafts[u].empty()) {
      ClaimDraft& first = drafts[u].front();
      if (opens_with_speech(unit) && quotes(unit, first)) {
        for (const std::size_t before : pending) {
          add_speech(text, units[before], first);
          taken[before] = true;
        }
      }
      pending.clear();
    } else if (!pending.empty() && !only_speech(unit)) {
      pending.clear();
    }
    if (awaits && drafts[u].empty() && unit.starts_paragraph && !only_speech(unit)) {
      // A block quotation without marks: the paragraph after the colon.
      while (u < units.size() && units[u].paragraph == unit.paragraph && drafts[u].empty()) {
        speaker->continued.push_back(
            span_of(text, units[u], {0, static_cast<std::uint32_t>(units[u].items.size())}));
        taken[u] = true;
        ++u;
      }
      --u;
      awaits = false;
      speaker = nullptr;
      continue;
    }
    if (drafts[u].empty() && only_speech(unit) && speaker != nullptr) {
      // In a paragraph of its own as well: who speaks next would be named.
      add_speech(text, unit, *speaker);
      taken[u] = true;
      awaits = false;
      continue;
    }
    if (turn != nullptr && !unit.starts_paragraph) {
      drafts[u].clear();
      turn->continued.push_back(
          span_of(text, unit, {0, static_cast<std::uint32_t>(unit.items.size())}));
      taken[u] = true;
      continue;
    }
    if (unit.starts_paragraph) turn = nullptr;
    if (drafts[u].empty()) {
      if (only_speech(unit)) {
        const Quotation* last = last_quotation(text, unit);
        const bool goes_on = last != nullptr && (unit.ends_paragraph ? last->continued : true);
        if (!goes_on) pending.clear();
        if (goes_on) pending.push_back(u);
      }
      if (!only_speech(unit)) speaker = nullptr;
      awaits = false;
      continue;
    }
    ClaimDraft& last = drafts[u].back();
    if (unit.block == BlockKind::body && last.entry != nullptr && last.entry->words == ":") {
      turn = &last;
    }
    awaits = last.open && last.content.empty();
    speaker = awaits ? &last : nullptr;
    // "“…,” said Roe, who added that P.": it is the quotation that goes on.
    for (auto draft = drafts[u].rbegin(); draft != drafts[u].rend() && speaker == nullptr;
         ++draft) {
      if (quotes(unit, *draft)) speaker = &*draft;
    }
  }
  return taken;
}

}  // namespace claimtrail
