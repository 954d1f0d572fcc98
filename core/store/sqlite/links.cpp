#include <algorithm>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "core/store/sqlite/questions.h"

namespace claimtrail::sqlite {
namespace {

auto place(const ReadingLink& link) { return std::tie(link.claim, link.figure); }

bool before(const ReadingLink& a, const ReadingLink& b) { return place(a) < place(b); }

}  // namespace

void replace_links(Connection& connection, const std::vector<ReadingLink>& links) {
  std::vector<ReadingLink> wanted = links;
  std::sort(wanted.begin(), wanted.end(), before);
  const auto twice =
      std::adjacent_find(wanted.begin(), wanted.end(),
                         [](const auto& a, const auto& b) { return place(a) == place(b); });
  if (twice != wanted.end()) {
    throw std::invalid_argument(
        fmt::format("reading {} of claim '{}' is linked twice", twice->figure, twice->claim));
  }
  const std::vector<ReadingLink> stored = all_links(connection);

  auto old = stored.begin();
  for (const ReadingLink& link : wanted) {
    for (; old != stored.end() && before(*old, link); ++old) {
      connection.query("DELETE FROM links WHERE claim = ? AND figure = ?")
          .bind(old->claim, old->figure)
          .run();
    }
    if (old != stored.end() && *old == link) {
      ++old;
      continue;
    }
    if (old != stored.end() && place(*old) == place(link)) ++old;
    connection
        .query(
            "INSERT INTO links(claim, figure, question) VALUES(?, ?, ?) "
            "ON CONFLICT(claim, figure) DO UPDATE SET question = excluded.question")
        .bind(link.claim, link.figure, link.question)
        .run();
  }
  for (; old != stored.end(); ++old) {
    connection.query("DELETE FROM links WHERE claim = ? AND figure = ?")
        .bind(old->claim, old->figure)
        .run();
  }
}

std::vector<ReadingLink> all_links(Connection& connection) {
  Query query =
      connection.query("SELECT claim, figure, question FROM links ORDER BY claim, figure");
  std::vector<ReadingLink> links;
  while (query.step()) {
    ReadingLink link;
    link.claim = query.text();
    link.figure = query.small_integer();
    link.question = query.text();
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace claimtrail::sqlite
