#pragma once

#include <string>
#include <vector>

#include "sources/feeds/feed.h"

namespace claimtrail {

/// The keys by which each entry of a feed is known again, one list an entry, in order; `addresses`
/// holds where each entry's report is.
///
/// A key is one of: the address without its scheme; the id with the title; the id with the date;
/// the title with the date; the first words of the entry, 80 bytes at least, with the date. Of an
/// id that is an address scheme and host do not count. So an entry is found again after its address
/// was edited, its id changed or its title changed, as long as two of the others stayed. An id
/// alone is no key: feeds are met that give every entry the same one, or count their entries from
/// one. A key that two entries of the feed share is nobody's.
[[nodiscard]] std::vector<std::vector<std::string>> entry_keys(
    const std::vector<FeedEntry>& entries, const std::vector<std::string>& addresses);

}  // namespace claimtrail
