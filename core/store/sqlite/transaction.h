#pragma once

#include <exception>
#include <functional>

#include "core/store/sqlite/blobs.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// The write transactions of one desk connection and its blobs. The outermost one is IMMEDIATE (a
/// deferred one that reads first and then writes fails at once when another writer came between);
/// inner ones are savepoints. Blobs are committed before the rows that name them.
class Transactions {
 public:
  Transactions(Connection& desk, Blobs* blobs) : desk_(desk), blobs_(blobs) {}

  /// `rolled_back` is called after anything was taken back.
  void run(const std::function<void()>& work, const std::function<void()>& rolled_back);

  /// Runs one write of the store inside the open transaction, without a savepoint of its own: each
  /// costs the full-text index a flush. Where it fails half-way, the transaction around it cannot
  /// be committed any more, even if the caller goes on regardless. `whole` says that a failed write
  /// leaves nothing behind.
  enum class Failed { whole, half_way };
  void write(const std::function<void()>& work, Failed failed);

  [[nodiscard]] bool open() const { return depth_ > 0; }

 private:
  void run_outermost(const std::function<void()>& work);
  void run_nested(const std::function<void()>& work);
  /// Throws what broke the open transaction, if anything did.
  void require_whole() const;

  Connection& desk_;
  Blobs* blobs_;
  int depth_ = 0;
  std::exception_ptr broken_by_;
};

/// Several reads that must see the same state: a read transaction, unless one is open already.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
  bool opened_ = false;
};

}  // namespace claimtrail::sqlite
