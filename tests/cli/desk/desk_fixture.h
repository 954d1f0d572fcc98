#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "core/store/sqlite/sqlite_store.h"

#include "cli/desk/add.h"
#include "cli/desk/config.h"
#include "cli/desk/refresh_desk.h"
#include "rules/rule.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_http_client.h"

namespace claimtrail {

/// A desk with one feed source in a directory of its own, a clock that stands still and a client
/// that answers from a table.
class DeskTest : public ::testing::Test {
 protected:
  DeskTest() : clock_("2025-04-26T12:00:00Z") {
    directory_ = std::filesystem::temp_directory_path() /
                 ("claimtrail-desk-" + std::to_string(::getpid()) + "-" +
                  ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
    store_ = open_sqlite_store((directory_ / "desk.db").string());
    config_.desk.timezone = "UTC";
    SourceSettings source;
    source.id = "paper";
    source.outlet = "The Paper";
    source.location = kFeed;
    source.every_ms = 3'600'000;
    source.revisit_ms = {3'600'000, 6 * 3'600'000};
    config_.sources.push_back(source);
    rules_ = load_rules(config_.rules).value();
  }
  ~DeskTest() override {
    store_.reset();
    std::filesystem::remove_all(directory_);
  }

  static constexpr const char* kFeed = "http://paper.example/feed.xml";
  static constexpr const char* kPage = "http://paper.example/dam.html";

  static std::string feed(const std::vector<std::string>& links) {
    std::string xml =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Paper</title>";
    for (const std::string& link : links) {
      xml += "<item><title>Dam</title><link>" + link + "</link><guid>" + link +
             "</guid><pubDate>Sat, 26 Apr 2025 08:00:00 GMT</pubDate></item>";
    }
    return xml + "</channel></rss>";
  }

  /// Adds a report of plain text whose last paragraph is `words`, by an outlet of its own.
  void tell(const std::string& id, const std::string& words) {
    Adder adder(*store_, config_.desk, 1);
    CapturedReport capture;
    capture.bytes = "Flood in Wlen\n\nStreets stood in water.\n\n" + words + "\n";
    capture.input = InputKind::text;
    capture.given.id = id;
    capture.given.outlet = "Outlet " + id;
    capture.answered_by = id;
    capture.fetched_at = clock_.now();
    adder.take(std::move(capture));
    (void)adder.finish();
  }

  /// An article whose body ends with `sentence`.
  static std::string page(const std::string& sentence, const std::string& note = "") {
    return "<!doctype html><html lang=\"en\"><head><title>Cracks in the dam above Wlen | The "
           "Paper</title>"
           "<meta property=\"article:published_time\" "
           "content=\"2025-04-26T08:00:00Z\"></head><body>"
           "<header><nav><a href=\"/\">Home</a> <a "
           "href=\"/world\">World</a></nav></header><main><article>"
           "<h1>Cracks in the dam above Wlen</h1>"
           "<p>Engineers walked along the crest of the dam above the town of Wlen through the "
           "night, and the "
           "water in the valley below kept rising until the early morning hours of Saturday.</p>"
           "<p>The regional water authority said on Saturday that 12 people had been hurt when the "
           "lower "
           "gate gave way, and that the road to the town would stay closed for days.</p><p>" +
           sentence + "</p>" + note + "</article></main><footer>The Paper</footer></body></html>";
  }

  void serve(const std::string& body) {
    client_.clear(kFeed);
    client_.clear(kPage);
    client_.page(kFeed, feed({kPage}), "\"feed\"");
    client_.page(kPage, body, "\"" + std::to_string(std::hash<std::string>{}(body)) + "\"");
  }

  RefreshSummary refresh_all(RefreshScope scope = RefreshScope::all) {
    RefreshRequest request;
    request.scope = scope;
    return refresh_desk(*store_, config_, *rules_, client_, clock_, request);
  }

  std::filesystem::path directory_;
  FakeClock clock_;
  FakeHttpClient client_;
  Config config_;
  std::unique_ptr<Store> store_;
  std::shared_ptr<const RuleSet> rules_;
};

}  // namespace claimtrail
