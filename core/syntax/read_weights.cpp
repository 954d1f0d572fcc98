#include <bit>
#include <cstring>

#include "core/syntax/feature_hash.h"
#include "core/syntax/weights_file.h"

namespace claimtrail {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kWidestBeam = 64;

tl::unexpected<Diagnostic> damaged(const std::string& path, const std::string& what) {
  return failure("weights-damaged", "the weights file is damaged: " + what, path,
                 "install it again, or remove it to go on without a parser");
}

}  // namespace

std::uint64_t weights_checksum(std::span<const unsigned char> file) {
  WeightsHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  header.checksum = 0;
  // Four lanes of eight bytes each: one after the other would take most of the start-up time.
  std::uint64_t lanes[4] = {1, 2, 3, 4};
  const auto take = [&](const unsigned char* bytes, std::size_t size) {
    std::size_t at = 0;
    for (; at + 32 <= size; at += 32) {
      std::uint64_t words[4];
      std::memcpy(words, bytes + at, 32);
      for (int i = 0; i < 4; ++i)
        lanes[i] = (lanes[i] ^ words[i]) * 0x9E3779B97F4A7C15ULL + (lanes[i] >> 29);
    }
    for (; at < size; ++at) lanes[0] = (lanes[0] ^ bytes[at]) * 0x100000001B3ULL + (lanes[0] >> 29);
  };
  take(reinterpret_cast<const unsigned char*>(&header), sizeof header);
  take(file.data() + sizeof header, file.size() - sizeof header);
  return feature(0, lanes[0], lanes[1], lanes[2], lanes[3]);
}

Result<WeightsView> read_weights(std::span<const unsigned char> bytes, const std::string& path) {
  if constexpr (std::endian::native != std::endian::little) {
    return failure("weights-version", "the weights need a little-endian machine", path);
  }
  WeightsHeader header;
  if (bytes.size() < sizeof header) return damaged(path, "it is shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, WeightsHeader::kMagic, sizeof header.magic) != 0) {
    return failure("weights-damaged", "this is no weights file of claimtrail", path,
                   "point CLAIMTRAIL_WEIGHTS at a file named like en.syntax");
  }
  if (header.version != WeightsHeader::kVersion || header.features != WeightsHeader::kFeatures) {
    return failure("weights-version",
                   "the weights file is of version " + std::to_string(header.version) + "." +
                       std::to_string(header.features) + ", this program reads " +
                       std::to_string(WeightsHeader::kVersion) + "." +
                       std::to_string(WeightsHeader::kFeatures),
                   path, "install the weights that came with this program");
  }
  if (header.size != bytes.size()) {
    return damaged(path, "it has " + std::to_string(bytes.size()) + " bytes and should have " +
                             std::to_string(header.size));
  }
  if (weights_checksum(bytes) != header.checksum) return damaged(path, "its checksum is wrong");

  std::span<const unsigned char> parts[WeightsHeader::kParts];
  for (int i = 0; i < WeightsHeader::kParts; ++i) {
    const auto& part = header.parts[i];
    if (part.offset % kAlignment != 0 || part.offset > bytes.size() ||
        part.size > bytes.size() - part.offset) {
      return damaged(path, "a section lies outside it");
    }
    parts[i] = bytes.subspan(part.offset, part.size);
  }
  const auto buckets = [&]<class Bucket>(WeightsHeader::Part part, std::span<const Bucket>& out) {
    const auto section = parts[part];
    out = {reinterpret_cast<const Bucket*>(section.data()), section.size() / sizeof(Bucket)};
    return section.size() % sizeof(Bucket) == 0 && !out.empty() && out.size() < (1U << 26);
  };
  std::span<const ClassBucket> tags;
  std::span<const StepBucket> steps;
  std::span<const ClassBucket> labels;
  WeightsView view;
  if (!buckets(WeightsHeader::tag_buckets, tags) || !buckets(WeightsHeader::step_buckets, steps) ||
      !buckets(WeightsHeader::label_buckets, labels) ||
      !buckets(WeightsHeader::lexicon, view.lexicon) || !std::has_single_bit(view.lexicon.size())) {
    return damaged(path, "a table has no proper size");
  }
  const std::span<const std::uint8_t> tag_lists = parts[WeightsHeader::tag_lists];
  const std::span<const std::uint8_t> label_lists = parts[WeightsHeader::label_lists];
  if (!ClassTable::lists_fit(tags, tag_lists) || !ClassTable::lists_fit(labels, label_lists)) {
    return damaged(path, "a list of weights lies outside its table");
  }
  for (const LexiconEntry& entry : view.lexicon) {
    if (entry.only_tag != kNoTag && entry.only_tag >= kPartsOfSpeech) {
      return damaged(path, "its lexicon names an unknown tag");
    }
  }
  if (header.beam_width == 0 || header.beam_width > kWidestBeam) {
    return damaged(path, "its beam has no proper width");
  }
  const auto* language =
      reinterpret_cast<const char*>(bytes.data()) + offsetof(WeightsHeader, language);
  view.language = {language, strnlen(language, sizeof header.language)};
  const auto notice = parts[WeightsHeader::notice];
  view.notice = {reinterpret_cast<const char*>(notice.data()), notice.size()};
  view.checksum = header.checksum;
  view.beam = {header.beam_width, header.beam_margin};
  view.tags = ClassTable(tags, tag_lists);
  view.steps = StepTable(steps);
  view.labels = ClassTable(labels, label_lists);
  return view;
}

}  // namespace claimtrail
