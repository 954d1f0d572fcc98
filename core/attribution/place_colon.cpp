#include <algorithm>

#include "core/attribution/cue_placer.h"

namespace claimtrail {
namespace {

// An attribution by nothing but punctuation.
Placement punctuated(std::uint32_t colon) {
  static const CueEntry says = [] {
    CueEntry entry;
    entry.words = ":";
    entry.line = "punctuation: a speaker, a colon or dash, and what was said";
    entry.frames = static_cast<std::uint32_t>(Frame::quote);
    return entry;
  }();
  Placement placement;
  placement.cue.entry = &says;
  placement.attribution.entry = &says;
  placement.attribution.cue = {colon, colon + 1};
  return placement;
}

bool capitals(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
         });
}

}  // namespace

void CuePlacer::place_colon() {
  if (p_.unit().block != BlockKind::headline && p_.unit().block != BlockKind::standfirst) return;
  std::uint32_t colon = p_.size();
  for (std::uint32_t i = 0; i < std::min(p_.size(), widest_search); ++i) {
    if (p_.tag(i) != Tag::colon && !(p_.tag(i) == Tag::dash && i + 6 > p_.size())) continue;
    if (colon != p_.size()) return;
    colon = i;
  }
  if (colon == 0 || colon + 1 >= p_.size()) return;
  Placement placement = punctuated(colon);
  std::uint32_t end = p_.size();
  while (end > colon + 1 && p_.tag(end - 1) == Tag::stop) --end;
  if (p_.tag(colon) == Tag::colon && speaker({0, colon})) {
    placement.attribution.source = ItemRange{0, colon};
    placement.right_start = colon + 1;
  } else if (speaker({colon + 1, end}) && p_.has_noun(0, colon)) {
    placement.attribution.source = ItemRange{colon + 1, end};
    placement.side = Side::left;
    placement.left = {0, colon};
    placement.island = {colon, p_.size()};
  } else {
    return;
  }
  placements_.push_back(std::move(placement));
}

bool CuePlacer::place_turn() {
  if (!p_.unit().starts_paragraph || p_.unit().block != BlockKind::body) return false;
  std::uint32_t colon = 0;
  while (colon < 5 && p_.tag(colon) != Tag::colon) {
    if (p_.tag(colon) == Tag::quote || !capitals(p_.text().word(p_.item(colon).first))) {
      return false;
    }
    if (++colon >= p_.size()) return false;
  }
  if (colon == 0 || p_.tag(colon) != Tag::colon || colon + 2 >= p_.size()) return false;
  Placement placement = punctuated(colon);
  placement.attribution.source = ItemRange{0, colon};
  placement.right_start = colon + 1;
  placements_.push_back(std::move(placement));
  return true;
}

void CuePlacer::place_survey() {
  const auto form = p_.lower(0);
  if (p_.tag(0) != Tag::preposition || (form != "in" && form != "by" && form != "on")) return;
  std::uint32_t comma = 1;
  while (comma < std::min(p_.size(), 24U) && p_.tag(comma) != Tag::comma) ++comma;
  if (comma >= p_.size() || p_.tag(comma) != Tag::comma) return;
  const std::uint32_t end = p_.noun_phrase_end(1);
  bool survey = false;
  for (std::uint32_t i = 1; i < std::min(end, comma); ++i) {
    survey = survey || p_.is(i, Class::survey);
  }
  if (!survey || !p_.has_finite(comma + 1, p_.size())) return;
  static const CueEntry counts = [] {
    CueEntry entry;
    entry.kind = CueKind::phrase;
    entry.words = "in a poll";
    entry.line = "phrase: a count or survey named before the sentence";
    return entry;
  }();
  Placement placement;
  placement.cue.entry = &counts;
  placement.cue.form = Cue::Form::phrase;
  placement.attribution.entry = &counts;
  placement.attribution.cue = {0, 1};
  placement.attribution.source = ItemRange{1, comma};
  placement.right_start = comma + 1;
  placements_.push_back(std::move(placement));
}

bool CuePlacer::speaker(ItemRange range) const {
  if (range.last - range.first > 5 || p_.has_verb(range.first, range.last)) return false;
  bool known = false;
  for (auto i = range.first; i < range.last; ++i) {
    if (!p_.nominal(i) && p_.tag(i) != Tag::preposition) return false;
    known = known || p_.is(i, Class::organization) || p_.is(i, Class::place) ||
            p_.is(i, Class::outlet) || p_.is(i, Class::role) || p_.is(i, Class::group) ||
            p_.is(i, Class::anonymous) || p_.is(i, Class::document) || p_.is(i, Class::title);
  }
  return known;
}

}  // namespace claimtrail
