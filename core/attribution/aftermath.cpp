#include "core/attribution/aftermath.h"

#include <algorithm>

#include "core/quantity/predicates.h"
#include "core/text/word_set.h"

namespace claimtrail {
namespace {

bool follows_an_event(std::string_view word) {
  static const WordSet words{"acquitted",  "appear",      "appearance", "appeared",    "appears",
                             "arraigned",  "arraignment", "arrest",     "arrested",    "arrests",
                             "bail",       "bond",        "booked",     "buried",      "charged",
                             "convicted",  "court",       "custody",    "extradited",  "face",
                             "faced",      "faces",       "funeral",    "guilty",      "hearing",
                             "identified", "indicted",    "indictment", "jailed",      "judge",
                             "mourned",    "pleaded",     "pleads",     "pled",        "released",
                             "remembered", "sentenced",   "sentencing", "surrendered", "testified",
                             "trial",      "verdict",     "vigil"};
  return words.contains(word);
}

/// What an event does to those it meets.
bool is_harm(std::string_view lemma) {
  static const WordSet lemmas{"kill",   "injure", "shoot",    "damage", "destroy", "attack",
                              "infect", "trap",   "displace", "abduct", "miss"};
  return lemmas.contains(lemma);
}

/// Whether the items [first, last) of the unit tell of it.
bool tells_of_harm(const TokenizedText& text, const Unit& unit, std::size_t first,
                   std::size_t last) {
  for (std::size_t i = first; i < std::min(last, unit.items.size()); ++i) {
    if (is_harm(event_lemma(lower_of(text, unit.items[i])))) return true;
  }
  return false;
}

}  // namespace

bool dates_the_aftermath(const TokenizedText& text, const Unit& unit, Span date,
                         const Figure& figure) {
  if (!unit.parsed || !is_harm(figure.predicate)) return false;
  const auto in_date = [&](const Item& item) {
    return date.contains(text.tokens[item.first].span);
  };
  const auto begin = std::find_if(unit.items.begin(), unit.items.end(), in_date);
  const auto end = std::find_if_not(begin, unit.items.end(), in_date);
  const auto first = static_cast<std::size_t>(begin - unit.items.begin());
  const auto last = static_cast<std::size_t>(end - unit.items.begin());
  return std::any_of(begin, end, [&](const Item& item) {
    if (item.head < 0) return false;
    const auto head = static_cast<std::size_t>(item.head);
    // Nearer to the harm it is the harm's, whatever the tree says: "arrested after a shooting on
    // Friday", "charged in a Friday shooting".
    return follows_an_event(lower_of(text, unit.items[head])) &&
           !tells_of_harm(text, unit, head < first ? head : 0, last + 1);
  });
}

}  // namespace claimtrail
