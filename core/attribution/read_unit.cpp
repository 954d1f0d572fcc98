#include <algorithm>

#include "core/attribution/attribution.h"

namespace claimtrail {
namespace {

// No sentence that means something has more; keeps the work on any sentence linear.
constexpr std::size_t most_cues = 48;

/// Where a cue's content lies.
enum class Side : std::uint8_t { right, left, both };

struct Placement {
  Attribution attribution;
  Cue cue;
  Side side = Side::right;
  std::uint32_t right_start = 0;
  bool one_clause = false;  ///< "the claim that P angered Roe": a second verb ends P
  bool one_phrase = false;  ///< the content is a noun phrase: a verb beside "and" ends it
  ItemRange left;           ///< content before the cue
  ItemRange island;         ///< the words of an inserted or trailing cue, with the comma before it
  std::uint32_t boundary = 0;  ///< where the cue's own clause begins
  bool own_subject = false;
};

/// What follows a verb and its addressee.
struct After {
  enum class Kind : std::uint8_t {
    end,
    that,
    quote,
    colon,
    comma,
    conjunction,
    subordinator,
    clause,
    preposition,
    infinitive,
    other
  };
  Kind kind = Kind::end;
  std::uint32_t at = 0;  ///< first item of what follows
  std::optional<ItemRange> medium;
};

class Reader {
 public:
  Reader(const Phrases& phrases, const Lexicon& lexicon) : p_(phrases), lexicon_(lexicon) {}

  std::vector<Attribution> run() {
    for (const Cue& cue : find_cues(p_, lexicon_)) {
      if (placements_.size() == most_cues) break;
      place(cue);
    }
    if (placements_.empty()) place_colon();
    drop_shadowed();
    for (std::size_t i = 0; i < placements_.size(); ++i) fill(i);
    std::vector<Attribution> result;
    for (Placement& placement : placements_) {
      Attribution& attribution = placement.attribution;
      if (!says_something(attribution) && !attribution.open) continue;
      if (p_.unit().question && !speaks(attribution)) continue;
      result.push_back(std::move(attribution));
    }
    return result;
  }

 private:
  using Kind = After::Kind;

  [[nodiscard]] bool speaks(const Attribution& attribution) const {
    for (const ItemRange range : attribution.content) {
      for (auto i = range.first; i < std::min(range.last, range.first + widest_search); ++i) {
        if (p_.tag(i) == Tag::quote) return true;
      }
    }
    return false;
  }

  // Not "Roth denied that" or "Roth said so".
  [[nodiscard]] bool says_something(const Attribution& attribution) const {
    for (const ItemRange range : attribution.content) {
      for (auto i = range.first; i < range.last; ++i) {
        switch (p_.tag(i)) {
          case Tag::noun:
          case Tag::proper:
          case Tag::number:
          case Tag::quote:
          case Tag::verb_finite:
          case Tag::verb_base:
          case Tag::verb_participle:
          case Tag::verb_ing:
          case Tag::modal:
          case Tag::be:
            return true;
          default:
            break;
        }
      }
    }
    return false;
  }

  void place(const Cue& cue) {
    switch (cue.form) {
      case Cue::Form::phrase:
        place_phrase(cue);
        break;
      case Cue::Form::adverb:
        place_adverb(cue);
        break;
      case Cue::Form::noun:
        place_noun(cue);
        break;
      case Cue::Form::passive:
        place_passive(cue);
        break;
      default:
        place_verb(cue);
    }
  }

  [[nodiscard]] static Placement placement_of(const Cue& cue) {
    Placement placement;
    placement.cue = cue;
    placement.attribution.entry = cue.entry;
    placement.attribution.hedge = cue.entry->hedge;
    placement.attribution.cue = cue.group;
    placement.boundary = cue.group.first;
    return placement;
  }

  // --- what follows a verb ------------------------------------------------------------------

  // A medium is a hop, any other addressee is none.
  [[nodiscard]] std::optional<ItemRange> medium(ItemRange addressee) const {
    for (auto i = addressee.first; i < addressee.last; ++i) {
      if (p_.is(i, Class::outlet)) return addressee;
      if (p_.is(i, Class::outlet_word) && p_.tag(i) == Tag::proper) return addressee;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint32_t addressee_end(std::uint32_t i) const {
    if (!p_.starts_noun_phrase(i) || p_.tag(i) == Tag::relative) return i;
    if (p_.tag(i) == Tag::pronoun) return i + 1;
    return p_.noun_phrase_end(i);
  }

  [[nodiscard]] bool introduces(std::uint32_t i) const {
    return (p_.lower(i) == "that" && p_.tag(i) == Tag::subordinator) || p_.tag(i) == Tag::quote ||
           p_.tag(i) == Tag::colon;
  }

  // The place of a "that", a quotation or a colon that phrases without a verb lead to.
  [[nodiscard]] std::uint32_t far_introduction(std::uint32_t i) const {
    const auto limit = std::min(p_.size(), i + 25);
    for (auto k = i; k < limit; ++k) {
      if (p_.lower(k) == "that" && p_.tag(k) == Tag::subordinator) return k;
      if (p_.tag(k) == Tag::quote || p_.tag(k) == Tag::colon) return k;
      if (p_.item(k).finite || p_.tag(k) == Tag::conjunction || p_.tag(k) == Tag::semicolon ||
          p_.tag(k) == Tag::subordinator || p_.tag(k) == Tag::relative) {
        break;
      }
      if (p_.tag(k) == Tag::comma && p_.tag(k + 1) != Tag::quote) {
        // "told reporters on Monday, in Kyiv, that"
        if (p_.tag(k + 1) != Tag::preposition && p_.lower(k + 1) != "that") break;
      }
    }
    return i;
  }

  [[nodiscard]] After after(const Cue& cue) const {
    After result;
    std::uint32_t i = cue.group.last;
    const CueEntry& entry = *cue.entry;
    bool addressed = false;
    for (int step = 0; step < 6; ++step) {
      const std::uint32_t before = i;
      if (p_.tag(i) == Tag::adverb) ++i;
      const std::uint32_t dated = p_.date_end(i);
      if (dated > i) i = dated;
      if (p_.tag(i) == Tag::to && p_.tag(i + 1) != Tag::verb_base) {
        const auto end = addressee_end(i + 1);
        if (end > i + 1) {
          if (!result.medium) result.medium = medium({i + 1, end});
          i = end;
        }
      } else if (!addressed && entry.has(Frame::addressee) && p_.starts_noun_phrase(i)) {
        const auto end = addressee_end(i);
        const bool leads = p_.at_end(end) || introduces(end) || p_.tag(end) == Tag::comma ||
                           p_.starts_noun_phrase(end) || p_.date_end(end) > end ||
                           p_.tag(end) == Tag::preposition || p_.tag(end) == Tag::subordinator ||
                           p_.tag(end) == Tag::to || p_.tag(end) == Tag::adverb ||
                           p_.tag(end) == Tag::conjunction;
        // "warned the bridge would fall": a clause, nobody is warned.
        if (leads || entry.words == "tell") {
          addressed = true;
          if (!result.medium) result.medium = medium({i, end});
          i = end;
        }
      }
      const std::uint32_t occasion = p_.occasion_end(i);
      if (occasion > i) {
        if (!result.medium) result.medium = occasion_medium(i, occasion);
        i = occasion;
      }
      if (i == before) break;
    }
    result.at = i;
    result.kind = kind_at(i, cue);
    const bool from = entry.has(Frame::from) && p_.lower(i) == "from";
    if ((result.kind == Kind::preposition && !from) || result.kind == Kind::other ||
        (result.kind == Kind::clause && entry.has(Frame::addressee) && addressed) ||
        result.kind == Kind::comma) {
      const std::uint32_t far = far_introduction(i);
      if (far > i) {
        result.at = far;
        result.kind = kind_at(far, cue);
      }
    }
    return result;
  }

  // "in an interview with Reuters": the outlet carried it.
  [[nodiscard]] std::optional<ItemRange> occasion_medium(std::uint32_t first,
                                                         std::uint32_t last) const {
    for (auto i = first; i + 1 < last; ++i) {
      if (p_.lower(i) == "with" || p_.lower(i) == "to") {
        return medium({i + 1, std::max(i + 2, p_.date_start(last, i + 1))});
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] Kind kind_at(std::uint32_t i, const Cue& cue) const {
    if (p_.at_end(i)) return Kind::end;
    const Tag tag = p_.tag(i);
    if (tag == Tag::quote) return Kind::quote;
    if (tag == Tag::colon) {
      return p_.tag(i + 1) == Tag::quote ? Kind::quote : Kind::colon;
    }
    if (p_.lower(i) == "that" && tag == Tag::subordinator) return Kind::that;
    if (tag == Tag::comma) {
      if (p_.tag(i + 1) == Tag::quote) return Kind::quote;
      return p_.lower(i + 1) == "that" ? Kind::that : Kind::comma;
    }
    if (tag == Tag::conjunction) return Kind::conjunction;
    if (tag == Tag::semicolon || tag == Tag::dash) return Kind::end;
    if (tag == Tag::subordinator) {
      const auto form = p_.lower(i);
      const bool content = form == "how" || form == "why" || form == "what" || form == "where";
      return content ? Kind::clause : Kind::subordinator;
    }
    if (tag == Tag::preposition) return Kind::preposition;
    if (tag == Tag::to)
      return p_.tag(i + 1) == Tag::verb_base ? Kind::infinitive : Kind::preposition;
    if (p_.starts_noun_phrase(i) || tag == Tag::mark || p_.lower(i) == "there" ||
        tag == Tag::adverb || tag == Tag::negation ||
        (tag == Tag::verb_ing && cue.form != Cue::Form::passive)) {
      return Kind::clause;
    }
    return Kind::other;
  }

  [[nodiscard]] std::uint32_t content_from(const After& after) const {
    std::uint32_t i = after.at;
    while (p_.tag(i) == Tag::comma || p_.tag(i) == Tag::colon || p_.lower(i) == "that") {
      // "said that was not so"
      if (p_.lower(i) == "that" &&
          (p_.tag(i) == Tag::determiner || (i + 1 < p_.size() && p_.item(i + 1).finite))) {
        break;
      }
      ++i;
    }
    if (p_.tag(i) == Tag::comma) ++i;
    return i;
  }

  // --- verbs --------------------------------------------------------------------------------

  // Speech of others within reach on the left: what "X said" can close.
  [[nodiscard]] bool content_before(std::uint32_t subject) const {
    if (subject == 0) return false;
    const bool as = p_.lower(subject - 1) == "as" && subject > 1;
    const Tag before = p_.tag(subject - (as ? 2 : 1));
    return before == Tag::comma || before == Tag::quote || before == Tag::dash;
  }

  [[nodiscard]] ItemRange left_of(std::uint32_t end, bool whole) const {
    std::uint32_t last = end;
    if (last > 1 && p_.lower(last - 1) == "as") --last;
    while (last > 0 && (p_.tag(last - 1) == Tag::comma || p_.tag(last - 1) == Tag::dash)) --last;
    std::uint32_t first = 0;
    if (p_.tag(last - (last > 0 ? 1 : 0)) == Tag::quote && last > 0) {
      // Speech alone, or with the words of its own clause before it.
      first = last - 1;
      const Tag before = first > 0 ? p_.tag(first - 1) : Tag::stop;
      if (before == Tag::stop || before == Tag::colon || before == Tag::dash) return {first, last};
    }
    first = 0;
    for (const Placement& placement : placements_) {
      if (!whole && placement.side == Side::right && placement.right_start <= last) {
        first = std::max(first, placement.right_start);
      }
    }
    const auto limit = last > widest_search ? last - widest_search : 0;
    for (auto k = std::max(first, limit); k < last; ++k) {
      if (p_.tag(k) == Tag::semicolon) first = k + 1;
    }
    first = std::max(first, limit);
    while (first < last && (p_.tag(first) == Tag::conjunction || p_.tag(first) == Tag::comma ||
                            p_.tag(first) == Tag::dash)) {
      ++first;
    }
    return {first, last};
  }

  // Speech, or a clause of its own: not "In a statement,", "Asked about it,", "When it broke,".
  [[nodiscard]] bool is_content(ItemRange left, const After& next) const {
    if (left.empty()) return false;
    if (p_.tag(left.last - 1) == Tag::quote) return true;
    const bool more = next.kind == Kind::quote || next.kind == Kind::comma;
    if (!p_.has_finite(left.first, left.last))
      return more && p_.has_noun(left.first, left.last) && p_.tag(left.first) != Tag::preposition &&
             p_.tag(left.first) != Tag::verb_participle;
    const Tag first = p_.tag(left.first);
    if (first == Tag::verb_participle || (first == Tag::verb_ing && next.kind == Kind::quote)) {
      return false;
    }
    const auto form = p_.lower(left.first);
    const bool temporal = form == "when" || form == "as" || form == "after" || form == "before" ||
                          form == "while" || form == "once" || form == "since";
    if (!temporal) return true;
    for (auto i = left.first; i < left.last; ++i) {
      if (p_.tag(i) == Tag::comma && p_.has_finite(i + 1, left.last)) return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t island_end(std::uint32_t i) const {
    return p_.tag(i) == Tag::comma ? i + 1 : i;
  }

  void place_verb(const Cue& cue) {
    const CueEntry& entry = *cue.entry;
    if (const auto start = neither_nor(cue)) {
      place_neither_nor(cue, *start);
      return;
    }
    if (!affirmed(cue) || p_.lower(cue.group.first) == "having") return;
    if (cue.form == Cue::Form::finite && place_inverted(cue)) return;
    Placement placement = placement_of(cue);
    Attribution& attribution = placement.attribution;
    adjust_hedge(cue, attribution);
    const After next = after(cue);
    if (cue.form == Cue::Form::finite) {
      const auto subject = p_.subject_before(cue.group.first, 0);
      if (subject) {
        placement.own_subject = true;
        placement.boundary = subject->boundary;
        attribution.source = subject->range;
        if (subject->relative && !subject->antecedent.empty()) {
          attribution.antecedent = subject->antecedent;
        }
        take_inserted_source(attribution);
        if (absorbed(*subject, cue)) return;
        if (conditional(subject->boundary)) return;
      } else if (!share_source(cue, attribution)) {
        return;
      }
    } else if (cue.form == Cue::Form::infinitive) {
      if (!speaks_by_infinitive(cue, next) || !share_source(cue, attribution)) return;
    } else if (!share_source(cue, attribution)) {
      return;
    }
    attribution.medium = next.medium;
    const bool relative = attribution.source &&
                          attribution.source->last - attribution.source->first == 1 &&
                          p_.tag(attribution.source->first) == Tag::relative;
    const bool follows = placement.own_subject && !relative && entry.has(Frame::quote) &&
                         content_before(placement.boundary) &&
                         is_content(left_of(placement.boundary, true), next);
    switch (next.kind) {
      case Kind::that:
      case Kind::quote:
        if (next.kind == Kind::quote && follows && next.at > 0 && p_.tag(next.at) == Tag::comma &&
            p_.tag(placement.boundary - 1) != Tag::dash) {
          set_both(placement, next);
          break;
        }
        placement.right_start = content_from(next);
        break;
      case Kind::colon:
        if (!entry.has(Frame::quote)) return;
        placement.right_start = next.at + 1;
        if (p_.at_end(placement.right_start)) {
          attribution.open = entry.has(Frame::quote);
          placement.right_start = p_.size();
        }
        break;
      case Kind::end:
      case Kind::conjunction:
        if (!follows) return;
        set_left(placement, next.at);
        break;
      case Kind::comma:
        if (!follows) return;
        set_both(placement, next);
        break;
      case Kind::subordinator:
        if (follows) {
          set_left(placement, next.at);
        } else if (takes_clause(entry, cue, attribution) && p_.has_finite(next.at + 1, p_.size())) {
          placement.right_start = next.at;
          if (p_.lower(next.at) == "whether" || p_.lower(next.at) == "if") return;
          if (p_.lower(next.at) == "as" || p_.lower(next.at) == "because") return;
        } else {
          return;
        }
        break;
      case Kind::clause:
        if (follows && !p_.has_finite(next.at, p_.size()) && !speech_after(next.at)) {
          set_left(placement, next.at);
          break;
        }
        if (!clause_content(cue, attribution, next)) return;
        placement.right_start = next.at;
        placement.one_phrase =
            !takes_clause(entry, cue, attribution) || noun_phrase_content(entry, next.at);
        break;
      case Kind::preposition:
        if (entry.has(Frame::from) && p_.lower(next.at) == "from") {
          // "learned from X that P": X says it.
          const auto end = p_.noun_phrase_end(next.at + 1);
          if (end == next.at + 1 || p_.lower(end) != "that") return;
          attribution.source = ItemRange{next.at + 1, end};
          attribution.antecedent.reset();
          placement.right_start = end + 1;
        } else if (takes_preposition(entry, next.at)) {
          placement.right_start = next.at + 1;
        } else if (follows) {
          set_left(placement, next.at);
        } else if (takes_clause(entry, cue, attribution) && p_.has_finite(next.at, p_.size()) &&
                   !entry.has(Frame::weak)) {
          placement.right_start = next.at;
        } else {
          return;
        }
        break;
      case Kind::infinitive:
        if (entry.has(Frame::infinitive)) {
          placement.right_start = next.at;
        } else if (follows) {
          set_left(placement, next.at);
        } else {
          return;
        }
        break;
      case Kind::other:
        if (!follows) return;
        set_left(placement, next.at);
        break;
    }
    placements_.push_back(std::move(placement));
  }

  // "what he called P" and "he said he believed P" are words of the content around them.
  [[nodiscard]] bool absorbed(const Phrases::Subject& subject, const Cue& cue) const {
    const bool within =
        std::any_of(placements_.begin(), placements_.end(), [&](const Placement& other) {
          return other.side != Side::left && other.right_start <= subject.range.first;
        });
    if (!within) return false;
    if (subject.boundary > 0 && p_.lower(subject.boundary - 1) == "what") return true;
    const bool mental = cue.entry->hedge == Hedge::estimated ||
                        cue.entry->hedge == Hedge::predicted || cue.entry->words == "hope" ||
                        cue.entry->words == "fear" || cue.entry->words == "doubt" ||
                        cue.entry->words == "worry";
    return mental && p_.tag(subject.range.first) == Tag::pronoun;
  }

  void place_neither_nor(const Cue& cue, std::uint32_t start) {
    std::uint32_t first = start;
    while (first > 0 && (p_.tag(first - 1) == Tag::modal || p_.tag(first - 1) == Tag::be ||
                         p_.tag(first - 1) == Tag::have || p_.tag(first - 1) == Tag::do_)) {
      --first;
    }
    const auto subject = p_.subject_before(first, 0);
    if (!subject) return;
    const After next = after(cue);
    if (next.kind != Kind::that && next.kind != Kind::clause && next.kind != Kind::subordinator) {
      return;
    }
    Placement placement = placement_of(cue);
    placement.own_subject = true;
    placement.boundary = subject->boundary;
    placement.attribution.source = subject->range;
    placement.attribution.hedge = Hedge::questioned;
    placement.attribution.cue = {first, cue.group.last};
    placement.right_start = next.kind == Kind::subordinator ? next.at + 1 : content_from(next);
    placements_.push_back(std::move(placement));
  }

  // "The agency, citing police, said", "Roe, quoted by Reuters, said".
  void take_inserted_source(Attribution& attribution) {
    ItemRange& source = *attribution.source;
    if (pending_citation_ && source.first < pending_citation_->first &&
        pending_citation_->last <= source.last) {
      attribution.cited =
          ItemRange{pending_citation_->first + pending_cue_, pending_citation_->last};
      source.last = pending_citation_->first;
    }
    for (auto i = source.first; i + 3 < source.last; ++i) {
      const bool quoted = p_.tag(i) == Tag::comma &&
                          (p_.lower(i + 1) == "quoted" || p_.lower(i + 1) == "cited") &&
                          p_.lower(i + 2) == "by";
      if (!quoted) continue;
      attribution.cited = ItemRange{i + 3, source.last};
      attribution.cited_is_outer = true;
      source.last = i;
    }
    while (source.last > source.first + 1 && p_.tag(source.last - 1) == Tag::comma) --source.last;
  }

  // "did not say", "would not say", "never claimed": nothing was claimed.
  [[nodiscard]] bool affirmed(const Cue& cue) const {
    const Hedge hedge = cue.entry->hedge;
    // "could not verify": a doubt, not silence.
    if (cue.modal && cue.negated && hedge == Hedge::confirmed) return true;
    if (cue.modal && cue.form == Cue::Form::finite) {
      const bool speech =
          p_.tag(cue.group.last) == Tag::quote || p_.lower(cue.group.last) == "that" ||
          p_.lower(cue.group.first) == "will" || p_.lower(cue.group.first) == "would";
      if (!speech || cue.negated) return false;
    }
    if (!cue.negated) return true;
    return hedge == Hedge::confirmed || hedge == Hedge::denied ||
           (hedge == Hedge::estimated && p_.item(cue.head).word->verb->has(Frame::clause));
  }

  // "neither confirmed nor denied", "could not confirm or deny".
  [[nodiscard]] std::optional<std::uint32_t> neither_nor(const Cue& cue) const {
    if (cue.entry->words != "deny" && cue.entry->words != "confirm") return std::nullopt;
    bool other = false;
    for (auto i = cue.head; i-- > 0 && cue.head - i < 7;) {
      const WordEntry* word = p_.item(i).word;
      if (word != nullptr && word->verb != nullptr &&
          (word->verb->words == "deny" || word->verb->words == "confirm")) {
        other = true;
      } else if (p_.lower(i) == "neither" || p_.lower(i) == "not" || p_.lower(i) == "n't") {
        if (other) return i;
      } else if (p_.tag(i) == Tag::comma || p_.tag(i) == Tag::quote) {
        break;
      }
    }
    return std::nullopt;
  }

  void adjust_hedge(const Cue& cue, Attribution& attribution) const {
    if (!cue.negated) return;
    if (cue.entry->hedge == Hedge::estimated) {
      attribution.negates_content = true;
    } else {
      attribution.hedge = Hedge::questioned;
    }
  }

  [[nodiscard]] bool conditional(std::uint32_t boundary) const {
    if (boundary == 0) return false;
    const auto before = p_.lower(boundary - 1);
    return before == "if" || before == "whether" || before == "unless";
  }

  // A participle, an infinitive or a second verb speaks for the subject of its sentence.
  bool share_source(const Cue& cue, Attribution& attribution) const {
    if (cue.form == Cue::Form::finite) {
      if (const Placement* outer = coordinated_with(cue)) {
        attribution.source = outer->attribution.source;
        attribution.antecedent = outer->attribution.antecedent;
        return true;
      }
    }
    if (cue.form == Cue::Form::infinitive) {
      // "appeared to suggest": the subject of the verb before "to".
      for (auto i = cue.group.first; i-- > 0 && cue.group.first - i < 6;) {
        if (!p_.item(i).finite) continue;
        const auto subject = p_.subject_before(i, 0);
        if (!subject) break;
        attribution.source = subject->range;
        if (subject->relative) attribution.antecedent = subject->antecedent;
        return true;
      }
    }
    for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
      if (placement->cue.form == Cue::Form::phrase || placement->cue.form == Cue::Form::adverb) {
        continue;
      }
      if (!placement->attribution.source) break;
      if (placement->side == Side::right && cue.form == Cue::Form::participle &&
          nested(*placement, cue)) {
        break;
      }
      attribution.source = placement->attribution.source;
      attribution.antecedent = placement->attribution.antecedent;
      return true;
    }
    const auto limit = std::min(cue.group.first, widest_search);
    for (std::uint32_t i = 0; i < limit; ++i) {
      if (!p_.item(i).finite) continue;
      const auto subject = p_.subject_before(i, 0);
      if (!subject || subject->relative) continue;
      // "It goes without saying", "It is worth noting": nobody does.
      if (subject->range.last - subject->range.first == 1 &&
          p_.lower(subject->range.first) == "it" && p_.tag(cue.group.first - 1) != Tag::comma) {
        return false;
      }
      attribution.source = subject->range;
      return true;
    }
    return false;
  }

  // "X said that Y promised P and said Q": the second verb is X's. The latest placement that opens
  // its own clause speaks.
  [[nodiscard]] const Placement* coordinated_with(const Cue& cue) const {
    for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
      if (!placement->own_subject || !placement->cue.is_verb() || !placement->attribution.source ||
          placement->cue.group.first >= cue.group.first) {
        continue;
      }
      const std::uint32_t start = placement->boundary;
      const Tag before = start == 0 ? Tag::stop : p_.tag(start - 1);
      const bool inside =
          std::any_of(placements_.begin(), placements_.end(), [&](const Placement& other) {
            return &other != &*placement && other.side == Side::right &&
                   other.right_start <= start && other.cue.group.last <= start &&
                   before != Tag::conjunction && before != Tag::semicolon;
          });
      if (!inside) return &*placement;
    }
    return nullptr;
  }

  // A participle without a comma inside a content has its subject there.
  [[nodiscard]] bool nested(const Placement& placement, const Cue& cue) const {
    if (cue.group.first <= placement.right_start) return false;
    return p_.tag(cue.group.first - 1) != Tag::comma;
  }

  [[nodiscard]] bool speaks_by_infinitive(const Cue& cue, const After& next) const {
    if (next.kind != Kind::that && next.kind != Kind::quote) return false;
    for (auto i = cue.group.first; i-- > 0 && cue.group.first - i < 5;) {
      const auto form = p_.lower(i);
      if (form.starts_with("declin") || form.starts_with("refus") || form.starts_with("fail") ||
          form.starts_with("want") || p_.tag(i) == Tag::negation || form == "able" ||
          form == "expected" || form == "likely" || form == "reluctant" || form == "stopped") {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool takes_clause(const CueEntry& entry, const Cue& cue,
                                  const Attribution& attribution) const {
    if (!entry.has(Frame::clause)) return false;
    if (!entry.has(Frame::weak)) return true;
    if (!attribution.source || cue.form != Cue::Form::finite) return false;
    for (auto i = attribution.source->first; i < attribution.source->last; ++i) {
      if (p_.is(i, Class::document)) return true;
    }
    return false;
  }

  [[nodiscard]] bool takes_preposition(const CueEntry& entry, std::uint32_t i) const {
    const auto form = p_.lower(i);
    return (form == "on" && entry.has(Frame::on)) || (form == "of" && entry.has(Frame::of)) ||
           (form == "about" && entry.has(Frame::about)) ||
           (form == "for" && entry.has(Frame::for_)) ||
           (form == "against" && entry.has(Frame::against));
  }

  // "announced a ceasefire and left": the first verb comes only after "and".
  [[nodiscard]] bool noun_phrase_content(const CueEntry& entry, std::uint32_t i) const {
    if (!entry.has(Frame::object)) return false;
    for (auto k = i; k < std::min(p_.size(), i + 20); ++k) {
      if (p_.item(k).finite) return false;
      if (p_.tag(k) == Tag::conjunction) {
        while (k + 1 < p_.size() && p_.tag(k + 1) == Tag::adverb) ++k;
        if (k + 1 < p_.size() && p_.item(k + 1).finite) return true;
      }
    }
    return false;
  }

  // "saying they "will not go"": the verb stands inside the quotation.
  [[nodiscard]] bool speech_after(std::uint32_t i) const {
    for (auto k = i; k < std::min(p_.size(), i + 12); ++k) {
      if (p_.tag(k) == Tag::quote) return true;
    }
    return false;
  }

  [[nodiscard]] bool clause_content(const Cue& cue, const Attribution& attribution,
                                    const After& next) const {
    const CueEntry& entry = *cue.entry;
    const bool headline =
        p_.unit().block == BlockKind::headline || p_.unit().block == BlockKind::standfirst;
    if (takes_clause(entry, cue, attribution)) {
      if (p_.has_finite(next.at, p_.size()) || speech_after(next.at)) return true;
      if (headline && p_.has_noun(next.at, p_.size())) return true;
      if (p_.tag(next.at) == Tag::number && p_.at_end(next.at + 1)) return true;
    }
    if (entry.has(Frame::object) || entry.has(Frame::as)) {
      return p_.starts_noun_phrase(next.at) && p_.has_noun(next.at, p_.size());
    }
    return false;
  }

  void set_left(Placement& placement, std::uint32_t end) {
    placement.side = Side::left;
    placement.left = left_of(placement.boundary, true);
    placement.island = {placement.left.last, end};
  }

  // "The bridge, Roe said, had held": content on both sides, unless what follows is a phrase about
  // the saying.
  void set_both(Placement& placement, const After& next) {
    const std::uint32_t start = next.at + 1;
    placement.left = left_of(placement.boundary, false);
    const bool speech_left =
        !placement.left.empty() && p_.tag(placement.left.last - 1) == Tag::quote;
    const Tag first = p_.tag(start);
    bool goes_on =
        first == Tag::quote || (first == Tag::conjunction && p_.tag(start + 1) == Tag::quote);
    if (!speech_left && !goes_on) {
      goes_on = (p_.starts_noun_phrase(start) || p_.item(std::min(start, p_.size() - 1)).finite ||
                 first == Tag::preposition || first == Tag::subordinator || first == Tag::be ||
                 first == Tag::verb_ing) &&
                p_.has_finite(start, p_.size());
      // What stands on the left is a whole clause already: the rest is narration.
      const Tag opens = p_.tag(placement.left.first);
      const bool half = opens == Tag::subordinator || opens == Tag::preposition ||
                        p_.lower(placement.left.first) == "even";
      const auto form = p_.lower(start);
      const bool condition = form == "until" || form == "because" || form == "unless" ||
                             form == "if" || form == "though" || form == "although";
      if (goes_on && p_.has_finite(placement.left.first, placement.left.last) && !half &&
          !condition && !p_.item(start).finite) {
        goes_on = false;
      }
      if (goes_on && first == Tag::verb_ing && !half) goes_on = false;
    }
    if (!goes_on) {
      set_left(placement, next.at);
      return;
    }
    placement.side = Side::both;
    placement.right_start = start;
    placement.island = {placement.left.last, start};
  }

  // "…," said Roe, the mayor.
  bool place_inverted(const Cue& cue) {
    const std::uint32_t head = cue.group.first;
    if (!cue.entry->has(Frame::quote) || head == 0 || cue.negated || cue.entry->words == "tell") {
      return false;
    }
    const Tag before = p_.tag(head - 1);
    if (before != Tag::comma && before != Tag::quote && before != Tag::dash) return false;
    const bool speech = before == Tag::quote || (head > 1 && p_.tag(head - 2) == Tag::quote);
    if (!speech && !p_.has_main_finite(0, head - 1)) return false;
    if (!speech) {
      // "“…,” Roe, the mayor, said": the subject stands between the speech and its verb.
      const auto subject = p_.subject_before(head, 0);
      if (subject && subject->boundary > 0 && p_.tag(subject->boundary - 1) == Tag::quote) {
        return false;
      }
    }
    const std::uint32_t start = cue.group.last;
    if (!p_.starts_noun_phrase(start) || p_.lower(start) == "that") return false;
    std::uint32_t end = p_.apposed_end(start);
    if (end == start) return false;
    if (end < p_.size() && (p_.item(end).finite || p_.lower(end) == "that")) return false;
    if (!speech) {
      // "Roe, 54, said the bridge was closed" has the same shape at first sight.
      const Tag follower = p_.tag(end);
      if (!p_.at_end(end) && follower != Tag::comma && follower != Tag::preposition &&
          p_.date_end(end) == end) {
        return false;
      }
      const auto subject = p_.subject_before(head, 0);
      if (subject && !p_.has_finite(0, subject->range.first) &&
          !p_.has_main_finite(subject->range.first, head) && p_.has_finite(start, p_.size())) {
        return false;
      }
    }
    Placement placement = placement_of(cue);
    placement.own_subject = true;
    placement.boundary = head;
    placement.attribution.source = ItemRange{start, end};
    for (int step = 0; step < 4; ++step) {
      const auto dated = p_.date_end(end);
      const auto occasion = p_.occasion_end(dated);
      if (occasion == end) break;
      end = occasion;
    }
    After next;
    next.at = end;
    if (p_.tag(end) == Tag::comma) {
      set_both(placement, next);
    } else {
      set_left(placement, end);
    }
    placements_.push_back(std::move(placement));
    return true;
  }

  // --- passives -----------------------------------------------------------------------------

  void place_passive(const Cue& cue) {
    const CueEntry& entry = *cue.entry;
    if (cue.negated || cue.modal) return;
    const auto subject = p_.subject_before(cue.group.first, 0);
    const std::uint32_t i = cue.group.last;
    if (entry.words == "quote" || entry.words == "cite") {
      place_quoted(cue, subject);
      return;
    }
    if (!entry.has(Frame::passive) && !entry.has(Frame::object)) return;
    Placement placement = placement_of(cue);
    Attribution& attribution = placement.attribution;
    std::uint32_t next = i;
    const bool by =
        p_.lower(next) == "by" && p_.starts_noun_phrase(next + 1) && p_.date_end(next) == next;
    if (by) {
      const auto end = p_.noun_phrase_end(next + 1);
      attribution.source = ItemRange{next + 1, end};
      next = end;
    } else {
      attribution.without_claimant = true;
    }
    if (!subject || subject->relative) return;
    placement.own_subject = true;
    placement.boundary = subject->boundary;
    if (p_.tag(next) == Tag::to && p_.tag(next + 1) == Tag::verb_base &&
        entry.has(Frame::passive)) {
      if (attribution.without_claimant && attribution.hedge == Hedge::asserted) {
        attribution.hedge = Hedge::claimed;
      }
      attribution.content.push_back(subject->range);
      placement.right_start = next;
      placements_.push_back(std::move(placement));
    } else if (by && entry.has(Frame::object)) {
      placement.side = Side::left;
      placement.left = subject->range;
      placement.island = {cue.group.first, next};
      placements_.push_back(std::move(placement));
    }
  }

  // "was quoted as saying P", "was quoted by Y as saying P"
  void place_quoted(const Cue& cue, const std::optional<Phrases::Subject>& subject) {
    if (!subject) return;
    Placement placement = placement_of(cue);
    Attribution& attribution = placement.attribution;
    attribution.source = subject->range;
    placement.own_subject = true;
    placement.boundary = subject->boundary;
    std::uint32_t i = cue.group.last;
    if (p_.lower(i) == "by") {
      const auto end = p_.noun_phrase_end(i + 1);
      attribution.cited = ItemRange{i + 1, end};
      attribution.cited_is_outer = true;
      i = end;
    }
    if (p_.lower(i) != "as" || p_.lower(i + 1) != "saying") return;
    Cue saying = cue;
    saying.group.last = i + 2;
    attribution.cue = attribution.cited ? cue.group : ItemRange{cue.group.first, i + 2};
    const After next = after(saying);
    if (next.kind == Kind::end && content_before(placement.boundary)) {
      set_left(placement, next.at);
    } else {
      placement.right_start = content_from(next);
    }
    placements_.push_back(std::move(placement));
  }

  // --- phrases, adverbs, nouns ----------------------------------------------------------------

  void place_phrase(const Cue& cue) {
    const CueEntry& entry = *cue.entry;
    Placement placement = placement_of(cue);
    Attribution& attribution = placement.attribution;
    if (entry.has(Frame::none)) {
      attribution.without_claimant = true;
      placement.right_start = cue.group.last;
      if (p_.lower(cue.group.first) == "it" || p_.lower(cue.group.first) == "rumor") {
        placements_.push_back(std::move(placement));
        return;
      }
      const auto subject = p_.subject_before(cue.group.first, 0);
      if (!subject) return;
      attribution.content.push_back(subject->range);
      placement.right_start = cue.group.last - 1;
      placements_.push_back(std::move(placement));
      return;
    }
    const std::uint32_t start = cue.group.last;
    const std::uint32_t plain = p_.noun_phrase_end(start);
    std::uint32_t end = p_.apposed_end(start);
    if (plain == start) return;
    // Participles after the noun: "the report seen by Reuters", "a poll published on Monday".
    std::optional<ItemRange> seen;
    if (p_.tag(end) == Tag::verb_participle ||
        (p_.tag(end) == Tag::verb_finite && p_.is(end, Class::verb_participle))) {
      std::uint32_t k = end + 1;
      if (p_.lower(k) == "by" && p_.starts_noun_phrase(k + 1)) {
        const auto by = p_.noun_phrase_end(k + 1);
        seen = medium({k + 1, by});
        k = by;
      }
      k = p_.date_end(k);
      end = std::max(end, k);
    }
    attribution.source = ItemRange{start, seen ? plain : end};
    if (seen) {
      attribution.cited = seen;
      attribution.cited_is_outer = true;
    }
    if (entry.has(Frame::cited)) {
      cite(cue, *attribution.source, end);
      return;
    }
    const std::uint32_t first = cue.group.first;
    const bool opens =
        first == 0 || p_.tag(first - 1) == Tag::conjunction || p_.lower(first - 1) == "that" ||
        (p_.tag(first - 1) == Tag::comma && first > 1 && p_.lower(first - 2) == "that");
    std::uint32_t next = end;
    for (int step = 0; step < 3; ++step) {
      const auto moved = p_.occasion_end(p_.date_end(next));
      if (moved == next) break;
      next = moved;
    }
    placement.own_subject = true;
    placement.boundary = first;
    if (opens) {
      placement.island = {first > 0 && p_.tag(first - 1) == Tag::comma ? first - 1 : first,
                          island_end(next)};
      placement.right_start = island_end(next);
      attribution.inserted = true;
    } else if (p_.tag(next) == Tag::comma && !p_.at_end(next + 1)) {
      After rest;
      rest.at = next;
      set_both(placement, rest);
      attribution.inserted = true;
    } else {
      set_left(placement, next);
      attribution.outermost = true;
    }
    placements_.push_back(std::move(placement));
  }

  // "Y said, citing X": X is nearest the claim.
  void cite(const Cue& cue, ItemRange source, std::uint32_t end) {
    for (auto placement = placements_.rbegin(); placement != placements_.rend(); ++placement) {
      if (placement->cue.is_verb()) {
        placement->attribution.cited = source;
        ItemRange island = {cue.group.first, end};
        if (island.first > 0 && p_.tag(island.first - 1) == Tag::comma) --island.first;
        islands_.push_back(island);
        if (placement->side == Side::right && placement->right_start >= island.first &&
            placement->right_start < end) {
          placement->right_start = island_end(end);
          if (p_.lower(placement->right_start) == "that") ++placement->right_start;
        }
        return;
      }
    }
    pending_citation_ = ItemRange{cue.group.first, end};
    pending_cue_ = source.first - cue.group.first;
  }

  void place_adverb(const Cue& cue) {
    Placement placement = placement_of(cue);
    placement.attribution.without_claimant = true;
    // Inside another's content the adverb is part of what that one says.
    for (const Placement& other : placements_) {
      if (other.side != Side::left && other.right_start <= cue.head) return;
    }
    std::uint32_t first = cue.head;
    const std::uint32_t limit = first > widest_search ? first - widest_search : 0;
    while (first > limit && p_.tag(first - 1) != Tag::semicolon &&
           p_.tag(first - 1) != Tag::quote && p_.tag(first - 1) != Tag::colon &&
           p_.tag(first - 1) != Tag::dash) {
      --first;
    }
    while (first < cue.head && p_.tag(first) == Tag::conjunction) ++first;
    if (first < cue.head) placement.attribution.content.push_back({first, cue.head});
    placement.right_start = cue.group.last;
    placement.boundary = first;
    if (p_.at_end(placement.right_start)) return;
    placements_.push_back(std::move(placement));
  }

  void place_noun(const Cue& cue) {
    Placement placement = placement_of(cue);
    Attribution& attribution = placement.attribution;
    std::uint32_t that = cue.head + 1;
    if (p_.lower(that) == "by" || p_.lower(that) == "from" || p_.lower(that) == "of") {
      const auto end = p_.noun_phrase_end(that + 1);
      attribution.source = ItemRange{that + 1, end};
      that = end;
    }
    if (!attribution.source) attribution.source = possessor(cue.head);
    // "denied reports that P" is the denier's.
    if (!placements_.empty()) {
      Placement& last = placements_.back();
      if (last.side == Side::right && last.cue.is_verb() && last.right_start <= cue.head &&
          cue.head - last.right_start < 6 && last.cue.entry->has(Frame::object) &&
          !p_.has_verb(last.right_start, cue.head)) {
        last.right_start = that + 1;
        return;
      }
    }
    if (!attribution.source && light_verb_before(cue.head)) {
      (void)share_source(cue, attribution);
    }
    if (!attribution.source) {
      attribution.without_claimant = true;
      if (attribution.hedge == Hedge::asserted) attribution.hedge = Hedge::claimed;
    }
    placement.boundary = cue.head;
    placement.right_start = that + 1;
    placement.one_clause = !p_.has_finite(cue.head > 12 ? cue.head - 12 : 0, cue.head);
    placements_.push_back(std::move(placement));
  }

  [[nodiscard]] std::optional<ItemRange> possessor(std::uint32_t noun) const {
    std::uint32_t k = noun;
    while (k > 0 && noun - k < 5 &&
           (p_.tag(k - 1) == Tag::noun || p_.tag(k - 1) == Tag::adjective ||
            p_.tag(k - 1) == Tag::verb_ing)) {
      --k;
    }
    if (k == 0) return std::nullopt;
    if (p_.tag(k - 1) == Tag::possessive) return ItemRange{k - 1, k};
    if (p_.tag(k - 1) != Tag::possessive_mark) return std::nullopt;
    std::uint32_t first = k - 1;
    while (first > 0 && k - first < 12 &&
           (p_.tag(first - 1) == Tag::noun || p_.tag(first - 1) == Tag::proper ||
            p_.tag(first - 1) == Tag::adjective || p_.tag(first - 1) == Tag::hyphen ||
            p_.tag(first - 1) == Tag::determiner)) {
      --first;
      if (p_.tag(first) == Tag::determiner) break;
    }
    return ItemRange{first, k - 1};
  }

  // "made the claim that", "issued a statement that": the subject's.
  [[nodiscard]] bool light_verb_before(std::uint32_t noun) const {
    for (auto k = noun; k-- > 0 && noun - k < 6;) {
      if (p_.tag(k) == Tag::determiner || p_.tag(k) == Tag::adjective || p_.tag(k) == Tag::noun ||
          p_.tag(k) == Tag::possessive) {
        continue;
      }
      if (!p_.item(k).finite && p_.tag(k) != Tag::verb_participle) return false;
      const auto lemma = lexicon_.lemma(p_.lower(k));
      return lemma == "make" || lemma == "issue" || lemma == "release" || lemma == "give" ||
             lemma == "repeat" || lemma == "voice" || lemma == "express" || lemma == "offer" ||
             lemma == "publish" || lemma == "reject" || lemma == "dismiss" || lemma == "deny";
    }
    return false;
  }

  // Headlines: "Kyiv: dam held", "Dam held: ministry".
  void place_colon() {
    if (p_.unit().block != BlockKind::headline && p_.unit().block != BlockKind::standfirst) return;
    std::uint32_t colon = p_.size();
    for (std::uint32_t i = 0; i < std::min(p_.size(), widest_search); ++i) {
      if (p_.tag(i) != Tag::colon && !(p_.tag(i) == Tag::dash && i + 6 > p_.size())) continue;
      if (colon != p_.size()) return;
      colon = i;
    }
    if (colon == 0 || colon + 1 >= p_.size()) return;
    static const CueEntry says = [] {
      CueEntry entry;
      entry.words.push_back(':');
      entry.frames = static_cast<std::uint32_t>(Frame::quote);
      return entry;
    }();
    Placement placement;
    placement.cue.entry = &says;
    placement.attribution.entry = &says;
    placement.attribution.cue = {colon, colon + 1};
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

  // Short, without a verb, and somebody who can speak.
  [[nodiscard]] bool speaker(ItemRange range) const {
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

  // --- contents -----------------------------------------------------------------------------

  // "praised the soldiers, stating they …": the praise alone is no claim beside the statement.
  void drop_shadowed() {
    for (std::size_t i = 0; i + 1 < placements_.size();) {
      const Placement& here = placements_[i];
      const Placement& next = placements_[i + 1];
      const bool position = here.cue.entry->type == ClaimType::position &&
                            here.side == Side::right && !starts_with_speech(here);
      const bool shares = next.cue.form == Cue::Form::participle &&
                          next.attribution.source == here.attribution.source;
      if (position && shares) {
        placements_.erase(placements_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  [[nodiscard]] bool starts_with_speech(const Placement& placement) const {
    return p_.tag(placement.right_start) == Tag::quote;
  }

  [[nodiscard]] const ItemRange* island_at(std::uint32_t i, const Placement& self) const {
    for (const ItemRange& island : islands_) {
      if (island.first == i) return &island;
    }
    for (const Placement& other : placements_) {
      if (&other != &self && !other.island.empty() && other.island.first == i) return &other.island;
    }
    return nullptr;
  }

  // The next cue after `i` that speaks for itself ends the content before it.
  [[nodiscard]] bool next_speaker(std::uint32_t i, const Placement& self) const {
    std::uint32_t k = i;
    bool joined = false;
    if (p_.tag(k) == Tag::semicolon) {
      // The words after a semicolon are still X's, unless somebody else speaks there.
      for (const Placement& other : placements_) {
        if (&other != &self && other.cue.group.first > i && other.own_subject) return true;
      }
      return false;
    }
    if (p_.tag(k) == Tag::comma) {
      ++k;
      joined = true;
    }
    const bool conjunction = p_.tag(k) == Tag::conjunction || p_.lower(k) == "while" ||
                             p_.lower(k) == "whereas" || p_.lower(k) == "although" ||
                             p_.lower(k) == "though" || p_.lower(k) == "as";
    if (conjunction) ++k;
    while (p_.tag(k) == Tag::adverb && k < i + 5) ++k;
    if (!joined && !conjunction) return false;
    for (const Placement& other : placements_) {
      if (&other == &self || other.cue.group.first <= i) continue;
      const bool own =
          conjunction && other.own_subject && other.boundary >= k && other.boundary <= k + 1;
      const bool shared = !other.own_subject && other.cue.form != Cue::Form::noun &&
                          other.cue.group.first >= k && other.cue.group.first <= k + 1;
      if (own || shared) return true;
    }
    return false;
  }

  // ", leaving dozens homeless": what follows from the event is no part of the claim.
  [[nodiscard]] bool trailing_participle(std::uint32_t start, std::uint32_t i) const {
    std::uint32_t k = i + 1;
    while (p_.tag(k) == Tag::adverb && k < i + 4) ++k;
    const bool auxiliary =
        p_.lower(k) == "doing" || p_.lower(k) == "having" || p_.lower(k) == "being";
    if ((p_.tag(k) != Tag::verb_ing && !auxiliary) || !p_.has_verb(start, i)) return false;
    // What it counts is part of the claim: ", killing 12 people".
    for (auto ahead = k; ahead < std::min(p_.size(), k + 25); ++ahead) {
      if (p_.tag(ahead) == Tag::number) return false;
    }
    // A list of participles goes on.
    for (auto back = i; back-- > start && i - back < 20;) {
      if (p_.tag(back) == Tag::verb_ing && back > start && p_.tag(back - 1) != Tag::be)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool continues_clause(std::uint32_t i) const {
    for (auto k = i; k-- > 0 && i - k < 4;) {
      const Tag tag = p_.tag(k);
      if (tag == Tag::conjunction || tag == Tag::relative || tag == Tag::subordinator ||
          (p_.item(k).finite && k + 1 == i)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool finite_after(std::uint32_t i) const {
    std::uint32_t k = i + 1;
    while (p_.tag(k) == Tag::adverb && k < i + 4) ++k;
    return k < p_.size() && p_.item(k).finite;
  }

  void fill_right(const Placement& self, Attribution& attribution) const {
    std::uint32_t start = self.right_start;
    const std::uint32_t limit = std::min(p_.size(), start + 4 * widest_search);
    std::uint32_t i = start;
    int verbs = 0;
    for (; i < limit; ++i) {
      if (p_.at_end(i)) break;
      const Tag tag = p_.tag(i);
      if (const ItemRange* island = island_at(i, self); island != nullptr && island->last > i) {
        if (i > start) push(attribution, {start, i});
        if (p_.at_end(island->last)) return;
        const Tag resumes = p_.tag(island->last);
        if (resumes == Tag::conjunction || resumes == Tag::comma) return;
        start = i = island->last;
        if (i >= limit) return;
        --i;
        continue;
      }
      if (i == start) continue;
      if (self.one_clause && p_.item(i).finite && ++verbs == 2 && !continues_clause(i)) break;
      if (self.one_phrase && tag == Tag::conjunction && finite_after(i)) break;
      if (tag == Tag::comma && trailing_participle(start, i)) break;
      if ((tag == Tag::comma || tag == Tag::conjunction || tag == Tag::subordinator ||
           tag == Tag::semicolon) &&
          next_speaker(i, self)) {
        break;
      }
    }
    push(attribution, {start, i});
  }

  void push(Attribution& attribution, ItemRange range) const {
    while (range.last > range.first &&
           (p_.tag(range.last - 1) == Tag::comma || p_.tag(range.last - 1) == Tag::conjunction ||
            p_.tag(range.last - 1) == Tag::dash || p_.tag(range.last - 1) == Tag::stop)) {
      --range.last;
    }
    while (range.first < range.last &&
           (p_.tag(range.first) == Tag::comma || p_.tag(range.first) == Tag::colon)) {
      ++range.first;
    }
    if (!range.empty()) attribution.content.push_back(range);
  }

  void fill(std::size_t index) {
    Placement& self = placements_[index];
    Attribution& attribution = self.attribution;
    if (self.side != Side::right) fill_left(self, attribution);
    if (self.side != Side::left) fill_right(self, attribution);
    std::sort(attribution.content.begin(), attribution.content.end(),
              [](ItemRange a, ItemRange b) { return a.first < b.first; });
  }

  void fill_left(const Placement& self, Attribution& attribution) const {
    std::uint32_t start = self.left.first;
    for (auto i = start; i < self.left.last; ++i) {
      const ItemRange* island = island_at(i, self);
      if (island == nullptr || island->last <= i || island->last > self.left.last ||
          self.attribution.outermost) {
        continue;
      }
      push(attribution, {start, i});
      start = island->last;
      i = start - 1;
    }
    push(attribution, {start, self.left.last});
  }

  const Phrases& p_;
  const Lexicon& lexicon_;
  std::vector<Placement> placements_;
  std::vector<ItemRange> islands_;
  std::optional<ItemRange> pending_citation_;  ///< "citing X" before any verb
  std::uint32_t pending_cue_ = 0;              ///< words of the phrase itself
};

}  // namespace

ItemRange Attribution::extent() const {
  ItemRange range = cue;
  const auto include = [&range](ItemRange other) {
    if (other.empty()) return;
    range.first = std::min(range.first, other.first);
    range.last = std::max(range.last, other.last);
  };
  if (source) include(*source);
  for (const ItemRange part : content) include(part);
  return range;
}

std::vector<Attribution> read_unit(const Phrases& phrases, const Lexicon& lexicon) {
  return Reader(phrases, lexicon).run();
}

}  // namespace claimtrail
