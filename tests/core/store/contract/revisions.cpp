#include <stdexcept>

#include <gmock/gmock.h>

#include "core/model/digest.h"

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;

TEST_P(StoreContract, RevisionKeepsEveryFieldAndItsBytes) {
  store().put_report(make_report("r1"));
  std::string raw = "<p>raw</p>\r\n";
  raw += '\0';
  raw += "\xff\xfe binary";
  Revision revision = make_revision("v1", "r1", 7, raw);
  revision.headers = "ETag: \"x\"\r\nServer: y";
  revision.given = R"({"outlet":"Example"})";
  store().add_revision(revision, raw);
  reopen();
  const auto stored = store().revision("v1");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->report, "r1");
  EXPECT_EQ(stored->url, revision.url);
  EXPECT_EQ(stored->fetched_at, at(7));
  EXPECT_EQ(stored->content_type, "text/html");
  EXPECT_EQ(stored->headers, revision.headers);
  EXPECT_EQ(stored->input, "html");
  EXPECT_EQ(stored->raw_sha256, revision.raw_sha256);
  EXPECT_EQ(stored->text_sha256, revision.text_sha256);
  EXPECT_EQ(stored->given, revision.given);
  const auto bytes = store().raw(revision.raw_sha256);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, raw);
}

TEST_P(StoreContract, RawBytesOfAnySizeComeBack) {
  store().put_report(make_report("r1"));
  std::string noise(300'000, '\0');
  std::uint32_t state = 12345;
  for (char& c : noise) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  int number = 0;
  for (const std::string& raw :
       {std::string(), std::string("x"), std::string(5'000'000, 'a'), noise}) {
    const Revision revision = make_revision("v" + std::to_string(number), "r1", number, raw);
    ++number;
    store().add_revision(revision, raw);
    const auto bytes = store().raw(revision.raw_sha256);
    ASSERT_TRUE(bytes) << raw.size();
    EXPECT_TRUE(*bytes == raw) << raw.size();
  }
}

TEST_P(StoreContract, MissingRawBytesAreAFailureThatNamesThem) {
  const std::string digest(64, '0');
  const auto bytes = store().raw(digest);
  ASSERT_FALSE(bytes);
  EXPECT_THAT(bytes.error().message, testing::HasSubstr(digest));
  EXPECT_EQ(bytes.error().code, "blob-missing");
}

TEST_P(StoreContract, RevisionAddedAgainChangesNothing) {
  store().put_report(make_report("r1"));
  const Revision revision = make_revision("v1", "r1", 7, "raw");
  store().add_revision(revision, "raw");
  store().add_revision(revision, "raw");
  EXPECT_EQ(store().revisions("r1").size(), 1U);
}

TEST_P(StoreContract, RevisionsComeByFetchTimeThenAsTheyWereAdded) {
  store().put_report(make_report("r1"));
  store().put_report(make_report("r2"));
  store().add_revision(make_revision("c", "r1", 5, "1"), "1");
  store().add_revision(make_revision("b", "r1", 9, "1"), "1");
  store().add_revision(make_revision("a", "r1", 9, "2"), "2");
  store().add_revision(make_revision("x", "r2", 1, "3"), "3");
  std::vector<std::string> found;
  for (const Revision& revision : store().revisions("r1")) found.push_back(revision.id);
  EXPECT_THAT(found, ElementsAre("c", "b", "a"));
  EXPECT_TRUE(store().revisions("none").empty());
  EXPECT_FALSE(store().revision("none"));
}

TEST_P(StoreContract, RevisionWithoutReportOrWithOtherBytesIsRefused) {
  EXPECT_THROW(store().add_revision(make_revision("v1", "none", 1, "raw"), "raw"),
               std::invalid_argument);
  store().put_report(make_report("r1"));
  EXPECT_THROW(store().add_revision(make_revision("v1", "r1", 1, "raw"), "other"),
               std::invalid_argument);
  EXPECT_TRUE(store().revisions("r1").empty());
}

TEST_P(StoreContract, TextIsKeptPerExtractorAndReplaced) {
  store().put_report(make_report("r1"));
  store().add_revision(make_revision("v1", "r1", 1, "raw"), "raw");
  store().put_text({"v1", "x 1", "first", "[]", "hash 1"});
  store().put_text({"v1", "x 2", "other", "[]", "hash 2"});
  store().put_text(
      {"v1", "x 1", "Zwölf Boote …", R"([{"kind":"body","start":0,"end":5}])", "hash 3"});
  reopen();
  const auto text = store().text("v1", "x 1");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->revision, "v1");
  EXPECT_EQ(text->extractor, "x 1");
  EXPECT_EQ(text->text, "Zwölf Boote …");
  EXPECT_EQ(text->blocks, R"([{"kind":"body","start":0,"end":5}])");
  EXPECT_EQ(text->text_sha256, "hash 3");
  EXPECT_EQ(store().text("v1", "x 2")->text, "other");
  EXPECT_FALSE(store().text("v1", "x 3"));
  EXPECT_FALSE(store().text("v2", "x 1"));
  EXPECT_THROW(store().put_text({"v2", "x 1", "t", "[]", "h"}), std::invalid_argument);
}

TEST_P(StoreContract, ObservationsComeByTimeAndOnce) {
  store().add_observation({"r1", at(9), "unchanged", 200, ""});
  store().add_observation({"r1", at(2), "not_found", 404, "Not Found"});
  store().add_observation({"r1", at(9), "unchanged", 200, ""});
  store().add_observation({"r1", at(9), "error", 0, "timed out"});
  store().add_observation({"r2", at(1), "gone", 410, ""});
  const auto found = store().observations("r1");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].report, "r1");
  EXPECT_EQ(found[0].at, at(2));
  EXPECT_EQ(found[0].outcome, "not_found");
  EXPECT_EQ(found[0].http_status, 404);
  EXPECT_EQ(found[0].detail, "Not Found");
  EXPECT_EQ(found[1].outcome, "error");
  EXPECT_EQ(found[2].outcome, "unchanged");
  EXPECT_TRUE(store().observations("none").empty());
}

}  // namespace
}  // namespace claimtrail
