#include "core/store/sqlite/transaction.h"

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

void Transactions::write(const std::function<void()>& work, Failed failed) {
  require_whole();
  try {
    work();
  } catch (...) {
    // SQLite itself ends the transaction on some failures; what comes after must not be committed
    // alone.
    if (open() && (failed == Failed::half_way || !desk_.in_transaction())) {
      broken_by_ = std::current_exception();
    }
    throw;
  }
}

void Transactions::require_whole() const {
  if (broken_by_) std::rethrow_exception(broken_by_);
}

void Transactions::run_outermost(const std::function<void()>& work) {
  desk_.guarded([&] { desk_.run("BEGIN IMMEDIATE"); });
  ++depth_;
  try {
    work();
    require_whole();
    if (blobs_ != nullptr) blobs_->commit();
    desk_.guarded([&] { desk_.run("COMMIT"); });
    --depth_;
  } catch (...) {
    --depth_;
    broken_by_ = nullptr;
    if (blobs_ != nullptr) blobs_->roll_back();
    if (desk_.in_transaction()) desk_.execute("ROLLBACK");
    throw;
  }
}

void Transactions::run_nested(const std::function<void()>& work) {
  require_whole();
  desk_.guarded([&] { desk_.run("SAVEPOINT nested"); });
  ++depth_;
  try {
    work();
    require_whole();
    desk_.guarded([&] { desk_.run("RELEASE nested"); });
    --depth_;
  } catch (...) {
    --depth_;
    if (desk_.in_transaction()) {
      desk_.execute("ROLLBACK TO nested; RELEASE nested");
      broken_by_ = nullptr;
    } else {
      broken_by_ = std::current_exception();
    }
    throw;
  }
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  if (connection.in_transaction()) return;
  connection.run("BEGIN");
  opened_ = true;
}

Snapshot::~Snapshot() {
  if (!opened_) return;
  try {
    if (connection_.in_transaction()) connection_.run("COMMIT");
  } catch (const std::exception&) {
    // A read has nothing to keep; the next call finds the connection as SQLite left it.
  }
}

}  // namespace claimtrail::sqlite
