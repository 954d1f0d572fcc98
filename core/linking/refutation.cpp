#include "core/linking/refutation.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/linking/words.h"

namespace claimtrail {
namespace {

/// How far into a text its opening reaches, in bytes: some five sentences.
constexpr std::uint32_t kOpening = 700;

const std::unordered_set<std::string> kRefuting{
    "hoax",  "hoaxes",     "hoaxer",     "fake",      "faked",   "fakery",    "untrue",
    "bogus", "fabricated", "satire",     "satirical", "debunk",  "debunked",  "debunks",
    "prank", "pranked",    "fictitious", "false",     "falsely", "unfounded", "photoshopped"};

/// What "not", "isn't" or "no" before it refutes.
const std::unordered_set<std::string> kTruth{"true",    "real",  "authentic",
                                             "genuine", "truth", "legitimate"};

bool is_negation(const std::string& word) {
  return word == "not" || word == "no" || word == "never" || word.ends_with("n't");
}

}  // namespace

bool refutes_story(const StoredClaim& stored) {
  const Claim& claim = stored.claim;
  const bool top = claim.block == BlockKind::headline || claim.block == BlockKind::standfirst;
  if (!top && claim.span.start > kOpening) return false;
  const std::vector<std::string> words = folded_words(stored.exact);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool negated =
        i > 0 && (is_negation(words[i - 1]) || (i > 1 && is_negation(words[i - 2])));
    if (kRefuting.contains(words[i])) return !negated;
    if (kTruth.contains(words[i]) && negated) return true;
    if ((words[i] == "turns" || words[i] == "turned") && i + 1 < words.size() &&
        words[i + 1] == "out") {
      return true;
    }
  }
  return false;
}

}  // namespace claimtrail
