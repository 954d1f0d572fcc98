#pragma once

#include <string>
#include <string_view>

#include "sources/feeds/feed.h"

namespace claimtrail {

/// Reads RSS or Atom from UTF-8 into `feed`; relative links are resolved against xml:base and
/// `url`. False when there is no feed in it; `root` is the name of the outermost element either
/// way.
[[nodiscard]] bool read_xml_feed(std::string_view text, std::string_view url, Feed& feed,
                                 std::string& root);

}  // namespace claimtrail
