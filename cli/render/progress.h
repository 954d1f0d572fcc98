#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace claimtrail {

/// How far a refresh is.
struct ProgressState {
  int sources = 0;  ///< in all
  int done = 0;
  int reports = 0;  ///< fetched or visited
  int claims = 0;   ///< in what was brought
  int failures = 0;
  bool linking = false;  ///< everything is fetched
  std::chrono::milliseconds elapsed{0};
};

/// One line of at most `columns` columns: "[=====>    ] 12/40 sources  80 reports  345 claims
/// 2 failed  0:42 left". What does not fit is left out, the bar first made shorter, then the time,
/// the reports, the bar, the claims; the sources last. Time left is that of the sources done so
/// far, shown once one is. Plain ASCII, without colours or control characters. Pure.
[[nodiscard]] std::string progress_line(const ProgressState& state, std::size_t columns);

/// "0:42", "12:05", "1:02:03".
[[nodiscard]] std::string write_clock(std::chrono::seconds time);

/// A line on standard error that is drawn over itself. The terminal is asked for its width each
/// time, so a resized one is drawn to fit. Draws at most ten times a second. The line is wiped when
/// the bar is cleared or destroyed: what is printed next begins at the left of an empty line.
class ProgressBar {
 public:
  ProgressBar() = default;
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void draw(const ProgressState& state);
  void clear();

 private:
  std::chrono::steady_clock::time_point last_;
  bool shown_ = false;
};

}  // namespace claimtrail
