#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "rules/builtin_packs.h"
#include "rules/compiler/compiler.h"

namespace claimtrail {
namespace {

constexpr const char* kBuiltin = "builtin";
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;

SettingPlace place_of(const YamlDocument& document, int line, int column) {
  const Diagnostic at = document.at(line, column, "", "");
  return {at.file, at.line, at.column, at.snippet};
}

void read_overrides(const YamlDocument& document, const YamlNode& node, RuleSettings& settings,
                    std::vector<Diagnostic>& problems) {
  YamlMapReader map(document, node, problems);
  for (const YamlEntry& entry : node.entries) {
    static_cast<void>(map.node(entry.key));
    RuleSettings::Override one;
    one.rule = entry.key;
    one.place = place_of(document, entry.line, entry.column);
    YamlMapReader inner(document, entry.value, problems);
    one.severity = parse_flag_severity(inner.one_of("severity", {"info", "warning", "error"}, ""));
    one.enabled = inner.boolean("enabled", true);
    inner.finish();
    settings.overrides.push_back(std::move(one));
  }
}

void read_suppressions(const YamlDocument& document, const YamlNode& node, RuleSettings& settings,
                       std::vector<Diagnostic>& problems) {
  if (!node.is_sequence()) {
    problems.push_back(document.at(node, "wrong-type", "'suppressions' must be a list"));
    return;
  }
  for (const YamlNode& item : node.items) {
    RuleSettings::Suppression one;
    YamlMapReader map(document, item, problems);
    one.rule = map.required_string("rule");
    one.question = map.string("question");
    one.reason = map.string("reason");
    one.by = map.string("by");
    one.place = place_of(document, item.line, item.column);
    if (const std::string until = map.string("until"); !until.empty()) {
      one.until = parse_day(until);
      if (!one.until) {
        map.problem(*map.node("until"), "wrong-type", "'until' must be a day",
                    "write it like 2026-03-01");
      }
    }
    map.finish();
    settings.suppressions.push_back(std::move(one));
  }
}

Result<PackSource> read_source(const std::string& name) {
  std::ifstream stream(name, std::ios::binary);
  std::error_code error;
  if (!stream || std::filesystem::is_directory(name, error)) {
    return failure("pack-unreadable", "the rule pack cannot be read", name,
                   "check 'rules: packs:' in the config");
  }
  if (const auto size = std::filesystem::file_size(name, error); !error && size > kMostBytes) {
    return failure("pack-unreadable", "the rule pack is larger than 4 MiB", name);
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return PackSource{name, name, text.str()};
}

/// Reads every pack that can be read; the others are problems.
std::vector<PackSource> read_sources(const RuleSettings& settings,
                                     std::vector<Diagnostic>& problems) {
  std::vector<PackSource> sources;
  for (const std::string& name : settings.packs) {
    if (name == kBuiltin) {
      for (const BuiltinPack& pack : builtin_packs()) {
        sources.push_back({name, std::string(pack.file), std::string(pack.text)});
      }
      continue;
    }
    Result<PackSource> source = read_source(name);
    if (source) {
      sources.push_back(std::move(*source));
    } else {
      problems.push_back(source.error());
    }
  }
  return sources;
}

}  // namespace

RuleSettings read_rule_settings(const YamlDocument& document, const YamlNode* rules,
                                const YamlNode* suppressions, const std::string& directory,
                                std::vector<Diagnostic>& problems) {
  RuleSettings settings;
  if (rules != nullptr && rules->kind != YamlNode::Kind::null) {
    YamlMapReader map(document, *rules, problems);
    if (map.has("packs")) {
      settings.packs.clear();
      for (const std::string& name : map.strings("packs")) {
        const std::filesystem::path path(name);
        settings.packs.push_back(
            name == kBuiltin ? name
                             : (path.is_absolute() ? path : std::filesystem::path(directory) / path)
                                   .lexically_normal()
                                   .string());
      }
    }
    if (map.has("override")) read_overrides(document, *map.node("override"), settings, problems);
    map.finish();
  }
  if (suppressions != nullptr && suppressions->kind != YamlNode::Kind::null) {
    read_suppressions(document, *suppressions, settings, problems);
  }
  return settings;
}

Checked<std::shared_ptr<const RuleSet>> load_rules(const RuleSettings& settings) {
  std::vector<Diagnostic> problems;
  const std::vector<PackSource> sources = read_sources(settings, problems);
  auto compiled = compile_packs(sources, settings);
  if (!compiled) {
    problems.insert(problems.end(), compiled.error().begin(), compiled.error().end());
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return compiled;
}

std::vector<Diagnostic> check_rules(const RuleSettings& settings, Timestamp now) {
  std::vector<Diagnostic> problems;
  const std::vector<PackSource> sources = read_sources(settings, problems);
  std::vector<Diagnostic> found = check_packs(sources, settings, now);
  problems.insert(problems.end(), std::make_move_iterator(found.begin()),
                  std::make_move_iterator(found.end()));
  return problems;
}

}  // namespace claimtrail
