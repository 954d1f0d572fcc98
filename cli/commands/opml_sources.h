#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"

#include "cli/commands/source_files.h"
#include "sources/settings.h"

namespace claimtrail {

/// Reads an OPML list (1.0 to 2.0, http://opml.org/spec2.opml): every outline with an xmlUrl, in
/// whatever folder, and what `sources_as_opml` wrote beside. Recovers from ill-formed XML as far as it can; linear; nothing recurses. Failure: it is no
/// OPML.
[[nodiscard]] Result<std::vector<NewSource>> sources_from_opml(std::string_view bytes);

/// OPML 2.0 of every source that has an address, feeds as type "rss", pages and sitemaps as "link".
/// What OPML has no word for (id, outlet, rhythm, time zone, robots, enabled) stands in attributes
/// of a namespace of its own, which other readers pass over, so that nothing is lost on the way
/// back. Directories and archives are left out: they lie on this machine. The same bytes for the
/// same sources.
[[nodiscard]] std::string sources_as_opml(const std::string& desk,
                                          const std::vector<SourceSettings>& sources);

}  // namespace claimtrail
