#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace claimtrail {

enum class ArenaLock { none, shared, exclusive };

/// Memory that grows and never moves by offset: a mapped file, or nameless memory. Pointers into it
/// hold until the next `allocate`; offsets always. New memory is zero. Moves only.
class MappedArena {
 public:
  /// Nameless memory.
  MappedArena();
  /// The file, made where it is missing, under an advisory lock (flock) that is waited for and held
  /// until the arena is gone. Throws std::system_error where it cannot be opened or mapped.
  MappedArena(const std::string& path, ArenaLock lock);
  ~MappedArena();
  MappedArena(MappedArena&& other) noexcept;
  MappedArena& operator=(MappedArena&&) = delete;

  [[nodiscard]] std::size_t size() const { return size_; }
  /// `size` bytes from `offset` on lie inside.
  [[nodiscard]] bool holds(std::uint64_t offset, std::uint64_t size) const {
    return offset <= size_ && size <= size_ - offset;
  }
  template <class T>
  [[nodiscard]] T* at(std::uint64_t offset) const {
    return reinterpret_cast<T*>(base_ + offset);
  }
  /// Makes the arena at least this large; may move it.
  void reserve(std::size_t size);
  /// Empties it to `size` zero bytes.
  void clear(std::size_t size);
  /// Writes what was changed to the disk.
  void flush() const;

 private:
  void map();
  void unmap();
  int file_ = -1;
  std::byte* base_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace claimtrail
