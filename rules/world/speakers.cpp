#include "rules/world/speakers.h"

#include <algorithm>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

const std::vector<Claimant>* speakers_of(const Facts& facts) {
  const Claim& claim = facts.reading->claim();
  return claim.attribution.empty() ? nullptr : &claim.attribution.front().claimants;
}

/// "Roe" and "Ann Roe", "Mike Roe" and "Michael Roe"; of organizations all words of one name.
bool one_name_for_other(const Claimant& a, const Claimant& b) {
  std::vector<std::string> few = folded_words(a.name);
  std::vector<std::string> many = folded_words(b.name);
  if (few.size() > many.size()) std::swap(few, many);
  const bool people = a.kind == ClaimantKind::named_person;
  if (people && !few.empty() && few.back() == many.back()) return true;
  return !few.empty() && std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return std::find(many.begin(), many.end(), word) != many.end();
  });
}

bool may_be_one(const Claimant& a, const Claimant& b) {
  if (a.id == b.id) return true;
  const bool same_kind = a.kind == b.kind;
  const bool named = a.kind == ClaimantKind::named_person || a.kind == ClaimantKind::organization;
  return !same_kind || !named || one_name_for_other(a, b);
}

}  // namespace

bool may_be_one_speaker(const Facts& a, const Facts& b) {
  const std::vector<Claimant>* left = speakers_of(a);
  const std::vector<Claimant>* right = speakers_of(b);
  if (left == nullptr || right == nullptr || left->empty() || right->empty()) return true;
  return std::any_of(left->begin(), left->end(), [&](const Claimant& one) {
    return std::any_of(right->begin(), right->end(),
                       [&](const Claimant& other) { return may_be_one(one, other); });
  });
}

}  // namespace claimtrail
