#pragma once

#include <string_view>

#include "core/model/document.h"

#include "cli/render/json.h"
#include "sources/feeds/feed.h"

namespace claimtrail {

/// What a page says of itself and its text, under a key. `text` is standfirst and body joined by
/// blank lines; `blocks` lists these with their places in it.
void write_article(JsonWriter& json, std::string_view key, const Document& document);

/// A parsed feed as one object.
void write_feed(JsonWriter& json, const Feed& feed);
/// Its members, "feed" and "entries", inside an object that holds more.
void write_feed_members(JsonWriter& json, const Feed& feed);

}  // namespace claimtrail
