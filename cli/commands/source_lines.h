#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/commands/session.h"
#include "cli/render/json_stored.h"

namespace claimtrail {

/// The sources of the config beside what is remembered of them. Must not outlive the session.
class SourceLines {
 public:
  explicit SourceLines(Session& session);

  /// In the order of the config.
  [[nodiscard]] const std::vector<SourceLine>& all() const { return lines_; }
  /// An unknown id ends the verb, exit 2, with the nearest one.
  [[nodiscard]] const SourceLine& one(const std::string& id) const;

 private:
  std::map<std::string, SourceState> states_;
  std::vector<SourceLine> lines_;
};

/// One source for a person.
void print_source(Session& session, const SourceLine& line);

}  // namespace claimtrail
