#pragma once

#include <map>
#include <string>

#include "core/model/time.h"

namespace claimtrail {

/// Which problems scheduled refreshes told, and when: cron mails whatever is printed, so one that
/// lasts is told when it first comes and then once a day. It is this machine's mail that it is
/// about, so it stands in a text file beside the database ("DATABASE.told"), not in it. A file that
/// is missing or cannot be read or written means that problems are told again. Use it while holding
/// the refresh lock.
class ToldProblems {
 public:
  explicit ToldProblems(const std::string& database);

  /// True when the problem was not told within a day before `now`; it then counts as told.
  [[nodiscard]] bool is_news(const std::string& problem, Timestamp now);
  /// The problem is over: when it comes back it is news.
  void over(const std::string& problem) { told_.erase(problem); }
  /// Writes the file, by rename; none when nothing is left to remember.
  void save() const;

 private:
  std::string file_;
  std::map<std::string, Timestamp> told_;
};

}  // namespace claimtrail
