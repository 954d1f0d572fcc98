#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/feeds/feed.h"

namespace claimtrail {

/// A field and how good what it holds is: a lower rank outweighs a higher one, the first of equals
/// stays.
struct FeedTarget {
  std::string* field = nullptr;
  int* held = nullptr;  ///< the rank of what it holds; null: the last one wins
  int rank = 0;

  void store(std::string value) const;
};

/// How good what each field of a feed or entry holds is.
struct FeedRanks {
  static constexpr int unset = 100;
  int title = unset, link = unset, id = unset, description = unset, content = unset;
  int published = unset, updated = unset, language = unset;
};

/// An entry of RSS or Atom while its elements are read.
struct EntryDraft {
  FeedEntry entry;
  FeedRanks ranks;
  bool guid_is_link = false;  ///< it is one unless it says that it is none

  /// `about` is rdf:about, an id where there is no better one; may be empty.
  explicit EntryDraft(std::string_view about = {});
  /// Names come once each; white space is squeezed.
  void add_author(std::string_view name);
  void add_tag(std::string_view tag);
  void add_tag_list(std::string_view tags);
  /// The entry, what is missing taken from what is there.
  [[nodiscard]] FeedEntry finish();

 private:
  std::vector<std::string> authors_;
};

}  // namespace claimtrail
