#include <gmock/gmock.h>

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;

TEST_P(StoreContract, SourceStateKeepsEveryField) {
  SourceState state;
  state.source = "trt-world";
  state.location = "https://news.example/rss";
  state.etag = "W/\"abc\\\"d\"";
  state.last_modified = "Sat, 26 Apr 2025 08:30:00 GMT";
  state.last_attempt = at(1);
  state.last_success = at(2);
  state.failing_since = at(3);
  state.failures = 4;
  state.last_error = "404";
  state.next_due = at(5);
  state.blocked_until = at(6);
  state.gone = true;
  state.not_before = at(7);
  state.learnt_every_s = 1'800;
  state.rhythm = "every=3600 hours=0 days=1";
  store().put_source_state(state);
  reopen();
  auto stored = store().source_state("trt-world");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->location, state.location);
  EXPECT_EQ(stored->etag, state.etag);
  EXPECT_EQ(stored->last_modified, state.last_modified);
  EXPECT_EQ(stored->last_attempt, state.last_attempt);
  EXPECT_EQ(stored->last_success, state.last_success);
  EXPECT_EQ(stored->failing_since, state.failing_since);
  EXPECT_EQ(stored->failures, 4);
  EXPECT_EQ(stored->last_error, "404");
  EXPECT_EQ(stored->next_due, state.next_due);
  EXPECT_EQ(stored->blocked_until, state.blocked_until);
  EXPECT_TRUE(stored->gone);
  EXPECT_EQ(stored->not_before, at(7));
  EXPECT_EQ(stored->learnt_every_s, 1'800);
  EXPECT_EQ(stored->rhythm, state.rhythm);

  store().put_source_state(SourceState{.source = "trt-world"});
  stored = store().source_state("trt-world");
  EXPECT_EQ(stored->etag, "");
  EXPECT_FALSE(stored->last_attempt);
  EXPECT_FALSE(stored->blocked_until);
  EXPECT_FALSE(stored->gone);
  EXPECT_FALSE(store().source_state("none"));
}

TEST_P(StoreContract, SourceStatesComeById) {
  for (const std::string id : {"c", "a", "b"}) store().put_source_state(SourceState{.source = id});
  std::vector<std::string> found;
  for (const SourceState& state : store().source_states()) found.push_back(state.source);
  EXPECT_THAT(found, ElementsAre("a", "b", "c"));
}

TEST_P(StoreContract, PageStateKeepsEveryFieldAndIsReplaced) {
  store().put_page_state(
      {"https://news.example/a", "\"e\"", "today", "https://news.example/b", 3, at(9)});
  reopen();
  auto stored = store().page_state("https://news.example/a");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->url, "https://news.example/a");
  EXPECT_EQ(stored->etag, "\"e\"");
  EXPECT_EQ(stored->last_modified, "today");
  EXPECT_EQ(stored->redirect, "https://news.example/b");
  EXPECT_EQ(stored->redirect_sightings, 3);
  EXPECT_EQ(stored->last_full, at(9));
  store().put_page_state({"https://news.example/a", "", "", "", 0, {}});
  stored = store().page_state("https://news.example/a");
  EXPECT_EQ(stored->etag, "");
  EXPECT_EQ(stored->redirect_sightings, 0);
  EXPECT_FALSE(stored->last_full);
  EXPECT_FALSE(store().page_state("https://news.example/none"));
}

TEST_P(StoreContract, MovesOfASourceAreKeptInOrderAndOnce) {
  const SourceMove later{"herald", at(9), "https://b.example/", "https://c.example/"};
  const SourceMove earlier{"herald", at(3), "https://a.example/", "https://b.example/"};
  for (const SourceMove& move : {later, earlier, later}) store().add_source_move(move);
  store().add_source_move({"other", at(1), "https://x.example/", "https://y.example/"});
  reopen();
  EXPECT_THAT(store().source_moves("herald"), ElementsAre(earlier, later));
  EXPECT_TRUE(store().source_moves("none").empty());
}

TEST_P(StoreContract, PausesAreReplacedAndComeByScope) {
  const Pause domain{"domain a.example", at(50), at(10), 2, "too many requests (429)"};
  Pause host{"host a.example", at(20), at(10), 1, "the server is not available (503)"};
  store().put_pause(host);
  store().put_pause(domain);
  host.strikes = 2;
  host.until = at(40);
  store().put_pause(host);
  reopen();
  EXPECT_THAT(store().pauses(), ElementsAre(domain, host));
  EXPECT_EQ(store().pause("host a.example"), host);
  EXPECT_FALSE(store().pause("host b.example"));
}

TEST_P(StoreContract, RobotsFilesKeepEveryByte) {
  RobotsFile file{
      "https://a.example", 200, std::string("User-agent: *\xFF\0\r\n", 16), at(1), at(2), at(3)};
  store().put_robots(file);
  reopen();
  EXPECT_EQ(store().robots("https://a.example"), file);
  file = {"https://a.example", 404, "", at(4), at(5), {}};
  store().put_robots(file);
  EXPECT_EQ(store().robots("https://a.example"), file);
  EXPECT_FALSE(store().robots("http://a.example"));
}

TEST_P(StoreContract, AnEntryKeyKeepsItsFirstAddress) {
  store().add_entry_keys("herald", "https://a.example/1", {"id 1", "link /1"});
  store().add_entry_keys("herald", "https://a.example/1-edited", {"id 1", "link /1-edited"});
  store().add_entry_keys("other", "https://b.example/1", {"id 1"});
  reopen();
  EXPECT_EQ(store().entry_address("herald", "id 1"), "https://a.example/1");
  EXPECT_EQ(store().entry_address("herald", "link /1-edited"), "https://a.example/1-edited");
  EXPECT_EQ(store().entry_address("other", "id 1"), "https://b.example/1");
  EXPECT_FALSE(store().entry_address("herald", "id 2"));
}

}  // namespace
}  // namespace claimtrail
