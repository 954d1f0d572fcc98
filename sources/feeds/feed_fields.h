#pragma once

#include <cstdint>
#include <string_view>

#include "sources/feeds/feed_names.h"

namespace claimtrail {

/// Which field of a feed or of an entry an element fills.
enum class FeedField : std::uint8_t {
  none,
  title,
  link,
  id,
  description,  ///< of an entry its summary
  content,
  published,
  updated,
  language,
  author,
  category,  ///< a tag, as an attribute or as text
  tag,
  tag_list  ///< by commas
};

/// What an element fills, and how good it is for that: of several elements for one field the one
/// with the lowest rank counts, of equals the first.
struct FieldRule {
  FeedField field = FeedField::none;
  int rank = 0;
};

/// The rule for an element that stands directly in a feed (channel) or in an entry (item).
[[nodiscard]] FieldRule feed_rule(FeedSpace space, std::string_view name);
[[nodiscard]] FieldRule entry_rule(FeedSpace space, std::string_view name);

}  // namespace claimtrail
