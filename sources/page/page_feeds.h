#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

/// An address that may be a feed.
struct FoundFeed {
  std::string location;  ///< absolute
  std::string title;     ///< what it or the page calls it; may be empty
  std::string why;       ///< "the page names it as its feed", …
};

/// The feeds that a page names in its head, then links that look like feeds by their address, then
/// what it names in a type that feeds share with others (application/json, text/xml); those of
/// comments last. Absolute against the page's <base> and `url`; each once. Pure, linear.
[[nodiscard]] std::vector<FoundFeed> feeds_named_by(std::string_view bytes,
                                                    std::string_view content_type,
                                                    const std::string& url);

/// Where feeds usually lie on a site, for a page that names none.
[[nodiscard]] std::vector<FoundFeed> usual_feeds(const std::string& url);

}  // namespace claimtrail
