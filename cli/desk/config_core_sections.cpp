#include "cli/desk/config_core_sections.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "sources/schedule/schedule.h"

namespace claimtrail {
namespace {

constexpr long long milliseconds_a_day = 86'400'000;
const std::vector<std::string> claimant_kinds = {"named_person", "organization", "role",  "group",
                                                 "anonymous",    "document",     "outlet"};
const std::vector<std::string> behaviours = {"running_total", "point", "daily", "fixed"};
const std::vector<std::string> reliabilities = {"A", "B", "C", "D", "E", "F"};

/// Reads the items of one list section and refuses two of the same name.
class SectionReader {
 public:
  SectionReader(const YamlDocument& document, std::vector<Diagnostic>& problems)
      : document_(document), problems_(problems) {}

  template <class Read>
  void items(const YamlNode* section, const char* name, Read read) {
    if (section == nullptr || section->kind == YamlNode::Kind::null) return;
    if (!section->is_sequence()) {
      problems_.push_back(
          document_.at(*section, "wrong-type", fmt::format("'{}' must be a list", name)));
      return;
    }
    for (const YamlNode& item : section->items) {
      YamlMapReader map(document_, item, problems_);
      if (item.is_map()) {
        read(map, item);
        map.finish();
      } else if (item.kind == YamlNode::Kind::null) {
        problems_.push_back(document_.at(item, "wrong-type", "an empty list item"));
      }
    }
  }

  void unique(std::map<std::string, int>& seen, const YamlNode& item, const char* key,
              const std::string& value) {
    if (value.empty()) return;
    const YamlNode* place = item.find(key);
    const YamlNode& at = place != nullptr ? *place : item;
    const auto [first, is_new] = seen.emplace(value, at.line);
    if (is_new) return;
    problems_.push_back(document_.at(at, "duplicate-id",
                                     fmt::format("'{}' was given before", value),
                                     fmt::format("the first is in line {}", first->second)));
  }

 private:
  const YamlDocument& document_;
  std::vector<Diagnostic>& problems_;
};

std::string timezone(YamlMapReader& map, std::string fallback) {
  std::string zone = map.string("timezone", std::move(fallback));
  const YamlNode* given = map.node("timezone");
  if (given != nullptr && given->is_scalar() && !known_timezone(zone)) {
    map.problem(*given, "unknown-timezone", fmt::format("'{}' is not a time zone", zone),
                "use a name of the tz database such as Europe/Warsaw");
  }
  return zone;
}

int window_days(YamlMapReader& map, int fallback) {
  const long long window = map.duration_ms("window", fallback * milliseconds_a_day);
  const YamlNode* given = map.node("window");
  if (given != nullptr && (window % milliseconds_a_day != 0 || window < milliseconds_a_day)) {
    map.problem(*given, "out-of-range", "'window' must be whole days, at least one",
                "write 14d or 2w");
    return fallback;
  }
  return static_cast<int>(std::min(window / milliseconds_a_day, 36'500LL));
}

OutletSettings read_outlet(YamlMapReader& map) {
  OutletSettings outlet;
  outlet.name = map.required_string("name");
  outlet.publisher_family = map.string("publisher_family");
  outlet.kind = map.string("kind");
  outlet.domains = map.strings("domains");
  outlet.reliability = map.one_of("reliability", reliabilities, "");
  outlet.timezone = timezone(map, "");
  return outlet;
}

ClaimantSettings read_claimant(YamlMapReader& map) {
  ClaimantSettings claimant;
  claimant.name = map.required_string("name");
  claimant.kind = parse_claimant_kind(map.one_of("kind", claimant_kinds, "organization"))
                      .value_or(ClaimantKind::organization);
  claimant.aliases = map.strings("aliases");
  return claimant;
}

Question read_question(YamlMapReader& map, const YamlNode& item) {
  Question question;
  question.declared = true;
  question.id = map.required_string("id");
  if (question.id.find_first_of(" \t\n/") != std::string::npos) {
    map.problem(*item.find("id"), "bad-id", "an id has no blanks and no slashes",
                "use a short slug such as nk-troops-deployed");
  }
  question.ask = map.string("ask");
  question.about = map.strings("about");
  question.entities = map.strings("entities");
  question.predicate = map.string("predicate");
  question.dimension = map.string("dimension");
  question.behaves = map.one_of("behaves", behaviours, question.behaves);
  question.window_days = window_days(map, question.window_days);
  question.renamed_from = map.strings("renamed_from");
  if (question.about.empty() && question.entities.empty() && question.predicate.empty()) {
    map.problem(item, "missing-key", "the question says nothing of what it is about",
                "give 'about', 'entities' or 'predicate'");
  }
  return question;
}

}  // namespace

DeskSettings read_core_sections(const YamlDocument& document, const CoreSections& sections,
                                std::string& database, std::vector<Diagnostic>& problems) {
  DeskSettings desk;
  if (sections.desk != nullptr) {
    YamlMapReader map(document, *sections.desk, problems);
    if (sections.desk->is_map()) {
      desk.name = map.string("name");
      desk.contact = map.string("contact");
      desk.timezone = timezone(map, desk.timezone);
      database = map.string("database");
      map.finish();
    }
  }
  SectionReader reader(document, problems);
  std::map<std::string, int> outlets;
  reader.items(sections.outlets, "outlets", [&](YamlMapReader& map, const YamlNode& item) {
    desk.outlets.push_back(read_outlet(map));
    reader.unique(outlets, item, "name", desk.outlets.back().name);
  });
  std::map<std::string, int> claimants;
  reader.items(sections.claimants, "claimants", [&](YamlMapReader& map, const YamlNode& item) {
    desk.claimants.push_back(read_claimant(map));
    reader.unique(claimants, item, "name", desk.claimants.back().name);
  });
  std::map<std::string, int> questions;
  reader.items(sections.questions, "questions", [&](YamlMapReader& map, const YamlNode& item) {
    desk.questions.push_back(read_question(map, item));
    reader.unique(questions, item, "id", desk.questions.back().id);
  });
  return desk;
}

}  // namespace claimtrail
