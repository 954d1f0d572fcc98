#include "cli/commands/source_yaml.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "cli/commands/session.h"

namespace claimtrail {
namespace {

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

std::string write_sources(const std::vector<YamlNode>& sources) {
  std::string text = "# Written by 'claimtrail sources'; yours to edit.\nsources:\n";
  for (const YamlNode& source : sources) text += "  - " + emit(source) + "\n";
  return text;
}

}  // namespace

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

// What is written must be readable again: it is checked before it takes the old one's place.
void replace_source_file(const Config& config, const std::string& file,
                         const std::vector<YamlNode>& sources) {
  const std::string text = write_sources(sources);
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
  if (stream) std::filesystem::rename(beside, file, error);
  if (!stream || error) {
    throw CommandFailure(ExitCode::runtime, fmt::format("cannot write {}", file));
  }
}

}  // namespace claimtrail
