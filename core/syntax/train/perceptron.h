#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

namespace claimtrail::train {

/// A small generator whose numbers are the same everywhere (xorshift64*; Vigna 2016).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>(((state_ * 0x2545F4914F6CDD1DULL) >> 32) * bound >> 32);
  }

 private:
  std::uint64_t state_;
};

template <class T>
void shuffle(std::vector<T>& items, Random& random) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[random.below(static_cast<std::uint32_t>(i))]);
  }
}

/// The weights of an averaged perceptron over `Classes` classes, in whole numbers: the same
/// training gives the same weights on every machine. A feature exists once it was updated, unless
/// the features were given beforehand.
template <int Classes>
class Perceptron {
 public:
  Perceptron() : slots_(1 << 16) {}

  /// Learns weights for these features and no others: what was left out is not leant on.
  explicit Perceptron(const std::vector<std::uint64_t>& features) : Perceptron() {
    for (const std::uint64_t feature : features) create(feature);
    restricted_ = true;
  }

  void prefetch(std::uint64_t feature) const {
    __builtin_prefetch(&slots_[feature >> 20 & (slots_.size() - 1)]);
  }

  /// Adds the weights of the feature to the scores.
  void add(std::uint64_t feature, std::int32_t* scores) const {
    const Slot& slot = slots_[place(feature)];
    if (slot.feature == 0) return;
    const std::int32_t* row = &weights_[static_cast<std::size_t>(slot.row) * Classes];
    for (int k = 0; k < Classes; ++k) scores[k] += row[k];
  }

  void update(std::uint64_t feature, int which, std::int32_t by) {
    std::size_t at = place(feature);
    if (slots_[at].feature == 0) {
      if (restricted_) return;
      at = create(feature);
    }
    const std::size_t cell =
        static_cast<std::size_t>(slots_[at].row) * Classes + static_cast<std::size_t>(which);
    weights_[cell] += by;
    sums_[cell] += time_ * by;
  }

  /// Called once an example seen.
  void tick() { ++time_; }

  /// Calls `visit(feature, sums)` for each feature, where sums[k] is the average weight times
  /// `time()`. The order is that of creation.
  template <class Visit>
  void visit(Visit&& visitor) const {
    std::vector<std::uint64_t> features(count_);
    for (const Slot& slot : slots_) {
      if (slot.feature != 0) features[slot.row] = slot.feature;
    }
    std::vector<std::int64_t> sums(Classes);
    for (std::size_t row = 0; row < count_; ++row) {
      for (std::size_t k = 0; k < Classes; ++k) {
        const std::size_t cell = row * Classes + k;
        sums[k] = weights_[cell] * time_ - sums_[cell];
      }
      visitor(features[row], sums);
    }
  }
  [[nodiscard]] std::int64_t time() const { return time_; }
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::uint64_t feature = 0;
    std::uint32_t row = 0;
  };

  [[nodiscard]] std::size_t place(std::uint64_t feature) const {
    std::size_t at = feature >> 20 & (slots_.size() - 1);
    while (slots_[at].feature != 0 && slots_[at].feature != feature)
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  /// A row of zeros for a feature that has none yet; its slot.
  std::size_t create(std::uint64_t feature) {
    if (count_ * 2 >= slots_.size()) grow();
    const std::size_t at = place(feature);
    slots_[at] = {feature, static_cast<std::uint32_t>(count_++)};
    weights_.resize(count_ * Classes);
    sums_.resize(count_ * Classes);
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.feature != 0) slots_[place(slot.feature)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> sums_;
  std::size_t count_ = 0;
  std::int64_t time_ = 1;
  bool restricted_ = false;
};

/// Average weights times a common time, of one perceptron or several that were trained alike.
template <int Classes>
struct WeightSums {
  struct Row {
    std::uint64_t feature = 0;
    std::array<std::int64_t, Classes> sums{};
  };
  std::vector<Row> rows;  ///< by feature

  /// Adds another perceptron: the sum of several learners errs less than each.
  void add(const Perceptron<Classes>& weights) {
    weights.visit([&](std::uint64_t feature, const std::vector<std::int64_t>& sums) {
      Row row{feature, {}};
      std::copy(sums.begin(), sums.end(), row.sums.begin());
      rows.push_back(row);
    });
    std::sort(rows.begin(), rows.end(),
              [](const Row& a, const Row& b) { return a.feature < b.feature; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (kept > 0 && rows[kept - 1].feature == rows[i].feature) {
        for (std::size_t k = 0; k < Classes; ++k) rows[kept - 1].sums[k] += rows[i].sums[k];
      } else {
        rows[kept++] = rows[i];
      }
    }
    rows.resize(kept);
  }

  /// The features with the largest weights, at most `most`, largest first.
  [[nodiscard]] std::vector<std::uint64_t> heaviest(std::size_t most) const {
    std::vector<std::pair<std::int64_t, std::uint64_t>> order;
    for (const Row& row : rows) {
      std::int64_t largest = 0;
      for (const std::int64_t sum : row.sums) largest = std::max(largest, std::abs(sum));
      order.emplace_back(-largest, row.feature);
    }
    std::sort(order.begin(), order.end());
    if (order.size() > most) order.resize(most);
    std::vector<std::uint64_t> features;
    for (const auto& [weight, feature] : order) features.push_back(feature);
    return features;
  }
};

}  // namespace claimtrail::train
