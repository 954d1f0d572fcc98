#include <fstream>

#include <gmock/gmock.h>

#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using std::chrono::hours;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RefreshManners : public DeskTest {
 protected:
  static constexpr const char* kWire = "http://wire.example/2025/dam.html";

  /// A page whose article links to another outlet's report.
  static std::string citing_page() {
    std::string body = page("Mayor Anna Roth said that about 600 houses stood in water.");
    const std::size_t place = body.find("</p>");
    body.insert(place, std::string(" The figure was first given by <a href=\"") + kWire +
                           "\">the wire service</a> on Friday.");
    return body;
  }
  std::optional<Report> at(const std::string& url) { return store_->report_by_url(url); }
};

TEST_F(RefreshManners, ACitedReportIsStoredWithWhatCitesIt) {
  config_.fetch.manners.cited = CitedReports::fetch;
  serve(citing_page());
  client_.page(kWire, page("The wire service said that 700 houses stood in water."));
  const RefreshSummary summary = refresh_all();
  ASSERT_THAT(store_->reports(), SizeIs(2));
  const auto wire = at(kWire);
  ASSERT_TRUE(wire);
  EXPECT_EQ(wire->cited_by, at(kPage)->id);
  EXPECT_EQ(wire->source, "paper");
  EXPECT_NE(wire->outlet, "The Paper") << "another outlet's";
  EXPECT_FALSE(wire->next_visit) << "it is fetched once";
  EXPECT_EQ(at(kPage)->cited_by, "");
  EXPECT_EQ(summary.sources.at(0).cited, 1);
  EXPECT_FALSE(store_->claims({.report = wire->id}).empty());

  clock_.advance(hours{2});
  (void)refresh_all();
  EXPECT_EQ(client_.count(kWire), 1);
}

TEST_F(RefreshManners, WhoPublishesACitedReportMakesItItsOwn) {
  config_.fetch.manners.cited = CitedReports::fetch;
  serve(citing_page());
  client_.page(kWire, page("The wire service said that 700 houses stood in water."));
  (void)refresh_all();
  SourceSettings wire = config_.sources[0];
  wire.id = "wire";
  wire.location = "http://wire.example/rss";
  config_.sources.push_back(wire);
  client_.page("http://wire.example/rss", feed({kWire}));
  clock_.advance(hours{2});
  (void)refresh_all();
  EXPECT_EQ(at(kWire)->source, "wire");
  EXPECT_EQ(at(kWire)->cited_by, "");
  EXPECT_TRUE(at(kWire)->next_visit);
}

// miniflux/v2#3120, #2358: title and slug edits.
TEST_F(RefreshManners, AnEditedSlugIsANewRevisionOfTheSameReport) {
  constexpr const char* kEdited = "http://paper.example/dam-cracks.html";
  const auto listed = [](const std::string& link) {
    return "<rss version=\"2.0\"><channel><title>The Paper</title><item><title>Dam</title><link>" +
           link +
           "</link><guid isPermaLink=\"false\">17</guid><pubDate>Sat, 26 Apr 2025 08:00:00 GMT"
           "</pubDate></item></channel></rss>";
  };
  client_.page(kFeed, listed(kPage));
  client_.page(kPage, page("Mayor Anna Roth said that about 600 houses stood in water."));
  (void)refresh_all();
  client_.clear(kFeed);
  client_.page(kFeed, listed(kEdited));
  std::string edited = page("Mayor Anna Roth said that about 900 houses stood in water.");
  edited.insert(edited.find("</head>"),
                std::string("<link rel=\"canonical\" href=\"") + kEdited + "\">");
  client_.page(kEdited, edited);
  clock_.advance(hours{2});
  (void)refresh_all();
  ASSERT_THAT(store_->reports(), SizeIs(1));
  EXPECT_THAT(store_->revisions(store_->reports()[0].id), SizeIs(2));
  const int before = client_.count(kEdited);
  config_.sources[0].revisit_ms.clear();
  (void)refresh_all(RefreshScope::due);
  EXPECT_THAT(store_->reports(), SizeIs(1));
  EXPECT_LE(client_.count(kEdited), before + 1);
}

TEST_F(RefreshManners, PausesAndRobotsOutliveTheRun) {
  serve(page("Mayor Anna Roth said that about 600 houses stood in water."));
  HttpResponse robots;
  robots.status = 200;
  robots.body = "User-agent: *\nDisallow: /private\n";
  client_.on("http://paper.example/robots.txt", robots);
  client_.clear(kPage);
  client_.status(kPage, 429, "7200");
  (void)refresh_all();
  ASSERT_THAT(store_->pauses(), SizeIs(1));
  EXPECT_EQ(store_->pauses()[0].scope, "host paper.example");
  EXPECT_EQ(store_->robots("http://paper.example")->body, robots.body);
  EXPECT_EQ(store_->source_state("paper")->blocked_until, clock_.now() + hours{2});
  clock_.advance(hours{1});
  const std::size_t before = client_.requests.size();
  const RefreshSummary summary = refresh_all();
  EXPECT_EQ(client_.requests.size(), before) << "neither the feed nor robots.txt is asked";
  EXPECT_THAT(summary.sources.at(0).reason, HasSubstr("asked for a pause until"));
}

TEST_F(RefreshManners, AForbiddenRevisitIsAnObservation) {
  serve(page("Mayor Anna Roth said that about 600 houses stood in water."));
  (void)refresh_all();
  clock_.advance(hours{25});
  HttpResponse robots;
  robots.status = 200;
  robots.body = "User-agent: *\nDisallow: /dam\n";
  client_.on("http://paper.example/robots.txt", robots);
  (void)refresh_all();
  const auto observations = store_->observations(store_->reports().at(0).id);
  ASSERT_FALSE(observations.empty());
  EXPECT_EQ(observations.back().outcome, "disallowed");
  EXPECT_EQ(observations.back().detail, "robots.txt line 2: Disallow: /dam");
}

// The data of report-withdrawn: two answers of 404 or 410, a day apart.
TEST_F(RefreshManners, AnAbsenceIsConfirmedADayLaterWhateverTheLadderSays) {
  serve(page("Mayor Anna Roth said that about 600 houses stood in water."));
  (void)refresh_all();
  client_.clear(kPage);
  client_.status(kPage, 404);
  client_.status(kPage, 410);
  clock_.advance(hours{24});
  (void)refresh_all();
  EXPECT_EQ(store_->reports().at(0).next_visit, clock_.now() + hours{24});
  clock_.advance(hours{25});
  (void)refresh_all(RefreshScope::due);
  const auto observations = store_->observations(store_->reports().at(0).id);
  ASSERT_THAT(observations, SizeIs(2));
  EXPECT_EQ(observations[0].outcome, "not_found");
  EXPECT_EQ(observations[1].outcome, "gone");
  EXPECT_GE(observations[1].at - observations[0].at, hours{24});
  EXPECT_FALSE(store_->reports().at(0).next_visit) << "confirmed: the ladder had ended";
  EXPECT_FALSE(store_->claims({}).empty()) << "nothing is deleted";
}

// changedetection.io#4343, heritrix3 PR#760: a bot wall is no error of the page and no version.
TEST_F(RefreshManners, LegalWordsAndBotWallsAreObservations) {
  serve(page("Mayor Anna Roth said that about 600 houses stood in water."));
  (void)refresh_all();
  client_.clear(kPage);
  client_.status(kPage, 451);
  HttpResponse wall;
  wall.status = 403;
  wall.headers = "HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge";
  client_.on(kPage, wall);
  clock_.advance(hours{2});
  (void)refresh_all();
  clock_.advance(hours{5});
  (void)refresh_all();
  std::vector<std::string> seen;
  for (const Observation& each : store_->observations(store_->reports().at(0).id)) {
    seen.push_back(each.outcome + " " + std::to_string(each.http_status));
  }
  EXPECT_THAT(seen, ElementsAre("legal 451", "bot_wall 403"));
  EXPECT_THAT(store_->revisions(store_->reports().at(0).id), SizeIs(1));
}

TEST_F(RefreshManners, ManyUnchangedSourcesAreAllStored) {
  serve(page("Mayor Anna Roth said that about 600 houses stood in water."));
  (void)refresh_all();
  for (int i = 0; i < 1'200; ++i) {
    SourceSettings source = config_.sources[0];
    source.id = "s" + std::to_string(i);
    config_.sources.push_back(source);
  }
  clock_.advance(hours{2});
  EXPECT_THAT(refresh_all().sources, SizeIs(1'201));
  int stored = 0;
  for (const SourceState& state : store_->source_states()) {
    stored += state.last_success == clock_.now() ? 1 : 0;
  }
  EXPECT_EQ(stored, 1'201);
}

TEST_F(RefreshManners, NoSecretIsEverStoredOrSaid) {
  config_.sources[0].location = "http://kim:s3cret@paper.example/feed.xml";
  const auto check = [&](const RefreshSummary& summary) {
    for (const SourceOutcome& outcome : summary.sources) {
      EXPECT_EQ(outcome.reason.find("s3cret"), std::string::npos) << outcome.reason;
    }
    store_.reset();
    store_ = open_sqlite_store((directory_ / "desk.db").string());
    for (const auto& file : std::filesystem::directory_iterator(directory_)) {
      std::ifstream stream(file.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
      EXPECT_EQ(bytes.find("s3cret"), std::string::npos) << file.path();
    }
  };
  for (const int status : {401, 404, 410, 429, 500}) {
    client_.clear(config_.sources[0].location);
    client_.status(config_.sources[0].location, status, "60");
    check(refresh_all());
    clock_.advance(hours{24});
  }
  client_.clear(config_.sources[0].location);
  client_.page(config_.sources[0].location, feed({kPage}), "\"e\"");
  client_.page(kPage, page("Mayor Anna Roth said that about 600 houses stood in water."));
  check(refresh_all());
  EXPECT_THAT(store_->reports(), SizeIs(1));
}

}  // namespace
}  // namespace claimtrail
