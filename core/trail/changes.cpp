#include "core/trail/changes.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/linking/quotes.h"
#include "core/linking/words.h"
#include "core/quantity/compare.h"

namespace claimtrail {
namespace {

std::string claimants_of(const Claim& claim) {
  if (claim.attribution.empty()) return "";
  std::string names;
  for (const Claimant& claimant : claim.attribution.front().claimants) {
    if (!names.empty()) names += ", ";
    names += claimant.name;
  }
  return names.empty() ? "somebody unnamed" : names;
}

std::string hedge_of(const Claim& claim) {
  return claim.attribution.empty() ? "" : to_string(claim.attribution.front().hedge);
}

bool is_quoted(const Claim& claim) {
  return claim.manner == Manner::direct || claim.manner == Manner::mixed;
}

bool same_figures(const Claim& a, const Claim& b) {
  return a.figures.size() == b.figures.size() &&
         std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), same_value);
}

std::string figures_of(const Claim& claim) {
  std::string words;
  for (const Figure& figure : claim.figures) {
    if (!words.empty()) words += ", ";
    words += describe(figure);
  }
  return words.empty() ? "no figure" : words;
}

std::string days_of(const Claim& claim) {
  if (!claim.as_of) return "no day";
  const DayRange& range = claim.as_of->range;
  return fmt::format("{} until {}", format_day(range.from), format_day(range.to));
}

class Comparison {
 public:
  Comparison(std::size_t report, const RevisionReading& from, const RevisionReading& to,
             std::vector<RevisionChange>& changes)
      : report_(report), from_(from), to_(to), changes_(changes) {
    noted_ = !to.note.empty() && to.note != from.note;
  }

  void run() {
    const std::set<std::string> moved = moved_claims();
    std::map<std::string, const StoredClaim*> earlier;
    for (const StoredClaim& claim : from_.claims) earlier[claim.claim.id] = &claim;
    for (const StoredClaim& claim : to_.claims) {
      const auto found = earlier.find(claim.claim.id);
      if (found == earlier.end()) {
        add("added", nullptr, &claim, "", claim.exact);
      } else {
        compare(*found->second, claim, moved);
        earlier.erase(found);
      }
    }
    for (const StoredClaim& claim : from_.claims) {
      if (earlier.contains(claim.claim.id)) add("removed", &claim, nullptr, claim.exact, "");
    }
  }

 private:
  /// Claims that stand elsewhere among those both revisions hold: the fewest whose leaving would
  /// put the others into one order.
  [[nodiscard]] std::set<std::string> moved_claims() const {
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < from_.claims.size(); ++i) place[from_.claims[i].claim.id] = i;
    std::vector<std::size_t> places;
    std::vector<const std::string*> ids;
    for (const StoredClaim& claim : to_.claims) {
      const auto found = place.find(claim.claim.id);
      if (found == place.end()) continue;
      places.push_back(found->second);
      ids.push_back(&claim.claim.id);
    }
    std::vector<std::size_t> tops;
    std::vector<std::size_t> previous(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto top = std::lower_bound(
          tops.begin(), tops.end(), places[i],
          [&](std::size_t each, std::size_t value) { return places[each] < value; });
      previous[i] = top == tops.begin() ? i : *(top - 1);
      if (top == tops.end()) {
        tops.push_back(i);
      } else {
        *top = i;
      }
    }
    std::set<std::string> moved;
    for (const std::string* id : ids) moved.insert(*id);
    if (tops.empty()) return moved;
    for (std::size_t at = tops.back();; at = previous[at]) {
      moved.erase(*ids[at]);
      if (previous[at] == at) return moved;
    }
  }

  void compare(const StoredClaim& before, const StoredClaim& after,
               const std::set<std::string>& moved) {
    const std::size_t count = changes_.size();
    if (!same_figures(before.claim, after.claim)) {
      add("figure", &before, &after, figures_of(before.claim), figures_of(after.claim));
    }
    if (claimants_of(before.claim) != claimants_of(after.claim)) {
      const auto name = [](const std::string& names) {
        return names.empty() ? std::string("the outlet's own voice") : names;
      };
      add("claimant", &before, &after, name(claimants_of(before.claim)),
          name(claimants_of(after.claim)));
    } else if (hedge_of(before.claim) != hedge_of(after.claim)) {
      add("hedge", &before, &after, hedge_of(before.claim), hedge_of(after.claim));
    }
    if (is_quoted(before.claim) && is_quoted(after.claim)) {
      const QuoteChange change = compare_quotes(before.exact, after.exact);
      if (change == QuoteChange::altered || change == QuoteChange::truncated) {
        add("quote", &before, &after, before.exact, after.exact);
      }
    }
    if (before.claim.polarity != after.claim.polarity) {
      add("polarity", &before, &after, to_string(before.claim.polarity),
          to_string(after.claim.polarity));
    }
    if (changes_.size() == count && days_of(before.claim) != days_of(after.claim)) {
      add("as_of", &before, &after, days_of(before.claim), days_of(after.claim));
    }
    if (changes_.size() == count && folded_words(before.exact) != folded_words(after.exact)) {
      add("wording", &before, &after, before.exact, after.exact);
    }
    if (changes_.size() > count) return;
    if (before.claim.block != after.claim.block) {
      add("moved", &before, &after, to_string(before.claim.block), to_string(after.claim.block));
    } else if (moved.contains(after.claim.id)) {
      add("moved", &before, &after, place_of(before, from_), place_of(after, to_));
    }
  }

  static std::string place_of(const StoredClaim& claim, const RevisionReading& reading) {
    // Readings are ordered by start, so the place is found without a walk.
    const auto at = std::lower_bound(reading.claims.begin(), reading.claims.end(), claim,
                                     [](const StoredClaim& a, const StoredClaim& b) {
                                       return a.claim.span.start < b.claim.span.start;
                                     });
    return fmt::format("claim {} of {}", at - reading.claims.begin() + 1, reading.claims.size());
  }

  void add(const char* kind, const StoredClaim* before, const StoredClaim* after, std::string was,
           std::string is) {
    RevisionChange change;
    change.report = report_;
    change.from_revision = from_.revision;
    change.to_revision = to_.revision;
    change.at = to_.fetched_at;
    change.kind = kind;
    change.before = before;
    change.after = after;
    change.was = std::move(was);
    change.is = std::move(is);
    change.noted = noted_;
    changes_.push_back(std::move(change));
  }

  std::size_t report_;
  const RevisionReading& from_;
  const RevisionReading& to_;
  std::vector<RevisionChange>& changes_;
  bool noted_ = false;
};

}  // namespace

std::vector<RevisionChange> find_changes(std::size_t report,
                                         const std::vector<RevisionReading>& history) {
  std::vector<RevisionChange> changes;
  for (std::size_t i = 1; i < history.size(); ++i) {
    Comparison(report, history[i - 1], history[i], changes).run();
  }
  return changes;
}

}  // namespace claimtrail
