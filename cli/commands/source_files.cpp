#include "cli/commands/source_files.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/diagnostics/yaml.h"

#include "cli/commands/fetch_one.h"
#include "cli/commands/session.h"
#include "cli/commands/unknown_name.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

// YAML's double-quoted style takes any text.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string emit(const YamlNode& node) {
  std::string text;
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "null";
    case YamlNode::Kind::scalar: {
      const bool plain = !node.scalar.empty() && !node.quoted &&
                         std::all_of(node.scalar.begin(), node.scalar.end(), [](unsigned char c) {
                           return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
                         });
      return plain ? node.scalar : quoted(node.scalar);
    }
    case YamlNode::Kind::sequence:
      for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + emit(item);
      return "[" + text + "]";
    case YamlNode::Kind::map:
      for (const YamlEntry& entry : node.entries) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", entry.key, emit(entry.value));
      }
      return "{" + text + "}";
  }
  return text;
}

YamlNode scalar(std::string text, bool is_quoted) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.quoted = is_quoted;
  node.scalar = std::move(text);
  return node;
}

void put(YamlNode& map, const std::string& key, YamlNode value) {
  for (YamlEntry& entry : map.entries) {
    if (entry.key != key) continue;
    entry.value = std::move(value);
    return;
  }
  map.entries.push_back({key, 0, 0, std::move(value)});
}

void put_text(YamlNode& map, const std::string& key, const std::string& value) {
  if (!value.empty()) put(map, key, scalar(value, true));
}

std::string write_sources(const std::vector<YamlNode>& sources) {
  std::string text = "# Written by 'claimtrail sources'; yours to edit.\nsources:\n";
  for (const YamlNode& source : sources) text += "  - " + emit(source) + "\n";
  return text;
}

// What is written must be readable again: it is checked before it takes the old one's place.
void replace_file(const Config& config, const std::string& file, const std::string& text) {
  std::vector<Diagnostic> problems;
  const auto document = read_yaml(file, text);
  if (!document) throw CommandFailure(ExitCode::usage, document.error());
  (void)read_source_settings(*document, document->root.find("sources"), config.directory, problems);
  if (!problems.empty()) throw CommandFailure(ExitCode::usage, std::move(problems));
  const std::string beside = file + ".new";
  std::ofstream stream(beside, std::ios::binary);
  stream << text;
  stream.close();
  std::error_code error;
  if (stream) fs::rename(beside, file, error);
  if (!stream || error) {
    throw CommandFailure(ExitCode::runtime, fmt::format("cannot write {}", file));
  }
}

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

// "https://www.example.org/news/world.rss" -> "example-org-news-world".
std::string id_from(const std::string& location) {
  std::string_view rest = location;
  for (const std::string_view prefix : {"http://", "https://", "www."}) {
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  }
  rest = rest.substr(0, rest.find_first_of("?#"));
  for (const std::string_view suffix : {".rss", ".xml", ".atom", ".html"}) {
    if (rest.ends_with(suffix)) rest.remove_suffix(suffix.size());
  }
  std::string id;
  for (const char c : rest) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0) {
      id += static_cast<char>(std::tolower(letter));
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "source" : id;
}

std::string file_name_for(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const auto letter = static_cast<unsigned char>(c);
    name += std::isalnum(letter) != 0 || c == '-' || c == '_' || c == '.' ? c : '-';
  }
  return (name.empty() || name.front() == '.' ? "source" + name : name) + ".yaml";
}

// A path is made absolute: sources.d need not lie where the command was given.
std::string location_of(const NewSource& source) {
  if (names_web_address(source.location)) return source.location;
  const fs::path path = fs::absolute(source.location).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).string();
}

std::string kind_of(const NewSource& source) {
  const bool web = names_web_address(source.location);
  if (source.kind.empty()) {
    if (web) return "feed";
    const bool archive =
        source.location.ends_with(".warc") || source.location.ends_with(".warc.gz");
    return archive ? "warc" : "directory";
  }
  if (web == (source.kind == "directory" || source.kind == "warc")) {
    throw CommandFailure(ExitCode::usage, fmt::format("{} is no {}", source.location, source.kind),
                         "feeds, pages and sitemaps have an http or https address, directories and "
                         "WARC files a path");
  }
  return source.kind;
}

YamlNode node_of(const NewSource& source, const std::string& id) {
  YamlNode node;
  node.kind = YamlNode::Kind::map;
  put(node, "id", scalar(id, false));
  put_text(node, "outlet", source.outlet);
  put_text(node, kind_of(source), location_of(source));
  put_text(node, "schedule", source.schedule);
  if (!source.every.empty()) put(node, "every", scalar(source.every, false));
  put_text(node, "timezone", source.timezone);
  if (!source.robots.empty()) put(node, "robots", scalar(source.robots, false));
  if (!source.enabled.empty()) put(node, "enabled", scalar(source.enabled, false));
  return node;
}

// Of a path its last part alone.
std::string id_of(const NewSource& source) {
  if (!source.id.empty()) return source.id;
  if (names_web_address(source.location)) return id_from(source.location);
  return id_from(fs::path(location_of(source)).filename().string());
}

// From what it is called where that holds a letter, else from where it is.
std::string id_for(const NewSource& source) {
  if (!source.id.empty()) return source.id;
  const std::string id = source.title.empty() ? std::string() : id_from(source.title);
  return id.empty() || id == "source" ? id_of(source) : id;
}

// Under which a location is known, so that two spellings of one address are one.
std::string key_of(const std::string& location) {
  const std::string normal = normalise_url(location);
  return normal.empty() ? location : normal;
}

/// Gives ids out, each once: one that is taken gets the next number. Linear, whatever is asked.
class Ids {
 public:
  void take(const std::string& id) { taken_.insert(id); }
  std::string unused(const std::string& wanted) {
    std::string id = wanted;
    for (int& number = numbers_.try_emplace(wanted, 2).first->second; !taken_.insert(id).second;
         ++number) {
      id = fmt::format("{}-{}", wanted, number);
    }
    return id;
  }

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> numbers_;  ///< by id: which to try next
};

std::string unused_file(const Config& config, const std::string& name) {
  std::error_code error;
  std::string file = config.sources_directory + "/" + file_name_for(name);
  for (int number = 2; fs::exists(file, error); ++number) {
    file = config.sources_directory + "/" + file_name_for(fmt::format("{}-{}", name, number));
  }
  return file;
}

}  // namespace

AddedSources add_sources(const Config& config, std::vector<NewSource> sources,
                         const std::string& name) {
  AddedSources result;
  Ids ids;
  std::map<std::string, std::string> followed;  // by key: the id
  for (const SourceSettings& known : config.sources) {
    ids.take(known.id);
    followed.emplace(key_of(known.location), known.id);
  }
  std::vector<YamlNode> nodes;
  for (NewSource& source : sources) {
    if (normalise_url(source.location).empty()) {
      result.skipped.emplace_back(source, "it is no http or https address");
      continue;
    }
    const std::string key = key_of(source.location);
    const auto found = followed.find(key);
    if (found != followed.end()) {
      result.skipped.emplace_back(
          source, fmt::format("it is followed already, by the source '{}'", found->second));
      continue;
    }
    source.id = ids.unused(id_for(source));
    followed.emplace(key, source.id);
    nodes.push_back(node_of(source, source.id));
    result.added.push_back(source);
  }
  if (nodes.empty()) return result;
  std::error_code error;
  fs::create_directories(config.sources_directory, error);
  result.file = unused_file(config, id_from(name));
  replace_file(config, result.file, write_sources(nodes));
  return result;
}

void refuse_followed(const Config& config, const NewSource& source) {
  const std::string id = id_of(source);
  const std::string key = key_of(location_of(source));
  for (const SourceSettings& known : config.sources) {
    if (key_of(known.location) == key) {
      throw CommandFailure(
          ExitCode::usage,
          fmt::format("{} is followed already, by the source '{}'", source.location, known.id));
    }
  }
  for (const SourceSettings& known : config.sources) {
    if (known.id == id) {
      throw CommandFailure(ExitCode::usage, fmt::format("there is a source '{}' already", id),
                           "give another --id");
    }
  }
}

NewSource add_source(const Config& config, NewSource source) {
  refuse_followed(config, source);
  source.id = id_of(source);
  source.kind = kind_of(source);
  source.location = location_of(source);
  std::error_code error;
  fs::create_directories(config.sources_directory, error);
  source.file = config.sources_directory + "/" + file_name_for(source.id);
  if (fs::exists(source.file, error)) {
    throw CommandFailure(ExitCode::usage, fmt::format("{} exists already", source.file),
                         "give another --id");
  }
  replace_file(config, source.file, write_sources({node_of(source, source.id)}));
  return source;
}

std::string remove_source(const Config& config, const std::string& id) {
  Place place = place_of(config, id);
  place.sources.erase(place.sources.begin() + static_cast<std::ptrdiff_t>(place.index));
  if (place.sources.empty()) {
    std::error_code error;
    if (!fs::remove(place.file, error)) {
      throw CommandFailure(ExitCode::runtime, fmt::format("cannot remove {}", place.file));
    }
  } else {
    replace_file(config, place.file, write_sources(place.sources));
  }
  return place.file;
}

std::string enable_source(const Config& config, const std::string& id, Enabled enabled) {
  Place place = place_of(config, id);
  put(place.sources[place.index], "enabled",
      scalar(enabled == Enabled::yes ? "true" : "false", false));
  replace_file(config, place.file, write_sources(place.sources));
  return place.file;
}

}  // namespace claimtrail
