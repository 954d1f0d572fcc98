#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/syntax/lexicon_table.h"
#include "core/syntax/parse_sentence.h"
#include "core/syntax/syntax.h"

namespace claimtrail {
namespace {

/// A file mapped for reading.
class Mapping {
 public:
  Mapping() = default;
  Mapping(void* start, std::size_t size) : start_(start), size_(size) {}
  Mapping(Mapping&& other) noexcept
      : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (start_ != nullptr) munmap(start_, size_);
  }
  [[nodiscard]] std::span<const unsigned char> bytes() const {
    return {static_cast<const unsigned char*>(start_), size_};
  }
  /// Gives the pages back that were read; who needs one again finds it in the page cache. A process
  /// that asks for the checksum alone keeps no room for the weights.
  void let_go() const { (void)madvise(start_, size_, MADV_DONTNEED); }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

Result<Mapping> map_file(const std::string& path) {
  const auto missing = [&] {
    return failure("weights-missing",
                   std::string("cannot read the weights file: ") + std::strerror(errno), path,
                   "install it, or go on without a parser");
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return missing();
  struct stat status = {};
  if (fstat(file, &status) != 0) {
    const auto result = missing();
    close(file);
    return result;
  }
  if (!S_ISREG(status.st_mode) || status.st_size == 0) {
    close(file);
    return failure("weights-damaged", "the weights file is empty or no file", path,
                   "install it again");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (start == MAP_FAILED) {
    const auto result = missing();
    close(file);
    return result;
  }
  close(file);
  return Mapping(start, size);
}

struct FileLexicon final : Lexicon {
  std::span<const LexiconEntry> slots;
  [[nodiscard]] const LexiconEntry* find(std::uint64_t word) const override {
    return find_word(slots, word);
  }
};

void check_range(const TokenizedText& text, std::size_t first, std::size_t last) {
  if (first > last || last > text.tokens.size()) {
    throw std::out_of_range("a range of tokens outside the text");
  }
}

}  // namespace

struct SyntaxModel::Weights {
  Mapping mapping;
  WeightsView view;
  FileLexicon lexicon;
};

struct ParserScratch::Buffers {
  std::vector<WordForm> forms;
  std::vector<PartOfSpeech> tags;
  ParseWords words;
  HeadBuffers heads_buffers;
  std::vector<std::int16_t> heads;
  ChildLists children;
  std::vector<Relation> relations;
  std::vector<SyntaxToken> result;
};

ParserScratch::ParserScratch() : buffers_(std::make_unique<Buffers>()) {}
ParserScratch::~ParserScratch() = default;
ParserScratch::ParserScratch(ParserScratch&&) noexcept = default;
ParserScratch& ParserScratch::operator=(ParserScratch&&) noexcept = default;

SyntaxModel::SyntaxModel(std::unique_ptr<Weights> weights) : weights_(std::move(weights)) {}
SyntaxModel::SyntaxModel(SyntaxModel&&) noexcept = default;
SyntaxModel& SyntaxModel::operator=(SyntaxModel&&) noexcept = default;
SyntaxModel::~SyntaxModel() = default;

Result<SyntaxModel> SyntaxModel::open(const std::string& path) {
  auto mapping = map_file(path);
  if (!mapping) return tl::unexpected(mapping.error());
  const auto view = read_weights(mapping->bytes(), path);
  if (!view) return tl::unexpected(view.error());
  mapping->let_go();
  auto weights = std::make_unique<Weights>(Weights{std::move(*mapping), *view, {}});
  weights->lexicon.slots = view->lexicon;
  return SyntaxModel(std::move(weights));
}

std::span<const SyntaxToken> SyntaxModel::tag(const TokenizedText& text, std::size_t first,
                                              std::size_t last, ParserScratch& scratch) const {
  check_range(text, first, last);
  ParserScratch::Buffers& b = scratch.buffers();
  make_word_forms(text, first, last, weights_->lexicon, b.forms);
  choose_tags(b.forms, weights_->view.tags, b.tags);
  b.result.assign(last - first, SyntaxToken{});
  for (std::size_t i = 0; i < b.result.size(); ++i) b.result[i].tag = b.tags[i];
  return b.result;
}

std::span<const SyntaxToken> SyntaxModel::parse(const TokenizedText& text, std::size_t first,
                                                std::size_t last, ParserScratch& scratch) const {
  check_range(text, first, last);
  ParserScratch::Buffers& b = scratch.buffers();
  b.result.assign(last - first, SyntaxToken{});
  std::int32_t root = -1;
  for (std::size_t start = first; start < last; start += kLongestParse) {
    const std::size_t end = std::min(last, start + kLongestParse);
    make_word_forms(text, start, end, weights_->lexicon, b.forms);
    choose_tags(b.forms, weights_->view.tags, b.tags);
    b.words.make(b.forms, b.tags);
    choose_heads(b.words, weights_->view.steps, weights_->view.beam, b.heads_buffers, b.heads);
    choose_relations(b.words, b.heads, weights_->view.labels, b.children, b.relations);
    const auto base = static_cast<std::int32_t>(start - first);
    const std::int32_t root_before = root;
    for (std::size_t i = 0; i < b.heads.size(); ++i) {
      SyntaxToken& token = b.result[start - first + i];
      token.tag = b.tags[i];
      token.relation = b.relations[i];
      token.head = base + b.heads[i];
      if (b.heads[i] != b.words.size) continue;
      token.head = root_before;
      if (root_before >= 0) token.relation = Relation::parataxis;
      root = base + static_cast<std::int32_t>(i);
    }
  }
  return b.result;
}

std::string_view SyntaxModel::language() const { return weights_->view.language; }

std::string_view SyntaxModel::notice() const { return weights_->view.notice; }

std::string SyntaxModel::checksum() const {
  std::string digits(16, '0');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    digits[i] = "0123456789abcdef"[weights_->view.checksum >> (60 - 4 * i) & 15];
  }
  return digits;
}

}  // namespace claimtrail
