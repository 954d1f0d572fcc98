#include "core/store/sqlite/schema.h"

#include <gmock/gmock.h>

#include "core/store/sqlite/connection.h"

#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using namespace sqlite_test;
using testing::ElementsAre;
using testing::IsEmpty;

class SqliteSchema : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file(const std::string& name) const {
    return folder_.path() / name;
  }
  void load_fixture(const std::filesystem::path& path, const std::string& version) const {
    const std::filesystem::path fixtures = CLAIMTRAIL_SOURCE_DIR "/tests/core/store/fixtures";
    run_sql(path, read_file(fixtures / (version + ".sql")));
    run_sql(path.string() + ".blobs", read_file(fixtures / (version + ".blobs.sql")));
  }
  /// Every table, index and trigger as SQL.
  [[nodiscard]] std::vector<std::string> schema_of(const std::filesystem::path& path) const {
    sqlite::Connection connection(path, {});
    sqlite::Query query = connection.query(
        "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    std::vector<std::string> schema;
    while (query.step()) schema.push_back(query.text());
    return schema;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(SqliteSchema, FilesSayWhatTheyAre) {
  make_small_desk(file("desk.db"));
  EXPECT_EQ(ask_sql(file("desk.db"), "PRAGMA application_id"), 0x436c5472);
  EXPECT_EQ(ask_sql(file("desk.db.blobs"), "PRAGMA application_id"), 0x436c5462);
  EXPECT_EQ(ask_sql(file("desk.db"), "PRAGMA user_version"),
            static_cast<std::int64_t>(sqlite::desk_schema().steps.size()));
  EXPECT_EQ(ask_sql(file("desk.db"), "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
  EXPECT_EQ(ask_sql(file("desk.db.blobs"), "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
            1);
}

TEST_F(SqliteSchema, ConnectionsAreSetUpInOnePlace) {
  make_small_desk(file("desk.db"));
  sqlite::ConnectionOptions options;
  options.busy_timeout_ms = 1234;
  sqlite::Connection connection(file("desk.db"), options);
  EXPECT_EQ(connection.integer("PRAGMA busy_timeout"), 1234);
  EXPECT_EQ(connection.integer("PRAGMA trusted_schema"), 0);
  connection.accept();
  EXPECT_EQ(connection.integer("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(connection.integer("PRAGMA synchronous"), 1);
  options.durability = sqlite::Durability::full;
  sqlite::Connection blobs(file("desk.db.blobs"), options);
  blobs.accept();
  EXPECT_EQ(blobs.integer("PRAGMA synchronous"), 2);
}

TEST_F(SqliteSchema, EveryReleasedVersionIsUpgraded) {
  const std::filesystem::path path = file("v1.db");
  load_fixture(path, "v1");
  const auto store = open_sqlite_store(path);
  EXPECT_EQ(ask_sql(path, "PRAGMA user_version"),
            static_cast<std::int64_t>(sqlite::desk_schema().steps.size()));
  EXPECT_THAT(find_damage(path), IsEmpty());

  const std::string_view text =
      "Das Wasser stieg – ‘schnell’ – sagte Ana Röth dem Sender; 10,000 Menschen flohen aus der "
      "Stadt.";
  EXPECT_THAT(ids(store->claims({})), ElementsAre("full", "gone"));
  EXPECT_THAT(ids(store->claims({.search = "Wasser"})), ElementsAre("gone"));
  Claim full = make_full_claim("full", text);
  full.figures[0].role = Role::none;  // first known to version 5
  EXPECT_EQ(store->claim("full")->claim, full);
  EXPECT_EQ(store->claim("full")->review_state, "accepted");
  EXPECT_EQ(store->claim("full")->revision, "v2");
  EXPECT_THAT(store->claim("full")->figure_questions, ElementsAre("q1", ""));
  EXPECT_EQ(store->claim("gone")->gone_since, at(20));
  EXPECT_EQ(store->reports().size(), 2U);
  EXPECT_EQ(store->revisions("r1").size(), 2U);
  EXPECT_EQ(*store->raw(store->revision("v1")->raw_sha256), "<p>first</p>");
  EXPECT_EQ(store->text("v1", "claimtrail 0.1.0, en 1")->text, text);
  EXPECT_EQ(store->observations("r1").size(), 1U);
  EXPECT_EQ(store->flag("f1")->evidence, make_full_flag("f1").evidence);
  EXPECT_EQ(store->reviews().size(), 1U);
  EXPECT_EQ(store->source_state("feed")->next_due, at(50));
  EXPECT_FALSE(store->source_state("feed")->not_before);
  ASSERT_TRUE(store->page_state("https://news.example/r1"));
  EXPECT_FALSE(store->page_state("https://news.example/r1")->last_full);
  EXPECT_EQ(store->report("r1")->cited_by, "");
  EXPECT_THAT(store->pauses(), IsEmpty());
}

TEST_F(SqliteSchema, VersionTwoKeepsWhatAPoliteClientRemembers) {
  const std::filesystem::path path = file("v2.db");
  load_fixture(path, "v2");
  const auto store = open_sqlite_store(path);
  EXPECT_THAT(find_damage(path), IsEmpty());
  EXPECT_EQ(store->report("r2")->cited_by, "r1");
  EXPECT_EQ(store->source_state("feed")->not_before, at(60));
  EXPECT_EQ(store->source_state("feed")->learnt_every_s, 1'800);
  EXPECT_EQ(store->source_state("feed")->rhythm, "every=3600 hours=0 days=1");
  EXPECT_EQ(store->page_state("https://news.example/r1")->last_full, at(1));
  EXPECT_EQ(store->source_moves("feed").size(), 1U);
  EXPECT_EQ(store->pause("host news.example")->until, at(70));
  EXPECT_EQ(store->robots("https://news.example")->body, "User-agent: *");
  EXPECT_EQ(store->entry_address("feed", "key"), "https://news.example/r1");
}

TEST_F(SqliteSchema, UpgradedAndNewFilesAreAlike) {
  (void)open_sqlite_store(file("new.db"));
  for (const std::string version : {"v1", "v2"}) {
    const std::filesystem::path old = file(version + ".db");
    load_fixture(old, version);
    (void)open_sqlite_store(old);
    EXPECT_EQ(schema_of(old), schema_of(file("new.db"))) << version;
    EXPECT_EQ(schema_of(old.string() + ".blobs"), schema_of(file("new.db.blobs"))) << version;
  }
}

TEST_F(SqliteSchema, MigrationTakesTheMissingStepsInOrderAndOnce) {
  const std::vector<const char*> all = {"CREATE TABLE a(x)", "INSERT INTO a VALUES(1)",
                                        "INSERT INTO a SELECT 10 * x FROM a"};
  const auto up_to = [&](std::size_t count) {
    return sqlite::Schema{42, "tests", std::span(all).first(count)};
  };
  sqlite::Connection connection(file("steps.db"), {});
  EXPECT_EQ(sqlite::inspect(connection, up_to(1)), sqlite::FileState::empty);
  sqlite::migrate(connection, up_to(1));
  EXPECT_EQ(sqlite::inspect(connection, up_to(3)), sqlite::FileState::older);
  sqlite::migrate(connection, up_to(3));
  sqlite::migrate(connection, up_to(3));
  EXPECT_EQ(sqlite::inspect(connection, up_to(3)), sqlite::FileState::current);
  EXPECT_EQ(connection.integer("SELECT sum(x) FROM a"), 11);
  EXPECT_EQ(connection.integer("PRAGMA user_version"), 3);
}

TEST_F(SqliteSchema, FailedMigrationChangesNothing) {
  const std::vector<const char*> steps = {"CREATE TABLE a(x)", "CREATE TABLE b(x)", "NONSENSE"};
  sqlite::Connection connection(file("steps.db"), {});
  sqlite::migrate(connection, {42, "tests", std::span(steps).first(1)});
  EXPECT_THROW(sqlite::migrate(connection, {42, "tests", steps}), StoreError);
  EXPECT_EQ(connection.integer("PRAGMA user_version"), 1);
  EXPECT_EQ(connection.integer("SELECT count(*) FROM sqlite_schema"), 1);
  EXPECT_FALSE(connection.in_transaction());
}

TEST_F(SqliteSchema, ReviewsCannotBeChangedPastTheStoreEither) {
  const auto path = file("desk.db");
  open_sqlite_store(path)->add_review({.id = "d1", .action = "confirm"});
  EXPECT_THROW(run_sql(path, "UPDATE reviews SET action = 'dismiss'"), StoreError);
  EXPECT_THROW(run_sql(path, "DELETE FROM reviews"), StoreError);
  EXPECT_EQ(open_sqlite_store(path)->reviews().front().action, "confirm");
}

}  // namespace
}  // namespace claimtrail
