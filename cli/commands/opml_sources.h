#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"

#include "cli/commands/source_files.h"
#include "sources/settings.h"

namespace claimtrail {

/// The sources of an OPML list (sources/feeds/opml.h): its feeds, and what `sources_as_opml` wrote
/// beside. Failure: it is no OPML.
[[nodiscard]] Result<std::vector<NewSource>> sources_from_opml(std::string_view bytes);

/// OPML 2.0 of every source that has an address. What OPML has no word for (id, outlet, rhythm,
/// time zone, robots, enabled) is kept beside, so that nothing is lost on the way back. Directories
/// and archives are left out: they lie on this machine.
[[nodiscard]] std::string sources_as_opml(const std::string& desk,
                                          const std::vector<SourceSettings>& sources);

}  // namespace claimtrail
