#include "core/linking/similarity.h"

#include <algorithm>

#include "core/linking/sorted_numbers.h"
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

/// How many words two sorted lists share.
std::size_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    const int order = left->compare(*right);
    if (order == 0) ++shared;
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return shared;
}

double overlap(std::size_t shared, std::size_t a, std::size_t b) {
  if (a == 0 || b == 0) return 0;
  const auto common = static_cast<double>(shared);
  const double jaccard = common / (static_cast<double>(a + b) - common);
  const std::size_t shorter = std::min(a, b);
  const double contained = common / static_cast<double>(shorter);
  // One statement inside a longer one is the same statement told shorter, if it says enough.
  if (shorter >= 4 && contained > 0.99) return std::max(jaccard, 0.6);
  return jaccard;
}

}  // namespace

double similar(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return overlap(count_shared(a, b), a.size(), b.size());
}

double statement_likeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  const std::size_t shared = count_shared(a, b);
  return shared < 3 ? 0 : overlap(shared, a.size(), b.size());
}

double similar(std::string_view a, std::string_view b) {
  return similar(content_words(a), content_words(b));
}

}  // namespace claimtrail
