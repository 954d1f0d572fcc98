#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/desk/config.h"

namespace claimtrail {

/// A source as the command line gives it; empty fields are worked out or left out.
struct NewSource {
  std::string location;
  std::string id;
  std::string title;  ///< what a list calls it: an id is made of it where none is given
  std::string outlet;
  std::string kind;
  std::string schedule;
  std::string every;
  std::string timezone;
  std::string robots;   ///< "obey" or "ignore"; empty: obey
  std::string enabled;  ///< "true" or "false"; empty: true
  std::string file;     ///< set once it is written
};

enum class Enabled { yes, no };

/// What became of many sources that were to be added.
struct AddedSources {
  std::string file;  ///< empty when nothing was left to add
  std::vector<NewSource> added;
  std::vector<std::pair<NewSource, std::string>> skipped;  ///< with why, in words
};

/// The program writes configuration in one place: sources.d beside the config, a file a source.
/// What a person wrote is never rewritten. Each function changes a file by rename and answers it,
/// and ends the verb (CommandFailure, exit 2) where the source is unknown, given twice, wrong, or
/// stands in a file of the person's own.
///
/// The source as it was written, with its id, kind and file.
[[nodiscard]] NewSource add_source(const Config& config, NewSource source);
/// Ends the verb where the id is taken or the location followed already.
void refuse_followed(const Config& config, const NewSource& source);
/// Many in one file, whose name is made from `name`. One whose location is followed already or
/// comes twice, or that no refresh could fetch, is skipped; an id that is taken gets a number.
[[nodiscard]] AddedSources add_sources(const Config& config, std::vector<NewSource> sources,
                                       const std::string& name);
[[nodiscard]] std::string remove_source(const Config& config, const std::string& id);
[[nodiscard]] std::string enable_source(const Config& config, const std::string& id,
                                        Enabled enabled);

}  // namespace claimtrail
