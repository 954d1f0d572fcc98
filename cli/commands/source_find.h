#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/diagnostic.h"

#include "cli/commands/session.h"
#include "sources/page/page_feeds.h"
#include "sources/settings.h"

namespace claimtrail {

/// What an address is to be followed as.
struct FoundSource {
  FoundFeed chosen;
  SourceKind kind = SourceKind::feed;
  bool itself = false;               ///< the address given is what is followed
  std::vector<FoundFeed> others;     ///< also found, not chosen
  std::optional<Diagnostic> doubts;  ///< a warning: nothing could be asked, it is taken on trust
};

/// Asks an address and works out what to follow: itself where it is a feed or a sitemap (where
/// permanent redirects lead, if they do), else the first of the feeds that the page names, or that
/// lie where feeds usually do, that really is one. An address that cannot be reached is taken to be
/// a feed, with a warning. Failures: it is forbidden, answers badly, or leads to no feed; each says
/// what to do. Stores nothing.
[[nodiscard]] Result<FoundSource> find_source(Session& session, const std::string& url,
                                              RobotsPolicy robots);

}  // namespace claimtrail
