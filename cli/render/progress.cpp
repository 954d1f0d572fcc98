#include "cli/render/progress.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/render/text.h"

namespace claimtrail {
namespace {

constexpr std::size_t kWidestBar = 30;
constexpr std::size_t kNarrowestBar = 10;
constexpr std::chrono::milliseconds kBetweenDraws{100};

std::size_t terminal_columns() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* said = std::getenv("COLUMNS");
  const long columns = said == nullptr ? 0 : std::strtol(said, nullptr, 10);
  return columns > 0 && columns < 10'000 ? static_cast<std::size_t>(columns) : 80;
}

std::string bar_of(const ProgressState& state, std::size_t width) {
  const auto all = static_cast<std::size_t>(std::max(state.sources, 1));
  const auto done = std::min(static_cast<std::size_t>(std::max(state.done, 0)), all);
  const std::size_t filled = width * done / all;
  std::string bar(filled, '=');
  if (filled < width) bar += '>';
  bar.resize(width, ' ');
  return "[" + bar + "]";
}

std::string time_left(const ProgressState& state) {
  if (state.done < 1 || state.done >= state.sources) return {};
  const auto left = state.elapsed * (state.sources - state.done) / state.done;
  return write_clock(std::chrono::ceil<std::chrono::seconds>(left)) + " left";
}

/// A part of the line, and when it has to go: the highest first.
struct Part {
  std::string text;
  int expendable = 0;
};

}  // namespace

std::string write_clock(std::chrono::seconds time) {
  const long long seconds = std::max<long long>(time.count(), 0);
  const long long minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{}:{:02}", minutes, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::string progress_line(const ProgressState& state, std::size_t columns) {
  std::array<Part, 5> parts = {{
      {fmt::format("{}/{} sources", state.done, state.sources), 0},
      {count_of(state.reports, "report"), 3},
      {count_of(state.claims, "claim"), 1},
      {state.failures > 0 ? fmt::format("{} failed", state.failures) : std::string(), 1},
      {state.linking ? "linking" : time_left(state), 4},
  }};
  constexpr int bar_is_expendable = 2;
  for (int keep = 4; keep >= 0; --keep) {
    std::string line;
    for (const Part& part : parts) {
      if (part.expendable > keep || part.text.empty()) continue;
      line += (line.empty() ? "" : "  ") + part.text;
    }
    const std::size_t room = columns > line.size() ? columns - line.size() : 0;
    constexpr std::size_t frame = 3;  // both brackets and a blank
    if (keep < bar_is_expendable) {
      if (line.size() <= columns) return line;
    } else if (room >= kNarrowestBar + frame) {
      return bar_of(state, std::min(room - frame, kWidestBar)) + " " + line;
    }
  }
  return fmt::format("{}/{}", state.done, state.sources).substr(0, columns);
}

void ProgressBar::draw(const ProgressState& state) {
  const auto now = std::chrono::steady_clock::now();
  if (shown_ && now - last_ < kBetweenDraws) return;
  last_ = now;
  shown_ = true;
  // The last column stays free: a terminal wraps once it is written to.
  const std::string text = "\r" + progress_line(state, terminal_columns() - 1) + "\x1b[K";
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (!shown_) return;
  shown_ = false;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

}  // namespace claimtrail
