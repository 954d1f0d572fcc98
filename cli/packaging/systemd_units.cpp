#include <fmt/format.h>

#include "cli/packaging/scheduled_run.h"

namespace claimtrail {
namespace {

std::string quoted(const std::string& word, bool command) {
  std::string result;
  for (const char c : word) {
    if (c == '"' || c == '\\') {
      result += '\\';
    } else if (c == '%' || (c == '$' && command)) {
      result += c;
    }
    result += c;
  }
  const bool plain = word.find_first_of(" \t\"'\\;") == std::string::npos;
  return plain ? result : "\"" + result + "\"";
}

std::string specifiers_escaped(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '%' ? std::string("%%") : std::string(1, c);
  return result;
}

std::string command_of(const ScheduledRun& run) {
  std::string command = quoted(run.program, true);
  if (!run.config.empty()) command += " --config " + quoted(run.config, true);
  if (!run.database.empty()) command += " --db " + quoted(run.database, true);
  return command + " refresh --due --max-time 10m";
}

bool below(const std::string& path, const std::string& directory) {
  return path == directory || path.starts_with(directory + "/");
}

// A /tmp of its own would hide a desk that lies there.
const char* private_tmp(const ScheduledRun& run) {
  const bool in_tmp = below(run.directory, "/tmp") || below(run.directory, "/var/tmp");
  return in_tmp ? "no" : "yes";
}

}  // namespace

std::string systemd_service(const ScheduledRun& run) {
  const std::string user = run.user.empty() ? "" : "User=" + run.user + "\n";
  return fmt::format(
      R"(# For /etc/systemd/system, as claimtrail.service beside claimtrail.timer, which starts it.
[Unit]
Description=claimtrail: fetch what is due for {desk}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={command}
{user}# 3: a source failed, which the journal and 'claimtrail status' tell; 75: a refresh is under way.
SuccessExitStatus=3 75
TimeoutStartSec=15min
Nice=10
UMask=0027

# It asks the web and writes the desk's directory; everything else is out of its reach.
ReadWritePaths={directory}
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp={private_tmp}
PrivateDevices=yes
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
ProcSubset=pid
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RemoveIPC=yes
LockPersonality=yes
MemoryDenyWriteExecute=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
)",
      fmt::arg("desk", specifiers_escaped(run.desk)), fmt::arg("command", command_of(run)),
      fmt::arg("user", user), fmt::arg("directory", quoted(run.directory, false)),
      fmt::arg("private_tmp", private_tmp(run)));
}

std::string systemd_timer(const ScheduledRun& run) {
  return fmt::format(
      R"(# For /etc/systemd/system, as claimtrail.timer; 'systemctl enable --now claimtrail.timer' starts it.
[Unit]
Description=claimtrail: look for what is due for {}

[Timer]
OnCalendar=*:0/{}
RandomizedDelaySec=30
Persistent=true

[Install]
WantedBy=timers.target
)",
      specifiers_escaped(run.desk), run.minutes);
}

}  // namespace claimtrail
