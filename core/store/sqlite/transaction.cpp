#include "core/store/sqlite/transaction.h"

#include <fmt/format.h>

#include "core/store/store.h"

namespace claimtrail::sqlite {

void Transactions::run(const std::function<void()>& work,
                       const std::function<void()>& rolled_back) {
  try {
    if (depth_ == 0) {
      run_outermost(work);
    } else {
      run_nested(work);
    }
  } catch (...) {
    rolled_back();
    throw;
  }
}

void Transactions::require_whole() const {
  if (depth_ > 0 && !desk_.in_transaction()) {
    throw StoreError(
        StoreError::Kind::other,
        fmt::format("the step on the database '{}' failed before its end; nothing of it was kept",
                    desk_.path()));
  }
}

void Transactions::run_outermost(const std::function<void()>& work) {
  desk_.guarded([&] { desk_.execute("BEGIN IMMEDIATE"); });
  ++depth_;
  try {
    work();
    require_whole();
    if (blobs_ != nullptr) blobs_->commit();
    desk_.guarded([&] { desk_.execute("COMMIT"); });
    --depth_;
  } catch (...) {
    --depth_;
    if (blobs_ != nullptr) blobs_->roll_back();
    if (desk_.in_transaction()) desk_.execute("ROLLBACK");
    throw;
  }
}

void Transactions::run_nested(const std::function<void()>& work) {
  require_whole();
  desk_.guarded([&] { desk_.execute("SAVEPOINT nested"); });
  ++depth_;
  try {
    work();
    require_whole();
    desk_.guarded([&] { desk_.execute("RELEASE nested"); });
    --depth_;
  } catch (...) {
    --depth_;
    if (desk_.in_transaction()) desk_.execute("ROLLBACK TO nested; RELEASE nested");
    throw;
  }
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  if (connection.in_transaction()) return;
  connection.execute("BEGIN");
  opened_ = true;
}

Snapshot::~Snapshot() {
  if (!opened_) return;
  try {
    if (connection_.in_transaction()) connection_.execute("COMMIT");
  } catch (const std::exception&) {
    // A read has nothing to keep; the next call finds the connection as SQLite left it.
  }
}

}  // namespace claimtrail::sqlite
