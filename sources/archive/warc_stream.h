#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sources/archive/gzip_member.h"
#include "sources/archive/raw_input.h"

namespace claimtrail {

/// The bytes of a WARC file with gzip taken off: a member a record, one member for all, members cut
/// anywhere, no gzip, or records of both kinds in turn. Memory is bounded; work is linear in the
/// file and what it unpacks to.
class WarcStream {
 public:
  explicit WarcStream(RawInput input);
  ~WarcStream();

  /// Goes over line ends to where a record may begin and says where that is. False at the end.
  [[nodiscard]] bool begin_record();
  /// Of the byte `begin_record` found: in the file, or where the gzip member it lies in begins.
  [[nodiscard]] std::uint64_t offset() const { return record_offset_; }
  [[nodiscard]] bool addressable() const { return addressable_; }

  /// The next bytes: at least `wanted` unless the data ends before, is damaged, or a gzip member
  /// that begins a new record stands there. Valid until the next call.
  [[nodiscard]] std::string_view view(std::size_t wanted);
  void consume(std::size_t bytes);

  /// Why gzip data came to an end before its time; empty where it did not.
  [[nodiscard]] const std::string& damage() const { return damage_; }
  [[nodiscard]] const std::string& read_error() const { return input_.error(); }
  /// Leaves what cannot be read and goes to the next place that looks like a record: "WARC/" at the
  /// beginning of a line, or of a gzip member. False where there is none.
  [[nodiscard]] bool recover();
  /// Goes to a place in the file where a record or member begins. False where it cannot be sought.
  [[nodiscard]] bool seek(std::uint64_t offset);
  /// Data that is not packed: where the next byte lies. Nothing else may be sought exactly.
  [[nodiscard]] bool plain() const { return mode_ == Mode::plain; }
  [[nodiscard]] std::uint64_t raw_offset() const { return input_.offset(); }

 private:
  enum class Mode { plain, member, between };
  struct Inflater;

  [[nodiscard]] bool more();
  void begin_member();
  void inflate_some();
  void end_member();
  void drop_member();
  [[nodiscard]] bool find_candidate();

  RawInput input_;
  GzipUnpacker unpacker_;
  std::unique_ptr<Inflater> inflater_;
  Mode mode_ = Mode::between;
  std::string out_;  ///< unpacked bytes; those before `head_` are consumed
  std::size_t head_ = 0;
  std::size_t barrier_ = std::string::npos;  ///< index in `out_` where a member begins a record
  std::size_t member_head_ = 0;              ///< index in `out_` of the newest member's first byte
  std::uint64_t member_offset_ = 0;
  bool member_untouched_ = false;  ///< nothing of the newest member was consumed yet
  std::uint64_t previous_member_offset_ = 0;
  std::uint64_t record_offset_ = 0;
  bool addressable_ = true;
  std::uint64_t credit_ = 0;  ///< how far recovery may still go back
  std::string damage_;
};

}  // namespace claimtrail
