#include <atomic>
#include <random>
#include <thread>

#include <gmock/gmock.h>

#include "tests/core/store/child_process.h"
#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using namespace sqlite_test;
using testing::IsEmpty;

class SqliteConcurrency : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path desk() const { return folder_.path() / "desk.db"; }

 private:
  TemporaryFolder folder_;
};

constexpr std::string_view kText = "The bridge was closed. The road was open. 120 were hurt.";
constexpr int kClaims = 5;

void write_report(Store& store, int number) {
  const std::string report = numbered("r", static_cast<std::size_t>(number));
  const std::string raw = report + noise(3000);
  store.in_transaction([&] {
    store.put_report(make_report(report, number));
    const Revision revision = make_revision(revision_of(report), report, number, raw);
    store.add_revision(revision, raw);
    store.put_text({revision.id, "x 1", std::string(kText), "[]", "hash"});
    std::vector<Claim> claims;
    for (int i = 0; i < kClaims; ++i) {
      claims.push_back(make_full_claim(numbered(report + " ", static_cast<std::size_t>(i)), kText));
    }
    store.put_sightings(report, revision.id, "x 1", kText, claims, at(number));
  });
}

// newsboat#3191: each thread has a connection of its own.
TEST_F(SqliteConcurrency, WritersWaitForEachOtherAndLoseNothing) {
  open_sqlite_store(desk())->put_report(make_report("counter"));
  constexpr int kThreads = 4;
  constexpr int kRounds = 25;
  std::atomic<int> failures = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
      threads.emplace_back([&, thread] {
        try {
          const auto store = open_sqlite_store(desk());
          for (int round = 0; round < kRounds; ++round) {
            store->in_transaction([&] {
              Report counter = *store->report("counter");
              ++counter.visits;
              store->put_report(counter);
            });
            write_report(*store, thread * 1000 + round);
            store->put_flag(make_full_flag(std::to_string(thread * 1000 + round)));
            (void)store->claims({.search = "bridge"});
          }
        } catch (const std::exception& error) {
          ++failures;
          ADD_FAILURE() << error.what();
        }
      });
    }
  }
  EXPECT_EQ(failures, 0);
  const auto store = open_sqlite_store(desk());
  EXPECT_EQ(store->report("counter")->visits, kThreads * kRounds);
  EXPECT_EQ(store->claims({}).size(), static_cast<std::size_t>(kThreads * kRounds * kClaims));
  EXPECT_EQ(store->flags({}).size(), static_cast<std::size_t>(kThreads * kRounds));
  EXPECT_THAT(find_damage(desk()), IsEmpty());
}

TEST_F(SqliteConcurrency, ManyMayMakeTheDatabaseAtOnce) {
  std::atomic<int> opened = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 8; ++thread) {
      threads.emplace_back([&, thread] {
        try {
          open_sqlite_store(desk())->put_report(make_report(std::to_string(thread)));
          ++opened;
        } catch (const std::exception& error) {
          ADD_FAILURE() << error.what();
        }
      });
    }
  }
  EXPECT_EQ(opened, 8);
  EXPECT_EQ(open_sqlite_store(desk())->reports().size(), 8U);
}

TEST_F(SqliteConcurrency, WaitingEndsWithTheBusyTimeout) {
  const auto holder = open_sqlite_store(desk());
  const auto other = open_sqlite_store(desk(), {.busy_timeout_ms = 50});
  holder->in_transaction([&] {
    for (const auto& write :
         std::vector<std::function<void()>>{[&] { other->put_report(make_report("r1")); },
                                            [&] { other->in_transaction([] {}); }}) {
      try {
        write();
        ADD_FAILURE() << "not busy";
      } catch (const StoreError& error) {
        EXPECT_EQ(error.kind(), StoreError::Kind::busy);
        EXPECT_THAT(error.what(), testing::HasSubstr("0.05 s"));
        EXPECT_THAT(error.what(), testing::HasSubstr("desk.db"));
      }
    }
    EXPECT_THAT(other->reports(), IsEmpty());
  });
  other->put_report(make_report("r1"));
  EXPECT_TRUE(holder->report("r1"));
}

TEST_F(SqliteConcurrency, ReadersSeeOneStateThroughout) {
  const auto writer = open_sqlite_store(desk());
  write_report(*writer, 0);
  std::atomic<bool> done = false;
  std::jthread writing([&] {
    for (int round = 1; round <= 60; ++round) {
      std::vector<Claim> claims;
      for (int i = 0; i < kClaims; ++i) {
        Claim claim = make_full_claim(numbered("r0 ", static_cast<std::size_t>(i)), kText);
        claim.figures[0].low = Decimal(round);
        claims.push_back(claim);
      }
      writer->put_sightings("r0", "vr0", "x 1", kText, claims, at(0));
    }
    done = true;
  });
  const auto reader = open_sqlite_store(desk());
  while (!done) {
    const auto claims = reader->claims({});
    ASSERT_EQ(claims.size(), static_cast<std::size_t>(kClaims));
    for (const StoredClaim& stored : claims) {
      ASSERT_EQ(stored.claim.figures.size(), 2U);
      EXPECT_EQ(stored.claim.figures[0].low, claims[0].claim.figures[0].low);
      EXPECT_EQ(stored.claim.attribution.size(), 3U);
    }
  }
}

TEST_F(SqliteConcurrency, KillingAWriterAtAnyMomentLeavesWholeReports) {
  std::mt19937 random(4711);
  std::size_t before = 0;
  // On a busy machine a writer may be killed before it has begun, again and again.
  for (int round = 0; round < 12 || (before == 0 && round < 200); ++round) {
    const int first = round * 100'000;
    ChildProcess writer([&] {
      const auto store = open_sqlite_store(desk());
      for (int number = first;; ++number) write_report(*store, number);
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(3 + random() % 60));
    writer.kill();

    const auto store = open_sqlite_store(desk());
    ASSERT_THAT(find_damage(desk()), IsEmpty()) << "round " << round;
    const auto reports = store->reports();
    EXPECT_GE(reports.size(), before);
    before = reports.size();
    for (const Report& report : reports) {
      ASSERT_EQ(store->revisions(report.id).size(), 1U);
      ASSERT_TRUE(store->text(revision_of(report.id), "x 1"));
      ASSERT_TRUE(store->raw(store->revisions(report.id).front().raw_sha256));
    }
    EXPECT_EQ(store->claims({}).size(), reports.size() * kClaims);
  }
  EXPECT_GT(before, 0U);
}

}  // namespace
}  // namespace claimtrail
