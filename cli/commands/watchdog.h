#pragma once

#include <string>

#include "cli/commands/session.h"

namespace claimtrail {

/// A dead man's switch that watches scheduled runs (--ping-url): the address with /start when it is
/// made, itself when it is destroyed after `went_well`, else with /fail, however the run ended. The
/// suffix goes before a query. An empty address pings nobody. That it cannot be reached is a
/// warning, never a failed run. The operator named the address, so a private one is fine.
class Watchdog {
 public:
  Watchdog(Session& session, std::string url);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void went_well() { went_well_ = true; }

 private:
  void ping(const char* suffix);

  Session& session_;
  std::string url_;
  bool went_well_ = false;
};

}  // namespace claimtrail
