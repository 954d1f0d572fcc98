#include "core/linking/refutation.h"

#include <string>
#include <vector>

#include "core/linking/words.h"
#include "core/text/refutation.h"

namespace claimtrail {
namespace {

/// How far into a text its opening reaches, in bytes: some eight sentences.
constexpr std::uint32_t kOpening = 1200;

/// Somebody is said to deny it.
bool is_denied(const Claim& claim) {
  return !claim.attribution.empty() && claim.attribution.front().hedge == Hedge::denied &&
         claim.polarity == Polarity::affirmed;
}

}  // namespace

bool says_something_is_not_so(const StoredClaim& stored) {
  if (is_denied(stored.claim)) return true;
  if (!may_say_not_so(stored.exact)) return false;
  const std::vector<std::string> words = folded_words(stored.exact);
  return says_not_so(std::vector<std::string_view>(words.begin(), words.end()));
}

bool refutes_story(const StoredClaim& stored) {
  const BlockKind block = stored.claim.block;
  const bool top = block == BlockKind::headline || block == BlockKind::standfirst;
  return (top || stored.claim.span.start <= kOpening) && says_something_is_not_so(stored);
}

}  // namespace claimtrail
