#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/store/sqlite/circles.h"

namespace claimtrail::sqlite {
namespace {

std::vector<Saying> stored_sayings(Connection& connection) {
  Query query = connection.query(
      "SELECT id, statement_group, quote_group FROM claims "
      "WHERE statement_group <> '' OR quote_group <> ''");
  std::vector<Saying> sayings;
  while (query.step()) {
    Saying saying;
    saying.claim = query.text();
    saying.statement = query.text();
    saying.quotation = query.text();
    sayings.push_back(std::move(saying));
  }
  return sayings;
}

void by_claim(std::vector<Saying>& sayings) {
  std::sort(sayings.begin(), sayings.end(),
            [](const Saying& a, const Saying& b) { return a.claim < b.claim; });
}

void put(Connection& connection, const Saying& saying) {
  connection.query("UPDATE claims SET statement_group = ?, quote_group = ? WHERE id = ?")
      .bind(saying.statement, saying.quotation, saying.claim)
      .run();
}

}  // namespace

void replace_sayings(Connection& connection, const std::vector<Saying>& sayings) {
  std::vector<Saying> wanted = sayings;
  by_claim(wanted);
  const auto twice =
      std::adjacent_find(wanted.begin(), wanted.end(),
                         [](const Saying& a, const Saying& b) { return a.claim == b.claim; });
  if (twice != wanted.end()) {
    throw std::invalid_argument(
        fmt::format("what claim '{}' says again is told twice", twice->claim));
  }
  std::vector<Saying> stored = stored_sayings(connection);
  by_claim(stored);
  auto old = stored.begin();
  const auto lose_until = [&](const std::string* claim) {
    for (; old != stored.end() && (claim == nullptr || old->claim < *claim); ++old) {
      put(connection, {old->claim, "", ""});
    }
  };
  for (const Saying& saying : wanted) {
    lose_until(&saying.claim);
    const bool held = old != stored.end() && old->claim == saying.claim;
    if (!held || *old != saying) put(connection, saying);
    if (held) ++old;
  }
  lose_until(nullptr);
}

}  // namespace claimtrail::sqlite
