// Over all development data: every span printed lies on characters, and its `exact` is the text's
// own bytes.
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <rapidjson/document.h>
#include <zlib.h>

#include "core/analysis.h"
#include "core/text/utf8.h"

#include "cli/render/json_claim.h"
#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

using Value = rapidjson::Value;

std::string shared_data() {
  const char* shared = std::getenv("CLAIMTRAIL_SHARED");
  return std::string(shared != nullptr ? shared : CLAIMTRAIL_SOURCE_DIR "/../shared") + "/data";
}

// Packed or plain.
std::string bytes_of(const std::filesystem::path& path) {
  std::string bytes;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return bytes;
  char buffer[1U << 16U];
  for (int got = gzread(file, buffer, sizeof buffer); got > 0;
       got = gzread(file, buffer, sizeof buffer)) {
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  gzclose(file);
  return bytes;
}

Document document_of(std::string text) {
  Document document;
  set_blocks(document, {{BlockKind::body, std::move(text)}});
  return document;
}

void add_texts(const Value& value, std::vector<Document>& documents) {
  if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      const std::string_view name(member.name.GetString(), member.name.GetStringLength());
      const bool is_text = name == "text" || name == "articleBody" || name == "claim";
      if (is_text && member.value.IsString()) {
        documents.push_back(
            document_of({member.value.GetString(), member.value.GetStringLength()}));
      } else {
        add_texts(member.value, documents);
      }
    }
  } else if (value.IsArray()) {
    for (const Value& item : value.GetArray()) add_texts(item, documents);
  }
}

// The sentences of a treebank, forty a document.
void add_sentences(const std::string& treebank, std::vector<Document>& documents) {
  constexpr int together = 40;
  std::istringstream lines(treebank);
  std::string line;
  std::string text;
  int count = 0;
  const std::string mark = "# text = ";
  while (std::getline(lines, line)) {
    if (!line.starts_with(mark)) continue;
    text += line.substr(mark.size()) + (++count % 4 == 0 ? "\n\n" : " ");
    if (count % together == 0) documents.push_back(document_of(std::exchange(text, {})));
  }
  documents.push_back(document_of(text));
}

std::vector<Document> documents_in(const std::filesystem::path& path) {
  std::vector<Document> documents;
  const std::string name = path.filename();
  if (name.ends_with(".jsonl")) {
    std::istringstream lines(bytes_of(path));
    std::string line;
    while (std::getline(lines, line)) {
      rapidjson::Document json;
      if (!json.Parse(line.c_str(), line.size()).HasParseError()) add_texts(json, documents);
    }
  } else if (name == "ground-truth.json") {
    rapidjson::Document json;
    const std::string bytes = bytes_of(path);
    if (!json.Parse(bytes.c_str(), bytes.size()).HasParseError()) add_texts(json, documents);
  } else if (name.ends_with(".conllu.gz")) {
    add_sentences(bytes_of(path), documents);
  } else if (name.ends_with(".html.gz") || name.ends_with(".html")) {
    const std::string bytes = bytes_of(path);
    auto page = read_page({.bytes = bytes, .content_type = {}, .url = {}, .fetched_at = {}});
    if (page) documents.push_back(std::move(*page));
  } else if (name.ends_with(".txt")) {
    documents.push_back(read_plain_text(bytes_of(path)));
  }
  return documents;
}

bool on_character(std::string_view text, std::uint32_t at) {
  return at == text.size() || character_start(text, at) == at;
}

// Every object with `exact`, `start` and `end`, at any depth. A claim in several pieces is joined.
void expect_exact(const Value& value, const std::string& text, std::size_t& spans) {
  if (value.IsArray()) {
    for (const Value& item : value.GetArray()) expect_exact(item, text, spans);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) expect_exact(member.value, text, spans);
  if (!value.HasMember("start") || !value["start"].IsUint() || !value.HasMember("exact")) return;
  const Span span = {value["start"].GetUint(), value["end"].GetUint()};
  ASSERT_LT(span.start, span.end);
  ASSERT_LE(span.end, text.size());
  EXPECT_TRUE(on_character(text, span.start) && on_character(text, span.end)) << span.of(text);
  std::string bytes(span.of(text));
  if (value.HasMember("content")) {
    bytes.clear();
    for (const Value& piece : value["content"].GetArray()) {
      const Span part = {piece["start"].GetUint(), piece["end"].GetUint()};
      bytes += (bytes.empty() ? "" : " \u2026 ") + std::string(part.of(text));
    }
  }
  ++spans;
  ASSERT_TRUE(value["exact"].IsString());
  EXPECT_EQ(std::string(value["exact"].GetString(), value["exact"].GetStringLength()), bytes);
}

std::string printed(const Document& document) {
  const Analysis analysis = analyse(document);
  const ReportLine report;
  JsonWriter json;
  json.begin_object();
  json.begin_array("claims");
  for (const Claim& claim : analysis.claims) {
    write_claim(json, {&report, &claim, document.text, nullptr, {}});
  }
  json.end_array();
  json.begin_array("attributions");
  for (const Claim& claim : analysis.claims) {
    if (!claim.attribution.empty()) write_attribution(json, claim, document.text);
  }
  json.end_array();
  json.begin_array("figures");
  for (const Figure& figure : list_figures(document)) {
    write_figure(json, figure, document.text, {});
  }
  json.end_array();
  json.begin_array("dates");
  for (const DateMention& mention : analysis.dates) write_date(json, mention, document.text);
  json.end_array();
  json.end_object();
  return json.take_line();
}

class DevelopmentData : public testing::TestWithParam<const char*> {};

TEST_P(DevelopmentData, SpansAreTheTextsOwnBytes) {
  const std::filesystem::path folder = shared_data() + "/" + GetParam();
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is absent";
  std::size_t spans = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    for (const Document& document : documents_in(entry.path())) {
      rapidjson::Document json;
      const std::string line = printed(document);
      ASSERT_FALSE(json.Parse(line.c_str(), line.size()).HasParseError());
      expect_exact(json, document.text, spans);
      if (HasFailure()) FAIL() << "in " << entry.path();
    }
  }
  EXPECT_GT(spans, 20U);
}

INSTANTIATE_TEST_SUITE_P(All, DevelopmentData,
                         testing::Values("attributions", "dates", "kursk", "metadata", "newsrooms",
                                         "pages", "quantities", "treebanks"));

}  // namespace
}  // namespace claimtrail
