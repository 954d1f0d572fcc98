#pragma once

#include <stop_token>

namespace claimtrail {

/// While one of these lives, the terminal on standard input hands over each key as it is pressed,
/// without showing it; Ctrl-C and Ctrl-Z still work. Where standard input is no terminal it does
/// nothing. At most one at a time.
///
/// The mode before comes back when it is destroyed, the moment `interrupted` is requested (a second
/// signal may end the program before anybody is asked), and when a signal stops or kills the
/// program; after a stop the raw mode is set again.
class RawMode {
 public:
  explicit RawMode(const std::stop_token& interrupted);
  ~RawMode();
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;

 private:
  struct Restore {
    void operator()() const;
  };
  std::stop_callback<Restore> on_interrupt_;
};

}  // namespace claimtrail
