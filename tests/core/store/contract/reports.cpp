#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> report_ids(const std::vector<Report>& reports) {
  std::vector<std::string> found;
  for (const Report& report : reports) found.push_back(report.id);
  return found;
}

TEST_P(StoreContract, ReportKeepsEveryField) {
  Report report;
  report.id = "r1";
  report.source = "trt-world";
  report.url = "https://news.example/a?b=1";
  report.is_based_on = "https://wire.example/a";
  report.title = "“Quoted” – a title";
  report.outlet = "Example News";
  report.byline = {"Ana Röth", "B. \"Bee\" C"};
  report.published = Published{*parse_day("2025-04-26"), at(3600)};
  report.modified = Published{*parse_day("2025-04-27"), std::nullopt};
  report.language = "en";
  report.cites = {"https://other.example/1"};
  report.first_seen = at(1);
  report.last_seen = at(2);
  report.next_visit = at(3);
  report.visits = 4;
  report.cited_by = "r0";
  report.syndicated_from = "The Wire";
  store().put_report(report);
  reopen();
  const auto stored = store().report("r1");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->source, report.source);
  EXPECT_EQ(stored->url, report.url);
  EXPECT_EQ(stored->is_based_on, report.is_based_on);
  EXPECT_EQ(stored->title, report.title);
  EXPECT_EQ(stored->outlet, report.outlet);
  EXPECT_EQ(stored->byline, report.byline);
  EXPECT_EQ(stored->published, report.published);
  EXPECT_EQ(stored->modified, report.modified);
  EXPECT_EQ(stored->language, report.language);
  EXPECT_EQ(stored->cites, report.cites);
  EXPECT_EQ(stored->first_seen, report.first_seen);
  EXPECT_EQ(stored->last_seen, report.last_seen);
  EXPECT_EQ(stored->next_visit, report.next_visit);
  EXPECT_EQ(stored->visits, report.visits);
  EXPECT_EQ(stored->cited_by, "r0");
  EXPECT_EQ(stored->syndicated_from, "The Wire");
}

TEST_P(StoreContract, ReportPutAgainReplacesAndClears) {
  Report report = make_report("r1");
  report.published = Published{*parse_day("2025-04-26"), at(0)};
  report.next_visit = at(9);
  store().put_report(report);
  report.title = "New title";
  report.published.reset();
  report.next_visit.reset();
  store().put_report(report);
  const auto stored = store().report("r1");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->title, "New title");
  EXPECT_FALSE(stored->published);
  EXPECT_FALSE(stored->next_visit);
  EXPECT_EQ(store().reports().size(), 1U);
}

TEST_P(StoreContract, ReportsComeByFirstSeenThenId) {
  store().put_report(make_report("c", 5));
  store().put_report(make_report("b", 9));
  store().put_report(make_report("a", 9));
  store().put_report(make_report("z", 1));
  EXPECT_THAT(report_ids(store().reports()), ElementsAre("z", "c", "a", "b"));
}

TEST_P(StoreContract, ReportIsFoundByUrlButNeverByNone) {
  Report file = make_report("file");
  file.url.clear();
  store().put_report(file);
  store().put_report(make_report("later", 9));
  Report twin = make_report("earlier", 1);
  twin.url = "https://news.example/later";
  store().put_report(twin);
  EXPECT_EQ(store().report_by_url("https://news.example/later")->id, "earlier");
  EXPECT_FALSE(store().report_by_url("https://news.example/none"));
  EXPECT_FALSE(store().report_by_url(""));
  EXPECT_FALSE(store().report("none"));
}

TEST_P(StoreContract, NothingIsStoredAtFirst) {
  EXPECT_THAT(store().reports(), IsEmpty());
  EXPECT_THAT(store().claims({}), IsEmpty());
  EXPECT_THAT(store().questions(), IsEmpty());
  EXPECT_THAT(store().links(), IsEmpty());
  EXPECT_THAT(store().flags({}), IsEmpty());
  EXPECT_THAT(store().reviews(), IsEmpty());
  EXPECT_THAT(store().source_states(), IsEmpty());
}

}  // namespace
}  // namespace claimtrail
