#pragma once

#include <string>
#include <string_view>

#include "sources/feeds/feed.h"

namespace claimtrail {

/// Reads a JSON Feed from UTF-8 into `feed`; relative links are resolved against `url`. `text` is
/// repaired in place first (repair_json.h); of one that is cut off or breaks off, what came before
/// is read. False when it is no JSON Feed. Nothing recurses.
[[nodiscard]] bool read_json_feed(std::string& text, std::string_view url, Feed& feed);

}  // namespace claimtrail
