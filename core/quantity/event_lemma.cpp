#include <unordered_map>
#include <vector>

#include "core/quantity/predicates.h"
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

bool counts_its_agents(std::string_view lemma) {
  static const WordSet lemmas{"gather", "vote", "visit", "cross", "join"};
  return lemmas.contains(lemma);
}

}  // namespace claimtrail
