#include "core/store/lock.h"

#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "tests/core/store/child_process.h"
#include "tests/core/store/sqlite/files.h"

namespace claimtrail {
namespace {

using sqlite_test::read_file;
using sqlite_test::write_file;
using testing::HasSubstr;

class RefreshLocking : public testing::Test {
 protected:
  [[nodiscard]] std::string desk() const { return folder_.path() / "desk.db"; }
  [[nodiscard]] std::string file() const { return desk() + ".lock"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

TEST_F(RefreshLocking, OneHolderAtATimeAndItsNameIsSaid) {
  auto held = RefreshLock::take(desk(), at(3600));
  ASSERT_TRUE(held);
  const auto second = RefreshLock::take(desk(), at(4000));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "refresh-locked");
  EXPECT_THAT(second.error().message, HasSubstr("held by process " + std::to_string(::getpid()) +
                                                " since 2025-04-26T01:00:00Z"));
  EXPECT_EQ(second.error().file, file());
}

TEST_F(RefreshLocking, EndsWithItsOwner) {
  { ASSERT_TRUE(RefreshLock::take(desk(), at(0))); }
  EXPECT_EQ(read_file(file()), "");
  EXPECT_TRUE(RefreshLock::take(desk(), at(1)));
}

TEST_F(RefreshLocking, MovesWithItsOwner) {
  auto first = RefreshLock::take(desk(), at(0));
  ASSERT_TRUE(first);
  {
    const RefreshLock moved = std::move(*first);
    EXPECT_FALSE(RefreshLock::take(desk(), at(1)));
  }
  auto again = RefreshLock::take(desk(), at(2));
  ASSERT_TRUE(again);
  auto other = RefreshLock::take(desk() + "2", at(2));
  ASSERT_TRUE(other);
  *again = std::move(*other);
  EXPECT_TRUE(RefreshLock::take(desk(), at(3)));
  EXPECT_FALSE(RefreshLock::take(desk() + "2", at(3)));
}

TEST_F(RefreshLocking, TwoDatabasesDoNotExcludeEachOther) {
  const auto first = RefreshLock::take(desk(), at(0));
  EXPECT_TRUE(first);
  EXPECT_TRUE(RefreshLock::take(desk() + "2", at(0)));
}

TEST_F(RefreshLocking, ReadersAndWritersOfTheDatabaseAreNotExcluded) {
  const auto held = RefreshLock::take(desk(), at(0));
  ASSERT_TRUE(held);
  open_sqlite_store(desk())->put_report(make_report("r1"));
}

TEST_F(RefreshLocking, AnotherProcessHoldsItUntilItIsKilled) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  ChildProcess holder([&] {
    const auto held = RefreshLock::take(desk(), at(60));
    const char mark = held ? 'y' : 'n';
    if (::write(ready[1], &mark, 1) != 1) return 1;
    ::pause();
    return 0;
  });
  char mark = 0;
  ASSERT_EQ(::read(ready[0], &mark, 1), 1);
  ASSERT_EQ(mark, 'y');
  const auto refused = RefreshLock::take(desk(), at(120));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message,
              HasSubstr("process " + std::to_string(holder.id()) + " since 2025-04-26T00:01:00Z"));
  holder.kill();
  EXPECT_NE(read_file(file()), "");
  EXPECT_TRUE(RefreshLock::take(desk(), at(180)));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_F(RefreshLocking, FilesLeftBehindMeanNothing) {
  for (const std::string& left : {std::string(), std::string("1 2020-01-01T00:00:00Z\n"),
                                 std::string("not ours at all"), std::string(10'000, 'x')}) {
    write_file(file(), left);
    const auto held = RefreshLock::take(desk(), at(0));
    ASSERT_TRUE(held) << left.substr(0, 20);
    EXPECT_EQ(read_file(file()), std::to_string(::getpid()) + " 2025-04-26T00:00:00Z\n");
  }
}

TEST_F(RefreshLocking, AHolderThatHasNotSaidItsNameIsStillAHolder) {
  const auto held = RefreshLock::take(desk(), at(0));
  ASSERT_TRUE(held);
  for (const char* note : {"", "123", "no line end 5", "\n", "\n "}) {
    write_file(file(), note);
    const auto refused = RefreshLock::take(desk(), at(1));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("held by another process")) << note;
  }
}

TEST_F(RefreshLocking, WhatCannotBeLockedIsAFailure) {
  const auto nowhere = RefreshLock::take(folder() / "none" / "desk.db", at(0));
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, "refresh-lock-failed");
  EXPECT_THAT(nowhere.error().message, HasSubstr("No such file"));
  // A link could lead the lock's note into another file.
  write_file(folder() / "precious", "data");
  std::filesystem::create_symlink(folder() / "precious", file());
  EXPECT_FALSE(RefreshLock::take(desk(), at(0)));
  EXPECT_EQ(read_file(folder() / "precious"), "data");
}

}  // namespace
}  // namespace claimtrail
