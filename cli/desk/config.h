#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/settings.h"

#include "rules/rule.h"
#include "sources/settings.h"

namespace claimtrail {

/// What said where the config is, strongest first.
enum class ConfigOrigin {
  flag,         ///< --config FILE
  environment,  ///< CLAIMTRAIL_CONFIG
  project,      ///< claimtrail.yaml here or in a directory above
  user,         ///< $XDG_CONFIG_HOME/claimtrail/claimtrail.yaml
  none          ///< no config: defaults
};

struct ConfigRequest {
  std::string config;    ///< --config; empty: not given
  std::string database;  ///< --db; empty: not given
};

/// The whole config of one desk, every path absolute.
struct Config {
  std::string path;  ///< the file; empty when the desk works on defaults
  ConfigOrigin origin = ConfigOrigin::none;
  std::string directory;  ///< what relative paths are against: the file's, else the current one
  std::vector<std::string> files;  ///< everything read: the config, then sources.d/*.yaml by name
  /// sources.d beside the config (without one: beside where the user's config would be). The only
  /// place the program writes configuration to.
  std::string sources_directory;
  DeskSettings desk;
  FetchSettings fetch;  ///< `http.user_agent` names the program and the desk's contact
  std::vector<SourceSettings> sources;
  std::vector<std::string> source_files;  ///< for each source the file it was read from
  RuleSettings rules;
  /// --db, else CLAIMTRAIL_DB, else `desk.database`, else claimtrail.db beside a project's config,
  /// else $XDG_DATA_HOME/claimtrail/claimtrail.db.
  std::string database;
  std::string
      database_from;  ///< who said so: "--db", "CLAIMTRAIL_DB", the config's path, "default"
};

/// Where the config is, without reading it; nothing when there is none. A file that was named (by
/// flag or environment) and is missing is found out on reading.
struct ConfigLocation {
  std::string path;
  ConfigOrigin origin = ConfigOrigin::none;
};
[[nodiscard]] ConfigLocation find_config(const ConfigRequest& request);

/// Finds and reads the config. Every mistake of every section and of every file in sources.d is
/// reported at once. Creates nothing.
[[nodiscard]] Checked<Config> load_config(const ConfigRequest& request);

/// $XDG_DATA_HOME/claimtrail, else ~/.local/share/claimtrail, else the current directory. Relative
/// XDG values are ignored, as the specification asks.
[[nodiscard]] std::string data_directory();

[[nodiscard]] const char* to_string(ConfigOrigin origin);

}  // namespace claimtrail
