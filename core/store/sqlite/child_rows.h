#pragma once

#include <cstdint>

#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite {

/// Walks a table of children beside its parents: asked for ascending parents, it steps on where the
/// next one is near and seeks where it is far, so that one parent and all parents cost what they
/// should. `sql` selects the parent first, "WHERE parent >= ?", ordered by parent.
class ChildRows {
 public:
  ChildRows(Connection& connection, const char* sql) : query_(connection.query(sql)) {}

  /// True while the current row is a child of `parent`; its columns are then read from `row` in
  /// order.
  [[nodiscard]] bool at(std::int64_t parent);
  [[nodiscard]] Query& row() { return query_; }
  void next();

 private:
  void seek(std::int64_t parent);

  Query query_;
  bool started_ = false;
  bool ended_ = false;
  std::int64_t parent_ = 0;
};

}  // namespace claimtrail::sqlite
