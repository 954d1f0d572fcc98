#include "core/store/sqlite/child_rows.h"

namespace claimtrail::sqlite {
namespace {

// A seek costs about as much as this many steps.
constexpr int kNear = 8;

}  // namespace

bool ChildRows::at(std::int64_t parent) {
  if (!started_) seek(parent);
  for (int steps = 0; !ended_ && parent_ < parent; ++steps) {
    if (steps == kNear) {
      seek(parent);
    } else {
      next();
    }
  }
  return !ended_ && parent_ == parent;
}

void ChildRows::next() {
  ended_ = !query_.step();
  if (!ended_) parent_ = query_.integer();
}

void ChildRows::seek(std::int64_t parent) {
  query_.reset();
  query_.bind(parent);
  started_ = true;
  next();
}

}  // namespace claimtrail::sqlite
