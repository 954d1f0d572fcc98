#include "core/store/sqlite/sqlite_store.h"

#include "tests/core/store/store_contract.h"

namespace claimtrail {
namespace {

const StoreFactory kSqlite{"Sqlite", [](const std::filesystem::path& folder) {
                             return open_sqlite_store(folder / "desk.db");
                           }};

std::string name_of(const testing::TestParamInfo<StoreFactory>& info) { return info.param.name; }

}  // namespace

INSTANTIATE_TEST_SUITE_P(Backend, StoreContract, testing::Values(kSqlite), name_of);
INSTANTIATE_TEST_SUITE_P(Backend, StoredClaimsContract, testing::Values(kSqlite), name_of);
INSTANTIATE_TEST_SUITE_P(Backend, CirclesContract, testing::Values(kSqlite), name_of);

}  // namespace claimtrail
