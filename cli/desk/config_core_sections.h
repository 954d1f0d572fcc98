#pragma once

#include <string>
#include <vector>

#include "core/diagnostics/yaml.h"
#include "core/model/settings.h"

namespace claimtrail {

/// The sections `desk`, `outlets`, `claimants` and `questions`, each of which may be null. Reads
/// what core knows; `database` is the path as written (empty: not given). Everything wrong is
/// added to `problems`.
struct CoreSections {
  const YamlNode* desk = nullptr;
  const YamlNode* outlets = nullptr;
  const YamlNode* claimants = nullptr;
  const YamlNode* questions = nullptr;
};
[[nodiscard]] DeskSettings read_core_sections(const YamlDocument& document,
                                              const CoreSections& sections, std::string& database,
                                              std::vector<Diagnostic>& problems);

}  // namespace claimtrail
