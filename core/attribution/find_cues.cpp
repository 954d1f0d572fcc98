#include "core/attribution/attribution.h"

namespace claimtrail {
namespace {

bool is_auxiliary(Tag tag) {
  return tag == Tag::modal || tag == Tag::be || tag == Tag::have || tag == Tag::do_;
}

class Finder {
 public:
  Finder(const Phrases& phrases, const Lexicon& lexicon) : p_(phrases), lexicon_(lexicon) {}

  std::vector<Cue> run() {
    for (std::uint32_t i = 0; i < p_.size();) {
      const WordEntry* word = p_.item(i).word;
      if (word == nullptr) {
        ++i;
        continue;
      }
      if (word->starts_phrase) {
        const std::uint32_t end = phrase(i);
        if (end > i) {
          i = end;
          continue;
        }
      }
      if (word->adverb != nullptr) {
        add(*word->adverb, Cue::Form::adverb, {i, i + 1}, i);
      } else if (word->verb != nullptr && verb(i, *word->verb)) {
        i = cues_.back().group.last;
        continue;
      } else if (word->noun != nullptr && p_.tag(i) == Tag::noun) {
        noun(i, *word->noun);
      }
      ++i;
    }
    return std::move(cues_);
  }

 private:
  Cue& add(const CueEntry& entry, Cue::Form form, ItemRange group, std::uint32_t head) {
    Cue cue;
    cue.entry = &entry;
    cue.form = form;
    cue.group = group;
    cue.head = head;
    cues_.push_back(cue);
    return cues_.back();
  }

  void add_verb(const CueEntry& entry, Cue::Form form, ItemRange group, std::uint32_t head,
                bool negated, bool modal) {
    Cue& cue = add(entry, form, group, head);
    cue.negated = negated;
    cue.modal = modal;
  }

  // The end of the longest phrase that starts at `i`; `i` if none does.
  std::uint32_t phrase(std::uint32_t i) {
    for (const CueEntry* entry : lexicon_.phrases()) {
      std::uint32_t k = i;
      std::string_view rest = entry->words;
      bool same = true;
      while (!rest.empty() && same) {
        const auto length = std::min(rest.find(' '), rest.size());
        same = p_.lower(k) == rest.substr(0, length);
        rest.remove_prefix(std::min(length + 1, rest.size()));
        ++k;
      }
      if (!same || !stands_alone(*entry, i, k)) continue;
      add(*entry, Cue::Form::phrase, {i, k}, i);
      return k;
    }
    return i;
  }

  // "per" is a phrase of attribution only before a name or a determiner and after a comma: not in
  // "barrels per day".
  [[nodiscard]] bool stands_alone(const CueEntry& entry, std::uint32_t i, std::uint32_t end) const {
    if (entry.has(Frame::none)) return true;
    if (!p_.starts_noun_phrase(end) && p_.tag(end) != Tag::verb_participle) return false;
    if (entry.words != "per" && entry.words != "as per") return true;
    const bool apart = i == 0 || p_.tag(i - 1) == Tag::comma || p_.tag(i - 1) == Tag::dash ||
                       p_.tag(i - 1) == Tag::bracket;
    return apart && (p_.tag(end) == Tag::proper || p_.tag(end) == Tag::determiner);
  }

  bool verb(std::uint32_t i, const CueEntry& entry) {
    const Tag tag = p_.tag(i);
    if (tag != Tag::verb_finite && tag != Tag::verb_base && tag != Tag::verb_participle &&
        tag != Tag::verb_ing) {
      return false;
    }
    Cue::Form form = Cue::Form::finite;
    bool negated = false;
    bool modal = false;
    std::uint32_t first = i;
    Tag nearest = Tag::stop;  // the auxiliary nearest to the verb
    while (first > 0) {
      const Tag before = p_.tag(first - 1);
      if (before == Tag::adverb || before == Tag::negation) {
        negated = negated || before == Tag::negation;
        // The adverb belongs to the group only where an auxiliary or the verb is next to it.
        --first;
        continue;
      }
      if (before == Tag::to && first == i) {
        form = Cue::Form::infinitive;
        --first;
        break;
      }
      if (!is_auxiliary(before)) break;
      if (nearest == Tag::stop) nearest = before;
      modal = modal || before == Tag::modal;
      --first;
    }
    while (first < i && p_.tag(first) == Tag::adverb && first > 0 &&
           p_.tag(first - 1) == Tag::comma) {
      ++first;  // ", later said": the adverb may open the clause
    }
    if (tag == Tag::verb_participle) {
      if (nearest == Tag::be) {
        form = Cue::Form::passive;
      } else if (nearest != Tag::have) {
        return false;
      }
    } else if (tag == Tag::verb_ing && nearest != Tag::be) {
      form = Cue::Form::participle;
    } else if (tag == Tag::verb_base && form != Cue::Form::infinitive && nearest == Tag::stop) {
      return false;
    }
    if (entry.has(Frame::with_at) && measures(i + 1)) {
      add_verb(entry, form, {first, i + 1}, i, negated, modal);
      return true;
    }
    std::uint32_t last = i + 1;
    for (const auto& [frame, particle] :
         {std::pair{Frame::with_out, "out"}, std::pair{Frame::with_it, "it"},
          std::pair{Frame::with_on, "on"}}) {
      if (!entry.has(frame)) continue;
      // "pointed to the report" needs no "out".
      if (entry.has(Frame::to) && p_.tag(last) == Tag::to) continue;
      if (p_.lower(last) != particle) return false;
      ++last;
    }
    if (entry.hedge == Hedge::confirmed && p_.lower(last) == "or" && p_.lower(last + 1) == "deny") {
      last += 2;
    }
    add_verb(entry, form, {first, last}, i, negated, modal);
    return true;
  }

  // "put the toll at 12": what stands before "at" is a noun phrase, behind it a number.
  [[nodiscard]] bool measures(std::uint32_t object) const {
    constexpr std::uint32_t reach = 4;  // "at more than about 12"
    if (!p_.starts_noun_phrase(object)) return false;
    std::uint32_t at = object;
    const auto goes_on = [&] {
      return p_.nominal(at) || p_.tag(at) == Tag::determiner || p_.lower(at) == "in" ||
             p_.lower(at) == "of";
    };
    while (goes_on() && at < object + 12) ++at;
    if (p_.lower(at) != "at") return false;
    for (auto k = at + 1; k < at + 1 + reach; ++k) {
      if (p_.tag(k) == Tag::number) return true;
    }
    return false;
  }

  void noun(std::uint32_t i, const CueEntry& entry) {
    if (!entry.has(Frame::that) && !entry.has(Frame::quote)) return;
    std::uint32_t k = i + 1;
    if (p_.lower(k) == "by" || p_.lower(k) == "from" || p_.lower(k) == "of") {
      k = p_.noun_phrase_end(k + 1);
    }
    if (p_.lower(k) != "that" || p_.tag(k) == Tag::relative) return;
    add(entry, Cue::Form::noun, {i, i + 1}, i);
  }

  const Phrases& p_;
  const Lexicon& lexicon_;
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> find_cues(const Phrases& phrases, const Lexicon& lexicon) {
  return Finder(phrases, lexicon).run();
}

}  // namespace claimtrail
