#include "cli/commands/told_problems.h"

#include <filesystem>
#include <fstream>

namespace claimtrail {
namespace {

constexpr std::chrono::seconds kAgainAfter = std::chrono::days{1};
// A run that cron starts a little early still is the next day's.
constexpr std::chrono::seconds kSlack = std::chrono::minutes{5};

}  // namespace

ToldProblems::ToldProblems(const std::string& database) : file_(database + ".told") {
  std::ifstream stream(file_);
  for (std::string line; std::getline(stream, line);) {
    const std::size_t blank = line.find(' ');
    const auto time = parse_timestamp(line.substr(0, blank));
    if (time && blank != std::string::npos) told_[line.substr(blank + 1)] = *time;
  }
}

bool ToldProblems::is_news(const std::string& problem, Timestamp now) {
  const auto [found, is_new] = told_.try_emplace(problem, now);
  // One told in the future was noted by a clock that was wrong.
  if (!is_new && found->second <= now && now - found->second < kAgainAfter - kSlack) return false;
  found->second = now;
  return true;
}

void ToldProblems::save() const {
  std::error_code error;
  if (told_.empty()) {
    std::filesystem::remove(file_, error);
    return;
  }
  const std::string beside = file_ + ".new";
  {
    std::ofstream stream(beside, std::ios::binary);
    for (const auto& [problem, time] : told_) {
      stream << format_timestamp(time) << ' ' << problem << '\n';
    }
  }
  std::filesystem::rename(beside, file_, error);
}

}  // namespace claimtrail
