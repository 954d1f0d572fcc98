#pragma once

#include <string>
#include <vector>

#include "cli/commands/session.h"

namespace claimtrail {

/// One thing that `doctor` looked at.
struct Finding {
  std::string check;
  enum class Health { good, advice, bad } health = Health::good;
  std::string message;
  std::string advice;  ///< what to do
};
using Findings = std::vector<Finding>;

/// What fetches by itself: the user's crontab, a file in /etc/cron.d, a systemd unit of the system
/// or of the user. Says nothing of a desk without sources.
void look_at_scheduler(Session& session, Findings& findings);

/// What https rests on: the certificates that libcurl was built to read.
void look_at_certificates(Findings& findings);

/// Every time zone that the config names, and the database they come from.
void look_at_time_zones(Session& session, Findings& findings);

}  // namespace claimtrail
