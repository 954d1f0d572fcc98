#pragma once

#include <string>

#include "cli/desk/config.h"

namespace claimtrail {

/// A source as the command line gives it; empty fields are worked out or left out.
struct NewSource {
  std::string location;
  std::string id;
  std::string outlet;
  std::string kind;
  std::string schedule;
  std::string every;
};

enum class Enabled { yes, no };

/// The program writes configuration in one place: sources.d beside the config, a file a source.
/// What a person wrote is never rewritten. Each function answers the file it changed, by rename,
/// and ends the verb (CommandFailure, exit 2) where the source is unknown, given twice, wrong, or
/// stands in a file of the person's own.
[[nodiscard]] std::string add_source(const Config& config, const NewSource& source);
[[nodiscard]] std::string remove_source(const Config& config, const std::string& id);
[[nodiscard]] std::string enable_source(const Config& config, const std::string& id,
                                        Enabled enabled);

}  // namespace claimtrail
