#pragma once

#include <string>
#include <vector>

#include "core/diagnostics/yaml.h"

#include "cli/desk/config.h"

namespace claimtrail {

/// A value, in quotation marks where it may be any text.
[[nodiscard]] YamlNode scalar(std::string text, bool is_quoted);
/// Sets a key of a map, in its place where it stands already.
void put(YamlNode& map, const std::string& key, YamlNode value);
/// The same for a text; an empty one is left out.
void put_text(YamlNode& map, const std::string& key, const std::string& value);

/// Writes a file of sources.d, one source a line, by rename. What would not be read again as it
/// should is never written: every mistake ends the verb (CommandFailure, exit 2).
void replace_source_file(const Config& config, const std::string& file,
                         const std::vector<YamlNode>& sources);

}  // namespace claimtrail
