#include <stdexcept>

#include <gmock/gmock.h>

#include "core/model/digest.h"

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

TEST_P(StoreContract, TransactionIsSeenByOthersOnlyWhenItIsDone) {
  const auto other = open();
  store().in_transaction([&] {
    store().put_report(make_report("r1"));
    EXPECT_TRUE(store().report("r1"));
    EXPECT_FALSE(other->report("r1"));
  });
  EXPECT_TRUE(other->report("r1"));
}

TEST_P(StoreContract, ExceptionRollsEverythingBackAndComesThrough) {
  const std::string raw = "bytes";
  EXPECT_THROW(store().in_transaction([&] {
    store().put_report(make_report("r1"));
    store().add_revision(make_revision("v1", "r1", 1, raw), raw);
    store().put_questions({Question{.id = "q"}});
    throw std::out_of_range("mine");
  }),
               std::out_of_range);
  EXPECT_FALSE(store().report("r1"));
  EXPECT_FALSE(store().revision("v1"));
  EXPECT_TRUE(store().questions().empty());
  // The store works on, also with what it may have remembered.
  store().put_report(make_report("r1"));
  store().add_revision(make_revision("v1", "r1", 1, raw), raw);
  reopen();
  EXPECT_EQ(*store().raw(sha256(raw)), raw);
}

TEST_P(StoreContract, NamesMetInARolledBackTransactionAreStoredLater) {
  const std::string_view text = "Ana Röth said the bridge was closed and the road was open.";
  store().put_report(make_report("r1"));
  store().add_revision(make_revision("v1", "r1", 1, "raw"), "raw");
  const std::vector<Claim> claims = {make_full_claim("a", text)};
  EXPECT_THROW(store().in_transaction([&] {
    store().put_sightings("r1", "v1", "x 1", text, claims, at(1));
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  EXPECT_TRUE(store().claims({}).empty());
  EXPECT_TRUE(store().claims({.search = "bridge"}).empty());
  store().put_sightings("r1", "v1", "x 1", text, claims, at(1));
  reopen();
  ASSERT_EQ(store().claims({}).size(), 1U);
  EXPECT_EQ(store().claims({}).front().claim, claims.front());
}

TEST_P(StoreContract, InnerTransactionsCommitWithTheOutermost) {
  const auto other = open();
  store().in_transaction([&] {
    store().in_transaction([&] { store().put_report(make_report("r1")); });
    EXPECT_FALSE(other->report("r1"));
    store().in_transaction(
        [&] { store().in_transaction([&] { store().put_report(make_report("r2")); }); });
  });
  EXPECT_TRUE(other->report("r1"));
  EXPECT_TRUE(other->report("r2"));
}

TEST_P(StoreContract, OuterFailureTakesInnerTransactionsBack) {
  EXPECT_THROW(store().in_transaction([&] {
    store().in_transaction([&] { store().put_report(make_report("r1")); });
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  EXPECT_FALSE(store().report("r1"));
}

TEST_P(StoreContract, CaughtInnerFailureTakesBackTheInnerPartAlone) {
  store().in_transaction([&] {
    store().put_report(make_report("kept"));
    EXPECT_THROW(store().in_transaction([&] {
      store().put_report(make_report("dropped"));
      throw std::runtime_error("stop");
    }),
                 std::runtime_error);
    store().put_report(make_report("kept too"));
  });
  EXPECT_TRUE(store().report("kept"));
  EXPECT_TRUE(store().report("kept too"));
  EXPECT_FALSE(store().report("dropped"));
}

TEST_P(StoredClaimsContract, WriteThatFailsHalfWayIsNeverHalfStored) {
  const Claim good = make_claim("good", kText, "Wasser");
  Claim broken = make_claim("broken", kText, "Stadt");
  broken.content = {{0, static_cast<std::uint32_t>(kText.size() + 1)}};
  try {
    store().in_transaction([&] {
      EXPECT_THROW(put("v1", "x 1", {good, broken}, 10), std::invalid_argument);
    });
  } catch (const std::exception&) {
    // Whether the rest of the transaction is kept is the backend's choice.
  }
  EXPECT_TRUE(store().claims({}).empty());
  EXPECT_TRUE(store().claims({.search = "Wasser"}).empty());
  store().in_transaction([&] {
    EXPECT_THROW(store().in_transaction([&] {
      put("v1", "x 1", {good, broken}, 10);
    }),
                 std::invalid_argument);
    put("v1", "x 1", {good}, 10);
  });
  EXPECT_EQ(found(), std::vector<std::string>{"good"});
}

TEST_P(StoreContract, BackupIsACompleteStoreOfItsOwn) {
  const std::string_view text = "The bridge was closed.";
  store().put_report(make_report("r1"));
  store().add_revision(make_revision("v1", "r1", 1, "raw bytes"), "raw bytes");
  store().put_sightings("r1", "v1", "x 1", text, {make_claim("a", text, "The bridge was closed")},
                        at(1));
  const auto copies = folder() / "copies";
  std::filesystem::create_directory(copies);
  store().backup(copies / "desk.db");
  store().put_report(make_report("r2"));
  store().backup(copies / "later.db");

  std::filesystem::create_directory(folder() / "restored");
  for (const auto& entry : std::filesystem::directory_iterator(copies)) {
    const std::string name = entry.path().filename();
    EXPECT_TRUE(name.starts_with("desk.db") || name.starts_with("later.db")) << name;
    if (name.starts_with("desk.db")) {
      std::filesystem::copy(entry.path(), folder() / "restored" / name);
    }
  }
  const auto restored = GetParam().open(folder() / "restored");
  EXPECT_TRUE(restored->report("r1"));
  EXPECT_FALSE(restored->report("r2"));
  EXPECT_EQ(ids(restored->claims({.search = "bridge"})), std::vector<std::string>{"a"});
  EXPECT_EQ(*restored->raw(sha256("raw bytes")), "raw bytes");
}

}  // namespace
}  // namespace claimtrail
