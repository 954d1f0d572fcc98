// Copies among many reports beside comparing every pair of a sample, in the same run; and what
// share of its words an edited copy keeps, which the thresholds of core/linking/near_duplicate.h
// rest on.
//
//   near_duplicate_bench [REPORTS] [SAMPLE]
#include <cstdlib>
#include <ctime>
#include <deque>

#include <fmt/format.h>

#include "core/linking/near_duplicate.h"

#include "tests/core/linking/copies.h"

namespace claimtrail {
namespace {

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void measure_shares() {
  CopyOptions every;
  every.most = 0;
  fmt::print(
      "share of its words a copy of 250 to 550 words keeps in shared shingles, 200 copies\n");
  fmt::print("  edited   least  middle    most   told a copy\n");
  Newsroom room(17);
  for (const unsigned percent : {0U, 5U, 10U, 20U, 30U, 40U, 101U}) {
    std::vector<double> shares;
    int told = 0;
    for (int i = 0; i < 200; ++i) {
      const auto story = room.story(250 + room.number(300));
      const TextShingles a(Newsroom::text(story));
      const TextShingles b(
          Newsroom::text(percent > 100 ? room.story(400) : room.edited(story, percent)));
      const auto share = compare_texts(a, b, every);
      shares.push_back(share ? std::min(share->share_of_a, share->share_of_b) : 0);
      told += compare_texts(a, b) ? 1 : 0;
    }
    std::sort(shares.begin(), shares.end());
    const std::string name = percent > 100 ? "another" : fmt::format("{} %", percent);
    fmt::print("  {:>7}   {:.3f}   {:.3f}   {:.3f}   {:.1f} %\n", name, shares.front(),
               shares[shares.size() / 2], shares.back(), 0.5 * told);
  }
}

void measure_speed(std::size_t reports, std::size_t sample) {
  Newsroom room(23);
  std::vector<std::string> sources;
  std::size_t bytes = 0;
  while (sources.size() < reports) {
    const auto story = room.story(250 + room.number(300));
    sources.push_back(Newsroom::text(story));
    if (sources.size() % 5 == 0) sources.push_back(Newsroom::text(room.edited(story, 10)));
  }
  for (const std::string& source : sources) bytes += source.size();
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  auto start = std::clock();
  for (const std::string& source : sources) texts.push_back({&shingles.emplace_back(source), ""});
  const double reading = seconds_since(start);
  start = std::clock();
  const auto copies = find_copies(texts);
  const double finding = seconds_since(start);
  fmt::print("{} reports, {:.1f} MB: read in {:.2f} s, {} copies found in {:.3f} s\n", texts.size(),
             static_cast<double>(bytes) / 1e6, reading, copies.size(), finding);

  sample = std::min(sample, texts.size());
  std::size_t expected = 0;
  start = std::clock();
  for (std::size_t a = 0; a < sample; ++a) {
    for (std::size_t b = a + 1; b < sample; ++b) {
      expected += compare_texts(shingles[a], shingles[b]) ? 1 : 0;
    }
  }
  const double every = seconds_since(start);
  std::size_t among = 0;
  for (const TextCopy& copy : copies) among += copy.b < sample ? 1 : 0;
  const double pairs = 0.5 * static_cast<double>(sample) * static_cast<double>(sample - 1);
  const double all = 0.5 * static_cast<double>(reports) * static_cast<double>(reports - 1);
  fmt::print("every pair of the first {}: {} copies in {:.2f} s; the index found {} of them\n",
             sample, expected, every, among);
  fmt::print("every pair of all would take {:.0f} s at that rate: {:.0f} times as long\n",
             every * all / pairs, every * all / pairs / finding);
}

}  // namespace
}  // namespace claimtrail

int main(int count, char** words) {
  const auto number = [&](int at, std::size_t fallback) {
    return count > at ? static_cast<std::size_t>(std::strtoul(words[at], nullptr, 10)) : fallback;
  };
  claimtrail::measure_shares();
  claimtrail::measure_speed(number(1, 20'000), number(2, 1'000));
  return 0;
}
