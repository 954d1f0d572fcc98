#include "core/attribution/what_follows.h"

#include <algorithm>

namespace claimtrail {

std::uint32_t WhatFollows::addressee_end(std::uint32_t i) const {
  if (!p_.starts_noun_phrase(i) || p_.tag(i) == Tag::relative) return i;
  if (p_.tag(i) == Tag::pronoun) return i + 1;
  return p_.noun_phrase_end(i);
}

bool WhatFollows::introduces(std::uint32_t i) const {
  return (p_.lower(i) == "that" && p_.tag(i) == Tag::subordinator) || p_.tag(i) == Tag::quote ||
         p_.tag(i) == Tag::colon;
}

// "reported by video link that the region was cleared": nobody says anything of the link.
bool WhatFollows::introduces_after_manner(std::uint32_t i, std::uint32_t first) const {
  if (p_.lower(i) != "that" || p_.tag(i) != Tag::relative || !p_.starts_noun_phrase(i + 1)) {
    return false;
  }
  const auto manner = p_.lower(first);
  return manner == "by" || manner == "via" || manner == "over" || manner == "through";
}

std::uint32_t WhatFollows::far_introduction(std::uint32_t i) const {
  const auto limit = std::min(p_.size(), i + 25);
  for (auto k = i; k < limit; ++k) {
    if (p_.lower(k) == "that" && p_.tag(k) == Tag::subordinator) return k;
    if (introduces_after_manner(k, i)) return k;
    if (p_.tag(k) == Tag::quote || p_.tag(k) == Tag::colon) return k;
    if (p_.item(k).finite || p_.tag(k) == Tag::conjunction || p_.tag(k) == Tag::semicolon ||
        p_.tag(k) == Tag::subordinator || p_.tag(k) == Tag::relative) {
      break;
    }
    if (p_.tag(k) == Tag::comma && p_.tag(k + 1) != Tag::quote) {
      // "reported, citing police, that"
      if (p_.lower(k + 1) == "citing" || p_.lower(k + 1) == "quoting") {
        const std::uint32_t end = p_.apposed_end(k + 2);
        if (p_.lower(end) == "that") return end;
        if (p_.tag(end) == Tag::comma && p_.lower(end + 1) == "that") return end + 1;
      }
      // "told reporters on Monday, in Kyiv, that"
      if (p_.tag(k + 1) != Tag::preposition && p_.lower(k + 1) != "that") break;
    }
  }
  return i;
}

std::optional<ItemRange> WhatFollows::occasion_medium(std::uint32_t first,
                                                      std::uint32_t last) const {
  for (auto i = first; i + 1 < last; ++i) {
    if (p_.lower(i) == "with" || p_.lower(i) == "to") {
      return medium({i + 1, std::max(i + 2, p_.date_start(last, i + 1))});
    }
  }
  return std::nullopt;
}

After::Kind WhatFollows::kind_at(std::uint32_t i, const Cue& cue) const {
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
  if (tag == Tag::to) return p_.tag(i + 1) == Tag::verb_base ? Kind::infinitive : Kind::preposition;
  if (p_.starts_noun_phrase(i) || tag == Tag::mark || p_.lower(i) == "there" ||
      tag == Tag::adverb || tag == Tag::negation ||
      (tag == Tag::verb_ing && cue.form != Cue::Form::passive)) {
    return Kind::clause;
  }
  return Kind::other;
}

After WhatFollows::after(const Cue& cue) const {
  After result;
  std::uint32_t i = cue.group.last;
  const CueEntry& entry = *cue.entry;
  bool addressed = false;
  for (int step = 0; step < 6; ++step) {
    const std::uint32_t before = i;
    if (p_.tag(i) == Tag::adverb) ++i;
    const std::uint32_t dated = p_.date_end(i);
    if (dated > i) i = dated;
    if (p_.tag(i) == Tag::to && p_.tag(i + 1) != Tag::verb_base && !entry.has(Frame::to)) {
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
  const bool from = (entry.has(Frame::from) && p_.lower(i) == "from") ||
                    (entry.has(Frame::to) && p_.tag(i) == Tag::to);
  if ((result.kind == Kind::preposition && !from) || result.kind == Kind::other ||
      (result.kind == Kind::clause && entry.has(Frame::addressee) && addressed) ||
      result.kind == Kind::comma) {
    const std::uint32_t far = far_introduction(i);
    if (far > i) {
      result.at = far;
      result.kind = introduces_after_manner(far, i) ? Kind::that : kind_at(far, cue);
    }
  }
  return result;
}

std::uint32_t WhatFollows::content_from(const After& after) const {
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

std::optional<ItemRange> WhatFollows::medium(ItemRange addressee) const {
  for (auto i = addressee.first; i < addressee.last; ++i) {
    if (p_.is(i, Class::outlet)) return addressee;
    if (p_.is(i, Class::outlet_word) && p_.tag(i) == Tag::proper) return addressee;
  }
  return std::nullopt;
}

bool WhatFollows::speech_after(std::uint32_t i) const {
  for (auto k = i; k < std::min(p_.size(), i + 12); ++k) {
    if (p_.tag(k) == Tag::quote) return true;
  }
  return false;
}

}  // namespace claimtrail
