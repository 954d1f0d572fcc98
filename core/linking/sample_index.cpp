#include "core/linking/sample_index.h"

#include <algorithm>
#include <utility>

#include "core/linking/sorted_numbers.h"

namespace claimtrail {
namespace {

constexpr std::size_t kCrowd = 64;
constexpr std::size_t kFewestShared = 2;
constexpr std::size_t kSharedOneIn = 16;  ///< of the shorter text's sample

std::size_t fewest_shared(std::size_t sampled_a, std::size_t sampled_b) {
  return std::max(kFewestShared, std::min(sampled_a, sampled_b) / kSharedOneIn);
}

}  // namespace

bool may_be_copies(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const std::size_t shared = count_shared(a, b);
  return shared >= fewest_shared(a.size(), b.size()) || (shared == a.size() && shared == b.size());
}

// Up to a crowd of texts, no shingle is held by more: each two are counted, which is less work than
// the postings.
SampleIndex::SampleIndex(std::vector<std::span<const std::uint32_t>> samples)
    : samples_(std::move(samples)) {
  if (samples_.size() > kCrowd) make_postings();
}

void SampleIndex::make_postings() {
  shared_.resize(samples_.size());
  for (const std::span<const std::uint32_t> sample : samples_) {
    const auto text = static_cast<std::uint32_t>(first_run_.size());
    first_run_.push_back(static_cast<std::uint32_t>(postings_.size()));
    for (const std::uint32_t hash : sample) postings_.push_back({hash, text});
  }
  first_run_.push_back(static_cast<std::uint32_t>(postings_.size()));
  std::sort(postings_.begin(), postings_.end());
  runs_.resize(postings_.size());
  std::vector<std::uint32_t> next(first_run_.begin(), first_run_.end() - 1);
  for (std::uint32_t first = 0; first < postings_.size();) {
    std::uint32_t end = first;
    while (end < postings_.size() && postings_[end].hash == postings_[first].hash) ++end;
    for (std::uint32_t at = first; at < end; ++at) {
      runs_[next[postings_[at].text]++] = {first, end - first > kCrowd ? first + 1 : at};
    }
    first = end;
  }
}

bool SampleIndex::enough(std::size_t shared, std::uint32_t a, std::uint32_t b) const {
  return shared >= fewest_shared(samples_[a].size(), samples_[b].size());
}

std::vector<std::uint32_t> SampleIndex::before_by_counting(std::uint32_t text) const {
  std::vector<std::uint32_t> near;
  for (std::uint32_t other = 0; other < text; ++other) {
    if (enough(count_shared(samples_[text], samples_[other]), text, other)) near.push_back(other);
  }
  return near;
}

std::vector<std::uint32_t> SampleIndex::before(std::uint32_t text) {
  if (postings_.empty()) return before_by_counting(text);
  std::vector<std::uint32_t> touched;
  for (std::uint32_t run = first_run_[text]; run < first_run_[text + 1]; ++run) {
    for (std::uint32_t at = runs_[run].begin; at < runs_[run].end; ++at) {
      const std::uint32_t other = postings_[at].text;
      if (other != text && shared_[other]++ == 0) touched.push_back(other);
    }
  }
  std::vector<std::uint32_t> near;
  for (const std::uint32_t other : touched) {
    if (enough(std::exchange(shared_[other], 0U), text, other)) near.push_back(other);
  }
  std::sort(near.begin(), near.end());
  return near;
}

}  // namespace claimtrail
