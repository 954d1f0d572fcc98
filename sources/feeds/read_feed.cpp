#include <fmt/format.h>

#include "sources/charset/decode.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/json_feed.h"
#include "sources/feeds/xml_feed.h"

namespace claimtrail {
namespace {

std::string looks_like(std::string_view text, const std::string& root) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "it is empty";
  if (text[first] == '{' || text[first] == '[') return "it is JSON, but no JSON Feed";
  if (root == "html" || root == "HTML" || text.find("<!DOCTYPE html") < 200) {
    return "it is an HTML page";
  }
  if (text.starts_with("%PDF-")) return "it is a PDF";
  if (!root.empty()) return fmt::format("its outermost element is <{}>", root.substr(0, 40));
  return "there is no markup in it";
}

// Some systems write their own feed as the source of every entry.
void forget_itself(Feed& feed, std::string_view url) {
  for (FeedEntry& entry : feed.entries) {
    const bool itself = (!url.empty() && entry.source_url == url) ||
                        (!feed.title.empty() && entry.source_title == feed.title);
    if (!itself) continue;
    entry.source_title.clear();
    entry.source_url.clear();
  }
}

void read_dates(Feed& feed, std::string_view timezone) {
  for (FeedEntry& entry : feed.entries) {
    entry.published_time = parse_feed_date(entry.published, timezone);
    entry.updated_time = parse_feed_date(entry.updated, timezone);
  }
}

}  // namespace

Result<Feed> read_feed(std::string_view bytes, std::string_view content_type, std::string_view url,
                       std::string_view timezone) {
  DecodedText decoded = decode_text(bytes, content_type, MarkupSyntax::xml);
  Feed feed;
  std::string root;
  if (read_json_feed(decoded.text, url, feed) || read_xml_feed(decoded.text, url, feed, root)) {
    forget_itself(feed, url);
    read_dates(feed, timezone);
    return feed;
  }
  return failure("not-feed", "this is no RSS, Atom or JSON feed: " + looks_like(decoded.text, root),
                 std::string(url));
}

}  // namespace claimtrail
