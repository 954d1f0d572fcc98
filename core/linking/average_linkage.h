#pragma once

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace claimtrail {

/// How alike things are: for each, what is at all like it and how much, both ways. What is not
/// there is not alike.
using Likeness = std::vector<std::unordered_map<std::size_t, double>>;

/// Puts together what is alike: two groups become one while the average over their pairs is at
/// least `least`; the most alike first, ties by the smaller index (average linkage, Sokal and
/// Michener, 1958). So one thing that resembles two groups does not chain them. For each thing the
/// answer has the first of its group. Pure; about linear in the pairs but for their logarithm.
[[nodiscard]] std::vector<std::size_t> average_linkage(Likeness alike, double least);

}  // namespace claimtrail
