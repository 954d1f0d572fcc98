#include "core/store/sqlite/child_rows.h"

namespace claimtrail::sqlite {
namespace {

// A seek costs about as much as this many steps. Parents are row numbers with few holes, so how far
// apart they are tells how many steps lie between.
constexpr int kNear = 8;

}  // namespace

bool ChildRows::at(std::int64_t parent) {
  const bool far = !ended_ && parent_ + kNear < parent;
  if (!started_ || far) seek(parent);
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
