#include "sources/settings.h"

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct ReadSources {
  std::vector<SourceSettings> sources;
  std::vector<Diagnostic> problems;
};

ReadSources sources_of(const std::string& yaml) {
  const auto document = read_yaml("claimtrail.yaml", yaml);
  if (!document) return {{}, document.error()};
  ReadSources read;
  read.sources =
      read_source_settings(*document, document->root.find("sources"), "/desk", read.problems);
  return read;
}

struct ReadFetch {
  FetchSettings fetch;
  std::vector<Diagnostic> problems;
};

ReadFetch fetch_of(const std::string& yaml) {
  const auto document = read_yaml("claimtrail.yaml", yaml);
  if (!document) return {{}, document.error()};
  ReadFetch read;
  read.fetch = read_fetch_settings(*document, document->root.find("fetch"), "/desk", read.problems);
  return read;
}

/// "line:column code" of each.
std::vector<std::string> places(const std::vector<Diagnostic>& problems) {
  std::vector<std::string> list;
  for (const Diagnostic& problem : problems) {
    list.push_back(std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
                   problem.code);
  }
  return list;
}

TEST(SourceSettings, ReadsEveryKey) {
  const auto read = sources_of(R"(
sources:
  - id: herald
    outlet: Northgate Herald
    feed: https://herald.example/rss
    schedule: "*/15 * * * *"
    revisit: [30m, 2h, 1d]
    timezone: Europe/Warsaw
    robots: ignore
    enabled: false
    max_bytes: 26MB
  - {id: own, directory: ./clippings, every: 1h}
  - {id: front, page: "https://front.example/", revisit: []}
)");
  EXPECT_THAT(read.problems, IsEmpty());
  ASSERT_EQ(read.sources.size(), 3U);
  const SourceSettings& herald = read.sources[0];
  EXPECT_EQ(herald.id, "herald");
  EXPECT_EQ(herald.outlet, "Northgate Herald");
  EXPECT_EQ(herald.kind, SourceKind::feed);
  EXPECT_EQ(herald.location, "https://herald.example/rss");
  EXPECT_EQ(herald.schedule_text, "*/15 * * * *");
  EXPECT_TRUE(herald.schedule.has_value());
  EXPECT_THAT(herald.revisit_ms, ElementsAre(1'800'000, 7'200'000, 86'400'000));
  EXPECT_EQ(herald.timezone, "Europe/Warsaw");
  EXPECT_EQ(herald.robots, RobotsPolicy::ignore);
  EXPECT_FALSE(herald.enabled);
  EXPECT_EQ(herald.max_bytes, 26'000'000);
  const SourceSettings& own = read.sources[1];
  EXPECT_EQ(own.kind, SourceKind::directory);
  EXPECT_EQ(own.location, "/desk/clippings");
  EXPECT_EQ(own.every_ms, 3'600'000);
  EXPECT_EQ(own.revisit_ms.size(), 6U);
  EXPECT_EQ(own.robots, RobotsPolicy::obey);
  EXPECT_TRUE(own.enabled);
  EXPECT_EQ(own.max_bytes, std::nullopt);
  EXPECT_THAT(read.sources[2].revisit_ms, IsEmpty());
}

TEST(SourceSettings, NoSourcesAreFine) {
  EXPECT_THAT(sources_of("desk: {}").problems, IsEmpty());
  EXPECT_THAT(sources_of("sources: []").problems, IsEmpty());
  EXPECT_THAT(sources_of("sources:").problems, IsEmpty());
}

TEST(SourceSettings, ABadCronExpressionIsShownAtItsOwnColumn) {
  const auto read = sources_of(
      "sources:\n"
      "  - {id: a, feed: \"https://a.example/\", schedule: \"0 25 * * *\"}\n"
      "  - id: b\n"
      "    feed: https://b.example/\n"
      "    schedule: 0 0 * * mno\n"
      "  - id: c\n"
      "    feed: https://c.example/\n"
      "    schedule: '*/5 * * *'\n");
  EXPECT_THAT(places(read.problems),
              ElementsAre("2:54 bad-cron", "5:23 bad-cron", "8:25 bad-cron"));
  EXPECT_THAT(render(read.problems[0]), HasSubstr("\"0 25 * * *\""));
  EXPECT_EQ(read.problems[0].message, "25 is out of range for the hour field");
  EXPECT_THAT(read.problems[2].hint, HasSubstr("five fields"));
}

TEST(SourceSettings, ACronExpressionInAnotherSpellingIsShownAtItsValue) {
  const auto read = sources_of(
      "sources:\n"
      "  - {id: a, feed: \"https://a.example/\", schedule: \"0\\x2025 * * *\"}\n");
  EXPECT_THAT(places(read.problems), ElementsAre("2:51 bad-cron"));
}

TEST(SourceSettings, AllMistakesAreToldAtOnce) {
  const auto read = sources_of(
      "sources:\n"
      "  - {feed: \"https://a.example/\"}\n"
      "  - {id: b}\n"
      "  - {id: c, feed: \"https://c.example/\", page: \"https://c.example/\"}\n"
      "  - {id: d, feed: c.example}\n"
      "  - {id: e, feed: \"https://e.example/\", schedul: \"0 0 * * *\"}\n"
      "  - {id: f, feed: \"https://f.example/\", schedule: \"@daily\", every: 1h}\n"
      "  - {id: g, feed: \"https://g.example/\", timezone: Europe/Warsawa}\n"
      "  - {id: h, feed: \"https://h.example/\", revisit: [1h, soon, 30m]}\n"
      "  - {id: i, feed: \"https://i.example/\", robots: perhaps}\n"
      "  - {id: b, feed: \"https://j.example/\"}\n"
      "  - {id: k l, feed: \"https://k.example/\"}\n"
      "  - {id: m, sitemap: \"https://m.example/sitemap.xml\"}\n"
      "  - {id: n, warc: ./n.warc.gz}\n"
      "  - {id: o, feed: \"https://o.example/\", every: 0s}\n"
      "  - {id: p, feed: \"https://p.example/\", max_bytes: 2GB}\n"
      "  - just a word\n"
      "  - {id: q, feed: \"https://q.example/\", enabled: yes}\n");
  EXPECT_THAT(
      places(read.problems),
      ElementsAre("2:5 missing-key", "3:5 missing-key", "4:47 conflicting-keys", "5:19 bad-url",
                  "6:41 unknown-key", "7:68 conflicting-keys", "8:51 unknown-timezone",
                  "9:55 wrong-type", "9:61 out-of-order", "10:49 unknown-value",
                  "11:10 duplicate-id", "12:10 bad-id", "15:48 out-of-range", "16:52 out-of-range",
                  "17:5 wrong-type", "18:50 wrong-type"));
  for (const Diagnostic& problem : read.problems) {
    EXPECT_EQ(problem.severity, DiagnosticSeverity::error);
  }
  EXPECT_THAT(read.problems[4].hint, HasSubstr("'schedule'"));
  EXPECT_THAT(read.problems[10].hint, HasSubstr("line 3"));
}

TEST(SourceSettings, AListIsExpected) {
  const auto read = sources_of("sources: {id: a}");
  EXPECT_THAT(places(read.problems), ElementsAre("1:10 wrong-type"));
}

TEST(FetchSettings, DefaultsStandWhereNothingIsSaid) {
  const auto read = fetch_of("desk: {}");
  EXPECT_EQ(read.fetch.http.per_host_delay_ms, 2'000);
  EXPECT_EQ(read.fetch.http.jobs, 64);
  EXPECT_FALSE(read.fetch.http.allow_private_networks);
  EXPECT_EQ(read.fetch.limits.max_bytes, 8'000'000);
  EXPECT_THAT(read.problems, IsEmpty());
}

TEST(FetchSettings, ReadsEveryKey) {
  const auto read = fetch_of(
      "fetch: {per_host_delay: 500ms, timeout: 5s, connect_timeout: 2s, max_bytes: 512kB, jobs: "
      "8,\n"
      "        jobs_per_host: 4, max_redirects: 0, allow_private_networks: true, max_ratio: 50,\n"
      "        ca_file: own.pem, backoff_scope: domain, full_every: 3d, cited: true,\n"
      "        cited_per_report: 2, max_crawl_delay: 10s}");
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_EQ(read.fetch.http.per_host_delay_ms, 500);
  EXPECT_EQ(read.fetch.limits.total_timeout_ms, 5'000);
  EXPECT_EQ(read.fetch.limits.connect_timeout_ms, 2'000);
  EXPECT_EQ(read.fetch.limits.max_bytes, 512'000);
  EXPECT_EQ(read.fetch.http.jobs, 8);
  EXPECT_EQ(read.fetch.http.jobs_per_host, 4);
  EXPECT_EQ(read.fetch.limits.max_redirects, 0);
  EXPECT_TRUE(read.fetch.http.allow_private_networks);
  EXPECT_EQ(read.fetch.limits.max_ratio, 50);
  EXPECT_EQ(read.fetch.http.ca_file, "/desk/own.pem");
  const FetchManners& manners = read.fetch.manners;
  EXPECT_EQ(manners.backoff_scope, BackoffScope::domain);
  EXPECT_EQ(manners.full_every_ms, 3 * 86'400'000LL);
  EXPECT_EQ(manners.cited, CitedReports::fetch);
  EXPECT_EQ(manners.cited_per_report, 2);
  EXPECT_EQ(manners.max_crawl_delay_ms, 10'000);
}

TEST(FetchSettings, ASourceMayHaveItsOwnManners) {
  const auto read = sources_of(
      "sources:\n"
      "  - {id: a, feed: \"https://a.example/\", backoff_scope: url, cited: true, adaptive: true}\n"
      "  - {id: b, sitemap: \"https://b.example/news.xml\", newer_than: 2d, max_new: 7,\n"
      "     every: 1h, adaptive: {from: 10m, to: 6h}}\n"
      "  - {id: c, feed: \"https://c.example/\"}\n");
  EXPECT_THAT(read.problems, IsEmpty());
  ASSERT_EQ(read.sources.size(), 3U);
  EXPECT_EQ(read.sources[0].backoff_scope, BackoffScope::url);
  EXPECT_EQ(read.sources[0].cited, CitedReports::fetch);
  ASSERT_TRUE(read.sources[0].adaptive);
  EXPECT_EQ(read.sources[0].adaptive->from_ms, 900'000);
  EXPECT_EQ(read.sources[1].kind, SourceKind::sitemap);
  EXPECT_EQ(read.sources[1].newer_than_ms, 2 * 86'400'000LL);
  EXPECT_EQ(read.sources[1].max_new, 7);
  EXPECT_EQ(read.sources[1].adaptive->to_ms, 6 * 3'600'000LL);
  EXPECT_FALSE(read.sources[2].backoff_scope);
  EXPECT_FALSE(read.sources[2].cited);
  EXPECT_FALSE(read.sources[2].adaptive);
}

TEST(FetchSettings, MannersThatCannotWorkAreTold) {
  const auto read = sources_of(
      "sources:\n"
      "  - {id: a, feed: \"https://a.example/\", backoff_scope: site}\n"
      "  - {id: b, feed: \"https://b.example/\", max_new: 7}\n"
      "  - {id: c, feed: \"https://c.example/\", adaptive: {from: 2h, to: 1h}}\n"
      "  - {id: d, feed: \"https://d.example/\", adaptive: true, schedule: \"@daily\"}\n");
  std::vector<std::string> codes;
  for (const Diagnostic& problem : read.problems) codes.push_back(problem.code);
  EXPECT_THAT(codes,
              ElementsAre("unknown-value", "conflicting-keys", "out-of-range", "conflicting-keys"));
}

TEST(FetchSettings, PrivateNetworksMayBeNamed) {
  const auto read =
      fetch_of("fetch:\n  allow_private_networks: [192.168.4.0/24, \"fd00::/8\", home]\n");
  EXPECT_FALSE(read.fetch.http.allow_private_networks);
  EXPECT_THAT(read.fetch.http.allowed_networks, ElementsAre("192.168.4.0/24", "fd00::/8"));
  EXPECT_THAT(places(read.problems), ElementsAre("2:56 wrong-type"));
}

TEST(FetchSettings, RefusesWhatCannotWork) {
  const auto read = fetch_of(
      "fetch:\n"
      "  timeout: 0s\n"
      "  jobs: 0\n"
      "  max_bytes: 5GB\n"
      "  per_host_delay: 2 seconds\n"
      "  max_redirect: 5\n");
  EXPECT_THAT(
      places(read.problems),
      testing::UnorderedElementsAre("2:12 out-of-range", "3:9 out-of-range", "4:14 out-of-range",
                                    "5:19 wrong-type", "6:3 unknown-key"));
}

TEST(NextDue, FollowsTheScheduleInItsZone) {
  SourceSettings source;
  source.schedule = CronExpression::parse("30 8 * * *").value();
  const Timestamp last = parse_timestamp("2025-04-26T07:00:00Z").value();
  EXPECT_EQ(format_timestamp(next_due(source, "UTC", last, last)), "2025-04-26T08:30:00Z");
  EXPECT_EQ(format_timestamp(next_due(source, "Europe/Warsaw", last, last)),
            "2025-04-27T06:30:00Z");
  source.timezone = "America/New_York";
  EXPECT_EQ(format_timestamp(next_due(source, "Europe/Warsaw", last, last)),
            "2025-04-26T12:30:00Z");
}

TEST(NextDue, FollowsTheIntervalOnAGridOfItsOwn) {
  SourceSettings source;
  source.id = "herald";
  source.every_ms = 900'000;
  const Timestamp last = parse_timestamp("2025-04-26T07:00:04Z").value();
  const Timestamp due = next_due(source, "UTC", last, last);
  EXPECT_GT(due, last);
  EXPECT_LE(due, last + std::chrono::minutes{15});
  EXPECT_EQ(next_due(source, "UTC", due, due), due + std::chrono::minutes{15});
  EXPECT_EQ(next_due(source, "UTC", due + std::chrono::minutes{14}, due + std::chrono::days{1}),
            due + std::chrono::minutes{15})
      << "a late run does not push the next one back";
  source.every_ms = 1'000;
  EXPECT_EQ(format_timestamp(next_due(source, "UTC", last, last)), "2025-04-26T07:00:05Z");
  source.every_ms = 0;
  EXPECT_LE(next_due(source, "UTC", last, last), last + std::chrono::hours{1});
  EXPECT_EQ(next_due(source, "UTC", std::nullopt, last), last);
  EXPECT_EQ(next_due(source, "UTC", last + std::chrono::days{5'000}, last), last);
}

}  // namespace
}  // namespace claimtrail
