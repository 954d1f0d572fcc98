#include "core/trail/changes.h"

#include <algorithm>
#include <map>

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

class Comparison {
 public:
  Comparison(std::size_t report, const RevisionReading& from, const RevisionReading& to,
             std::vector<RevisionChange>& changes)
      : report_(report), from_(from), to_(to), changes_(changes) {
    noted_ = !to.note.empty() && to.note != from.note;
  }

  void run() {
    std::map<std::string, const StoredClaim*> earlier;
    for (const StoredClaim& claim : from_.claims) earlier[claim.claim.id] = &claim;
    for (const StoredClaim& claim : to_.claims) {
      const auto found = earlier.find(claim.claim.id);
      if (found == earlier.end()) {
        add("added", nullptr, &claim, "", claim.exact);
      } else {
        compare(*found->second, claim);
        earlier.erase(found);
      }
    }
    for (const StoredClaim& claim : from_.claims) {
      if (earlier.contains(claim.claim.id)) add("removed", &claim, nullptr, claim.exact, "");
    }
  }

 private:
  void compare(const StoredClaim& before, const StoredClaim& after) {
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
    if (changes_.size() == count && folded_words(before.exact) != folded_words(after.exact)) {
      add("wording", &before, &after, before.exact, after.exact);
    }
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
