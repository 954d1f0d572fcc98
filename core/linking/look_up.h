#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/linking/mapped_arena.h"

namespace claimtrail {

/// A text that can be looked up.
struct LookUpEntry {
  std::string id;
  std::string text;
};

struct LookUpMatch {
  std::string id;
  double score = 0;  ///< Okapi BM25; comparable within one index only
};

/// Finds, among up to some millions of short texts, those most like another one. Two stages: the
/// texts that share the rarest terms are gathered, then the best of them are scored over all terms
/// by Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 1.2,
/// b 0.75). tests/bench/look_up_bench says how fast and how well.
///
/// Lives in memory, or in a file that is mapped and updated in place. The file is a cache and may
/// be deleted at any time. A file of another version, cut short, or left in the middle of an update
/// is emptied when it is opened, never trusted: its `token` is then empty. Offsets in a whole file
/// are trusted; it is this program's own. Not safe on several threads; processes are kept apart by
/// the arena's lock.
class LookUpIndex {
 public:
  /// In memory.
  LookUpIndex();
  /// In a file; throws std::system_error.
  LookUpIndex(const std::string& path, ArenaLock lock);

  /// What the last `update` was given: the same in the file and in whatever the entries came from
  /// means that they belong together.
  [[nodiscard]] std::string token() const;
  [[nodiscard]] std::size_t size() const;

  /// Makes the index hold exactly these entries, by id: adds what is new, takes out what is gone,
  /// replaces what has other words. A file on which half of the room is taken by what was taken out
  /// is built anew. Throws std::system_error where the file cannot grow.
  void update(const std::vector<LookUpEntry>& entries, std::string_view token);

  /// The `top` entries most like the text, best first, ties by id; entries that share no term
  /// never.
  [[nodiscard]] std::vector<LookUpMatch> find(std::string_view text, std::size_t top) const;

 private:
  struct Header;
  struct Term;
  struct Postings;
  struct Entry;

  [[nodiscard]] Header& header() const;
  [[nodiscard]] Term& slot(std::uint32_t hash) const;
  [[nodiscard]] const Entry& entry(std::uint32_t number) const;
  [[nodiscard]] std::uint64_t allocate(std::size_t size);
  void start_empty();
  void add(const LookUpEntry& entry, std::uint64_t checksum);
  void post(std::uint32_t hash, std::uint32_t number);
  void grow_terms();
  void grow_entries();

  MappedArena arena_;
};

}  // namespace claimtrail
