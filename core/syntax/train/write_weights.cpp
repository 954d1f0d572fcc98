#include "core/syntax/train/write_weights.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "core/syntax/weights_file.h"

namespace claimtrail::train {
namespace {

/// Weights whose code is smaller than this are left out of lists of classes, where each costs two
/// bytes.
constexpr int kLeastOfClass = 8;

template <int Classes>
struct Row {
  std::uint64_t feature = 0;
  std::int8_t weight[Classes] = {};
};

/// The code whose square stands nearest to `sum` on a scale where `full` is the largest.
std::int8_t code_of(std::int64_t sum, std::int64_t full) {
  constexpr std::int64_t kLargest = 127;
  const std::int64_t size = std::min(std::abs(sum), full);
  // The nearest square to x lies below where 4x passes (2k + 1)^2; sums are far below 2^45.
  std::int64_t code = 0;
  while (code < kLargest && 4 * size * kLargest * kLargest > (2 * code + 1) * (2 * code + 1) * full)
    ++code;
  return static_cast<std::int8_t>(sum < 0 ? -code : code);
}

/// The `most` features with the largest weights; weights as codes, none smaller than `least`.
template <int Classes>
std::vector<Row<Classes>> quantise(const WeightSums<Classes>& weights, std::size_t most,
                                   int least) {
  struct Wide {
    std::uint64_t feature;
    std::int64_t largest;
    const std::array<std::int64_t, Classes>* sums;
  };
  std::vector<Wide> all;
  for (const auto& row : weights.rows) {
    std::int64_t largest = 0;
    for (const std::int64_t sum : row.sums) largest = std::max(largest, std::abs(sum));
    all.push_back({row.feature, largest, &row.sums});
  }
  std::sort(all.begin(), all.end(), [](const Wide& a, const Wide& b) {
    return a.largest != b.largest ? a.largest > b.largest : a.feature < b.feature;
  });
  const std::int64_t full =
      all.empty() ? 1 : std::max<std::int64_t>(1, all[all.size() / 100'000].largest);
  if (all.size() > most) all.resize(most);
  std::vector<Row<Classes>> rows;
  for (const Wide& wide : all) {
    Row<Classes> row;
    row.feature = wide.feature;
    bool used = false;
    for (int k = 0; k < Classes; ++k) {
      const std::int8_t code = code_of((*wide.sums)[static_cast<std::size_t>(k)], full);
      if (std::abs(code) < least) continue;
      row.weight[k] = code;
      used = true;
    }
    if (used) rows.push_back(row);
  }
  return rows;
}

/// Puts every row into the first free slot from its home bucket on. `place(bucket, slot, row)`.
template <class Bucket, class Rows, class Place>
std::vector<Bucket> fill_buckets(const Rows& rows, Place&& place) {
  const std::size_t count = rows.size() * 4 / (Bucket::kSlots * 3) + 8;
  std::vector<Bucket> buckets(count);
  std::memset(static_cast<void*>(buckets.data()), 0, count * sizeof(Bucket));
  for (const auto& row : rows) {
    std::size_t at = feature_table::home_bucket(row.feature, static_cast<std::uint32_t>(count));
    const std::uint16_t check = feature_table::check_of(row.feature);
    for (int hop = 0;; ++hop, at = at + 1 == count ? 0 : at + 1) {
      if (hop == feature_table::kMostHops) throw std::logic_error("a table is too crowded");
      Bucket& bucket = buckets[at];
      std::uint16_t* const end = bucket.check + Bucket::kSlots;
      if (std::find(bucket.check, end, check) != end) break;  // taken for a heavier one
      std::uint16_t* const slot = std::find(bucket.check, end, std::uint16_t{0});
      if (slot == end) {
        bucket.overflows = 1;
        continue;
      }
      *slot = check;
      place(bucket, slot - bucket.check, row);
      break;
    }
  }
  return buckets;
}

template <int Classes>
std::vector<ClassBucket> fill_class_buckets(const std::vector<Row<Classes>>& rows,
                                            std::vector<std::uint8_t>& lists) {
  return fill_buckets<ClassBucket>(
      rows, [&](ClassBucket& bucket, std::ptrdiff_t slot, const Row<Classes>& row) {
        bucket.list[slot] = static_cast<std::uint32_t>(lists.size());
        const std::size_t start = lists.size();
        lists.push_back(0);
        for (int k = 0; k < Classes; ++k) {
          if (row.weight[k] == 0) continue;
          lists.push_back(static_cast<std::uint8_t>(k));
          lists.push_back(static_cast<std::uint8_t>(row.weight[k]));
          ++lists[start];
        }
      });
}

template <class T>
std::string_view bytes_of(const std::vector<T>& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

}  // namespace

std::string pack_weights(const TrainedLexicon& lexicon, const WeightSums<kPartsOfSpeech>& tags,
                         const WeightSums<kSteps>& steps, const WeightSums<kRelations>& labels,
                         std::string_view notice, const PackOptions& options) {
  std::vector<std::uint8_t> tag_lists;
  const auto tag_buckets =
      fill_class_buckets(quantise(tags, options.tag_features, kLeastOfClass), tag_lists);
  const auto step_buckets = fill_buckets<StepBucket>(
      quantise(steps, options.step_features, 1),
      [](StepBucket& bucket, std::ptrdiff_t slot, const Row<kSteps>& row) {
        std::copy(std::begin(row.weight), std::end(row.weight), std::begin(bucket.weight[slot]));
      });
  std::vector<std::uint8_t> label_lists;
  const auto label_buckets =
      fill_class_buckets(quantise(labels, options.label_features, kLeastOfClass), label_lists);
  const std::string_view parts[WeightsHeader::kParts] = {notice,
                                                         bytes_of(lexicon.slots),
                                                         bytes_of(tag_buckets),
                                                         bytes_of(tag_lists),
                                                         bytes_of(step_buckets),
                                                         bytes_of(label_buckets),
                                                         bytes_of(label_lists)};

  WeightsHeader header;
  std::memset(static_cast<void*>(&header), 0, sizeof header);
  std::memcpy(header.magic, WeightsHeader::kMagic, sizeof header.magic);
  header.version = WeightsHeader::kVersion;
  header.features = WeightsHeader::kFeatures;
  std::memcpy(header.language, "en", 2);
  header.beam_width = static_cast<std::uint32_t>(options.beam.width);
  header.beam_margin = static_cast<std::uint32_t>(options.beam.margin);
  std::string file(sizeof header, '\0');
  for (int i = 0; i < WeightsHeader::kParts; ++i) {
    file.resize((file.size() + 63) / 64 * 64);
    header.parts[i] = {file.size(), parts[i].size()};
    file += parts[i];
  }
  header.size = file.size();
  std::memcpy(file.data(), &header, sizeof header);
  header.checksum =
      weights_checksum({reinterpret_cast<const unsigned char*>(file.data()), file.size()});
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

}  // namespace claimtrail::train
