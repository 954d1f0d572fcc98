#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/store/store.h"

#include "tests/support/full_claim.h"

namespace claimtrail {

/// How the contract suite opens a backend. Two stores opened on one folder share one database. A
/// backend runs the suite by compiling contract/*.cpp into its test program and instantiating
/// `StoreContract`, `StoredClaimsContract` and `CirclesContract`.
struct StoreFactory {
  std::string name;
  std::function<std::unique_ptr<Store>(const std::filesystem::path& folder)> open;
  friend void PrintTo(const StoreFactory& factory, std::ostream* out) { *out << factory.name; }
};

/// Removed with all it holds.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class StoreContract : public testing::TestWithParam<StoreFactory> {
 protected:
  StoreContract() : store_(open()) {}
  [[nodiscard]] std::unique_ptr<Store> open() const { return GetParam().open(folder_.path()); }
  /// The same database through a fresh connection: what is really stored.
  void reopen() {
    store_.reset();
    store_ = open();
  }
  [[nodiscard]] Store& store() { return *store_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

/// The same with a report "r1" of three revisions, fetched at 10, 20 and 30.
class StoredClaimsContract : public StoreContract {
 protected:
  StoredClaimsContract();
  static constexpr std::string_view kText =
      "Das Wasser stieg – ‘schnell’ – sagte Ana Röth dem Sender; 10,000 Menschen flohen aus der "
      "Stadt.";
  void put(const std::string& revision, const std::string& extractor,
           const std::vector<Claim>& claims, int seen_at, std::string_view text = kText);
  /// Ids of what the filter leaves.
  [[nodiscard]] std::vector<std::string> found(const ClaimFilter& filter = {});
};

/// The same with claims "a" and "b" in "v1", both of question "q", b's first figure of "other",
/// both saying one statement; everything is checked.
class CirclesContract : public StoredClaimsContract {
 protected:
  CirclesContract();
  void checked() { store().mark_checked("basis"); }
};

/// Seconds since 2025-04-26T00:00:00Z.
[[nodiscard]] Timestamp at(int seconds);

[[nodiscard]] Report make_report(const std::string& id, int first_seen = 0);
/// A revision whose raw bytes are `raw`.
[[nodiscard]] Revision make_revision(const std::string& id, const std::string& report,
                                     int fetched_at, std::string_view raw);
/// A claim whose content is the first occurrence of `words` in `text`.
[[nodiscard]] Claim make_claim(const std::string& id, std::string_view text,
                               std::string_view words);
[[nodiscard]] Flag make_full_flag(const std::string& id);

[[nodiscard]] std::vector<std::string> ids(const std::vector<StoredClaim>& claims);

}  // namespace claimtrail
