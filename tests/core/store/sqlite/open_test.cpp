#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/model/digest.h"

#include "tests/core/store/child_process.h"
#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using namespace sqlite_test;
using testing::HasSubstr;
using Kind = StoreError::Kind;

class SqliteOpen : public testing::Test {
 protected:
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path desk() const { return folder() / "desk.db"; }

  /// Opening must fail, say why, and leave every file as it is.
  std::string refused(Kind kind, const SqliteOptions& options = {}) const {
    const auto before = files_of(folder());
    std::string message;
    EXPECT_EQ(kind_of_open(desk(), options, message), kind) << message;
    EXPECT_EQ(files_of(folder()), before);
    EXPECT_THAT(message, HasSubstr(folder().string()));
    return message;
  }

 private:
  TemporaryFolder folder_;
};

constexpr SqliteOptions kReadOnly{.read_only = true};

TEST_F(SqliteOpen, MakesWhatIsMissing) {
  (void)open_sqlite_store(desk());
  EXPECT_TRUE(std::filesystem::exists(desk()));
  EXPECT_TRUE(std::filesystem::exists(desk().string() + ".blobs"));
}

TEST_F(SqliteOpen, AnEmptyFileBecomesADatabase) {
  write_file(desk(), "");
  EXPECT_TRUE(open_sqlite_store(desk())->reports().empty());
}

TEST_F(SqliteOpen, MakesNothingWhenToldSo) {
  EXPECT_THAT(refused(Kind::other, {.create = false}), HasSubstr("there is no database"));
  EXPECT_THAT(refused(Kind::other, kReadOnly), HasSubstr("there is no database"));
}

TEST_F(SqliteOpen, NewerVersionIsLeftAsItIs) {
  make_small_desk(desk());
  run_sql(desk(), "PRAGMA user_version = 99");
  EXPECT_THAT(refused(Kind::newer_version), HasSubstr("99"));
  refused(Kind::newer_version, kReadOnly);
}

TEST_F(SqliteOpen, NewerVersionWithAWaitingLogIsLeftAsItIs) {
  make_small_desk(desk());
  ChildProcess crashed([&] {
    const auto store = open_sqlite_store(desk());
    run_sql(desk(), "PRAGMA user_version = 99");
    ::_exit(0);
    return 1;
  });
  ASSERT_EQ(crashed.wait(), 0);
  ASSERT_GT(std::filesystem::file_size(desk().string() + "-wal"), 0U);
  const auto before = files_of(folder());
  std::string message;
  EXPECT_EQ(kind_of_open(desk(), {}, message), Kind::newer_version);
  auto after = files_of(folder());
  // The index of the log is scratch memory, not data.
  EXPECT_EQ(after.at("desk.db"), before.at("desk.db"));
  EXPECT_EQ(after.at("desk.db-wal"), before.at("desk.db-wal"));
}

TEST_F(SqliteOpen, NewerBlobFileIsLeftAsItIs) {
  make_small_desk(desk());
  run_sql(desk().string() + ".blobs", "PRAGMA user_version = 99");
  EXPECT_THAT(refused(Kind::newer_version), HasSubstr("desk.db.blobs"));
}

TEST_F(SqliteOpen, OtherFilesAreNoDatabases) {
  write_file(desk(), "This is a note about the flood, long enough to be read as a header. " +
                         std::string(4096, 'x'));
  refused(Kind::not_a_database);
  refused(Kind::not_a_database, kReadOnly);
}

TEST_F(SqliteOpen, OtherProgramsDatabasesAreNotTouched) {
  run_sql(desk(), "CREATE TABLE bookmarks(url)");
  refused(Kind::not_a_database);
  run_sql(desk(), "PRAGMA application_id = 7; PRAGMA user_version = 1");
  EXPECT_THAT(refused(Kind::not_a_database), HasSubstr("another program"));
}

TEST_F(SqliteOpen, TheBlobFileIsNoDesk) {
  (void)open_sqlite_store(folder() / "other.db");
  std::filesystem::rename(folder() / "other.db.blobs", desk());
  refused(Kind::not_a_database);
}

TEST_F(SqliteOpen, AFolderIsNoDatabase) {
  std::filesystem::create_directory(desk());
  std::string message;
  EXPECT_EQ(kind_of_open(desk(), {}, message), Kind::not_a_database);
}

TEST_F(SqliteOpen, AMissingFolderIsSaid) {
  std::string message;
  EXPECT_EQ(kind_of_open(folder() / "none" / "desk.db", {}, message), Kind::other);
  EXPECT_THAT(message, HasSubstr("No such file or directory"));
}

TEST_F(SqliteOpen, OddNamesAreNamesOnly) {
  for (const char* name : {"file:desk?mode=memory", "100% #1.db", "ä \"quoted\" 'name'.db"}) {
    make_small_desk(folder() / name);
    EXPECT_TRUE(std::filesystem::exists(folder() / name)) << name;
    EXPECT_TRUE(open_sqlite_store(folder() / name, kReadOnly)->report("r1")) << name;
  }
}

TEST_F(SqliteOpen, ReadOnlyReadsAndRefusesToWrite) {
  make_small_desk(desk());
  const auto before = files_of(folder());
  {
    const auto store = open_sqlite_store(desk(), kReadOnly);
    EXPECT_EQ(store->claims({.search = "bridge"}).size(), 1U);
    EXPECT_EQ(*store->raw(sha256("raw")), "raw");
    try {
      store->put_report(make_report("r2"));
      FAIL();
    } catch (const StoreError& error) {
      EXPECT_EQ(error.kind(), Kind::read_only);
    }
    EXPECT_THROW(store->in_transaction([] {}), StoreError);
  }
  EXPECT_EQ(files_of(folder()), before);
}

TEST_F(SqliteOpen, ReadOnlySeesWhatAnotherWrites) {
  make_small_desk(desk());
  const auto reader = open_sqlite_store(desk(), kReadOnly);
  const auto writer = open_sqlite_store(desk());
  writer->put_report(make_report("r2"));
  EXPECT_TRUE(reader->report("r2"));
}

TEST_F(SqliteOpen, ReadOnlyWorksWithoutTheBlobFile) {
  make_small_desk(desk());
  std::filesystem::remove(desk().string() + ".blobs");
  const auto store = open_sqlite_store(desk(), kReadOnly);
  EXPECT_TRUE(store->report("r1"));
  const auto raw = store->raw(sha256("raw"));
  ASSERT_FALSE(raw);
  EXPECT_EQ(raw.error().code, "blob-missing");
}

TEST_F(SqliteOpen, ReadOnlyMediaCanBeRead) {
  make_small_desk(desk());
  const auto before = files_of(folder());
  std::filesystem::permissions(folder(), std::filesystem::perms(0555));
  ChildProcess child([&] {
    become_ordinary_user();
    const auto store = open_sqlite_store(desk(), kReadOnly);
    return store->claims({}).size() == 2 && *store->raw(sha256("raw")) == "raw" ? 0 : 1;
  });
  EXPECT_EQ(child.wait(), 0);
  EXPECT_EQ(files_of(folder()), before);
  std::filesystem::permissions(folder(), std::filesystem::perms(0700));
}

TEST_F(SqliteOpen, FilesThatMayNotBeWrittenAreReportedAsSuch) {
  make_small_desk(desk());
  const auto before = files_of(folder());
  for (const auto& [folder_mode, file_mode] : {std::pair(0555, 0444), {0777, 0444}, {0555, 0666}}) {
    std::filesystem::permissions(folder(), std::filesystem::perms(folder_mode));
    for (const char* name : {"desk.db", "desk.db.blobs"}) {
      std::filesystem::permissions(folder() / name, std::filesystem::perms(file_mode));
    }
    ChildProcess child([&] {
      become_ordinary_user();
      std::string message;
      const Kind kind = kind_of_open(desk(), {}, message);
      return kind == Kind::read_only && message.find("permissions") != std::string::npos ? 0 : 1;
    });
    EXPECT_EQ(child.wait(), 0) << std::oct << folder_mode << ' ' << file_mode;
    EXPECT_EQ(files_of(folder()), before) << std::oct << folder_mode << ' ' << file_mode;
  }
  std::filesystem::permissions(folder(), std::filesystem::perms(0700));
}

}  // namespace
}  // namespace claimtrail
