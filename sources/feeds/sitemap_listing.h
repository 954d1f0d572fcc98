#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

/// One `url` of a sitemap, or one `sitemap` of an index.
struct ListedAddress {
  std::string url;                ///< absolute
  std::optional<Published> time;  ///< news:publication_date, else lastmod; empty: not said
  std::string title;              ///< news:title
};

struct SitemapListing {
  std::vector<ListedAddress> maps;  ///< of an index
  std::vector<ListedAddress> reports;
};

/// Reads a sitemap or a sitemap index by the protocol of sitemaps.org 0.9, the news extension of
/// it, a feed or a plain list of addresses, which the protocol allows too, packed by gzip or not.
/// `url` is where it came from. What is none of these is a failure "not-sitemap"; what unpacks to
/// more than `max_bytes` is "too-large". Linear.
[[nodiscard]] Result<SitemapListing> read_sitemap_listing(std::string_view bytes,
                                                          const std::string& url,
                                                          long long max_bytes);

}  // namespace claimtrail
