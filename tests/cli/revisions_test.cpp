#include <chrono>
#include <ctime>
#include <thread>

#include "tests/cli/program_test.h"
#include "tests/support/http_server.h"

namespace claimtrail {
namespace {

/// Reports on loopback whose editions change.
class RevisionsTest : public ProgramTest {
 protected:
  void SetUp() override {
    program.write("claimtrail.yaml",
                  "desk: {name: A}\n"
                  "fetch: {allow_private_networks: true, per_host_delay: 0s, timeout: 5s}\n");
  }

  struct Edition {
    std::string figure = "At least 120";
    std::string closing =
        "Schools in the valley stay shut until Friday while crews clear mud from the roads and "
        "restore power to the outlying farms, the council added in its evening bulletin.";
    std::string charset = "utf-8";
    std::string note;
    std::string headline = "Dam above Wlen holds";
  };

  static std::string page(const Edition& edition) {
    const std::string e = edition.charset == "utf-8" ? "\xC3\xA9" : "\xE9";
    std::string body = "<!doctype html><html><head><title>" + edition.headline +
                       "</title></head><body><article><h1>" + edition.headline + "</h1>";
    std::vector<std::string> paragraphs{
        edition.figure + " people were evacuated on Monday, Governor Andr" + e +
            " Petrov said in a statement to the press.",
        "The river rose again after many days of heavy rain in the mountains, and the council "
        "ordered new checks of the wall that has stood there for ninety years.",
        "Police claimed that more than 300 homes were flooded in the old town, where a caf" + e +
            " stood under water to its roof.",
        edition.closing};
    if (!edition.note.empty()) paragraphs.push_back(edition.note);
    for (const std::string& paragraph : paragraphs) body += "<p>" + paragraph + "</p>";
    return body + "</article></body></html>";
  }

  void show(const std::string& path, const Edition& edition) {
    ServedReply reply;
    reply.headers = {{"Content-Type", "text/html; charset=" + edition.charset}};
    reply.body = page(edition);
    server.on(path, reply);
  }

  void add(const std::string& path, const std::string& outlet = "Herald") {
    const auto run = program.run({"add", server.url(path), "--outlet", outlet});
    ASSERT_EQ(run.status, 0) << run.err;
  }

  /// Captures are told apart by seconds: the next edition comes in another one.
  static void wait_for_next_second() {
    const std::time_t now = std::time(nullptr);
    while (std::time(nullptr) == now) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }

  std::string report_of(const std::string& outlet) {
    for (const auto& report : json_lines(program.run({"reports", "--json"}))) {
      if (text_of(report, "outlet") == outlet) return text_of(report, "id");
    }
    return {};
  }

  rapidjson::Document shown(const std::string& outlet = "Herald") {
    const auto run = program.run({"show", "report", report_of(outlet), "--json"});
    EXPECT_EQ(run.status, 0) << run.err;
    return std::move(json_lines(run).at(0));
  }

  HttpServer server;
};

// changedetection.io#3694, #2963, #463
TEST_F(RevisionsTest, AnotherCharsetIsNoRevision) {
  Edition edition;
  show("/dam.html", edition);
  add("/dam.html");
  edition.charset = "windows-1252";
  show("/dam.html", edition);
  add("/dam.html");
  const auto report = shown();
  ASSERT_EQ(report["revisions"].Size(), 1u);
  EXPECT_TRUE(report["changes"].Empty());
  ASSERT_EQ(report["observations"].Size(), 1u);
  EXPECT_NE(text_of(report["observations"][0], "detail").find("windows-1252"), std::string::npos)
      << "the charset of a capture is kept";
  EXPECT_NE(program.run({"show", "report", report_of("Herald")}).out.find("in other bytes"),
            std::string::npos);
}

TEST_F(RevisionsTest, WhatBecomesOfAReportIsToldAndNothingIsLost) {
  program.write("claimtrail.yaml",
                "desk: {name: A}\n"
                "fetch: {allow_private_networks: true, per_host_delay: 0s, timeout: 5s}\n"
                "sources:\n  - {id: dam, outlet: Herald, page: \"" +
                    server.url("/dam.html") + "\"}\n");
  show("/dam.html", {});
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  const std::string claims = program.run({"claims", "--json"}).out;
  const auto answer = [&](int status, const std::string& body = "") {
    ServedReply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html"}};
    reply.body = body;
    server.on("/dam.html", reply);
    (void)program.run({"refresh"});
  };
  answer(404);
  answer(451);
  answer(200, "<title>Just a moment...</title><p>Checking your browser before accessing</p>");
  answer(410);
  const std::string shown_text = program.run({"show", "report", report_of("Herald")}).out;
  for (const char* words : {"not found (404)", "withheld by law (451)", "bot wall", "gone (410)"}) {
    EXPECT_NE(shown_text.find(words), std::string::npos) << words << "\n" << shown_text;
  }
  EXPECT_EQ(shown()["revisions"].Size(), 1u) << "a wall is never a version of the report";
  EXPECT_EQ(program.run({"claims", "--json"}).out, claims) << "nothing is deleted";
}

TEST_F(RevisionsTest, ACorrectionNoteMakesNoClaims) {
  Edition edition;
  edition.note = "Correction: An earlier version of this report said that 120 were evacuated.";
  show("/dam.html", edition);
  add("/dam.html");
  const std::string claims = program.run({"claims", "--json"}).out;
  EXPECT_NE(claims.find("people were evacuated"), std::string::npos);
  EXPECT_EQ(claims.find("120 were evacuated"), std::string::npos) << claims;
}

// ArchiveBox#179, #692, #1477, #1481
TEST_F(RevisionsTest, ManyCapturesOfOneAddressAreOneReport) {
  Edition edition;
  for (const char* figure : {"At least 120", "At least 120", "About 150", "About 150"}) {
    if (edition.figure != figure) wait_for_next_second();
    edition.figure = figure;
    show("/dam.html", edition);
    add("/dam.html");
  }
  EXPECT_EQ(json_lines(program.run({"reports", "--json"})).size(), 1u);
  EXPECT_EQ(shown()["revisions"].Size(), 2u);
}

TEST_F(RevisionsTest, AnEditIsShownByClaimsAndByWords) {
  Edition edition;
  show("/dam.html", edition);
  add("/dam.html");
  wait_for_next_second();
  edition.figure = "About 150";
  edition.note = "Correction: An earlier version of this report said that 120 were evacuated.";
  show("/dam.html", edition);
  add("/dam.html");
  const auto report = shown();
  ASSERT_EQ(report["changes"].Size(), 1u);
  const auto& change = report["changes"][0];
  ASSERT_EQ(change["notes"].Size(), 1u);
  EXPECT_EQ(text_of(change["notes"][0], "kind"), "correction");
  bool figure = false;
  for (const auto& claim : change["claims"].GetArray()) {
    if (text_of(claim, "kind") != "figure") continue;
    figure = true;
    EXPECT_EQ(text_of(claim, "was"), "at least 120 people");
    EXPECT_EQ(text_of(claim, "is"), "about 150 people");
    EXPECT_TRUE(claim["named_by_note"].GetBool());
  }
  EXPECT_TRUE(figure);
  ASSERT_GE(change["hunks"].Size(), 2u);
  EXPECT_EQ(text_of(change["hunks"][0]["before"], "exact"), "At least 120");
  EXPECT_EQ(text_of(change["hunks"][0]["after"], "exact"), "About 150");

  const std::string text = program.run({"show", "report", report_of("Herald")}).out;
  EXPECT_NE(text.find("[-At least 120-] {+About 150+} people were evacuated"), std::string::npos)
      << text;
  EXPECT_NE(text.find("! correction: Correction:"), std::string::npos) << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << "no colour but on a terminal";
  EXPECT_EQ(
      text.find("Police claimed that more than 300 homes were flooded in the old town, where"),
      std::string::npos)
      << "paragraphs that did not change are not told";

  const auto revision = text_of(change, "to_revision");
  EXPECT_NE(program.run({"show", "revision", revision}).out.find("{+About 150+}"),
            std::string::npos);
}

TEST_F(RevisionsTest, ASilentEditSaysThatThereIsNoNote) {
  Edition edition;
  show("/dam.html", edition);
  add("/dam.html");
  wait_for_next_second();
  edition.figure = "About 150";
  edition.note = "Updated 3 pm";
  show("/dam.html", edition);
  add("/dam.html");
  EXPECT_TRUE(shown()["changes"][0]["notes"].Empty()) << "a stamp is no note";
  EXPECT_NE(program.run({"show", "report", report_of("Herald")}).out.find("no correction note"),
            std::string::npos);
}

TEST_F(RevisionsTest, ACopyByAnotherOutletIsToldByItsText) {
  Edition edition;
  show("/dam.html", edition);
  add("/dam.html");
  edition.headline = "Water rises above the old town";
  edition.figure = "WLEN (Reuters) – At least 120";
  show("/copy.html", edition);
  add("/copy.html", "Chronicle");
  const auto report = shown("Chronicle");
  ASSERT_EQ(report["copies"].Size(), 1u);
  EXPECT_EQ(text_of(report["copies"][0], "kind"), "near_same");
  EXPECT_EQ(text_of(report["copies"][0], "report"), report_of("Herald"));
  EXPECT_GT(report["copies"][0]["share"].GetDouble(), 0.8);
  ASSERT_EQ(report["wire_credits"].Size(), 1u);
  EXPECT_EQ(text_of(report["wire_credits"][0], "agency"), "Reuters");
  EXPECT_EQ(text_of(report["wire_credits"][0], "where"), "dateline");
  EXPECT_NE(program.run({"show", "report", report_of("Chronicle")}).out.find("near-same text, "),
            std::string::npos);
}

TEST_F(RevisionsTest, AMissingPageIsAVisitAndTheReportStays) {
  show("/dam.html", {});
  program.write("sources.d/dam.yaml", "sources: [{id: dam, outlet: Herald, page: \"" +
                                          server.url("/dam.html") + "\"}]\n");
  ASSERT_EQ(program.run({"refresh"}).status, 0);
  ServedReply missing;
  missing.status = 404;
  server.on("/dam.html", missing);
  (void)program.run({"refresh"});
  const std::string text = program.run({"show", "report", report_of("Herald")}).out;
  const auto captured = text.find("captured: revision");
  const auto visit = text.find("(404)");
  ASSERT_NE(captured, std::string::npos) << text;
  ASSERT_NE(visit, std::string::npos) << text;
  EXPECT_LT(captured, visit) << "in order of time";
  EXPECT_FALSE(json_lines(program.run({"claims", "--json"})).empty());
}

}  // namespace
}  // namespace claimtrail
