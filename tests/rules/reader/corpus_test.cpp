// Packs that are right and packs that are wrong. A wrong one says in comments what must be found,
// as
// "# expect LINE:COLUMN CODE", all of it and nothing else.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule.h"

namespace claimtrail {
namespace {

struct CorpusFile {
  std::string name;
  std::string text;
};

std::vector<CorpusFile> corpus(const std::string& ending) {
  std::vector<CorpusFile> files;
  const std::filesystem::path folder =
      std::filesystem::path(CLAIMTRAIL_SOURCE_DIR) / "tests" / "rules" / "corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(ending)) continue;
    std::ifstream stream(entry.path());
    std::ostringstream text;
    text << stream.rdbuf();
    files.push_back({name, text.str()});
  }
  std::sort(files.begin(), files.end(),
            [](const CorpusFile& a, const CorpusFile& b) { return a.name < b.name; });
  return files;
}

std::vector<std::string> expected(const std::string& text) {
  static const std::string kMark = "# expect ";
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(kMark)) lines.push_back(line.substr(kMark.size()));
  }
  return lines;
}

TEST(Corpus, GoodPacksHaveNoMistakesNoLintsAndPassTheirTests) {
  const std::vector<CorpusFile> files = corpus(".good.yaml");
  EXPECT_GE(files.size(), 4U);
  for (const CorpusFile& file : files) {
    const std::vector<PackSource> packs{{file.name, file.name, file.text}};
    EXPECT_EQ(render(check_packs(packs, {}, Timestamp{})), "") << file.name;
    const auto rules = compile_packs(packs, {});
    ASSERT_TRUE(rules.has_value()) << file.name;
    const std::vector<RuleTestResult> results = run_rule_tests(**rules, "");
    EXPECT_FALSE(results.empty()) << file.name;
    for (const RuleTestResult& result : results) {
      EXPECT_TRUE(result.passed) << file.name << ": " << result.name << "\n" << result.detail;
    }
  }
}

TEST(Corpus, BadPacksGiveExactlyTheMistakesTheyExpect) {
  const std::vector<CorpusFile> files = corpus(".bad.yaml");
  EXPECT_GE(files.size(), 8U);
  for (const CorpusFile& file : files) {
    const auto rules = compile_packs({{file.name, file.name, file.text}}, {});
    ASSERT_FALSE(rules.has_value()) << file.name;
    std::vector<std::string> found;
    for (const Diagnostic& one : rules.error()) {
      EXPECT_EQ(one.file, file.name);
      found.push_back(fmt::format("{}:{} {}", one.line, one.column, one.code));
    }
    EXPECT_EQ(found, expected(file.text)) << render(rules.error());
  }
}

// Every code that compiling a pack can give is met by some bad pack.
TEST(Corpus, BadPacksMeetEveryErrorCode) {
  std::set<std::string> met;
  for (const CorpusFile& file : corpus(".bad.yaml")) {
    for (const std::string& line : expected(file.text)) met.insert(line.substr(line.find(' ') + 1));
  }
  for (const RuleCode& row : rule_codes()) {
    const bool elsewhere = row.code == "pack-unreadable" || row.code == "yield-cycle";
    if (row.severity != DiagnosticSeverity::error || elsewhere) continue;
    EXPECT_TRUE(met.contains(std::string(row.code))) << row.code;
  }
}

}  // namespace
}  // namespace claimtrail
