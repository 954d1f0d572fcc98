#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace claimtrail {

/// Numbers keys from 1 in the order of first sight, in one table: a world has too many keys to
/// allocate for each.
template <class Key>
class Numbers {
 public:
  std::uint32_t of(const Key& key) {
    if (keys_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t hash = mixed(key);
    Slot& slot = find(key, hash);
    if (slot.number == 0) {
      keys_.push_back(key);
      slot = {static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(hash)};
    }
    return slot.number;
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  struct Slot {
    std::uint32_t number = 0;  ///< 0: free
    std::uint32_t hash = 0;
  };

  /// Numbers hash to themselves, so the hash is stirred once more.
  static std::uint64_t mixed(const Key& key) {
    const std::uint64_t hash = std::hash<Key>{}(key)*0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 32U);
  }

  Slot& find(const Key& key, std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != 0 && !(slots_[at].hash == static_cast<std::uint32_t>(hash) &&
                                       keys_[slots_[at].number - 1] == key)) {
      at = (at + 1) & mask;
    }
    return slots_[at];
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), Slot{});
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::uint64_t hash = mixed(keys_[i]);
      const std::size_t mask = slots_.size() - 1;
      std::size_t at = hash & mask;
      while (slots_[at].number != 0) at = (at + 1) & mask;
      slots_[at] = {static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(hash)};
    }
  }

  std::vector<Key> keys_;
  std::vector<Slot> slots_;
};

}  // namespace claimtrail
