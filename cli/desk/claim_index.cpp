#include "cli/desk/claim_index.h"

#include <random>
#include <system_error>

#include <fmt/format.h>

namespace claimtrail {
namespace {

/// Chosen by chance: a database that went back to an older copy must not meet its file again.
std::string new_mark() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

std::vector<LookUpEntry> entries_of(const Store& store) {
  std::vector<LookUpEntry> entries;
  for (StoredClaim& stored : store.claims({})) {
    entries.push_back({std::move(stored.claim.id), std::move(stored.exact)});
  }
  return entries;
}

LookUpIndex in_memory(const Store& store) {
  LookUpIndex index;
  index.update(entries_of(store), "");
  return index;
}

}  // namespace

LookUpIndex open_claim_index(Store& store, const std::string& database) {
  const std::string path = database + ".lookup";
  try {
    {
      LookUpIndex index(path, ArenaLock::shared);
      const std::string mark = store.claims_mark();
      if (!mark.empty() && index.token() == mark) return index;
    }
    LookUpIndex index(path, ArenaLock::exclusive);
    store.in_transaction([&] {
      const std::string mark = new_mark();
      index.update(entries_of(store), mark);
      store.put_claims_mark(mark);
    });
    return index;
  } catch (const std::system_error&) {
    return in_memory(store);
  } catch (const StoreError& error) {
    if (error.kind() != StoreError::Kind::read_only) throw;
    return in_memory(store);
  }
}

}  // namespace claimtrail
