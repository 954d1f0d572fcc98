#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/diagnostics/result.h"

namespace claimtrail {

/// A file read through a window, so that memory does not grow with it. One thread.
class RawInput {
 public:
  /// Fails when the file is missing, a directory or cannot be read.
  [[nodiscard]] static Result<RawInput> open(const std::string& path);
  RawInput(RawInput&& other) noexcept;
  RawInput& operator=(RawInput&&) = delete;
  ~RawInput();

  /// The next bytes: at least `wanted` of them unless the file ends or fails before. Valid until
  /// the next call.
  [[nodiscard]] std::string_view peek(std::size_t wanted);
  void consume(std::size_t bytes);
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  /// False where the file cannot be sought (a pipe).
  [[nodiscard]] bool seek(std::uint64_t offset);
  /// Why reading stopped before the end; empty where it did not.
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  explicit RawInput(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
  std::string window_;
  std::size_t head_ = 0;
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::string error_;
};

}  // namespace claimtrail
