#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <curl/curl.h>
#include <fmt/format.h>

#include "cli/commands/crontab.h"
#include "cli/commands/doctor_finding.h"
#include "cli/commands/source_lines.h"
#include "cli/render/text.h"
#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;
using Health = Finding::Health;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::vector<std::string> places_of_schedules() {
  const std::string home = variable("HOME");
  const std::string config = variable("XDG_CONFIG_HOME");
  std::vector<std::string> places = {"/etc/cron.d", "/etc/systemd/system",
                                     "/usr/lib/systemd/system", "/etc/systemd/user"};
  if (!config.empty()) places.push_back(config + "/systemd/user");
  if (!home.empty()) places.push_back(home + "/.config/systemd/user");
  return places;
}

bool starts_refreshes(const fs::path& file) {
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    const bool remark = line.starts_with('#') || line.starts_with(';');
    if (!remark && line.find("claimtrail") != std::string::npos &&
        line.find("refresh") != std::string::npos && line.find("--due") != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> files_that_start_refreshes() {
  std::vector<std::string> found;
  for (const std::string& place : places_of_schedules()) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(place, error)) {
      const bool unit = entry.path().extension() == ".service" || place == "/etc/cron.d";
      if (unit && entry.is_regular_file(error) && starts_refreshes(entry.path())) {
        found.push_back(entry.path().string());
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Installed is one thing, running another: the desk itself shows when it was last tried.
bool nothing_was_tried(Session& session) {
  const SourceLines sources(session);
  return std::all_of(sources.all().begin(), sources.all().end(), [](const SourceLine& line) {
    return line.stale && (line.state == nullptr || line.state->failures == 0);
  });
}

}  // namespace

void look_at_scheduler(Session& session, Findings& findings) {
  if (session.config().sources.empty()) return;
  const auto crontab = read_crontab();
  std::vector<std::string> found = files_that_start_refreshes();
  if (crontab && crontab->find("refresh --due") != std::string::npos) {
    found.insert(found.begin(), "your crontab");
  }
  if (found.empty()) {
    findings.push_back({"cron", Health::advice,
                        crontab ? "nothing fetches by itself" : crontab.error().message,
                        "run 'claimtrail cron install', or see 'claimtrail cron print --as "
                        "systemd'"});
  } else if (nothing_was_tried(session)) {
    findings.push_back({"cron", Health::advice,
                        fmt::format("{} should fetch, but nothing was fetched lately", found[0]),
                        "is cron running, or the timer enabled? try 'claimtrail refresh --due'"});
  } else {
    findings.push_back({"cron", Health::good, found[0], {}});
  }
}

void look_at_certificates(Findings& findings) {
  const curl_version_info_data* curl = curl_version_info(CURLVERSION_NOW);
  std::error_code error;
  for (const char* place : {curl->cainfo, curl->capath}) {
    if (place == nullptr || !fs::exists(place, error) || fs::is_empty(place, error)) continue;
    findings.push_back({"certificates", Health::good, place, {}});
    return;
  }
  findings.push_back({"certificates", Health::bad, "no certificates: no https address can be read",
                      "install the package ca-certificates"});
}

void look_at_time_zones(Session& session, Findings& findings) {
  if (!known_timezone("Europe/Warsaw")) {
    findings.push_back({"time zones", Health::bad, "the time zone database is missing",
                        "install the package tzdata"});
    return;
  }
  std::set<std::string> zones = {session.config().desk.timezone};
  for (const SourceSettings& source : session.config().sources) zones.insert(source.timezone);
  bool all_known = true;
  for (const std::string& zone : zones) {
    if (zone.empty() || known_timezone(zone)) continue;
    all_known = false;
    findings.push_back({"time zones", Health::bad,
                        fmt::format("'{}' is not in the time zone database", zone),
                        "correct it in the config, or bring the package tzdata up to date"});
  }
  if (all_known)
    findings.push_back({"time zones", Health::good, session.config().desk.timezone, {}});
}

}  // namespace claimtrail
