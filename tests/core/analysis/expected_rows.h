#pragma once

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "core/analysis.h"
#include "core/diagnostics/yaml.h"

#include "sources/page/read_page.h"

namespace claimtrail {

/// One row of a tests/corpus/*.expected.yaml; its head comment says what the keys mean.
struct ExpectedRow {
  std::string words;
  std::optional<std::string> claimant;
  std::string manner;
  std::optional<std::string> hedge;
  std::string block;
  std::vector<std::string> content;
  const YamlNode* figure = nullptr;
  const YamlNode* as_of = nullptr;
};

inline std::optional<std::string> scalar(const YamlNode& row, std::string_view key) {
  const YamlNode* node = row.find(key);
  if (node == nullptr || !node->is_scalar() || (!node->quoted && node->scalar == "null")) {
    return std::nullopt;
  }
  return node->scalar;
}

inline std::vector<ExpectedRow> rows_of(const YamlDocument& file) {
  std::vector<ExpectedRow> rows;
  const YamlNode* list = file.root.find("rows");
  if (list == nullptr) return rows;
  for (const YamlNode& node : list->items) {
    ExpectedRow row;
    row.words = scalar(node, "words").value_or("");
    row.claimant = scalar(node, "claimant");
    row.manner = scalar(node, "manner").value_or("");
    row.hedge = scalar(node, "hedge");
    row.block = scalar(node, "block").value_or("");
    row.figure = node.find("figure");
    row.as_of = node.find("as_of");
    if (const YamlNode* content = node.find("content")) {
      for (const YamlNode& item : content->items) row.content.push_back(item.scalar);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

inline void expect_figure(const Claim& claim, const YamlNode& expected) {
  ASSERT_FALSE(claim.figures.empty());
  const Figure& figure = claim.figures.front();
  const auto end = [](const std::optional<Decimal>& value) {
    return value ? std::optional<std::string>(value->text()) : std::nullopt;
  };
  EXPECT_EQ(end(figure.low), scalar(expected, "low"));
  EXPECT_EQ(end(figure.high), scalar(expected, "high"));
  EXPECT_EQ(figure.low_open, scalar(expected, "low_open") == "true");
  EXPECT_EQ(figure.unit, scalar(expected, "unit").value_or(""));
}

inline void expect_row(const Document& document, const Claim& claim, const ExpectedRow& row) {
  EXPECT_EQ(to_string(claim.manner), row.manner);
  EXPECT_EQ(to_string(claim.block), row.block);
  if (row.claimant) {
    ASSERT_FALSE(claim.attribution.empty());
    ASSERT_EQ(claim.attribution[0].claimants.size(), 1U);
    EXPECT_EQ(claim.attribution[0].claimants[0].name, *row.claimant);
    EXPECT_EQ(to_string(claim.attribution[0].hedge), row.hedge.value_or(""));
  } else {
    EXPECT_TRUE(claim.attribution.empty());
  }
  if (!row.content.empty()) {
    std::vector<std::string> content;
    for (const Span span : claim.content) content.emplace_back(span.of(document.text));
    EXPECT_EQ(content, row.content);
  }
  if (row.figure != nullptr) expect_figure(claim, *row.figure);
  if (row.as_of != nullptr) {
    ASSERT_TRUE(claim.as_of);
    EXPECT_EQ(format_day(claim.as_of->range.from), scalar(*row.as_of, "from"));
    EXPECT_EQ(format_day(claim.as_of->range.to), scalar(*row.as_of, "to"));
  }
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// Expects every row of the YAML file among the claims of the document.
inline void expect_rows(Document document, const std::string& expected_file) {
  const auto expected = read_yaml_file(expected_file);
  ASSERT_TRUE(expected) << render(expected.error());
  document.published = parse_published(scalar(expected->root, "published").value_or(""));
  ASSERT_TRUE(document.published);
  const Analysis analysis = analyse(document);
  const std::vector<ExpectedRow> rows = rows_of(*expected);
  ASSERT_FALSE(rows.empty());
  for (const ExpectedRow& row : rows) {
    SCOPED_TRACE(row.words);
    const Claim* found = nullptr;
    for (const Claim& claim : analysis.claims) {
      for (const Span span : claim.content) {
        if (span.of(document.text).find(row.words) != std::string_view::npos) found = &claim;
      }
    }
    EXPECT_NE(found, nullptr) << "no claim holds these words in one content span";
    if (found != nullptr) expect_row(document, *found, row);
  }
}

/// The same for a report in plain text.
inline void expect_rows(const std::string& report, const std::string& expected_file) {
  expect_rows(read_plain_text(bytes_of(report)), expected_file);
}

}  // namespace claimtrail
