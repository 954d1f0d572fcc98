#include "cli/commands/config_settings.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/yaml.h"

namespace claimtrail {
namespace {

std::string list(const std::vector<std::string>& values) {
  return values.empty() ? std::string() : fmt::format("[{}]", fmt::join(values, ", "));
}

const char* yes_or_no(bool value) { return value ? "true" : "false"; }

/// Collects settings and finds the line each was written in.
class SettingList {
 public:
  explicit SettingList(const Config& config) {
    for (const std::string& file : config.files) {
      if (auto document = read_yaml_file(file)) documents_.push_back(std::move(*document));
    }
  }

  /// What follows belongs to this item: a whole section ("desk"), or the entry of a list section
  /// whose `key` is `name` ("sources", "id", "trt-world").
  void enter(const std::string& section, const char* key = nullptr, const std::string& name = {}) {
    prefix_ = key == nullptr ? section : section + "." + name;
    document_ = nullptr;
    item_ = nullptr;
    for (const YamlDocument& document : documents_) {
      const YamlNode* node = document.root.find(section);
      if (node == nullptr) continue;
      if (key == nullptr) return found(document, *node);
      for (const YamlNode& entry : node->items) {
        const YamlNode* given = entry.find(key);
        if (given != nullptr && given->scalar == name) return found(document, entry);
      }
    }
  }

  void add(const char* key, std::string value) {
    const YamlNode* node = item_ == nullptr ? nullptr : item_->find(key);
    if (value.empty() && node == nullptr) return;
    std::string from = "default";
    if (node != nullptr) from = fmt::format("{}:{}", document_->file, node->line);
    settings_.push_back({prefix_ + "." + key, std::move(value), std::move(from)});
  }

  void set_origin(std::string from) { settings_.back().from = std::move(from); }
  [[nodiscard]] std::vector<Setting> take() { return std::move(settings_); }

 private:
  void found(const YamlDocument& document, const YamlNode& item) {
    document_ = &document;
    item_ = &item;
  }

  std::vector<YamlDocument> documents_;
  const YamlDocument* document_ = nullptr;
  const YamlNode* item_ = nullptr;
  std::string prefix_;
  std::vector<Setting> settings_;
};

void add_desk(SettingList& settings, const Config& config) {
  settings.enter("desk");
  settings.add("name", config.desk.name);
  settings.add("contact", config.desk.contact);
  settings.add("timezone", config.desk.timezone);
  settings.add("database", config.database);
  if (config.database_from != config.path) settings.set_origin(config.database_from);
}

void add_fetch(SettingList& settings, const FetchSettings& fetch) {
  settings.enter("fetch");
  settings.add("per_host_delay", write_duration(fetch.http.per_host_delay_ms));
  settings.add("timeout", write_duration(fetch.limits.total_timeout_ms));
  settings.add("connect_timeout", write_duration(fetch.limits.connect_timeout_ms));
  settings.add("max_bytes", std::to_string(fetch.limits.max_bytes));
  settings.add("max_redirects", std::to_string(fetch.limits.max_redirects));
  settings.add("jobs", std::to_string(fetch.http.jobs));
  settings.add("jobs_per_host", std::to_string(fetch.http.jobs_per_host));
  settings.add("allow_private_networks", fetch.http.allowed_networks.empty()
                                             ? yes_or_no(fetch.http.allow_private_networks)
                                             : list(fetch.http.allowed_networks));
}

void add_source(SettingList& settings, const SourceSettings& source) {
  settings.enter("sources", "id", source.id);
  settings.add(to_string(source.kind), source.location);
  settings.add("outlet", source.outlet);
  settings.add("schedule", source.schedule_text);
  if (source.schedule_text.empty()) {
    settings.add("every", write_duration(source.every_ms == 0 ? 3'600'000 : source.every_ms));
  }
  std::vector<std::string> rungs;
  for (const long long rung : source.revisit_ms) rungs.push_back(write_duration(rung));
  settings.add("revisit", list(rungs));
  settings.add("timezone", source.timezone);
  settings.add("robots", source.robots == RobotsPolicy::obey ? "obey" : "ignore");
  settings.add("enabled", yes_or_no(source.enabled));
  if (source.max_bytes) settings.add("max_bytes", std::to_string(*source.max_bytes));
}

void add_people(SettingList& settings, const DeskSettings& desk) {
  for (const OutletSettings& outlet : desk.outlets) {
    settings.enter("outlets", "name", outlet.name);
    settings.add("publisher_family", outlet.publisher_family);
    settings.add("kind", outlet.kind);
    settings.add("domains", list(outlet.domains));
    settings.add("reliability", outlet.reliability);
    settings.add("timezone", outlet.timezone);
  }
  for (const ClaimantSettings& claimant : desk.claimants) {
    settings.enter("claimants", "name", claimant.name);
    settings.add("kind", to_string(claimant.kind));
    settings.add("aliases", list(claimant.aliases));
  }
}

void add_question(SettingList& settings, const Question& question) {
  settings.enter("questions", "id", question.id);
  settings.add("ask", question.ask);
  settings.add("about", list(question.about));
  settings.add("entities", list(question.entities));
  settings.add("predicate", question.predicate);
  settings.add("dimension", question.dimension);
  settings.add("behaves", question.behaves);
  settings.add("window", fmt::format("{}d", question.window_days));
  settings.add("renamed_from", list(question.renamed_from));
}

void add_rules(SettingList& settings, const RuleSettings& rules) {
  settings.enter("rules");
  settings.add("packs", list(rules.packs));
  std::vector<std::string> overrides;
  for (const RuleSettings::Override& override_ : rules.overrides)
    overrides.push_back(override_.rule);
  settings.add("override", list(overrides));
  for (const RuleSettings::Suppression& suppression : rules.suppressions) {
    settings.enter("suppressions", "rule", suppression.rule);
    settings.add("question", suppression.question);
    settings.add("reason", suppression.reason);
    settings.add("by", suppression.by);
    if (suppression.until) settings.add("until", format_day(*suppression.until));
  }
}

}  // namespace

std::string write_duration(long long milliseconds) {
  struct Unit {
    long long length;
    const char* name;
  };
  constexpr std::array<Unit, 4> units = {
      {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1'000, "s"}}};
  for (const Unit& unit : units) {
    if (milliseconds != 0 && milliseconds % unit.length == 0) {
      return fmt::format("{}{}", milliseconds / unit.length, unit.name);
    }
  }
  return milliseconds == 0 ? "0s" : fmt::format("{}ms", milliseconds);
}

std::vector<Setting> settings_of(const Config& config) {
  SettingList settings(config);
  add_desk(settings, config);
  add_fetch(settings, config.fetch);
  for (const SourceSettings& source : config.sources) add_source(settings, source);
  add_people(settings, config.desk);
  for (const Question& question : config.desk.questions) add_question(settings, question);
  add_rules(settings, config.rules);
  return settings.take();
}

}  // namespace claimtrail
