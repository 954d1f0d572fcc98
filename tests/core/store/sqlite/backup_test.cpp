#include <thread>

#include <gmock/gmock.h>

#include "core/model/digest.h"

#include "tests/core/store/child_process.h"
#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using namespace sqlite_test;
using testing::HasSubstr;
using testing::IsEmpty;

class SqliteBackup : public testing::Test {
 protected:
  SqliteBackup() {
    std::filesystem::create_directory(copies());
    make_small_desk(desk());
  }
  [[nodiscard]] std::filesystem::path desk() const { return folder_.path() / "desk.db"; }
  [[nodiscard]] std::filesystem::path copies() const { return folder_.path() / "copies"; }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : files_of(copies())) found.push_back(name);
    return found;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SqliteBackup, IsTwoFilesWithoutLogs) {
  open_sqlite_store(desk())->backup(copies() / "b.db");
  EXPECT_THAT(names(), testing::ElementsAre("b.db", "b.db.blobs"));
  EXPECT_THAT(find_damage(copies() / "b.db"), IsEmpty());
}

TEST_F(SqliteBackup, ReplacesAnEarlierOne) {
  const auto store = open_sqlite_store(desk());
  store->backup(copies() / "b.db");
  store->put_report(make_report("r2"));
  store->backup(copies() / "b.db");
  EXPECT_TRUE(open_sqlite_store(copies() / "b.db")->report("r2"));
}

TEST_F(SqliteBackup, NeverReplacesTheDatabaseOrOneInUse) {
  const auto store = open_sqlite_store(desk());
  EXPECT_THROW(store->backup(desk()), StoreError);
  EXPECT_THROW(store->backup(copies() / ".." / "desk.db"), StoreError);
  EXPECT_THROW(store->backup(copies() / "none" / "b.db"), StoreError);
  const auto other = open_sqlite_store(copies() / "other.db");
  other->put_report(make_report("mine"));
  EXPECT_THROW(store->backup(copies() / "other.db"), StoreError);
  EXPECT_TRUE(other->report("mine"));
  EXPECT_TRUE(store->report("r1"));
}

TEST_F(SqliteBackup, FailureLeavesNoPartsBehind) {
  std::filesystem::create_directory(copies() / "b.db");
  EXPECT_THROW(open_sqlite_store(desk())->backup(copies() / "b.db"), StoreError);
  EXPECT_FALSE(std::filesystem::exists(copies() / "b.db.part"));
  EXPECT_FALSE(std::filesystem::exists(copies() / "b.db.blobs.part"));
}

TEST_F(SqliteBackup, IsRefusedInsideATransaction) {
  const auto store = open_sqlite_store(desk());
  EXPECT_THROW(store->in_transaction([&] { store->backup(copies() / "b.db"); }), std::logic_error);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(SqliteBackup, IsWholeWhileOthersWrite) {
  std::jthread writing([&](const std::stop_token& stop) {
    const auto store = open_sqlite_store(desk());
    for (int number = 0; !stop.stop_requested(); ++number) {
      const std::string raw = "raw " + std::to_string(number) + noise(500);
      store->in_transaction([&] {
        const std::string id = "n" + std::to_string(number);
        store->put_report(make_report(id));
        store->add_revision(make_revision("v" + id, id, 1, raw), raw);
      });
    }
  });
  const auto store = open_sqlite_store(desk());
  for (int round = 0; round < 10; ++round) {
    const auto copy = copies() / ("b" + std::to_string(round) + ".db");
    store->backup(copy);
    ASSERT_THAT(find_damage(copy), IsEmpty());
  }
}

TEST_F(SqliteBackup, ReadOnlyStoresCanBeCopied) {
  open_sqlite_store(desk(), {.read_only = true})->backup(copies() / "b.db");
  EXPECT_EQ(*open_sqlite_store(copies() / "b.db")->raw(sha256("raw")), "raw");
}

}  // namespace
}  // namespace claimtrail
