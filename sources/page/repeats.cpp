#include "sources/page/repeats.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "sources/page/same_words.h"

namespace claimtrail {
namespace {

constexpr std::size_t run_length = 5;
constexpr std::size_t fewest_runs = 16;  // fewer words may well come together by chance
constexpr double nearly_all = 0.9;

// The runs of `run_length` words in a text that is words alone.
std::vector<std::size_t> runs_of(const std::string& words) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == ' ') starts.push_back(i + 1);
  }
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i + run_length <= starts.size(); ++i) {
    const std::size_t end =
        i + run_length == starts.size() ? words.size() : starts[i + run_length] - 1;
    runs.push_back(
        std::hash<std::string_view>{}(std::string_view(words).substr(starts[i], end - starts[i])));
  }
  return runs;
}

}  // namespace

void drop_repeats(std::vector<ArticleBlock>& blocks) {
  std::unordered_map<std::size_t, std::size_t> seen;  // a run of words, the paragraph it was in
  std::unordered_set<std::string> whole;
  std::size_t number = 0;
  std::erase_if(blocks, [&](const ArticleBlock& block) {
    std::string words = words_only(block.text);
    const std::vector<std::size_t> runs = runs_of(words);
    std::size_t known = 0;
    std::unordered_set<std::size_t> origins;
    for (const std::size_t run : runs) {
      const auto found = seen.find(run);
      if (found == seen.end()) continue;
      ++known;
      origins.insert(found->second);
    }
    ++number;
    for (const std::size_t run : runs) seen.emplace(run, number);
    const bool is_new = whole.insert(std::move(words)).second;
    // Where two paragraphs were joined there are runs that neither has.
    const std::size_t seams = origins.empty() ? 0 : (origins.size() - 1) * (run_length - 1);
    return block.kind == BlockKind::body && is_new && origins.size() > 1 &&
           runs.size() >= fewest_runs && ends_as_sentence(block.text) &&
           static_cast<double>(known + seams) >= nearly_all * static_cast<double>(runs.size());
  });
}

}  // namespace claimtrail
