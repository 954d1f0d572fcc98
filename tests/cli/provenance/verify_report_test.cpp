#include "cli/provenance/verify_report.h"

#include <fstream>

#include <gmock/gmock.h>

#include "core/model/digest.h"

#include "cli/provenance/data.h"
#include "cli/provenance/render.h"
#include "tests/cli/provenance/small_world.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string render(SmallWorld& world, ReportFormat format) {
  return render_report(build_report(world.store(), world.desk(), {}, SmallWorld::now()).value(),
                       format);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

/// The same data under a digest that fits it: what a careful forger would write.
std::string signed_anew(const std::string& json) {
  const JsonValue data = parse_json(json).value();
  return replaced(json, data["data_sha256"].text(), data_digest(data));
}

class VerifyReport : public ::testing::TestWithParam<ReportFormat> {};

TEST_P(VerifyReport, HoldsAsWritten) {
  SmallWorld world;
  const std::string written = render(world, GetParam());
  const auto alone = verify_report_text(written, "report", nullptr);
  ASSERT_TRUE(alone.has_value()) << alone.error().message;
  EXPECT_THAT(alone->problems, IsEmpty());
  EXPECT_EQ(alone->claims, 5);
  EXPECT_EQ(alone->evidence, 4);
  EXPECT_GT(alone->spans, 8);
  const auto beside = verify_report_text(written, "report", &world.store());
  EXPECT_THAT(beside->problems, IsEmpty());
  EXPECT_EQ(beside->revisions, 4);
  EXPECT_GT(beside->spans, alone->spans);
}

// Every single byte of what the report says counts: one bit flipped anywhere fails it.
TEST_P(VerifyReport, NoByteCanBeFlipped) {
  SmallWorld world;
  const std::string written = render(world, GetParam());
  std::size_t flipped = 0;
  for (std::size_t at = 0; at < written.size(); at += GetParam() == ReportFormat::html ? 97 : 11) {
    std::string forged = written;
    if (forged[at] == ' ' || forged[at] == '\n') continue;
    forged[at] = static_cast<char>(forged[at] ^ 1);
    ++flipped;
    const auto verified = verify_report_text(forged, "report", nullptr);
    EXPECT_TRUE(!verified.has_value() || !verified->problems.empty())
        << "byte " << at << ": " << written.substr(at > 20 ? at - 20 : 0, 40);
  }
  EXPECT_GT(flipped, 300U);
}

INSTANTIATE_TEST_SUITE_P(Forms, VerifyReport,
                         ::testing::Values(ReportFormat::html, ReportFormat::json),
                         [](const auto& form) { return std::string(to_string(form.param)); });

TEST(VerifyReportPage, WordsShownMustBeTheWordsCarried) {
  SmallWorld world;
  const std::string page = render(world, ReportFormat::html);
  const auto forged = verify_report_text(replaced(page, "<mark>2,500 people", "<mark>9,500 people"),
                                         "report.html", nullptr);
  ASSERT_TRUE(forged.has_value());
  EXPECT_THAT(forged->problems[0].message, HasSubstr("the page hashes to"));
}

TEST(VerifyReportPage, LastLineIsWhatSha256sumPrints) {
  SmallWorld world;
  const std::string page = render(world, ReportFormat::html);
  const std::size_t last = page.rfind('\n', page.size() - 2) + 1;
  EXPECT_THAT(page.substr(last), HasSubstr(sha256(page.substr(0, last))));
}

TEST(VerifyReportForged, QuotationsMustStandInTheirPassage) {
  SmallWorld world;
  std::string json = render(world, ReportFormat::json);
  const std::string words = "\"exact\": \"2,500 people were evacuated by noon\"";
  const std::string forged = "\"exact\": \"9,500 people were evacuated by noon\"";
  json = signed_anew(replaced(replaced(json, words, forged), words, forged));
  const auto verified = verify_report_text(json, "report.json", nullptr);
  ASSERT_TRUE(verified.has_value());
  EXPECT_THAT(verified->problems, Not(IsEmpty()));
  EXPECT_THAT(verified->problems[0].message, HasSubstr("does not stand in the passage"));
}

TEST(VerifyReportForged, TheDatabaseKnowsTheHashes) {
  SmallWorld world;
  std::string json = render(world, ReportFormat::json);
  const std::string raw = world.store().revision("coast-1")->raw_sha256;
  std::string other = raw;
  other[0] = other[0] == '0' ? '1' : '0';
  while (json.find(raw) != std::string::npos) json = replaced(json, raw, other);
  json = signed_anew(json);
  EXPECT_THAT(verify_report_text(json, "report.json", nullptr)->problems, IsEmpty())
      << "alone, a forged hash cannot be told";
  const auto beside = verify_report_text(json, "report.json", &world.store());
  ASSERT_THAT(beside->problems, Not(IsEmpty()));
  EXPECT_THAT(beside->problems[0].message, HasSubstr("raw_sha256 is " + raw));
}

TEST(VerifyReportForged, TheDatabaseKnowsTheWords) {
  SmallWorld world;
  std::string json = render(world, ReportFormat::json);
  while (json.find("2,500") != std::string::npos) json = replaced(json, "2,500", "9,500");
  json = signed_anew(json);
  const auto beside = verify_report_text(json, "report.json", &world.store());
  ASSERT_THAT(beside->problems, Not(IsEmpty()));
  EXPECT_THAT(beside->problems[0].message, HasSubstr("in the database, not"));
}

TEST(VerifyReportForged, RevisionsMustBeKnown) {
  SmallWorld world;
  SmallWorld other;
  other.add_report("far", "Far", "Far", "2025-04-26", "Some words.", {});
  const std::string json = render(world, ReportFormat::json);
  EXPECT_THAT(verify_report_text(json, "report.json", &other.store())->problems, IsEmpty());
  const auto asked =
      build_report(other.store(), other.desk(), {.report = "far"}, SmallWorld::now());
  const auto strange = verify_report_text(render_json(asked.value()), "far.json", &world.store());
  ASSERT_THAT(strange->problems, SizeIs(1));
  EXPECT_THAT(strange->problems[0].message, HasSubstr("does not hold it"));
}

TEST(VerifyReportFile, SaysWhyThereIsNothingToCheck) {
  SmallWorld world;
  const auto code = [](const std::string& path) {
    const auto verified = verify_report_file(path, nullptr);
    return verified ? std::string() : verified.error().code;
  };
  EXPECT_EQ(code("/nowhere/report.html"), "no-file");
  EXPECT_EQ(code(world.directory().string()), "no-file");
  EXPECT_EQ(code(world.database()), "no-report");
  const std::string path = (world.directory() / "report.json").string();
  for (const char* text : {"", "{}", "{\"schema\":\"claimtrail-provenance/2\"}", "<!DOCTYPE html>",
                           "<!DOCTYPE html><script type=\"application/json\" "
                           "id=\"claimtrail-provenance\">"}) {
    std::ofstream(path) << text;
    EXPECT_EQ(code(path), "no-report") << text;
  }
  std::ofstream(path) << render(world, ReportFormat::json);
  EXPECT_EQ(code(path), "");
}

}  // namespace
}  // namespace claimtrail
