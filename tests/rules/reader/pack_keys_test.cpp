#include "rules/reader/pack_keys.h"

#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "core/diagnostics/yaml.h"

#include "rules/builtin_packs.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

/// A pack that holds one object with one key; the rest of it may be as wrong as it likes.
std::string pack_with(std::string_view object, const std::string& entry) {
  static const std::map<std::string_view, std::string> kAround{
      {"pack", "{%}"},
      {"rule", "{rules: [{%}]}"},
      {"match", "{rules: [{match: {%}}]}"},
      {"window", "{rules: [{match: {window: {%}}}]}"},
      {"severity_case", "{rules: [{severity_when: [{%}]}]}"},
      {"exception", "{rules: [{exceptions: [{%}]}]}"},
      {"test", "{rules: [{tests: [{%}]}]}"},
      {"claim", "{rules: [{tests: [{claims: [{%}]}]}]}"},
      {"report", "{rules: [{tests: [{reports: [{%}]}]}]}"},
      {"question", "{rules: [{tests: [{questions: [{%}]}]}]}"},
      {"change", "{rules: [{tests: [{changes: [{%}]}]}]}"},
      {"flag", "{rules: [{tests: [{flags: [{%}]}]}]}"},
      {"expectation", "{rules: [{tests: [{expect: [{%}]}]}]}"}};
  std::string text = kAround.at(object);
  return text.replace(text.find('%'), 1, entry);
}

bool knows(std::string_view object, const std::string& entry) {
  for (const std::string& mistake : worlds::mistakes(pack_with(object, entry))) {
    if (mistake.ends_with(" unknown-key")) return false;
  }
  return true;
}

TEST(PackKeys, AreAllReadAndNothingElseIs) {
  std::set<std::pair<std::string_view, std::string_view>> names;
  for (const PackKey& row : pack_keys()) {
    EXPECT_TRUE(names.emplace(row.object, row.key).second) << row.object << "." << row.key;
    EXPECT_FALSE(row.meaning.empty()) << row.key;
    EXPECT_TRUE(knows(row.object, std::string(row.key) + ": x")) << row.object << "." << row.key;
    EXPECT_FALSE(knows(row.object, "no-such-key: x")) << row.object;
  }
}

// What is required by the table is missed by the reader.
TEST(PackKeys, RequireWhatTheReaderRequires) {
  for (const PackKey& row : pack_keys()) {
    if (!row.required) continue;
    const std::vector<std::string> found = worlds::mistakes(pack_with(row.object, ""));
    const bool missed = std::any_of(found.begin(), found.end(), [](const std::string& one) {
      return one.ends_with(" missing-key");
    });
    EXPECT_TRUE(missed) << row.object << "." << row.key;
  }
}

class Walk {
 public:
  void object(const YamlNode& map, std::string_view name) {
    for (const YamlEntry& entry : map.entries) {
      const PackKey* row = find(name, entry.key);
      ASSERT_NE(row, nullptr) << name << "." << entry.key;
      value(entry.value, *row);
    }
  }

 private:
  static const PackKey* find(std::string_view object, std::string_view key) {
    for (const PackKey& row : pack_keys()) {
      if (row.object == object && row.key == key) return &row;
    }
    return nullptr;
  }

  void value(const YamlNode& node, const PackKey& row) {
    if (row.kind == PackKey::Kind::object) object(node, row.of);
    if (row.kind == PackKey::Kind::objects) {
      for (const YamlNode& item : node.items) object(item, row.of);
    }
    if (row.kind == PackKey::Kind::word) {
      std::istringstream words{std::string(row.words)};
      bool known = false;
      for (std::string word; words >> word;) known = known || word == node.scalar;
      EXPECT_TRUE(known) << row.key << ": " << node.scalar;
    }
  }
};

TEST(PackKeys, HoldWhateverTheBuiltInRulesUse) {
  for (const BuiltinPack& pack : builtin_packs()) {
    const auto document = read_yaml(std::string(pack.file), std::string(pack.text));
    ASSERT_TRUE(document.has_value());
    Walk().object(document->root, "pack");
  }
}

}  // namespace
}  // namespace claimtrail
