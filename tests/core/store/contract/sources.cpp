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
  store().put_page_state({"https://news.example/a", "\"e\"", "today", "https://news.example/b", 3});
  reopen();
  auto stored = store().page_state("https://news.example/a");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->url, "https://news.example/a");
  EXPECT_EQ(stored->etag, "\"e\"");
  EXPECT_EQ(stored->last_modified, "today");
  EXPECT_EQ(stored->redirect, "https://news.example/b");
  EXPECT_EQ(stored->redirect_sightings, 3);
  store().put_page_state({"https://news.example/a", "", "", "", 0});
  stored = store().page_state("https://news.example/a");
  EXPECT_EQ(stored->etag, "");
  EXPECT_EQ(stored->redirect_sightings, 0);
  EXPECT_FALSE(store().page_state("https://news.example/none"));
}

}  // namespace
}  // namespace claimtrail
