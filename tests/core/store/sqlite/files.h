#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/store/sqlite/sqlite_store.h"

#include "tests/core/store/store_contract.h"

namespace claimtrail {

namespace sqlite_test {

[[nodiscard]] std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);
/// Every file of a folder with the digest of its bytes.
[[nodiscard]] std::map<std::string, std::string> files_of(const std::filesystem::path& folder);

/// Runs SQL past the store, as another program would.
void run_sql(const std::filesystem::path& path, const std::string& sql);
[[nodiscard]] std::int64_t ask_sql(const std::filesystem::path& path, const std::string& sql);

/// A desk with one report, its revision of the bytes "raw", and claims "a" and "b".
void make_small_desk(const std::filesystem::path& path);

/// "r7", "vr7".
[[nodiscard]] std::string numbered(std::string_view word, std::size_t number);
[[nodiscard]] std::string revision_of(std::string_view report);

/// Bytes that do not compress.
[[nodiscard]] std::string noise(std::size_t size);

/// The kind of StoreError that opening throws; fails the test where it throws none. `message` is
/// set.
[[nodiscard]] StoreError::Kind kind_of_open(const std::filesystem::path& path,
                                            const SqliteOptions& options, std::string& message);

}  // namespace sqlite_test
}  // namespace claimtrail
