// Two hostile inputs at once: the first byte says whether the rest is a weights file to be read, or
// a text to be parsed, as one range and sentence by sentence: a tree whatever it is.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/syntax/syntax.h"
#include "core/syntax/weights_file.h"
#include "core/text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void require_tree(std::span<const claimtrail::SyntaxToken> tree) {
  std::vector<bool> reaches(tree.size(), false);
  std::size_t roots = 0;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    roots += tree[i].head == -1;
    std::vector<std::size_t> way;
    auto at = static_cast<std::int64_t>(i);
    while (at != -1 && !reaches[static_cast<std::size_t>(at)]) {
      way.push_back(static_cast<std::size_t>(at));
      require(way.size() <= tree.size());
      at = tree[static_cast<std::size_t>(at)].head;
      require(at < static_cast<std::int64_t>(tree.size()));
    }
    for (const std::size_t token : way) reaches[token] = true;
  }
  require(roots == (tree.empty() ? 0U : 1U));
}

const claimtrail::SyntaxModel& model() {
  static const auto opened = claimtrail::SyntaxModel::open(CLAIMTRAIL_WEIGHTS_FILE);
  require(opened.has_value());
  return *opened;
}

/// Noise seldom has the right checksum: it is put in, so that what lies behind it is reached.
void read_noise(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> aligned(size / 8 + 16);
  auto* start = reinterpret_cast<unsigned char*>(aligned.data());
  start += (64 - reinterpret_cast<std::uintptr_t>(start) % 64) % 64;
  std::memcpy(start, data, size);
  if (size >= sizeof(claimtrail::WeightsHeader)) {
    claimtrail::WeightsHeader header;
    std::memcpy(&header, start, sizeof header);
    std::memcpy(header.magic, claimtrail::WeightsHeader::kMagic, sizeof header.magic);
    header.version = claimtrail::WeightsHeader::kVersion;
    header.features = claimtrail::WeightsHeader::kFeatures;
    header.size = size;
    std::memcpy(start, &header, sizeof header);
    header.checksum = claimtrail::weights_checksum({start, size});
    std::memcpy(start, &header, sizeof header);
  }
  const auto view = claimtrail::read_weights({start, size}, "noise");
  if (!view) return;
  for (std::uint64_t feature = 1; feature != 0; feature <<= 1) {
    std::int32_t classes[claimtrail::kMostClasses] = {};
    std::int32_t steps[3] = {};
    view->tags.add(feature, classes);
    view->labels.add(~feature, classes);
    view->steps.add(feature, steps);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  if (data[0] % 2 == 0) {
    read_noise(data + 1, size - 1);
    return 0;
  }
  const std::string text =
      claimtrail::repair_utf8({reinterpret_cast<const char*>(data + 1), size - 1});
  const claimtrail::TokenizedText tokens = claimtrail::take_apart(text, {});
  claimtrail::ParserScratch scratch;
  require_tree(model().parse(tokens, 0, tokens.tokens.size(), scratch));
  for (const claimtrail::Sentence& sentence : tokens.sentences) {
    require_tree(model().parse(tokens, sentence.first, sentence.last, scratch));
  }
  return 0;
}
