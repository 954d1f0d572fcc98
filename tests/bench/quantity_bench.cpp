// Megabytes of news a second that figures and dates are read in, one thread, beside the scan of the
// bytes alone as the limit and the tokeniser they stand on, in the same run: machines differ, the
// ratios do not.
//
//   quantity_bench [TEXT]     TEXT is a file; without one a text of our own is repeated
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "core/dates/find_dates.h"
#include "core/quantity/find_figures.h"

namespace claimtrail {
namespace {

constexpr std::string_view kParagraphs =
    "At least 12 people were killed and more than 300 injured when the dam above Ostrel failed on "
    "Saturday, the governor said. Some 1,300 square kilometers (500 square miles) of farmland were "
    "under water by nightfall, and between 20 and 30 villages had been cut off since late "
    "March.\n\n"
    "The ministry put the damage at $1.2 billion, a third of what the province earns in a year. "
    "\u201CNobody told us anything,\u201D said Marta Roth, 34, who had left her house with two "
    "children and a suitcase and was waiting for a bus that did not come. Residents of the valley "
    "have asked for the wall to be inspected for as long as anybody can remember.\n\n"
    "Exports fell 4.7 percent in the third quarter from a year earlier, to 3.5 million barrels per "
    "day, the agency reported last week. Its spokesman declined to say whether the port would open "
    "again before the end of the year, and the company that runs it did not answer our "
    "questions.\n\n";

double seconds_of(const auto& work) {
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// The least that finding a number takes: a look at every byte.
std::size_t count_digits(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) digits += static_cast<std::size_t>(c >= '0' && c <= '9');
  return digits;
}

int run(int argc, char** argv) {
  std::string text;
  if (argc > 1) {
    std::ifstream file(argv[1]);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  if (text.empty()) text = kParagraphs;
  const std::string once = text;
  while (text.size() < 2'000'000) text += once;
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  const TokenizedText tokens = take_apart(text, {});
  const std::optional<Day> published = parse_day("2025-04-26");
  std::size_t found = 0;
  const double scan = seconds_of([&] { found += count_digits(text); });
  const double tokenising = seconds_of([&] { found += take_apart(text, {}).tokens.size(); });
  const double figures = seconds_of([&] { found += find_figures(tokens).size(); });
  const double dates = seconds_of([&] { found += find_dates(tokens, published).size(); });
  fmt::print("{:.1f} MB, {} tokens, {} figures, {} dates\n", megabytes, tokens.tokens.size(),
             find_figures(tokens).size(), find_dates(tokens, published).size());
  const auto print = [&](const char* what, double seconds) {
    fmt::print("{:<28} {:>9.1f} MB/s\n", what, megabytes / seconds);
  };
  print("scan of the bytes", scan);
  print("tokeniser", tokenising);
  print("figures", figures);
  print("dates", dates);
  print("figures and dates", figures + dates);
  print("with the tokeniser", tokenising + figures + dates);
  return found == 0 ? 1 : 0;
}

}  // namespace
}  // namespace claimtrail

int main(int argc, char** argv) { return claimtrail::run(argc, argv); }
