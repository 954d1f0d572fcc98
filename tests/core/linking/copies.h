#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace claimtrail {

/// Makes texts with the word statistics of news (Zipf's law over made-up words), and copies of them
/// edited as desks edit. The same seed gives the same texts.
class Newsroom {
 public:
  explicit Newsroom(std::uint32_t seed) : random_(seed) {
    double total = 0;
    for (std::size_t i = 0; i < kVocabulary; ++i) {
      total += 1.0 / static_cast<double>(i + 3);
      reach_.push_back(total);
      std::string word;
      for (std::size_t left = i + 20; left > 0; left /= 20) {
        word += "bdfgklmnprstvzcjhwqx"[left % 20];
        word += "aeiou"[(left * 7 + i) % 5];
      }
      words_.push_back(word);
    }
  }

  std::vector<std::string> story(std::size_t words) {
    std::vector<std::string> made;
    while (made.size() < words) made.push_back(word());
    return made;
  }

  /// Of each hundred words `percent` are replaced, dropped or preceded by a new one, one by one all
  /// over the text: the hardest way to edit.
  std::vector<std::string> edited(const std::vector<std::string>& story, unsigned percent) {
    std::vector<std::string> made;
    for (const std::string& each : story) {
      if (random_() % 100 >= percent) {
        made.push_back(each);
        continue;
      }
      const unsigned how = random_() % 4;
      if (how == 0) continue;
      made.push_back(word());
      if (how == 1) made.push_back(each);
    }
    return made;
  }

  /// Sentences of 18 words, paragraphs of two.
  static std::string text(const std::vector<std::string>& story) {
    std::string made;
    for (std::size_t i = 0; i < story.size(); ++i) {
      made += story[i];
      made += i % 36 == 35 ? ".\n\n" : i % 18 == 17 ? ". " : " ";
    }
    return made;
  }

  unsigned number(unsigned below) { return static_cast<unsigned>(random_() % below); }

 private:
  static constexpr std::size_t kVocabulary = 20'000;

  const std::string& word() {
    const double at =
        reach_.back() * static_cast<double>(random_()) / static_cast<double>(std::mt19937::max());
    const auto found = std::lower_bound(reach_.begin(), reach_.end(), at);
    return words_[static_cast<std::size_t>(found - reach_.begin())];
  }

  std::mt19937 random_;
  std::vector<double> reach_;
  std::vector<std::string> words_;
};

}  // namespace claimtrail
