#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/claim.h"

namespace claimtrail {

/// How a cue word binds its content and its source; see the head of lexicon/cues.en.txt.
enum class Frame : std::uint32_t {
  quote = 1U << 0U,
  clause = 1U << 1U,
  that = 1U << 2U,
  addressee = 1U << 3U,
  object = 1U << 4U,
  infinitive = 1U << 5U,
  on = 1U << 6U,
  of = 1U << 7U,
  about = 1U << 8U,
  for_ = 1U << 9U,
  against = 1U << 10U,
  as = 1U << 11U,
  from = 1U << 12U,
  passive = 1U << 13U,
  with_out = 1U << 14U,
  with_at = 1U << 30U,
  weak = 1U << 15U,
  by = 1U << 16U,
  source_after = 1U << 17U,
  cited = 1U << 18U,
  none = 1U << 19U,
  with_it = 1U << 20U,
  with_on = 1U << 21U,
  to = 1U << 22U,
  whether = 1U << 23U
};

enum class CueKind : std::uint8_t { verb, noun, phrase, adverb };

/// One line of the cue table.
struct CueEntry {
  CueKind kind = CueKind::verb;
  std::string words;  ///< lemma, or the words of a phrase joined by blanks
  Hedge hedge = Hedge::asserted;
  std::uint32_t frames = 0;
  std::optional<ClaimType> type;
  std::string line;  ///< as it stands in the table, blanks folded

  [[nodiscard]] bool has(Frame frame) const {
    return (frames & static_cast<std::uint32_t>(frame)) != 0;
  }
};

/// What a folded word may be. A word may be several at once; context decides.
enum class Class : std::uint64_t {
  determiner = 1ULL << 0U,
  possessive = 1ULL << 1U,
  pronoun = 1ULL << 2U,
  object_pronoun = 1ULL << 3U,
  preposition = 1ULL << 4U,
  conjunction = 1ULL << 5U,
  subordinator = 1ULL << 6U,
  relative = 1ULL << 7U,
  modal = 1ULL << 8U,
  be = 1ULL << 9U,
  have = 1ULL << 10U,
  do_ = 1ULL << 11U,
  negation = 1ULL << 12U,
  adverb = 1ULL << 13U,
  day = 1ULL << 14U,
  month = 1ULL << 15U,
  time = 1ULL << 16U,
  occasion = 1ULL << 17U,
  not_verb = 1ULL << 18U,
  verb_base = 1ULL << 19U,
  verb_third = 1ULL << 20U,
  verb_past = 1ULL << 21U,
  verb_participle = 1ULL << 22U,
  verb_ing = 1ULL << 23U,
  title = 1ULL << 24U,
  role = 1ULL << 25U,
  group = 1ULL << 26U,
  anonymous = 1ULL << 27U,
  organization = 1ULL << 28U,
  outlet = 1ULL << 29U,
  outlet_word = 1ULL << 30U,
  document = 1ULL << 31U,
  place = 1ULL << 32U,
  demonym = 1ULL << 33U,
  not_name = 1ULL << 34U,
  given_male = 1ULL << 35U,
  given_female = 1ULL << 36U,
  ing_preposition = 1ULL << 37U,
  also_noun = 1ULL << 38U,
  ly_noun = 1ULL << 39U,
  survey = 1ULL << 40U
};

struct WordEntry {
  std::uint64_t classes = 0;
  const CueEntry* verb = nullptr;
  const CueEntry* noun = nullptr;
  const CueEntry* adverb = nullptr;
  bool starts_phrase = false;

  [[nodiscard]] bool is(Class wanted) const {
    return (classes & static_cast<std::uint64_t>(wanted)) != 0;
  }
};

/// The hand-written tables of one language, read once. Immutable; safe on many threads.
class Lexicon {
 public:
  /// Reads the three tables; throws std::logic_error naming table and line where one is broken.
  Lexicon(std::string_view cues, std::string_view words, std::string_view claimants);

  /// The tables that are built into the program.
  [[nodiscard]] static const Lexicon& english();

  /// What is known of a folded word or of several joined by "_"; an empty entry for unknown words.
  [[nodiscard]] const WordEntry& word(std::string_view folded) const;
  /// The phrases, longest first.
  [[nodiscard]] const std::vector<const CueEntry*>& phrases() const { return phrases_; }
  [[nodiscard]] const std::deque<CueEntry>& entries() const { return entries_; }
  /// The base form of a verb form that the tables know; empty otherwise.
  [[nodiscard]] std::string_view lemma(std::string_view folded) const;

 private:
  struct Irregular {
    std::string past;
    std::string participle;
  };

  void read_words(std::string_view table, const char* name);
  void read_cues(std::string_view table);
  void add_verb(const std::string& lemma, const CueEntry* cue);
  void add_form(const std::string& form, const std::string& lemma, Class kind, const CueEntry* cue);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::deque<CueEntry> entries_;
  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> lemmas_;
  std::unordered_map<std::string, Irregular> irregular_;
  std::vector<std::string> plain_verbs_;
  std::vector<std::string> doubling_;
  std::vector<const CueEntry*> phrases_;
};

/// The tables as text, embedded when the program is built from core/attribution/lexicon/*.txt.
extern const std::string_view english_cues;
extern const std::string_view english_words;
extern const std::string_view english_claimants;

}  // namespace claimtrail
