#pragma once

#include <string>
#include <vector>

namespace claimtrail {

/// Ends the verb, exit 2: there is no `kind` called `name`. Suggests the nearest of the known ones,
/// else says which verb lists them.
[[noreturn]] void refuse_unknown_name(const std::string& kind, const std::string& name,
                                      const std::vector<std::string>& known,
                                      const std::string& lister);

}  // namespace claimtrail
