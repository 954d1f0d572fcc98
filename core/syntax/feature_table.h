#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace claimtrail {

/// Read-only hash tables from features to small weights, laid out so that they are used where they
/// were mapped. A bucket is one cache line. Keys are kept as 16 bits beside the bucket they live
/// in: a feature that is not in the table is taken for another one about once in 5,000 look-ups,
/// the same way on every machine.
namespace feature_table {

/// Hops to a following bucket that a look-up makes at most; the packer keeps to it.
inline constexpr int kMostHops = 32;

[[nodiscard]] inline std::uint32_t home_bucket(std::uint64_t feature, std::uint32_t buckets) {
  return static_cast<std::uint32_t>((feature >> 32) * buckets >> 32);
}

/// Never 0, which marks an empty slot.
[[nodiscard]] inline std::uint16_t check_of(std::uint64_t feature) {
  const auto low = static_cast<std::uint16_t>(feature);
  return low == 0 ? 1 : low;
}

/// Weights are kept as 8 bits with a sign, the square of which counts: fine steps for the many
/// small ones, a wide range for the few large.
[[nodiscard]] inline std::int32_t weight_of(std::int8_t code) {
  return code < 0 ? -(code * code) : code * code;
}

/// Which of the first `Slots` checks are `check`, a bit each. 32 bytes from `checks` on are
/// readable: a bucket is longer than that.
template <int Slots>
[[nodiscard]] inline unsigned matches(const std::uint16_t* checks, std::uint16_t check) {
  static_assert(Slots <= 16);
#ifdef __SSE2__
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(check));
  const auto* lanes = reinterpret_cast<const __m128i*>(checks);
  const __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128(lanes), wanted);
  const __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128(lanes + 1), wanted);
  const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
  return found & ((1U << Slots) - 1);
#else
  unsigned found = 0;
  for (int slot = 0; slot < Slots; ++slot) {
    found |= static_cast<unsigned>(checks[slot] == check) << slot;
  }
  return found;
#endif
}

}  // namespace feature_table

/// Twelve features a bucket, each with one weight a step of the parser.
struct StepBucket {
  static constexpr int kSlots = 12;
  std::uint16_t check[kSlots];
  std::int8_t weight[kSlots][3];
  std::uint8_t overflows;  ///< a feature of this bucket lives in a following one
  std::uint8_t unused[3];
};
static_assert(sizeof(StepBucket) == 64);

class StepTable {
 public:
  StepTable() = default;
  explicit StepTable(std::span<const StepBucket> buckets) : buckets_(buckets) {}

  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&buckets_[home(feature)]); }

  /// Adds the weights of the feature, if it has any.
  void add(std::uint64_t feature, std::int32_t (&scores)[3]) const {
    std::uint32_t at = home(feature);
    const std::uint16_t check = feature_table::check_of(feature);
    for (int hop = 0; hop < feature_table::kMostHops; ++hop) {
      const StepBucket& bucket = buckets_[at];
      if (const unsigned found = feature_table::matches<StepBucket::kSlots>(bucket.check, check)) {
        const int slot = std::countr_zero(found);
        for (int step = 0; step < 3; ++step)
          scores[step] += feature_table::weight_of(bucket.weight[slot][step]);
        return;
      }
      if (bucket.overflows == 0) return;
      at = at + 1 == buckets_.size() ? 0 : at + 1;
    }
  }

 private:
  [[nodiscard]] std::uint32_t home(std::uint64_t feature) const {
    return feature_table::home_bucket(feature, static_cast<std::uint32_t>(buckets_.size()));
  }
  std::span<const StepBucket> buckets_;
};

/// Ten features a bucket, each with a list of (class, weight) in `lists`.
struct ClassBucket {
  static constexpr int kSlots = 10;
  std::uint16_t check[kSlots];
  std::uint32_t list[kSlots];  ///< where the list starts: its length, then pairs of bytes
  std::uint8_t overflows;
  std::uint8_t unused[3];
};
static_assert(sizeof(ClassBucket) == 64);

/// Classes are below 64.
inline constexpr int kMostClasses = 64;

class ClassTable {
 public:
  ClassTable() = default;
  /// Every `list` of a slot in use must lie inside `lists` (see `lists_fit`).
  ClassTable(std::span<const ClassBucket> buckets, std::span<const std::uint8_t> lists)
      : buckets_(buckets), lists_(lists) {}

  [[nodiscard]] static bool lists_fit(std::span<const ClassBucket> buckets,
                                      std::span<const std::uint8_t> lists) {
    for (const ClassBucket& bucket : buckets) {
      for (int slot = 0; slot < ClassBucket::kSlots; ++slot) {
        if (bucket.check[slot] == 0) continue;
        const std::size_t start = bucket.list[slot];
        if (start >= lists.size() || lists.size() - start - 1 < 2U * lists[start]) return false;
      }
    }
    return true;
  }

  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&buckets_[home(feature)]); }

  void add(std::uint64_t feature, std::int32_t (&scores)[kMostClasses]) const {
    std::uint32_t at = home(feature);
    const std::uint16_t check = feature_table::check_of(feature);
    for (int hop = 0; hop < feature_table::kMostHops; ++hop) {
      const ClassBucket& bucket = buckets_[at];
      if (const unsigned found = feature_table::matches<ClassBucket::kSlots>(bucket.check, check)) {
        const int slot = std::countr_zero(found);
        const std::uint8_t* list = &lists_[bucket.list[slot]];
        const int size = *list++;
        for (int i = 0; i < size; ++i, list += 2) {
          scores[list[0] % kMostClasses] +=
              feature_table::weight_of(static_cast<std::int8_t>(list[1]));
        }
        return;
      }
      if (bucket.overflows == 0) return;
      at = at + 1 == buckets_.size() ? 0 : at + 1;
    }
  }

 private:
  [[nodiscard]] std::uint32_t home(std::uint64_t feature) const {
    return feature_table::home_bucket(feature, static_cast<std::uint32_t>(buckets_.size()));
  }
  std::span<const ClassBucket> buckets_;
  std::span<const std::uint8_t> lists_;
};

}  // namespace claimtrail
