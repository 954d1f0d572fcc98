#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>

#include "cli/commands/fetch_one.h"
#include "cli/commands/session.h"
#include "cli/commands/source_files.h"
#include "cli/commands/source_yaml.h"
#include "sources/directory_source.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

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
    return is_warc_name(source.location) ? "warc" : "directory";
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
  replace_source_file(config, result.file, nodes);
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
  replace_source_file(config, source.file, {node_of(source, source.id)});
  return source;
}
}  // namespace claimtrail
