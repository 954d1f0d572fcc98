#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace claimtrail {

/// A fixed set of words. Asked several times for every number of a text, mostly in vain: a look at
/// the length and three letters of a word nearly always says no. The words must outlive the set.
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words) { fill(words.begin(), words.end()); }
  explicit WordSet(const std::vector<std::string_view>& words) { fill(words.begin(), words.end()); }

  [[nodiscard]] bool contains(std::string_view word) const {
    for (std::size_t at = slot(word); !slots_[at].empty(); at = (at + 1) & mask_) {
      if (slots_[at] == word) return true;
    }
    return word.empty() && has_empty_;
  }

 private:
  template <class Iterator>
  void fill(Iterator first, Iterator last) {
    std::size_t size = 8;
    while (size < 4 * static_cast<std::size_t>(last - first)) size *= 2;
    slots_.resize(size);
    mask_ = size - 1;
    for (; first != last; ++first) {
      if (first->empty()) {
        has_empty_ = true;
        continue;
      }
      if (contains(*first)) continue;
      std::size_t at = slot(*first);
      while (!slots_[at].empty()) at = (at + 1) & mask_;
      slots_[at] = *first;
    }
  }

  [[nodiscard]] std::size_t slot(std::string_view word) const {
    if (word.empty()) return 0;
    const auto byte = [word](std::size_t at) {
      return static_cast<std::size_t>(static_cast<unsigned char>(word[at]));
    };
    const std::size_t mixed = word.size() * 0x9E37U + byte(0) * 0x85EBU +
                              byte(word.size() / 2) * 0x2545U + byte(word.size() - 1) * 0xC2B3U;
    return (mixed ^ (mixed >> 9U)) & mask_;
  }

  std::vector<std::string_view> slots_;  ///< at most a quarter full
  std::size_t mask_ = 0;
  bool has_empty_ = false;
};

}  // namespace claimtrail
