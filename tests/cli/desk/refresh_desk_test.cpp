#include "cli/desk/refresh_desk.h"

#include <gmock/gmock.h>

#include "cli/desk/verify.h"
#include "tests/cli/desk/desk_fixture.h"

namespace claimtrail {
namespace {

using std::chrono::hours;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RefreshDesk : public DeskTest {
 protected:
  static constexpr const char* kBefore =
      "Mayor Anna Roth said that about 600 houses stood in water.";
  static constexpr const char* kAfter =
      "Mayor Anna Roth said that about 1,000 houses stood in water.";

  std::vector<Revision> revisions() { return store_->revisions(store_->reports().at(0).id); }
  std::vector<Observation> observations() {
    return store_->observations(store_->reports().at(0).id);
  }
};

TEST_F(RefreshDesk, BringsReportsWithTheirClaims) {
  serve(page(kBefore));
  const RefreshSummary summary = refresh_all();
  EXPECT_THAT(summary.reports, SizeIs(1));
  const std::vector<Report> reports = store_->reports();
  ASSERT_THAT(reports, SizeIs(1));
  EXPECT_EQ(reports[0].outlet, "The Paper");
  EXPECT_EQ(reports[0].title, "Cracks in the dam above Wlen");
  EXPECT_EQ(reports[0].next_visit, clock_.now() + hours{1});
  EXPECT_FALSE(store_->claims({}).empty());
  EXPECT_THAT(verify_database(*store_).problems, IsEmpty());
}

TEST_F(RefreshDesk, AnUnchangedPageIsAnObservation) {
  serve(page(kBefore));
  (void)refresh_all();
  const std::size_t claims = store_->claims({}).size();
  clock_.advance(hours{2});
  EXPECT_THAT(refresh_all().reports, IsEmpty());
  EXPECT_THAT(revisions(), SizeIs(1));
  EXPECT_THAT(observations(), SizeIs(1));
  EXPECT_EQ(store_->claims({}).size(), claims);
  EXPECT_EQ(store_->claims({})[0].last_seen, clock_.now());
}

TEST_F(RefreshDesk, OtherMarkupAroundTheSameTextIsNoRevision) {
  serve(page(kBefore));
  (void)refresh_all();
  serve(page(kBefore) + "<!-- built 12:01 -->");
  clock_.advance(hours{2});
  (void)refresh_all();
  EXPECT_THAT(revisions(), SizeIs(1));
}

TEST_F(RefreshDesk, ASilentEditIsARevisionAndAFlag) {
  serve(page(kBefore));
  (void)refresh_all();
  serve(page(kAfter));
  clock_.advance(hours{2});
  const RefreshSummary summary = refresh_all();
  ASSERT_THAT(summary.reports, SizeIs(1));
  EXPECT_TRUE(summary.reports[0].revised);
  EXPECT_THAT(revisions(), SizeIs(2));
  const std::vector<Flag> flags = store_->flags({.rule = "silent-edit"});
  ASSERT_THAT(flags, SizeIs(1));
  EXPECT_EQ(flags[0].severity, FlagSeverity::error);
  ASSERT_THAT(flags[0].evidence, SizeIs(2)) << "the words before the edit and after it";
  EXPECT_NE(flags[0].evidence[0].exact.find("600"), std::string::npos);
  EXPECT_NE(flags[0].evidence[1].exact.find("1,000"), std::string::npos);
  EXPECT_THAT(verify_database(*store_).problems, IsEmpty());
}

TEST_F(RefreshDesk, AReportIsVisitedThoughItsFeedStaysTheSame) {
  serve(page(kBefore));
  (void)refresh_all();
  serve(page(kAfter));
  clock_.advance(hours{2});
  (void)refresh_all(RefreshScope::due);
  EXPECT_THAT(revisions(), SizeIs(2)) << "the ladder asks after an hour";
  clock_.advance(std::chrono::minutes{1});
  const int before = client_.count(kPage);
  (void)refresh_all(RefreshScope::due);
  EXPECT_EQ(client_.count(kPage), before) << "nothing is due a minute later";
}

TEST_F(RefreshDesk, TheRealPublisherIsKeptWithTheReport) {
  serve(page(kBefore));
  client_.clear(kFeed);
  client_.page(kFeed, std::string("<rss><channel><title>The Paper</title><item><title>Dam</title>"
                                  "<link>") +
                          kPage +
                          "</link><source url='https://wire.example/rss'>The &amp; Wire</source>"
                          "</item></channel></rss>");
  (void)refresh_all();
  EXPECT_EQ(store_->reports().at(0).syndicated_from, "The & Wire");
  serve(page(kAfter));
  clock_.advance(hours{2});
  (void)refresh_all();
  EXPECT_THAT(revisions(), SizeIs(2));
  EXPECT_EQ(store_->reports().at(0).syndicated_from, "The & Wire") << "a visit knows no better";
}

// miniflux/v2#1995 and what goes with it: what a feed dates after the fetch is not known.
TEST_F(RefreshDesk, ADateOfTheFutureIsNobodysPublication) {
  std::string undated = page(kBefore);
  undated.replace(undated.find("2025-04-26T08:00:00Z"), 20, "");
  serve(undated);
  for (const auto& [written, known] : std::vector<std::pair<std::string, bool>>{
           {"Sun, 26 Apr 2041 08:00:00 GMT", false}, {"Sat, 26 Apr 2025 08:00:00 GMT", true}}) {
    const std::string link = std::string(kPage) + "?" + written.substr(12, 4);
    client_.clear(kFeed);
    client_.page(kFeed, "<rss><channel><item><title>" + written + "</title><link>" + link +
                            "</link><pubDate>" + written + "</pubDate></item></channel></rss>");
    client_.page(link, undated);
    (void)refresh_all();
    const auto report = store_->report_by_url(link);
    ASSERT_TRUE(report) << written;
    EXPECT_EQ(report->published.has_value(), known) << written;
  }
}

TEST_F(RefreshDesk, AVanishedPageIsAnObservationNeverADeletion) {
  serve(page(kBefore));
  (void)refresh_all();
  const std::size_t claims = store_->claims({}).size();
  client_.clear(kPage);
  client_.status(kPage, 404);
  clock_.advance(hours{2});
  (void)refresh_all();
  EXPECT_THAT(revisions(), SizeIs(1));
  ASSERT_FALSE(observations().empty());
  EXPECT_EQ(observations().back().outcome, "not_found");
  EXPECT_EQ(store_->claims({}).size(), claims);
  EXPECT_FALSE(store_->claims({})[0].gone_since);
}

TEST_F(RefreshDesk, OneFailingSourceDoesNotStopTheOthers) {
  SourceSettings broken = config_.sources[0];
  broken.id = "broken";
  broken.location = "http://nowhere.example/feed.xml";
  config_.sources.insert(config_.sources.begin(), broken);
  serve(page(kBefore));
  const RefreshSummary summary = refresh_all();
  ASSERT_THAT(summary.sources, SizeIs(2));
  EXPECT_TRUE(summary.sources[0].failed);
  EXPECT_FALSE(summary.sources[0].reason.empty());
  EXPECT_FALSE(summary.sources[1].failed);
  EXPECT_THAT(summary.reports, SizeIs(1));
}

TEST_F(RefreshDesk, ARefreshOfNothingNewChangesNoFlag) {
  serve(page(kBefore));
  (void)refresh_all();
  clock_.advance(hours{2});
  EXPECT_THAT(refresh_all().flags, IsEmpty());
}

}  // namespace
}  // namespace claimtrail
