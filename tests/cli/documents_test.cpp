#include "cli/desk/documents.h"

#include <sstream>

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

Result<Document> read_line(std::string_view line, std::vector<Diagnostic>* warnings = nullptr) {
  DocumentInput input;
  input.kind = InputKind::ndjson;
  input.bytes = line;
  input.place = "test:1";
  return read_document(input, warnings);
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> blocks;
  for (const Block& block : document.blocks) {
    blocks.push_back(std::string(to_string(block.kind)) + ":" +
                     std::string(block.span.of(document.text)));
  }
  return blocks;
}

TEST(Documents, NdjsonTextIsTitleBlankLineText) {
  const auto document = read_line(R"({"title":"Dam holds","text":"One.\nTwo."})");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "Dam holds\n\nOne.\nTwo.");
  EXPECT_EQ(blocks_of(*document),
            (std::vector<std::string>{"headline:Dam holds", "body:One.", "body:Two."}));
}

TEST(Documents, NdjsonTextWithoutATitleIsTheTextItself) {
  const auto document = read_line("{\"text\":\"  Cafe\\u0301.\\r\\n\\r\\nTwo. \"}");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "  Cafe\xCC\x81.\r\n\r\nTwo. ");
  EXPECT_EQ(blocks_of(*document), (std::vector<std::string>{"body:Cafe\xCC\x81.", "body:Two."}));
}

TEST(Documents, ABrokenLineGoesOnInOneBlock) {
  const auto document =
      read_line(R"({"text":"The dam, which\nholds, was checked,\nThey said.\n\nand more"})");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.size(), 2u);
}

TEST(Documents, NdjsonFieldsOutrankTheCaller) {
  DocumentInput input;
  input.kind = InputKind::ndjson;
  input.bytes = R"({"id":7,"outlet":"Own","published":"2025-03-12","text":"x"})";
  input.id = "given";
  input.outlet = "Given";
  input.url = "https://given.example/";
  input.published = parse_published("2020-01-01");
  const auto document = read_document(input);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "7");
  EXPECT_EQ(document->outlet, "Own");
  EXPECT_EQ(document->url, "https://given.example/");
  EXPECT_EQ(format_day(document->published->day), "2025-03-12");
}

TEST(Documents, TheCallerOutranksPlainText) {
  DocumentInput input;
  input.kind = InputKind::text;
  input.bytes = "Headline here\n\nBody text of the report.\n";
  input.id = "id";
  input.published = parse_published("2020-01-01");
  const auto document = read_document(input);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "id");
  EXPECT_EQ(document->published_origin.signal, "given");
}

TEST(Documents, FailuresSayWhy) {
  EXPECT_EQ(read_line("{").error().code, "bad-json");
  EXPECT_EQ(read_line("[1]").error().code, "bad-json");
  EXPECT_EQ(read_line("{\"text\":5}").error().code, "no-text");
  EXPECT_EQ(read_line("{\"text\":\"\\ud800\"}").error().code, "bad-json");
  EXPECT_EQ(read_line("{\"text\":\"\xFF\"}").error().code, "bad-json");
  EXPECT_EQ(read_line("{").error().file, "test:1");
  const std::string deep(500'000, '[');
  EXPECT_EQ(read_line(deep).error().code, "bad-json");
}

TEST(Documents, AnEmptyTextIsADocument) {
  const auto document = read_line(R"({"text":""})");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->blocks.empty());
}

TEST(Documents, AnUnreadableDateIsAWarning) {
  std::vector<Diagnostic> warnings;
  const auto document = read_line(R"({"text":"x","published":"soon"})", &warnings);
  ASSERT_TRUE(document);
  EXPECT_FALSE(document->published);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].severity, DiagnosticSeverity::warning);
}

TEST(Documents, InputIsGuessedBySuffixTypeAndLook) {
  EXPECT_EQ(guess_input("a.html", "", "{"), InputKind::html);
  EXPECT_EQ(guess_input("a.TXT", "", "<html"), InputKind::text);
  EXPECT_EQ(guess_input("a.jsonl", "", ""), InputKind::ndjson);
  EXPECT_EQ(guess_input("a.xml", "", "<?xml version=\"1.0\"?><rss>"), InputKind::feed);
  EXPECT_EQ(guess_input("a.xml", "", "<!doctype html><html>"), InputKind::html);
  EXPECT_EQ(guess_input("", "text/plain; charset=utf-8", "<p>"), InputKind::text);
  EXPECT_EQ(guess_input("", "", "  {\"text\""), InputKind::ndjson);
  EXPECT_EQ(guess_input("a.json", "", "{\"version\": \"https://jsonfeed.org/version/1.1\", "),
            InputKind::feed);
  EXPECT_EQ(guess_input("a.json", "", "{\"text\": \"see https://jsonfeed.org/version/1.1\"}"),
            InputKind::ndjson);
  EXPECT_EQ(guess_input("", "text/html", "Just words"), InputKind::html);
  EXPECT_EQ(guess_input("", "", "Just words"), InputKind::text);
  EXPECT_EQ(guess_input("paper", "", "%PDF-1.7"), InputKind::html);
  EXPECT_EQ(guess_input("-", "", "<feed xmlns="), InputKind::feed);
}

TEST(Documents, LinesAreCountedAndCut) {
  std::istringstream stream("\xEF\xBB\xBF{1}\n\n  \nabcdefgh\nlast");
  std::string line;
  long long number = 0;
  ASSERT_TRUE(next_line(stream, line, number, 5));
  EXPECT_EQ(line, "{1}");
  ASSERT_TRUE(next_line(stream, line, number, 5));
  EXPECT_EQ(number, 4);
  EXPECT_EQ(line, "abcdef");
  ASSERT_TRUE(next_line(stream, line, number, 5));
  EXPECT_EQ(line, "last");
  EXPECT_FALSE(next_line(stream, line, number, 5));
}

TEST(Documents, AFileIsNamedWithoutDirectoryAndSuffix) {
  EXPECT_EQ(id_of_file("a/b/report.final.html"), "report.final");
  EXPECT_EQ(id_of_file("report"), "report");
}

}  // namespace
}  // namespace claimtrail
