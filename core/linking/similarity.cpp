#include "core/linking/similarity.h"

#include <algorithm>

#include "core/linking/words.h"

namespace claimtrail {

std::vector<std::string> content_words(std::string_view text) {
  std::vector<std::string> content;
  for (const std::string& word : folded_words(text)) {
    if (word == "…" || is_function_word(word)) continue;
    content.push_back(word_class(stem(word)));
  }
  std::sort(content.begin(), content.end());
  content.erase(std::unique(content.begin(), content.end()), content.end());
  return content;
}

namespace {

std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size();
}

}  // namespace

double similar(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto common = static_cast<double>(count_shared(a, b));
  const double jaccard = common / (static_cast<double>(a.size() + b.size()) - common);
  const std::size_t shorter = std::min(a.size(), b.size());
  const double contained = common / static_cast<double>(shorter);
  // One statement inside a longer one is the same statement told shorter, if it says enough.
  if (shorter >= 4 && contained > 0.99) return std::max(jaccard, 0.6);
  return jaccard;
}

bool same_statement(const std::vector<std::string>& a, const std::vector<std::string>& b,
                    double threshold) {
  return count_shared(a, b) >= 3 && similar(a, b) >= threshold;
}

double similar(std::string_view a, std::string_view b) {
  return similar(content_words(a), content_words(b));
}

}  // namespace claimtrail
