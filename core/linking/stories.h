#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/linking/word_weights.h"
#include "core/model/time.h"

namespace claimtrail {

/// One report as its story is told by.
struct StoryReport {
  std::string id;
  std::optional<Day> published;
  WordVector words;  ///< of its headline, standfirst and claims
};

/// Which reports tell of the same happening: for each the index of the first of its story, a report
/// that nothing joins being its own.
///
/// Two stories become one while the average cosine of their reports, pairs more than a week apart
/// counting as strangers, is at least `kSameStory`; the most alike first, ties by id (average
/// linkage, Sokal and Michener 1958). So one report that resembles two stories does not chain them.
/// A function of the set; the order of `reports` changes nothing but the indices. Time is about
/// the number of pairs that share a telling word within a week. Pure.
[[nodiscard]] std::vector<std::size_t> find_stories(const std::vector<StoryReport>& reports);

}  // namespace claimtrail
