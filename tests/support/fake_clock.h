#pragma once

#include "core/model/time.h"

namespace claimtrail {

/// A clock that stands still until it is moved.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(std::string_view time) : now_(parse_timestamp(time).value()) {}
  [[nodiscard]] Timestamp now() const override { return now_; }
  void advance(std::chrono::seconds by) { now_ += by; }
  void set(Timestamp time) { now_ = time; }

 private:
  Timestamp now_;
};

}  // namespace claimtrail
