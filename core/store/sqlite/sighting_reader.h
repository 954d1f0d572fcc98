#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

#include "core/store/sqlite/child_rows.h"
#include "core/store/store.h"

namespace claimtrail::sqlite {

/// Where a sighting was read: what all sightings of one analysis share.
struct ReadingPlace {
  std::string report;
  Timestamp report_first_seen;
  std::string revision;
  Timestamp fetched_at;
  std::int64_t revision_row = 0;  ///< tells which of one second was added first
  std::string extractor;
};

struct ReadSighting {
  StoredClaim claim;
  const ReadingPlace* place = nullptr;  ///< lives as long as the reader
};

/// Turns rows of sightings into claims with all that belongs to them.
class SightingReader {
 public:
  explicit SightingReader(Connection& connection);

  /// The columns `read_all` expects, of `sightings s` and `claims c`.
  static const char* const kColumns;

  /// Every row of `query`, which must be ordered by s.row_id.
  [[nodiscard]] std::deque<ReadSighting> read_all(Query& query);
  /// The row that `query` stands at, later than any read before.
  void read(Query& query, ReadSighting& sighting);
  /// Adds the figures of a sighting, later than any read before.
  void read_figures(std::int64_t sighting, Claim& claim);

 private:
  const ReadingPlace& place(std::int64_t analysis);
  void read_hops(std::int64_t sighting, Claim& claim);
  void read_links(StoredClaim& claim);

  Connection& connection_;
  ChildRows hops_;
  ChildRows hop_claimants_;
  ChildRows figures_;
  std::unordered_map<std::int64_t, ReadingPlace> places_;
  std::unordered_map<std::int64_t, Claimant> claimants_;
};

}  // namespace claimtrail::sqlite
