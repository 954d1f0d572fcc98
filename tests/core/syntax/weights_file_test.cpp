// A weights file that is damaged, cut, of another version or no such file is refused with a
// message.
#include "core/syntax/weights_file.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include <unistd.h>

#include "tests/core/syntax/syntax_test_support.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

const std::string& shipped_bytes() {
  static const std::string bytes = [] {
    std::ifstream file(CLAIMTRAIL_SOURCE_DIR "/core/syntax/weights/en.syntax", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return bytes;
}

class WeightsFile : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  Result<SyntaxModel> open(const std::string& bytes) const {
    const std::string path = (folder_ / "en.syntax").string();
    std::ofstream(path, std::ios::binary) << bytes;
    return SyntaxModel::open(path);
  }

  /// The bytes with a checksum that fits them, as someone who means harm would leave them.
  static std::string sealed(std::string bytes) {
    const std::uint64_t checksum =
        weights_checksum({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
    std::memcpy(bytes.data() + offsetof(WeightsHeader, checksum), &checksum, sizeof checksum);
    return bytes;
  }

  fs::path folder_ = fs::temp_directory_path() / ("claimtrail-weights-" + std::to_string(getpid()));
};

TEST_F(WeightsFile, TheShippedFileSaysWhatItIs) {
  const SyntaxModel& model = shipped_model();
  EXPECT_EQ(model.language(), "en");
  EXPECT_NE(model.notice().find("CC BY-SA 4.0"), std::string_view::npos);
  EXPECT_NE(model.notice().find("English Web Treebank"), std::string_view::npos);
  EXPECT_EQ(model.checksum().size(), 16U);
  EXPECT_LE(shipped_bytes().size(), 4U << 20);
}

TEST_F(WeightsFile, AMissingFileIsToldApart) {
  const auto model = SyntaxModel::open((folder_ / "none.syntax").string());
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, "weights-missing");
  EXPECT_NE(model.error().message.find("No such file"), std::string::npos);
  EXPECT_FALSE(model.error().hint.empty());
  EXPECT_FALSE(SyntaxModel::open(folder_.string()).has_value());
}

TEST_F(WeightsFile, AnotherVersionIsRefused) {
  std::string bytes = shipped_bytes();
  ++bytes[offsetof(WeightsHeader, version)];
  const auto model = open(sealed(bytes));
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, "weights-version");
  EXPECT_NE(model.error().message.find("this program reads"), std::string::npos);
}

TEST_F(WeightsFile, OtherFeaturesAreRefused) {
  std::string bytes = shipped_bytes();
  ++bytes[offsetof(WeightsHeader, features)];
  const auto model = open(sealed(bytes));
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, "weights-version");
}

TEST_F(WeightsFile, NoWeightsFileAtAll) {
  EXPECT_FALSE(open("").has_value());
  EXPECT_FALSE(open("CTSYNTAX").has_value());
  EXPECT_FALSE(open(std::string(5000, 'x')).has_value());
}

TEST_F(WeightsFile, ACutFileIsRefused) {
  const std::string& bytes = shipped_bytes();
  for (const std::size_t size :
       {std::size_t{100}, std::size_t{256}, bytes.size() / 2, bytes.size() - 1}) {
    const auto model = open(bytes.substr(0, size));
    ASSERT_FALSE(model.has_value()) << size;
    EXPECT_EQ(model.error().code, "weights-damaged");
  }
  EXPECT_FALSE(open(bytes + "x").has_value());
}

TEST_F(WeightsFile, AFlippedBitAnywhereIsNoticed) {
  std::mt19937 random(1);
  for (int i = 0; i < 12; ++i) {
    std::string bytes = shipped_bytes();
    bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
    EXPECT_FALSE(open(bytes).has_value());
  }
}

TEST_F(WeightsFile, AHeaderThatLiesUnderAGoodChecksumIsRefusedOrHarmless) {
  const TokenizedText text = take_apart("The mayor said that the bridge was closed.", {});
  std::mt19937 random(2);
  for (int i = 0; i < 40; ++i) {
    std::string bytes = shipped_bytes();
    for (int n = 0; n < 3; ++n) {
      bytes[8 + random() % (sizeof(WeightsHeader) - 8)] = static_cast<char>(random());
    }
    const auto model = open(sealed(bytes));
    if (model) expect_tree(parse_all(*model, text));
  }
}

TEST_F(WeightsFile, TablesOfNoiseUnderAGoodChecksumAreRefusedOrHarmless) {
  const TokenizedText text = take_apart("The mayor said that the bridge was closed.", {});
  WeightsHeader header;
  std::memcpy(&header, shipped_bytes().data(), sizeof header);
  std::mt19937 random(3);
  for (int part = 1; part < WeightsHeader::kParts; ++part) {
    std::string bytes = shipped_bytes();
    for (std::size_t i = 0; i < header.parts[part].size; ++i) {
      bytes[header.parts[part].offset + i] = static_cast<char>(random());
    }
    const auto model = open(sealed(bytes));
    if (model) expect_tree(parse_all(*model, text));
  }
}

}  // namespace
}  // namespace claimtrail
