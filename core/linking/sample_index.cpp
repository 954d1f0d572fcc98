#include "core/linking/sample_index.h"

#include <algorithm>
#include <utility>

namespace claimtrail {
namespace {

constexpr std::size_t kCrowd = 64;
constexpr std::size_t kFewestShared = 2;
constexpr std::size_t kSharedOneIn = 16;  ///< of the shorter text's sample

}  // namespace

SampleIndex::SampleIndex(const std::vector<std::vector<std::uint32_t>>& samples)
    : places_(samples.size()), shared_(samples.size()) {
  for (std::uint32_t i = 0; i < samples.size(); ++i) {
    for (const std::uint32_t hash : samples[i]) postings_.push_back({hash, i});
  }
  std::sort(postings_.begin(), postings_.end());
  for (std::size_t first = 0; first < postings_.size();) {
    std::size_t end = first;
    while (end < postings_.size() && postings_[end].hash == postings_[first].hash) ++end;
    for (std::size_t at = first; at < end; ++at) {
      places_[postings_[at].text].push_back({first, end - first > kCrowd ? first + 1 : at});
    }
    first = end;
  }
}

std::vector<std::uint32_t> SampleIndex::before(std::uint32_t text) {
  std::vector<std::uint32_t> touched;
  for (const Run& run : places_[text]) {
    for (std::size_t at = run.begin; at < run.end; ++at) {
      const std::uint32_t other = postings_[at].text;
      if (other != text && shared_[other]++ == 0) touched.push_back(other);
    }
  }
  std::vector<std::uint32_t> near;
  for (const std::uint32_t other : touched) {
    const std::size_t shorter = std::min(places_[text].size(), places_[other].size());
    const std::size_t fewest = std::max(kFewestShared, shorter / kSharedOneIn);
    if (std::exchange(shared_[other], 0) >= fewest) near.push_back(other);
  }
  std::sort(near.begin(), near.end());
  return near;
}

}  // namespace claimtrail
