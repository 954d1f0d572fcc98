#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/syntax/beam_search.h"
#include "core/syntax/feature_table.h"
#include "core/syntax/lexicon_entry.h"
#include "core/syntax/part_of_speech.h"

namespace claimtrail {

/// The weights file, little-endian, every section on a multiple of 64 bytes:
///
///   header     256 bytes, below
///   notice     UTF-8 text: provenance and licence
///   lexicon    LexiconEntry[], a power of two of them
///   tag        ClassBucket[], then the lists they point into
///   step       StepBucket[]
///   label      ClassBucket[], then the lists they point into
///
/// `version` changes with this layout, `features` with the features or the order of tags and
/// relations: weights of another number mean nothing to this program and are refused.
struct WeightsHeader {
  static constexpr char kMagic[9] = "CTSYNTAX";
  static constexpr std::uint32_t kVersion = 1;
  static constexpr std::uint32_t kFeatures = 1;

  struct Section {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;  ///< bytes
  };
  enum Part { notice, lexicon, tag_buckets, tag_lists, step_buckets, label_buckets, label_lists };
  static constexpr int kParts = 7;

  char magic[8];
  std::uint32_t version;
  std::uint32_t features;
  char language[8];           ///< ISO 639-1, padded with zero bytes
  std::uint64_t size;         ///< of the whole file
  std::uint64_t checksum;     ///< of all bytes after the header, and of the header with this as 0
  std::uint32_t beam_width;   ///< states the parser keeps at most
  std::uint32_t beam_margin;  ///< how far below the best a state may score and stay
  Section parts[kParts];
  char padding[96];
};
static_assert(sizeof(WeightsHeader) == 256);

/// A checked weights file, as views into its bytes.
struct WeightsView {
  std::string_view language;
  std::string_view notice;
  std::uint64_t checksum = 0;
  Beam beam;
  std::span<const LexiconEntry> lexicon;
  ClassTable tags;
  StepTable steps;
  ClassTable labels;
};

/// The checksum of a file whose header is in place; what `checksum` holds does not matter.
/// Detects damage, not malice.
[[nodiscard]] std::uint64_t weights_checksum(std::span<const unsigned char> file);

/// Checks everything that reading relies on: whatever passes can be used without a further check.
/// `bytes` must start at a multiple of 64 and outlive the view; `path` is for the message.
[[nodiscard]] Result<WeightsView> read_weights(std::span<const unsigned char> bytes,
                                               const std::string& path);

}  // namespace claimtrail
