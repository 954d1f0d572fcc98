#include "core/quantity/predicates.h"

#include <array>
#include <unordered_map>

#include "core/quantity/nouns.h"
#include "core/quantity/number_words.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

struct EventClass {
  std::string_view lemma;
  std::string_view forms;
};

// clang-format off
constexpr EventClass kEvents[] = {
    {"kill", "kill kills killed killing slay slew slain slaying murder murdered murders murdering massacre massacred massacring execute executed executing dead die dies died dying death deaths fatality fatalities perish perished perishing assassinate assassinated drown drowned lives martyred"},
    {"injure", "injure injures injured injuring injury injuries wound wounds wounded wounding hurt hurting maim maimed maiming hospitalize hospitalized hospitalise hospitalised burnt"},
    {"shoot", "shoot shoots shot shooting stab stabbed stabbing"},
    {"miss", "missing unaccounted"},
    {"arrest", "arrest arrests arrested arresting detain detains detained detaining apprehend apprehended jail jailed jailing imprison imprisoned imprisoning"},
    {"charge", "charge charges charged charging indict indicted prosecute prosecuted"},
    {"convict", "convict convicts convicted convicting sentence sentenced sentencing"},
    {"deploy", "deploy deploys deployed deploying deployment send sends sent sending dispatch dispatches dispatched dispatching station stationed stationing"},
    {"mobilize", "mobilize mobilizes mobilized mobilise mobilised mobilizing mobilising conscript conscripted conscripting recruit recruited recruiting enlist enlisted draft drafted"},
    {"withdraw", "withdraw withdraws withdrew withdrawn withdrawing pull pulled"},
    {"capture", "capture captures captured capturing seize seizes seized seizing overrun overran conquer conquered conquering recapture recaptured recapturing retake retook retaken liberate liberated liberating annex annexed take takes took taken taking gain gained"},
    {"control", "control controls controlled controlling hold holds held holding occupy occupies occupied occupying"},
    {"lose", "lose loses lost losing cede ceded"},
    {"destroy", "destroy destroys destroyed destroying demolish demolished demolishing raze razed razing wreck wrecked flatten flattened burn burns burned burning gut gutted"},
    {"damage", "damage damages damaged damaging hit hits hitting strike strikes struck"},
    {"down", "down downed downing intercept intercepts intercepted intercepting"},
    {"launch", "launch launches launched launching fire fires fired firing drop dropped dropping"},
    {"attack", "attack attacks attacked attacking bomb bombed bombing shell shelled shelling raid raided"},
    {"trap", "trap trapped trapping strand stranded"},
    {"rescue", "rescue rescues rescued rescuing save saves saved saving"},
    {"evacuate", "evacuate evacuates evacuated evacuating evacuation"},
    {"displace", "displace displaces displaced displacing flee flees fled fleeing uproot uprooted"},
    {"release", "release releases released releasing free frees freed freeing exchange exchanged swap swapped"},
    {"abduct", "abduct abducts abducted abducting kidnap kidnaps kidnapped kidnapping"},
    {"infect", "infect infects infected infecting sicken sickened diagnose diagnosed"},
    {"vaccinate", "vaccinate vaccinates vaccinated vaccinating"},
    {"gather", "gather gathers gathered gathering attend attends attended attending march marches marched marching protest protests protested protesting rally rallied rallying demonstrate demonstrated turnout assemble assembled"},
    {"vote", "vote votes voted voting cast ballot"},
    {"deliver", "deliver delivers delivered delivering supply supplied supplying provide provides provided providing donate donated ship shipped shipping"},
    {"pay", "pay pays paid paying spend spends spent spending"},
    {"cost", "cost costs costing"},
    {"earn", "earn earns earned earning"},
    {"sell", "sell sells sold selling"},
    {"buy", "buy buys bought buying purchase purchased purchasing acquire acquired acquiring"},
    {"invest", "invest invests invested investing"},
    {"raise", "raise raises raised raising"},
    {"fine", "fined fining"},
    {"produce", "produce produces produced producing manufacture manufactured"},
    {"build", "build builds built building construct constructed constructing"},
    {"employ", "employ employs employed employing"},
    {"hire", "hire hires hired hiring"},
    {"dismiss", "dismiss dismissed dismissing lay laid axe axed sack sacked"},
    {"cut", "cut cuts cutting slash slashed slashing eliminate eliminated eliminating"},
    {"rise", "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing jump jumped jumping grow grows grew grown growing soar soared surge surged"},
    {"fall", "fall falls fell fallen falling decline declines declined declining decrease decreased decreasing slump slumped plunge plunged tumble tumbled slide slid slip slipped shrink shrank"},
    {"visit", "visit visits visited visiting"},
    {"cross", "cross crosses crossed crossing"},
    {"close", "close closes closed closing shut"},
    {"cancel", "cancel cancels canceled cancelled cancelling canceling"},
    {"join", "join joins joined joining"},
    {"test", "test tests tested testing"},
    {"find", "discover discovered recover recovered recovering"},
    {"win", "win wins won winning"},
};
// clang-format on

const WordSet& clause_ends() {
  static const WordSet words{";",     ":",       ".",        "?",      "!",     "\"",
                             "that",  "because", "although", "though", "while", "whereas",
                             "but",   "after",   "before",   "when",   "if",    "unless",
                             "until", "as",      "by",       "for",    "than",  "said",
                             "says",  "say",     "who",      "which",  "where"};
  return words;
}

bool is_auxiliary(std::string_view word) {
  static const WordSet words{
      "was",        "were",       "is",         "are",       "be",      "been",     "being",
      "has",        "have",       "had",        "will",      "would",   "could",    "may",
      "might",      "must",       "can",        "got",       "get",     "also",     "not",
      "n't",        "now",        "reportedly", "already",   "since",   "still",    "to",
      "remain",     "remained",   "left",       "confirmed", "feared",  "believed", "presumed",
      "reported",   "officially", "allegedly",  "either",    "all",     "both",     "seriously",
      "critically", "badly",      "slightly",   "severely",  "fatally", "mortally", "shot"};
  return words.contains(word);
}

/// "12 gunmen killed three guards": an active verb at `at` with its object behind it. What the
/// number counts is who acts.
bool acts_on_others(const TokenizedText& text, std::size_t at, std::size_t end) {
  static const WordSet alone{"died",      "fled",    "rose",      "fell",    "grew",
                             "gathered",  "marched", "protested", "rallied", "demonstrated",
                             "assembled", "drowned", "perished",  "voted",   "joined",
                             "attended",  "crossed", "visited"};
  if (alone.contains(text.lower[at]) || at + 1 >= end) return false;
  static const WordSet opens{"a",      "an",       "the",       "his",   "her",     "their",
                             "its",    "some",     "more",      "over",  "several", "many",
                             "dozens", "hundreds", "thousands", "about", "nearly",  "them",
                             "him",    "another",  "scores",    "up",    "all"};
  const std::size_t next = at + 1;
  if (text.tokens[next].kind == TokenKind::number || number_word(text.lower[next]) != nullptr)
    return true;
  if (text.lower[next] == "at" && next + 1 < end && text.lower[next + 1] == "least") return true;
  if (text.tokens[next].kind != TokenKind::word) return false;
  return opens.contains(text.lower[next]) || is_plural(text.lower[next]);
}

/// "shot dead", "stabbed to death", "shot and killed", "fatally shot": words of an attack or a find
/// at `at` that say its end.
bool ends_in_death(const TokenizedText& text, std::size_t at, std::size_t begin, std::size_t end) {
  static const WordSet attacks{"shot",    "shoots",   "shooting",  "stabbed", "beaten",
                               "beat",    "hacked",   "strangled", "burned",  "found",
                               "crushed", "trampled", "stabbing",  "wounded", "struck",
                               "hit",     "injured"};
  static const WordSet fatal{"fatally", "mortally"};
  const auto lower = [&](std::size_t i) {
    return i >= begin && i < end ? std::string_view(text.lower[i]) : std::string_view{};
  };
  if (!attacks.contains(lower(at))) return false;
  if (at > begin && fatal.contains(lower(at - 1))) return true;
  const std::string_view next = lower(at + 1);
  if (next == "dead" || next == "fatally") return true;
  if (next == "to" && lower(at + 2) == "death") return true;
  // "found shot to death", "was shot and fatally wounded"
  if (lower(at) == "found") return ends_in_death(text, at + 1, begin, end);
  return next == "and" && (lower(at + 2) == "killed" || fatal.contains(lower(at + 2)));
}

/// "the deaths of two men", "the fatal shooting of three": the noun at `at` tells who died.
bool names_deaths(const TokenizedText& text, std::size_t at, std::size_t begin) {
  static const WordSet nouns{"death",    "deaths",  "murder",   "murders",  "killing",
                             "killings", "slaying", "slayings", "homicide", "homicides"};
  static const WordSet attacks{"shooting", "shootings", "stabbing", "stabbings"};
  const std::string_view before =
      at > begin ? std::string_view(text.lower[at - 1]) : std::string_view{};
  if (nouns.contains(text.lower[at])) return before != "attempted";
  return attacks.contains(text.lower[at]) && (before == "fatal" || before == "deadly");
}

}  // namespace

std::string_view event_lemma(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> lemmas = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const EventClass& event : kEvents) {
      std::string_view forms = event.forms;
      while (!forms.empty()) {
        const std::size_t blank = forms.find(' ');
        made.emplace(forms.substr(0, blank), event.lemma);
        forms = blank == std::string_view::npos ? std::string_view{} : forms.substr(blank + 1);
      }
    }
    return made;
  }();
  static const WordSet known = [] {
    std::vector<std::string_view> words;
    for (const auto& [form, lemma] : lemmas) words.push_back(form);
    return WordSet(words);
  }();
  if (!known.contains(word)) return {};
  const auto found = lemmas.find(word);
  return found == lemmas.end() ? std::string_view{} : found->second;
}

std::string_view find_predicate(const TokenizedText& text, std::size_t first, std::size_t last,
                                std::size_t begin, std::size_t end) {
  const auto lower = [&text](std::size_t at) { return std::string_view(text.lower[at]); };
  // "killed two days later", "three counts of murder": nothing happens to these.
  static const WordSet happenings{"times",     "counts",    "count",     "warrants",  "charges",
                                  "shootings", "incidents", "shots",     "rounds",    "bullets",
                                  "cases",     "felonies",  "occasions", "homicides", "scenes"};
  if (last > first && last <= end && happenings.contains(lower(last - 1))) {
    return lower(last - 1) == "homicides" ? event_lemma("killed") : std::string_view{};
  }
  // "a father of three who was shot": these are not who was.
  static const WordSet parents{"father", "mother",  "dad",         "mom",        "mum",
                               "parent", "parents", "grandmother", "grandfather"};
  if (first >= begin + 2 && lower(first - 1) == "of" && parents.contains(lower(first - 2)))
    return {};
  // Its own noun: "12 dead", "300 injuries", "two deaths", "17 wounded".
  if (last > first && last <= end) {
    static const WordSet told{"dead",      "wounded",    "injured",  "missing",  "deaths",
                              "death",     "fatalities", "fatality", "injuries", "killed",
                              "hurt",      "lives",      "arrests",  "infected", "evacuated",
                              "displaced", "detained",   "arrested", "shot"};
    if (told.contains(lower(last - 1))) return event_lemma(lower(last - 1));
    // "three wounded people", "two dead climbers"
    static const WordSet states{"dead", "slain", "murdered", "wounded", "injured", "missing"};
    for (std::size_t at = first; at + 1 < last; ++at) {
      if (states.contains(lower(at))) return event_lemma(lower(at));
    }
  }
  // The verb right before it: "captured over 1,300", "killing 12", "wounding another five".
  static const WordSet between{"at",   "least", "about",     "some",    "up",         "to",
                               "an",   "a",     "the",       "another", "as",         "many",
                               "more", "than",  "estimated", "its",     "their",      "his",
                               "of",   "all",   "one",       "total",   "and",        "down",
                               "over", "only",  "just",      "further", "additional", "nearly"};
  constexpr std::size_t kNear = 4;
  std::string_view shared;  // "was killed and three": unless a verb of their own follows
  for (std::size_t at = first; at > begin && first - at < kNear;) {
    --at;
    if (lower(at + 1) == "of" && names_deaths(text, at, begin)) return "kill";
    if (at > begin && lower(at - 1) == "attempted") break;
    auto lemma = event_lemma(lower(at));
    if (!lemma.empty() && lower(at) != "down") {
      if (ends_in_death(text, at, begin, first)) lemma = "kill";
      const bool noun =
          at > begin && (lower(at - 1) == "the" || lower(at - 1) == "a" || lower(at - 1) == "of");
      if (!noun && lower(at + 1) == "and" && at + 1 < first) {
        shared = lemma;
        break;
      }
      if (!noun) return lemma;
      break;
    }
    if (!between.contains(lower(at))) break;
  }
  // The verb after it: "were deployed", "have died", "people in the village were killed".
  constexpr std::size_t kAhead = 12;
  bool auxiliary = false;
  for (std::size_t at = last; at < end && at < last + kAhead; ++at) {
    const std::string_view word = lower(at);
    // "left two men dead", "four people found shot to death", "two men shot and killed"
    if ((auxiliary || at <= last + 1) && ends_in_death(text, at, begin, end)) return "kill";
    if (at == last && (word == "dead" || word == "deceased" || word == "slain")) return "kill";
    if (is_auxiliary(word)) {
      if (word == "shot" && at + 1 < end && lower(at + 1) != "dead") return event_lemma(word);
      auxiliary = true;
      continue;
    }
    if (clause_ends().contains(word)) {
      // "12 people who were killed": the relative clause is about them; "by" and "as" end
      // everything.
      if (word == "who" || word == "that" || word == "which") continue;
      break;
    }
    if (text.tokens[at].kind == TokenKind::number && at > last) break;
    const auto lemma = event_lemma(word);
    if (lemma.empty()) continue;
    const bool finite = word.ends_with("ed") || word.ends_with("ew") || word == "died" ||
                        word == "fled" || word == "rose" || word == "fell" || word == "took" ||
                        word == "lost" || word == "won" || word == "hurt";
    if (!auxiliary && finite && at <= last + 1 && acts_on_others(text, at, end)) return {};
    if (auxiliary || (finite && at <= last + 1)) return lemma;
  }
  if (!shared.empty()) return shared;
  // The verb some words before it: "deployed from Seoul to the border over 10,000".
  constexpr std::size_t kBack = 7;
  for (std::size_t at = first; at > begin && first - at < kBack;) {
    --at;
    const std::string_view word = lower(at);
    if (word == "," || clause_ends().contains(word) || text.tokens[at].kind == TokenKind::number)
      break;
    const auto lemma = event_lemma(word);
    const bool verb = word.ends_with("ed") || word.ends_with("ing") || word == "sent" ||
                      word == "took" || word == "lost" || word == "held" || word == "shot" ||
                      word == "hit" || word == "paid" || word == "cost" || word == "sold" ||
                      word == "bought" || word == "spent" || word == "built" || word == "won" ||
                      word == "rose" || word == "fell" || word == "holds" || word == "controls";
    if (!lemma.empty() && verb) return lemma;
  }
  return {};
}

}  // namespace claimtrail
