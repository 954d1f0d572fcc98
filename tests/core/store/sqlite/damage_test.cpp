#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "core/model/digest.h"

#include "tests/core/store/child_process.h"
#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using namespace sqlite_test;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = StoreError::Kind;

class SqliteDamage : public testing::Test {
 protected:
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path desk() const { return folder() / "desk.db"; }
  [[nodiscard]] std::filesystem::path blobs() const { return folder() / "desk.db.blobs"; }

 private:
  TemporaryFolder folder_;
};

void write_reports(Store& store, int count, std::size_t raw_size) {
  for (int number = 0; number < count; ++number) {
    const std::string report = numbered("r", static_cast<std::size_t>(number));
    const std::string raw = report + noise(raw_size);
    store.in_transaction([&] {
      store.put_report(make_report(report));
      store.add_revision(make_revision(revision_of(report), report, number, raw), raw);
    });
  }
}

TEST_F(SqliteDamage, SoundFilesHaveNone) {
  make_small_desk(desk());
  EXPECT_THAT(find_damage(desk()), IsEmpty());
}

TEST_F(SqliteDamage, OverwrittenPagesAreSaidToBeDamaged) {
  write_reports(*open_sqlite_store(desk()), 200, 10);
  std::string bytes = read_file(desk());
  for (std::size_t i = bytes.size() / 4096 * 9 / 10 * 4096; i < bytes.size(); ++i) bytes[i] = '\x2a';
  write_file(desk(), bytes);
  try {
    (void)open_sqlite_store(desk())->reports();
    FAIL() << "nothing noticed";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), Kind::damaged) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("desk.db"));
    EXPECT_THAT(error.what(), HasSubstr("backup"));
  }
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr("desk.db")));
}

TEST_F(SqliteDamage, CutOffFileIsSaidToBeDamaged) {
  write_reports(*open_sqlite_store(desk()), 200, 10);
  const std::string bytes = read_file(desk());
  write_file(desk(), bytes.substr(0, 5000));
  try {
    (void)open_sqlite_store(desk())->reports();
    FAIL() << "nothing noticed";
  } catch (const StoreError& error) {
    EXPECT_EQ(error.kind(), Kind::damaged) << error.what();
  }
}

TEST_F(SqliteDamage, UnknownWordsAndBrokenJsonAreDamage) {
  make_small_desk(desk());
  const auto kind_of_read = [&] {
    try {
      (void)open_sqlite_store(desk())->claims({});
    } catch (const StoreError& error) {
      return error.kind();
    }
    return Kind::other;
  };
  ASSERT_EQ(kind_of_read(), Kind::other);
  run_sql(desk(), "UPDATE sightings SET manner = 'shouted'");
  EXPECT_EQ(kind_of_read(), Kind::damaged);
  for (const char* json : {"[[1,2]", "{}", "[1]", "[[1,-2]]", "[[1,2]] x", "", "[[1,2,3]]"}) {
    run_sql(desk(), "UPDATE sightings SET manner = 'mixed', content = '" + std::string(json) + "'");
    EXPECT_EQ(kind_of_read(), Kind::damaged) << json;
  }
  run_sql(desk(), "UPDATE sightings SET content = NULL; UPDATE figures SET low = 'many'");
  EXPECT_EQ(kind_of_read(), Kind::damaged);
}

TEST_F(SqliteDamage, TextThatIsNotUtf8IsRefusedInJson) {
  const auto store = open_sqlite_store(desk());
  Flag flag = make_full_flag("f1");
  flag.context = {"\xff\xfe"};
  EXPECT_THROW(store->put_flag(flag), std::invalid_argument);
  EXPECT_FALSE(store->flag("f1"));
}

TEST_F(SqliteDamage, BytesThatAreNotWhatTheyWereAreAFailure) {
  make_small_desk(desk());
  const std::string digest = sha256("raw");
  for (const char* change :
       {"zstd = x''", "zstd = x'00010203'", "size = 999999999999", "size = -1", "size = 2",
        // "Raw" in place of "raw", as one raw zstd block
        "zstd = x'28b52ffd2003190000526177', size = 3"}) {
    run_sql(blobs(), "UPDATE blobs SET " + std::string(change));
    const auto raw = open_sqlite_store(desk())->raw(digest);
    ASSERT_FALSE(raw) << change;
    EXPECT_EQ(raw.error().code, "blob-damaged");
    EXPECT_THAT(raw.error().message, HasSubstr(digest));
    EXPECT_THAT(find_damage(desk()), Contains(HasSubstr(digest))) << change;
  }
}

TEST_F(SqliteDamage, LostBlobsAreFound) {
  make_small_desk(desk());
  std::filesystem::remove(blobs());
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr(sha256("raw"))));
  (void)open_sqlite_store(desk());
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr(sha256("raw"))));
}

TEST_F(SqliteDamage, LostRowsAreFound) {
  make_small_desk(desk());
  run_sql(desk(), "INSERT INTO claim_words(rowid, words) VALUES(77, 'stray')");
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr("search index")));
  run_sql(desk(),
          "INSERT INTO claim_words(claim_words, rowid, words) VALUES('delete', 77, 'stray')");
  ASSERT_THAT(find_damage(desk()), IsEmpty());
  run_sql(desk(), "UPDATE claims SET sighting = 99 WHERE id = 'a'");
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr("lost their sighting")));
  run_sql(desk(), "DELETE FROM sightings");
  EXPECT_THAT(find_damage(desk()), Contains(HasSubstr("hops")));
}

TEST_F(SqliteDamage, OrphanBlobsAreHarmless) {
  make_small_desk(desk());
  const auto store = open_sqlite_store(desk());
  EXPECT_THROW(store->in_transaction([&] {
    store->add_revision(make_revision("v2", "r1", 2, "other"), "other");
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  EXPECT_FALSE(store->revision("v2"));
  EXPECT_THAT(find_damage(desk()), IsEmpty());
}

/// In a child with little room: writes until there is none, and checks what is said and what is
/// kept.
int fill_disk(const std::filesystem::path& desk) {
  const auto store = open_sqlite_store(desk);
  std::size_t stored = 0;
  try {
    for (;; ++stored) {
      const std::string report = numbered("r", stored);
      const std::string raw = report + noise(20'000);
      store->in_transaction([&] {
        store->put_report(make_report(report));
        try {
          store->add_revision(make_revision(revision_of(report), report, 1, raw), raw);
        } catch (const StoreError&) {
          // Whoever goes on regardless must not get half a transaction stored.
        }
        store->put_text({revision_of(report), "x 1", noise(20'000), "[]", "hash"});
      });
    }
  } catch (const StoreError& error) {
    if (error.kind() != Kind::full) {
      std::fprintf(stderr, "child: %s\n", error.what());
      return 1;
    }
  } catch (const std::invalid_argument&) {
    return 2;
  }
  if (stored == 0) return 3;
  if (store->reports().size() != stored) return 4;
  for (const Report& report : store->reports()) {
    if (!store->raw(store->revisions(report.id).at(0).raw_sha256)) return 5;
    if (!store->text(revision_of(report.id), "x 1")) return 6;
  }
  return 0;
}

void limit_file_size(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

TEST_F(SqliteDamage, NoRoomForTheFileIsSaidAndNothingHalfIsKept) {
  (void)open_sqlite_store(desk());
  ChildProcess child([&] {
    limit_file_size(1'000'000);
    return fill_disk(desk());
  });
  EXPECT_EQ(child.wait(), 0);
  EXPECT_THAT(find_damage(desk()), IsEmpty());
}

TEST_F(SqliteDamage, RowsAreNotKeptWhereTheirBytesFindNoRoom) {
  (void)open_sqlite_store(desk());
  ChildProcess child([&] {
    limit_file_size(400'000);
    const auto store = open_sqlite_store(desk());
    store->put_report(make_report("r1"));
    const std::string raw = noise(2'000'000);
    try {
      store->add_revision(make_revision("v1", "r1", 1, raw), raw);
      return 1;
    } catch (const StoreError& error) {
      if (error.kind() != Kind::full) return 2;
    }
    return store->revision("v1") ? 3 : 0;
  });
  EXPECT_EQ(child.wait(), 0);
  EXPECT_FALSE(open_sqlite_store(desk())->revision("v1"));
  EXPECT_THAT(find_damage(desk()), IsEmpty());
}

TEST_F(SqliteDamage, AFullDiskIsSaidAndNothingHalfIsKept) {
  const std::string disk = folder() / "disk";
  std::filesystem::create_directory(disk);
  if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1500k") != 0) {
    GTEST_SKIP() << "a disk of its own needs the rights of root";
  }
  ChildProcess child([&] { return fill_disk(disk + "/desk.db"); });
  EXPECT_EQ(child.wait(), 0);
  ::umount2(disk.c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace claimtrail
