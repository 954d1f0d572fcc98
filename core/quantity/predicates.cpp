#include "core/quantity/predicates.h"

#include <algorithm>

#include "core/quantity/verb_clues.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

/// Finds what one figure's clause says of it.
class PredicateFinder {
 public:
  PredicateFinder(const TokenizedText& text, std::size_t first, std::size_t last, std::size_t begin,
                  std::size_t end, std::string_view dimension)
      : text_(text), first_(first), last_(last), begin_(begin), end_(end), dimension_(dimension) {}

  [[nodiscard]] Predicate run() const {
    Predicate found = find();
    // Amounts do nothing to anybody.
    const bool may_act = dimension_ == "count" || dimension_ == "number" || dimension_ == "ratio";
    return found.role == Role::agent && !may_act ? Predicate{} : found;
  }

 private:
  [[nodiscard]] std::string_view lower(std::size_t at) const {
    return at >= begin_ && at < end_ ? std::string_view(text_.lower[at]) : std::string_view{};
  }

  [[nodiscard]] Predicate find() const {
    // "a father of three who was shot": these are not who was.
    static const WordSet parents{"father", "mother",  "dad",         "mom",        "mum",
                                 "parent", "parents", "grandmother", "grandfather"};
    if (first_ >= begin_ + 2 && lower(first_ - 1) == "of" && parents.contains(lower(first_ - 2)))
      return {};
    if (last_ > first_ && last_ <= end_) {
      const std::string_view own = lower(last_ - 1);
      // "killed two days later", "three counts of murder": nothing happens to these.
      static const WordSet happenings{"times",     "counts",    "count",     "warrants", "charges",
                                      "shootings", "incidents", "shots",     "rounds",   "bullets",
                                      "cases",     "felonies",  "occasions", "scenes"};
      if (happenings.contains(own)) return {};
      static const WordSet told{"dead",      "wounded",    "injured",  "missing",  "deaths",
                                "death",     "fatalities", "fatality", "injuries", "killed",
                                "hurt",      "lives",      "arrests",  "infected", "evacuated",
                                "displaced", "detained",   "arrested", "shot"};
      if (own == "homicides") return {"kill", Role::patient};
      if (told.contains(own)) return {event_lemma(own), Role::patient};
      // "three wounded people", "two dead climbers"
      static const WordSet states{"dead", "slain", "murdered", "wounded", "injured", "missing"};
      for (std::size_t at = first_; at + 1 < last_; ++at) {
        if (states.contains(lower(at))) return {event_lemma(lower(at)), Role::patient};
      }
    }
    if (const auto doer = done_by()) return *doer;
    Predicate shared;
    if (const auto near = verb_right_before(shared)) return *near;
    if (const auto after = verb_after()) return *after;
    return shared.lemma.empty() ? verb_some_words_before() : shared;
  }

  /// "attacked by 20 ships", "a raid by some 20 ships", "rose by 12 %".
  [[nodiscard]] std::optional<Predicate> done_by() const {
    static const WordSet softened{"about", "some",   "at",     "least",
                                  "the",   "around", "nearly", "over"};
    std::size_t at = first_;
    while (at > begin_ && softened.contains(lower(at - 1))) --at;
    if (at < begin_ + 2 || lower(at - 1) != "by") return std::nullopt;
    constexpr std::size_t kGap = 3;
    const std::size_t by = at - 1;
    for (at = by; at > begin_ && by - at < kGap;) {
      --at;
      if (text_.tokens[at].kind != TokenKind::word || ends_clause(lower(at))) break;
      const std::string_view lemma = event_lemma(lower(at));
      if (lemma.empty()) continue;
      static const WordSet measured{"rise", "fall", "cut", "raise", "win", "lose", "vote"};
      if (measured.contains(lemma)) return Predicate{lemma, Role::extent};
      if (dimension_ != "count") return std::nullopt;
      return Predicate{lemma, Role::agent};
    }
    return std::nullopt;
  }

  /// "captured over 1,300", "killing 12", "wounding another five". `shared` is what the figure has
  /// in common with the one before, unless a verb of its own follows: "was killed and three".
  [[nodiscard]] std::optional<Predicate> verb_right_before(Predicate& shared) const {
    static const WordSet between{"at",   "least", "about",     "some",    "up",         "to",
                                 "an",   "a",     "the",       "another", "as",         "many",
                                 "more", "than",  "estimated", "its",     "their",      "his",
                                 "of",   "all",   "one",       "total",   "and",        "down",
                                 "over", "only",  "just",      "further", "additional", "nearly"};
    constexpr std::size_t kNear = 4;
    for (std::size_t at = first_; at > begin_ && first_ - at < kNear;) {
      --at;
      const std::string_view next = at + 1 < first_ ? lower(at + 1) : std::string_view{};
      if (next == "of" && names_deaths(text_, at, begin_)) return Predicate{"kill", Role::patient};
      if (lower(at - 1) == "attempted") break;
      auto lemma = event_lemma(lower(at));
      if (!lemma.empty() && lower(at) != "down") {
        if (ends_in_death(text_, at, begin_, first_)) lemma = "kill";
        const std::string_view before = lower(at - 1);
        // "The killing of 12", but "accused of killing 12".
        const bool gerund = before == "of" && lower(at).ends_with("ing");
        if (before == "the" || before == "a" || (before == "of" && !gerund)) break;
        if (next == "and") {
          shared = {lemma, Role::patient};
          break;
        }
        return Predicate{lemma, role_behind(at, lemma)};
      }
      if (!between.contains(lower(at))) break;
    }
    return std::nullopt;
  }

  /// The part of a figure behind the verb at `at`.
  [[nodiscard]] Role role_behind(std::size_t at, std::string_view lemma) const {
    // "died two days later" tells when, not how long.
    static const WordSet points{"ago", "earlier", "later", "after", "before"};
    if (points.contains(lower(last_))) return Role::none;
    if (lemma == "rise" || lemma == "fall" || lemma == "cost" || dimension_ == "duration" ||
        (lemma == "fine" && dimension_ == "currency"))
      return Role::extent;
    // "sent to 12 hospitals", "killed in 12 villages"
    static const WordSet oblique{"to",     "in",     "at",      "from",    "with",
                                 "near",   "into",   "against", "on",      "across",
                                 "within", "around", "along",   "between", "during",
                                 "under",  "behind", "through", "for"};
    for (std::size_t here = at + 1; here < first_; ++here) {
      const bool bound = (lower(here) == "to" && lower(here - 1) == "up") ||
                         (lower(here) == "at" && lower(here + 1) == "least");
      if (oblique.contains(lower(here)) && !bound) return Role::none;
    }
    return happens_to_subject(lower(at), {}) ? Role::none : Role::patient;
  }

  /// "were deployed", "have died", "people in the village were killed", "attacked the port".
  [[nodiscard]] std::optional<Predicate> verb_after() const {
    constexpr std::size_t kAhead = 12;
    std::optional<Voice> voice;
    bool comma = false;
    for (std::size_t at = last_; at < end_ && at < last_ + kAhead; ++at) {
      const std::string_view word = lower(at);
      const bool near = at <= last_ + 1;
      // "left two men dead", "four people found shot to death", "two men shot and killed"
      if ((voice || near) && ends_in_death(text_, at, begin_, end_)) {
        const bool others = !voice && acts_on_others(text_, at + 1, end_);
        return Predicate{"kill", others ? Role::agent : Role::patient};
      }
      if (at == last_ && (word == "dead" || word == "deceased" || word == "slain"))
        return Predicate{"kill", Role::patient};
      if (const auto read = read_auxiliary(word, voice.value_or(Voice::bare))) {
        if (word == "shot" && at + 1 < end_ && lower(at + 1) != "dead") {
          const bool others = !voice && near && acts_on_others(text_, at, end_);
          return Predicate{event_lemma(word), others ? Role::agent : Role::patient};
        }
        voice = read;
        continue;
      }
      if (ends_clause(word)) {
        // "12 people who were killed": the relative clause is about them; "by" and "as" end
        // everything.
        if (word == "who" || word == "that" || word == "which") continue;
        break;
      }
      comma = comma || word == ",";
      if (text_.tokens[at].kind == TokenKind::number && at > last_) break;
      const auto lemma = event_lemma(word);
      if (lemma.empty()) continue;
      if (voice) return Predicate{lemma, role_before(at, lemma, *voice)};
      static const WordSet past{"died", "fled", "rose", "fell", "took", "lost", "won", "hurt"};
      if (!word.ends_with("ed") && !word.ends_with("ew") && !past.contains(word)) continue;
      if (near) return Predicate{lemma, role_before(at, lemma, Voice::bare)};
      // "20 ships of the fleet attacked the port"
      static const WordSet links{"of", "from", "in", "on", "near", "with", "at"};
      if (!comma && links.contains(lower(last_)) && acts_on_others(text_, at, end_))
        return Predicate{lemma, Role::agent};
    }
    return std::nullopt;
  }

  /// The part of a figure whose verb stands at `at`.
  [[nodiscard]] Role role_before(std::size_t at, std::string_view lemma, Voice voice) const {
    const std::string_view form = lower(at);
    if (voice == Voice::passive && !form.ends_with("ing")) return Role::patient;
    if (counts_its_agents(lemma) && !form.ends_with("s")) return Role::agent;
    if (acts_on_others(text_, at, end_)) return Role::agent;
    if (happens_to_subject(form, lemma)) return Role::patient;
    if (form == "took" || form == "won") return Role::agent;
    if (voice != Voice::bare) {
      // "taken to a clinic with gunshot wounds": a noun, for no auxiliary stands right before it.
      const bool verb = read_auxiliary(lower(at - 1), voice).has_value();
      return verb ? Role::agent : Role::none;
    }
    // "12 people injured" leaves "were" out.
    return acts_on_name(text_, at, begin_, end_) ? Role::agent : Role::patient;
  }

  /// "deployed from Seoul to the border over 10,000".
  [[nodiscard]] Predicate verb_some_words_before() const {
    constexpr std::size_t kBack = 7;
    static const WordSet verbs{"sent", "took", "lost", "held",   "shot",    "hit",
                               "paid", "cost", "sold", "bought", "spent",   "built",
                               "won",  "rose", "fell", "holds",  "controls"};
    for (std::size_t at = first_; at > begin_ && first_ - at < kBack;) {
      --at;
      const std::string_view word = lower(at);
      if (word == "," || ends_clause(word) || text_.tokens[at].kind == TokenKind::number) break;
      const auto lemma = event_lemma(word);
      if (!lemma.empty() && (word.ends_with("ed") || word.ends_with("ing") || verbs.contains(word)))
        return {lemma, role_far_behind(at, lemma)};
    }
    return {};
  }

  /// With words between verb and figure, only what stands right before the figure can bar it.
  [[nodiscard]] Role role_far_behind(std::size_t at, std::string_view lemma) const {
    static const WordSet passive{"was", "were", "is", "are", "be", "been", "being"};
    if (passive.contains(lower(at - 1)) && lemma != "fine") return Role::none;
    return role_behind(std::max(at, first_ - 2), lemma);
  }

  const TokenizedText& text_;
  std::size_t first_;
  std::size_t last_;
  std::size_t begin_;
  std::size_t end_;
  std::string_view dimension_;
};

}  // namespace

Predicate find_predicate(const TokenizedText& text, std::size_t first, std::size_t last,
                         std::size_t begin, std::size_t end, std::string_view dimension) {
  return PredicateFinder(text, first, last, begin, end, dimension).run();
}

}  // namespace claimtrail
