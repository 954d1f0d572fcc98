#include "cli/commands/source_files.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/commands/session.h"
#include "cli/commands/source_yaml.h"
#include "cli/commands/unknown_name.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

/// Where one source stands in sources.d.
struct Place {
  std::string file;
  std::vector<YamlNode> sources;
  std::size_t index = 0;
};

Place place_of(const Config& config, const std::string& id) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < config.sources.size(); ++i) {
    known.push_back(config.sources[i].id);
    if (config.sources[i].id != id) continue;
    const std::string file = fs::absolute(config.source_files[i]).lexically_normal().string();
    if (fs::path(file).parent_path() != fs::path(config.sources_directory)) {
      throw CommandFailure(
          ExitCode::usage,
          fmt::format("the source '{}' stands in {}, which is yours", id, config.source_files[i]),
          "edit it there: take it out, or set 'enabled'");
    }
    const auto document = read_yaml_file(file);
    if (!document) throw CommandFailure(ExitCode::usage, document.error());
    Place place{file, document->root.find("sources")->items, 0};
    const auto found =
        std::find_if(place.sources.begin(), place.sources.end(), [&](const YamlNode& item) {
          return item.find("id") != nullptr && item.find("id")->scalar == id;
        });
    place.index = static_cast<std::size_t>(found - place.sources.begin());
    return place;
  }
  refuse_unknown_name("source", id, known, "sources list");
}

}  // namespace

std::string remove_source(const Config& config, const std::string& id) {
  Place place = place_of(config, id);
  place.sources.erase(place.sources.begin() + static_cast<std::ptrdiff_t>(place.index));
  if (place.sources.empty()) {
    std::error_code error;
    if (!fs::remove(place.file, error)) {
      throw CommandFailure(ExitCode::runtime, fmt::format("cannot remove {}", place.file));
    }
  } else {
    replace_source_file(config, place.file, place.sources);
  }
  return place.file;
}

std::string enable_source(const Config& config, const std::string& id, Enabled enabled) {
  Place place = place_of(config, id);
  put(place.sources[place.index], "enabled",
      scalar(enabled == Enabled::yes ? "true" : "false", false));
  replace_source_file(config, place.file, place.sources);
  return place.file;
}

}  // namespace claimtrail
