#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"
#include "core/syntax/part_of_speech.h"
#include "core/syntax/relation.h"
#include "core/text/tokens.h"

namespace claimtrail {

/// What is known of one token after parsing.
struct SyntaxToken {
  PartOfSpeech tag = PartOfSpeech::nn;
  Relation relation = Relation::dep;
  std::int32_t head = -1;  ///< counted from the first token of the range; -1 is the root

  friend bool operator==(const SyntaxToken&, const SyntaxToken&) = default;
};

/// Working memory of `SyntaxModel::parse`. One a thread, kept between calls so that nothing is
/// allocated a sentence; any model may use it.
class ParserScratch {
 public:
  ParserScratch();
  ~ParserScratch();
  ParserScratch(ParserScratch&&) noexcept;
  ParserScratch& operator=(ParserScratch&&) noexcept;

  struct Buffers;
  [[nodiscard]] Buffers& buffers() { return *buffers_; }

 private:
  std::unique_ptr<Buffers> buffers_;
};

/// A part-of-speech tagger and dependency parser over weights learned from treebanks: tags left to
/// right, an arc-hybrid parse with a small beam, then the relations on the finished tree. All
/// arithmetic is in whole numbers: the same text gives the same tree on every machine.
///
/// Immutable; one model may be used by many threads, each with a scratch of its own.
class SyntaxModel {
 public:
  /// Maps the weights file (see weights_file.h) and checks it. Fails with `weights-missing`,
  /// `weights-damaged` or `weights-version`.
  [[nodiscard]] static Result<SyntaxModel> open(const std::string& path);

  SyntaxModel(SyntaxModel&&) noexcept;
  SyntaxModel& operator=(SyntaxModel&&) noexcept;
  ~SyntaxModel();

  /// The tokens [first, last) of `text`, usually one sentence, as one tree: exactly one token has
  /// head -1 and every other reaches it. An empty range gives nothing. A range of more than
  /// `kLongestParse` tokens is cut into pieces that are parsed alone; the root of each piece hangs
  /// on the root of the one before it as `parataxis`, so the time is linear whatever comes.
  ///
  /// The result lives in `scratch` until its next use. Throws std::out_of_range where the range
  /// does not fit the text.
  [[nodiscard]] std::span<const SyntaxToken> parse(const TokenizedText& text, std::size_t first,
                                                   std::size_t last, ParserScratch& scratch) const;

  /// The same with tags only: `head` and `relation` stay at their defaults. About eight times as
  /// fast.
  [[nodiscard]] std::span<const SyntaxToken> tag(const TokenizedText& text, std::size_t first,
                                                 std::size_t last, ParserScratch& scratch) const;

  /// "en", lower-case ISO 639-1.
  [[nodiscard]] std::string_view language() const;
  /// Provenance and licence of the weights, as they stand in the file.
  [[nodiscard]] std::string_view notice() const;
  /// Of the file's contents, 16 hexadecimal digits: part of what makes an extractor version.
  [[nodiscard]] std::string checksum() const;

 private:
  struct Weights;
  explicit SyntaxModel(std::unique_ptr<Weights> weights);
  std::unique_ptr<Weights> weights_;
};

inline constexpr std::size_t kLongestParse = 192;

}  // namespace claimtrail
