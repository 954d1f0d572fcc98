#include "cli/desk/config.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "core/model/names.h"

#include "cli/desk/config_core_sections.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

constexpr const char* config_name = "claimtrail.yaml";

constexpr std::array<Name<ConfigOrigin>, 5> origin_names = {
    {{ConfigOrigin::flag, "--config"},
     {ConfigOrigin::environment, "CLAIMTRAIL_CONFIG"},
     {ConfigOrigin::project, "found here or above"},
     {ConfigOrigin::user, "the user's own"},
     {ConfigOrigin::none, "defaults"}}};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// The XDG base directory specification: a value that is not absolute is to be ignored.
std::string xdg_directory(const char* variable, const char* below_home) {
  const std::string value = environment(variable);
  if (!value.empty() && value.front() == '/') return value;
  const std::string home = environment("HOME");
  return home.empty() ? std::string() : home + "/" + below_home;
}

std::string user_config_directory() {
  const std::string base = xdg_directory("XDG_CONFIG_HOME", ".config");
  return base.empty() ? std::string() : base + "/claimtrail";
}

std::string absolute(const std::string& path, const std::string& directory) {
  const fs::path given(path);
  return (given.is_absolute() ? given : fs::path(directory) / given).lexically_normal().string();
}

std::string current_directory() {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  return error ? std::string(".") : here.string();
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// Messages name a file as the person would: relative where it lies here or below.
std::string near_path(const std::string& path) {
  const fs::path relative = fs::path(path).lexically_relative(current_directory());
  const bool below = !relative.empty() && *relative.begin() != "..";
  return below ? relative.string() : path;
}

const YamlNode* section(YamlMapReader& top, const char* name) {
  const YamlNode* node = top.node(name);
  return node == nullptr || node->kind == YamlNode::Kind::null ? nullptr : node;
}

/// Collects what is wrong in every file, so that all of it is told at once.
class ConfigReader {
 public:
  explicit ConfigReader(Config& config) : config_(config) {}

  void read_main_file() {
    const auto document = read_yaml_file(near_path(config_.path));
    if (!document) return add(document.error());
    config_.files.push_back(config_.path);
    YamlMapReader top(*document, document->root, problems_);
    CoreSections core{section(top, "desk"), section(top, "outlets"), section(top, "claimants"),
                      section(top, "questions")};
    config_.desk = read_core_sections(*document, core, database_, problems_);
    config_.fetch =
        read_fetch_settings(*document, section(top, "fetch"), config_.directory, problems_);
    add_sources(*document, section(top, "sources"));
    config_.rules = read_rule_settings(*document, section(top, "rules"),
                                       section(top, "suppressions"), config_.directory, problems_);
    if (document->root.is_map()) top.finish();
  }

  void read_sources_directory() {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(config_.sources_directory, error)) {
      if (entry.path().extension() == ".yaml") names.push_back(entry.path().string());
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      const auto document = read_yaml_file(near_path(name));
      if (!document) {
        add(document.error());
        continue;
      }
      config_.files.push_back(name);
      YamlMapReader top(*document, document->root, problems_);
      add_sources(*document, section(top, "sources"));
      if (document->root.is_map()) top.finish();
    }
  }

  [[nodiscard]] const std::string& database() const { return database_; }
  [[nodiscard]] std::vector<Diagnostic>& problems() { return problems_; }

 private:
  void add(const std::vector<Diagnostic>& problems) {
    problems_.insert(problems_.end(), problems.begin(), problems.end());
  }

  void add_sources(const YamlDocument& document, const YamlNode* list) {
    if (list == nullptr) return;
    const auto sources = read_source_settings(document, list, config_.directory, problems_);
    for (const SourceSettings& source : sources) {
      const auto [first, is_new] = source_file_.emplace(source.id, document.file);
      if (!is_new && first->second != document.file && !source.id.empty()) {
        problems_.push_back(document.at(place_of_id(*list, source.id), "duplicate-id",
                                        fmt::format("the source '{}' was given before", source.id),
                                        fmt::format("the first is in {}", first->second)));
        continue;
      }
      config_.sources.push_back(source);
      config_.source_files.push_back(document.file);
    }
  }

  static const YamlNode& place_of_id(const YamlNode& list, const std::string& id) {
    for (const YamlNode& item : list.items) {
      const YamlNode* given = item.find("id");
      if (given != nullptr && given->scalar == id) return *given;
    }
    return list;
  }

  Config& config_;
  std::string database_;
  std::vector<Diagnostic> problems_;
  std::map<std::string, std::string> source_file_;
};

void choose_database(Config& config, const ConfigRequest& request, const std::string& configured) {
  const std::string here = current_directory();
  if (!request.database.empty()) {
    config.database = absolute(request.database, here);
    config.database_from = "--db";
  } else if (const std::string given = environment("CLAIMTRAIL_DB"); !given.empty()) {
    config.database = absolute(given, here);
    config.database_from = "CLAIMTRAIL_DB";
  } else if (!configured.empty()) {
    config.database = absolute(configured, config.directory);
    config.database_from = config.path;
  } else {
    const bool own = config.origin == ConfigOrigin::none || config.origin == ConfigOrigin::user;
    config.database = (own ? data_directory() : config.directory) + "/claimtrail.db";
    config.database_from = "default";
  }
}

}  // namespace

ConfigLocation find_config(const ConfigRequest& request) {
  const std::string here = current_directory();
  if (!request.config.empty()) return {absolute(request.config, here), ConfigOrigin::flag};
  if (const std::string given = environment("CLAIMTRAIL_CONFIG"); !given.empty()) {
    return {absolute(given, here), ConfigOrigin::environment};
  }
  for (fs::path directory = here; !directory.empty(); directory = directory.parent_path()) {
    if (is_file(directory / config_name)) {
      return {(directory / config_name).string(), ConfigOrigin::project};
    }
    if (directory == directory.root_path()) break;
  }
  const std::string own = user_config_directory();
  if (!own.empty() && is_file(fs::path(own) / config_name)) {
    return {own + "/" + config_name, ConfigOrigin::user};
  }
  return {};
}

Checked<Config> load_config(const ConfigRequest& request) {
  Config config;
  const ConfigLocation location = find_config(request);
  config.path = location.path;
  config.origin = location.origin;
  config.directory =
      config.path.empty() ? current_directory() : fs::path(config.path).parent_path().string();
  const std::string own = user_config_directory();
  const std::string beside = !config.path.empty() || own.empty() ? config.directory : own;
  config.sources_directory = beside + "/sources.d";

  ConfigReader reader(config);
  if (!config.path.empty()) reader.read_main_file();
  reader.read_sources_directory();
  if (!reader.problems().empty()) return tl::unexpected(std::move(reader.problems()));

  choose_database(config, request, reader.database());
  if (config.fetch.http.user_agent.empty()) {
    config.fetch.http.user_agent =
        config.desk.contact.empty()
            ? fmt::format("claimtrail/{}", CLAIMTRAIL_VERSION)
            : fmt::format("claimtrail/{} (+{})", CLAIMTRAIL_VERSION, config.desk.contact);
  }
  return config;
}

std::string data_directory() {
  const std::string base = xdg_directory("XDG_DATA_HOME", ".local/share");
  return base.empty() ? current_directory() : base + "/claimtrail";
}

const char* to_string(ConfigOrigin origin) { return name_of(origin_names, origin); }

}  // namespace claimtrail
