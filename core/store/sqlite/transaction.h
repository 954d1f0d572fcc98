#pragma once

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

  /// Throws StoreError where SQLite has ended the open transaction by itself (a full disk does
  /// that): what comes after must not be committed alone.
  void require_whole() const;

 private:
  void run_outermost(const std::function<void()>& work);
  void run_nested(const std::function<void()>& work);

  Connection& desk_;
  Blobs* blobs_;
  int depth_ = 0;
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
