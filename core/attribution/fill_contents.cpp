#include <algorithm>

#include "core/attribution/placement.h"

namespace claimtrail {
namespace {

class Filler {
 public:
  Filler(const Phrases& phrases, Placements& placements)
      : p_(phrases), placements_(placements.cues), islands_(placements.islands) {}

  void run() {
    drop_shadowed();
    for (std::size_t i = 0; i < placements_.size(); ++i) fill(i);
  }

 private:
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
      // "describing his goals, he wrote, "…""
      const bool apart = joined && !conjunction && other.own_subject && other.boundary == k &&
                         other.side == Side::right;
      // "criticised the plan, which Poe said was dead"
      const bool relative = joined && !conjunction && p_.tag(k) == Tag::relative &&
                            other.own_subject && other.boundary == k + 1;
      const bool shared = !other.own_subject && other.cue.form != Cue::Form::noun &&
                          other.cue.group.first >= k && other.cue.group.first <= k + 1;
      if (own || shared || apart || relative) return true;
    }
    return false;
  }

  // "said: "…," adding that": the comma stands inside the quotation.
  [[nodiscard]] bool participle_at(std::uint32_t i) const {
    return std::any_of(placements_.begin(), placements_.end(), [i](const Placement& other) {
      return other.cue.form == Cue::Form::participle && other.cue.group.first == i;
    });
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

  // ", after the mayor left": what the outlet adds.
  [[nodiscard]] bool trailing_clause(std::uint32_t start, std::uint32_t i) const {
    std::uint32_t k = i + 1;
    if (p_.lower(k) == "even") ++k;
    const auto form = p_.lower(k);
    if (form != "after") return false;
    return p_.has_finite(start, i) && p_.has_finite(k + 1, p_.size());
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

  // "Roe, who calls the dam P, said": the verb behind the relative clause is another's.
  [[nodiscard]] std::uint32_t relative_end(const Placement& self, std::uint32_t end) const {
    if (end <= self.cue.group.last || end >= p_.size()) return p_.size();
    const std::uint32_t next = p_.tag(end) == Tag::comma ? end + 1 : end;
    const bool verb = next < p_.size() && p_.item(next).finite;
    return verb ? std::max(end, self.right_start) : p_.size();
  }

  // "When Roe announced P, the mayor left": the clause around the cue ends before that of its head.
  [[nodiscard]] std::uint32_t clause_end(const Placement& self) const {
    if (!p_.unit().parsed || !self.cue.is_verb()) return p_.size();
    const Item& verb = p_.item(self.cue.head);
    if (verb.relation == Relation::acl_relcl) return relative_end(self, verb.yield.last);
    if (verb.relation != Relation::advcl || verb.head < 0) return p_.size();
    const auto head = static_cast<std::uint32_t>(verb.head);
    if (head <= self.cue.head || self.right_start >= head) return p_.size();
    std::uint32_t end = verb.yield.last;
    if (end > self.right_start && end < p_.size() &&
        (p_.tag(end) == Tag::comma || p_.tag(end - 1) == Tag::comma)) {
      return end;
    }
    // The tree gives the main clause what belongs to the content: the comma before the main verb
    // ends it.
    if (self.boundary == 0 || p_.tag(self.boundary - 1) != Tag::subordinator) return p_.size();
    for (end = head; end > self.right_start; --end) {
      if (p_.tag(end) == Tag::comma) return end;
    }
    return p_.size();
  }

  void fill_right(const Placement& self, Attribution& attribution) const {
    std::uint32_t start = self.right_start;
    const std::uint32_t limit = std::min(clause_end(self), start + 4 * widest_search);
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
      if (p_.tag(i - 1) == Tag::quote && participle_at(i)) break;
      if (self.one_clause && p_.item(i).finite && ++verbs == 2 && !continues_clause(i)) break;
      if (self.one_phrase && tag == Tag::conjunction && finite_after(i)) break;
      if (tag == Tag::comma && (trailing_participle(start, i) || trailing_clause(start, i))) break;
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
  std::vector<Placement>& placements_;
  const std::vector<ItemRange>& islands_;
};

}  // namespace

void fill_contents(const Phrases& phrases, Placements& placements) {
  Filler(phrases, placements).run();
}

}  // namespace claimtrail
