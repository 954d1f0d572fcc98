#include "core/attribution/own_voice.h"

#include <algorithm>

#include "core/attribution/judge.h"
#include "core/text/refutation.h"

namespace claimtrail {
namespace {

class Clauses {
 public:
  Clauses(const Phrases& phrases, const std::vector<Figure>& figures, bool whole)
      : p_(phrases), figures_(figures), whole_(whole) {}

  // Splits [first, last) into clauses and keeps those that claim something.
  void read(std::uint32_t first, std::uint32_t last, std::vector<ItemRange>& result) const {
    std::uint32_t start = first;
    for (auto i = first; i < last; ++i) {
      std::uint32_t next = 0;  // where the next clause begins
      if (p_.tag(i) == Tag::semicolon) {
        next = i + 1;
      } else if (p_.tag(i) == Tag::comma && i > start) {
        next = clause_after(start, i, last);
      }
      if (next == 0) continue;
      keep({start, i}, result);
      if (next >= last) return;
      start = next;
      i = next - 1;
    }
    keep({start, last}, result);
  }

  // What the outlet says of what it has told: "Reports that the dam broke / were made up."
  void read_verdict(std::uint32_t first, std::uint32_t last, std::vector<ItemRange>& result) const {
    const ItemRange range = trimmed({first, last});
    if (range.empty() || range.last - range.first < 3) return;
    if (p_.has_finite(range.first, range.last) && refutes(range)) result.push_back(range);
  }

 private:
  // Where the clause after the comma at `i` begins; `last` when what follows is a participle clause
  // that belongs to no claim; 0 when the comma does not end a clause.
  [[nodiscard]] std::uint32_t clause_after(std::uint32_t start, std::uint32_t i,
                                           std::uint32_t last) const {
    if (!p_.has_finite(start, i)) return 0;
    std::uint32_t k = i + 1;
    while (k < last && p_.tag(k) == Tag::adverb && k < i + 4) ++k;
    if (p_.tag(k) == Tag::verb_ing || p_.lower(k) == "doing" || p_.lower(k) == "having") {
      return participle_end(k, last);
    }
    const auto form = p_.lower(k);
    const bool joins = p_.tag(k) == Tag::conjunction || form == "while" || form == "whereas" ||
                       form == "although" || form == "though" || form == "so";
    if (!joins) return 0;
    const std::uint32_t subject = k + 1;
    const std::uint32_t limit = std::min(last, subject + 25);
    bool noun = false;
    for (auto m = subject; m < limit; ++m) {
      const Tag tag = p_.tag(m);
      if (p_.item(m).finite) return noun ? subject : 0;
      noun = noun || tag == Tag::noun || tag == Tag::proper || tag == Tag::pronoun;
      if (tag == Tag::semicolon || tag == Tag::quote) break;
    }
    return 0;
  }

  // 0 when the participle clause counts something: then it stays with its claim.
  [[nodiscard]] std::uint32_t participle_end(std::uint32_t i, std::uint32_t last) const {
    for (auto k = i; k < std::min(last, i + 25); ++k) {
      if (p_.tag(k) == Tag::number ||
          holds_quantity(figures_, span_of(p_.text(), p_.unit(), {k, k + 1}))) {
        return 0;
      }
    }
    // The participle clause may be inserted: "The dam, holding since May, broke."
    for (auto k = i; k < std::min(last, i + 40); ++k) {
      if (p_.tag(k) == Tag::comma && k + 1 < last && p_.tag(k + 1) == Tag::conjunction &&
          p_.has_finite(k + 2, last)) {
        return k + 2;
      }
    }
    return last;
  }

  [[nodiscard]] ItemRange trimmed(ItemRange range) const {
    while (!range.empty()) {
      const Tag tag = p_.tag(range.first);
      const bool linking = tag == Tag::adverb && p_.tag(range.first + 1) == Tag::comma;
      if (tag != Tag::comma && tag != Tag::conjunction && tag != Tag::dash && tag != Tag::stop &&
          tag != Tag::bracket && tag != Tag::semicolon && !linking) {
        break;
      }
      ++range.first;
    }
    while (!range.empty()) {
      const Tag tag = p_.tag(range.last - 1);
      if (tag != Tag::comma && tag != Tag::conjunction && tag != Tag::dash && tag != Tag::stop &&
          tag != Tag::semicolon && tag != Tag::colon && tag != Tag::subordinator) {
        break;
      }
      --range.last;
    }
    // A photographer's credit ends a caption.
    if (!range.empty() && p_.unit().block == BlockKind::caption &&
        p_.tag(range.last - 1) == Tag::bracket) {
      auto open = range.last - 1;
      while (open > range.first && range.last - open < 8 &&
             !(p_.tag(open) == Tag::bracket && open + 1 < range.last)) {
        --open;
      }
      range.last = open;
      while (!range.empty() && p_.tag(range.last - 1) == Tag::stop) --range.last;
    }
    return range;
  }

  void keep(ItemRange range, std::vector<ItemRange>& result) const {
    range = trimmed(range);
    if (range.last - range.first < 3 || range.empty()) return;
    if (claims(range)) result.push_back(range);
  }

  [[nodiscard]] bool claims(ItemRange range) const {
    const Unit& unit = p_.unit();
    const bool display = unit.block == BlockKind::headline || unit.block == BlockKind::standfirst;
    const bool finite = p_.has_finite(range.first, range.last);
    if (display && (whole_ || finite)) return p_.has_noun(range.first, range.last);
    if (!finite || addresses(range) || withholds(range)) return false;
    const Span span = span_of(p_.text(), unit, range);
    if (holds_quantity(figures_, span)) return true;
    if (has_superlative(p_.text(), p_.item(range.first).first, p_.item(range.last - 1).last)) {
      return true;
    }
    return (named_participant(range) && event(range)) || refutes(range);
  }

  // "The letter was made up", "nobody has shown that it is real".
  [[nodiscard]] bool refutes(ItemRange range) const {
    std::vector<std::string_view> words;
    for (auto i = range.first; i < std::min(range.last, range.first + widest_search); ++i)
      words.push_back(p_.lower(i));
    return says_not_so(words);
  }

  // The reader is spoken to, or the writer speaks of himself.
  [[nodiscard]] bool addresses(ItemRange range) const {
    if (p_.tag(range.first) == Tag::verb_base) return true;
    const std::uint32_t limit = std::min(range.last, range.first + 40);
    for (auto i = range.first; i < limit; ++i) {
      const auto form = p_.lower(i);
      if (form == "you" || form == "your" || form == "i" || form == "we" || form == "our" ||
          form == "us" || form == "my" || form == "me") {
        return true;
      }
    }
    return false;
  }

  // "declined to comment", "did not respond to a request for comment": a note, not a claim.
  [[nodiscard]] bool withholds(ItemRange range) const {
    bool comment = false;
    bool refuses = false;
    const std::uint32_t limit = std::min(range.last, range.first + 60);
    for (auto i = range.first; i < limit; ++i) {
      const auto form = p_.lower(i);
      comment = comment || form == "comment" || form == "comments" || form == "reached" ||
                form == "inquiries" || form == "messages" || form == "say" || form == "discuss" ||
                form == "confirm" || form == "elaborate" || form == "disclose";
      refuses = refuses || form.starts_with("declin") || form.starts_with("refus") ||
                form.starts_with("respon") || form == "request" || form == "requests" ||
                p_.tag(i) == Tag::negation;
    }
    return comment && refuses;
  }

  [[nodiscard]] bool named_participant(ItemRange range) const {
    const std::uint32_t limit = std::min(range.last, range.first + widest_search);
    for (auto i = range.first; i < limit; ++i) {
      if (p_.tag(i) == Tag::proper && !p_.is(i, Class::day) && !p_.is(i, Class::month) &&
          !p_.is(i, Class::not_name)) {
        return true;
      }
    }
    return false;
  }

  // A completed or ongoing event or change of state, not a state, a wish or a possibility.
  [[nodiscard]] bool event(ItemRange range) const {
    const std::uint32_t limit = std::min(range.last, range.first + widest_search);
    bool subordinate = false;
    for (auto i = range.first; i < limit; ++i) {
      const Tag tag = p_.tag(i);
      if (tag == Tag::relative) subordinate = true;
      if (tag == Tag::comma) subordinate = false;
      if (!p_.item(i).finite || subordinate) continue;
      if (tag == Tag::modal) return false;
      if (tag == Tag::verb_finite) {
        // What somebody says or praises is no event of the story.
        const CueEntry* cue = p_.item(i).word->verb;
        if (cue != nullptr && cue->has(Frame::quote)) return false;
        return p_.is(i, Class::verb_past) || p_.lower(i).ends_with("ed");
      }
      for (auto k = i + 1; k < std::min(limit, i + 5); ++k) {
        if (p_.tag(k) == Tag::verb_participle || p_.tag(k) == Tag::verb_ing) return true;
        if (p_.tag(k) != Tag::adverb && p_.tag(k) != Tag::be && p_.tag(k) != Tag::negation) break;
      }
      return tag == Tag::have && p_.lower(i) == "had";
    }
    return false;
  }

  const Phrases& p_;
  const std::vector<Figure>& figures_;
  bool whole_;  ///< nothing in the unit is attributed
};

}  // namespace

namespace {

// After an attribution only a clause with a subject of its own goes on in the outlet's voice: not
// "on Saturday, hours after the raid ended".
bool opens_clause(const Phrases& p, std::uint32_t first, std::uint32_t last) {
  while (first < last && (p.tag(first) == Tag::comma || p.tag(first) == Tag::semicolon ||
                          p.tag(first) == Tag::conjunction || p.tag(first) == Tag::dash ||
                          p.tag(first) == Tag::stop)) {
    ++first;
  }
  if (p.lower(first) == "while" || p.lower(first) == "whereas") ++first;
  return p.starts_noun_phrase(first) && p.date_end(first) == first;
}

}  // namespace

bool is_quantity(const Figure& figure) {
  return !figure.relative && figure.dimension != "ordinal" && figure.dimension != "number" &&
         figure.dimension != "duration";
}

bool holds_quantity(const std::vector<Figure>& figures, Span span) {
  auto figure = std::lower_bound(
      figures.begin(), figures.end(), span.start,
      [](const Figure& entry, std::uint32_t byte) { return entry.span.start < byte; });
  for (; figure != figures.end() && figure->span.start < span.end; ++figure) {
    if (span.contains(figure->span) && is_quantity(*figure)) return true;
  }
  return false;
}

std::vector<ItemRange> own_voice_clauses(const Phrases& phrases,
                                         const std::vector<ItemRange>& covered,
                                         const std::vector<Figure>& figures) {
  std::vector<ItemRange> result;
  if (phrases.unit().question || phrases.unit().block == BlockKind::note) return result;
  const Clauses clauses(phrases, figures, covered.empty());
  std::uint32_t first = 0;
  const auto read = [&](std::uint32_t from, std::uint32_t to) {
    if (from >= to) return;
    if (from == 0 || opens_clause(phrases, from, to)) {
      clauses.read(from, to, result);
    } else {
      clauses.read_verdict(from, to, result);
    }
  };
  for (const ItemRange range : covered) {
    read(first, range.first);
    first = std::max(first, range.last);
  }
  read(first, phrases.size());
  return result;
}

}  // namespace claimtrail
