#include <set>

#include <fmt/format.h>

#include "cli/render/text.h"
#include "cli/review/claimants.h"
#include "cli/review/layout.h"
#include "cli/review/walk_pairs.h"

namespace claimtrail {
namespace {

constexpr std::size_t most_examples = 3;
constexpr std::size_t width = 80;

/// A claimant with what it is quoted for, by outlet.
std::string said_by(const Claimant& claimant, const Store& store, const Terminal& terminal) {
  ClaimFilter filter;
  filter.claimant = claimant.id;
  const std::vector<StoredClaim> claims = store.claims(filter);
  std::set<std::string> outlets;
  std::string examples;
  std::size_t shown = 0;
  for (const StoredClaim& stored : claims) {
    const auto report = store.report(stored.report);
    if (report) outlets.insert(report->outlet);
    if (shown++ >= most_examples) continue;
    for (const std::string& line :
         set_lines({{"»" + stored.exact + "« "}, {report ? report->outlet : "", Style::dim}}, width,
                   "  ", terminal)) {
      examples += line + "\n";
    }
  }
  return fmt::format(
      "{}  {}, {} {} in {} {}\n{}", terminal.paint(Style::bold, printable(claimant.name)),
      to_string(claimant.kind), claims.size(), claims.size() == 1 ? "claim" : "claims",
      outlets.size(), outlets.size() == 1 ? "outlet" : "outlets", examples);
}

}  // namespace

WalkSummary walk_claimants(Store& store, ReviewConsole& console, const Terminal& terminal,
                           const Clock& clock, const std::string& by) {
  std::vector<PairCard> cards;
  for (const MergeSuggestion& suggestion : open_suggestions(store)) {
    PairCard card;
    card.words = fmt::format("{}\n{}\nThey may be one: {} has {}.\n",
                             said_by(suggestion.variant, store, terminal),
                             said_by(suggestion.fuller, store, terminal),
                             printable(suggestion.variant.name), suggestion.why);
    card.decide = [&store, &clock, &by, variant = suggestion.variant.id,
                   fuller = suggestion.fuller.id](bool same, const std::string& reason) {
      return decide_merge(store, {variant, fuller, same, reason, by}, clock.now());
    };
    cards.push_back(std::move(card));
  }
  const PairWords words{"No two claimants look like one.", "Claimants",
                        "They count as one from now on."};
  const int decided = walk_pairs(cards, words, store, console, terminal, clock, by);
  return {decided, static_cast<int>(open_suggestions(store).size())};
}

}  // namespace claimtrail
