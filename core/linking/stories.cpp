#include "core/linking/stories.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/linking/average_linkage.h"

namespace claimtrail {
namespace {

/// Measured on local news of shootings, 1,000 events at a time: between .14 and .18 nothing moves
/// by more than half a point.
constexpr double kSameStory = 0.15;
constexpr auto kWindow = std::chrono::days{7};
/// Pairs less alike than this count as not alike at all, so that most pairs need not be kept.
constexpr double kStrangers = 0.05;

/// The report's place among all, dated ones by day, undated ones last; then by id.
std::vector<std::size_t> by_day(const std::vector<StoryReport>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [](const StoryReport& report) {
      return std::tuple(!report.published, report.published.value_or(Day{}), std::cref(report.id));
    };
    const auto left = key(reports[a]);
    const auto right = key(reports[b]);
    return std::tie(std::get<0>(left), std::get<1>(left), std::get<2>(left).get()) <
           std::tie(std::get<0>(right), std::get<1>(right), std::get<2>(right).get());
  });
  return order;
}

/// The cosines of pairs within the window, both ways, by place in `order`.
Likeness compare(const std::vector<StoryReport>& reports, const std::vector<std::size_t>& order) {
  struct Posting {
    std::size_t place;
    double weight;
  };
  struct Postings {
    std::vector<Posting> list;
    std::size_t first_near = 0;
  };
  std::unordered_map<std::uint32_t, Postings> index;
  Likeness near(order.size());
  std::vector<double> sums(order.size(), 0);
  std::vector<std::size_t> touched;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const StoryReport& report = reports[order[place]];
    touched.clear();
    for (const WeightedWord& word : report.words) {
      Postings& postings = index[word.word];
      std::size_t at = 0;
      if (report.published) {
        while (postings.first_near < postings.list.size() &&
               *reports[order[postings.list[postings.first_near].place]].published + kWindow <
                   *report.published) {
          ++postings.first_near;
        }
        at = postings.first_near;
      }
      for (; at < postings.list.size(); ++at) {
        const Posting& other = postings.list[at];
        if (sums[other.place] == 0) touched.push_back(other.place);
        sums[other.place] += word.weight * other.weight;
      }
      postings.list.push_back({place, word.weight});
    }
    for (const std::size_t other : touched) {
      if (sums[other] >= kStrangers) near[place][other] = near[other][place] = sums[other];
      sums[other] = 0;
    }
  }
  return near;
}

}  // namespace

std::vector<std::size_t> find_stories(const std::vector<StoryReport>& reports) {
  const std::vector<std::size_t> order = by_day(reports);
  const std::vector<std::size_t> story = average_linkage(compare(reports, order), kSameStory);
  std::vector<std::size_t> first(reports.size(), reports.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    first[story[place]] = std::min(first[story[place]], order[place]);
  }
  std::vector<std::size_t> found(reports.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    found[order[place]] = first[story[place]];
  }
  return found;
}

}  // namespace claimtrail
