#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "cli/commands/session.h"
#include "cli/render/json_stored.h"

namespace claimtrail {

/// How long a source may be late before it is stale.
inline constexpr std::chrono::milliseconds usual_grace = std::chrono::hours{1};

/// The sources of the config beside what is remembered of them. A source is stale when it is
/// enabled, not gone, and either never was fetched or its last success lies further back than one
/// turn of its schedule (or a wait that it asked for) and `grace`. Must not outlive the session.
class SourceLines {
 public:
  explicit SourceLines(Session& session, std::chrono::milliseconds grace = usual_grace);

  /// In the order of the config.
  [[nodiscard]] const std::vector<SourceLine>& all() const { return lines_; }
  /// An unknown id ends the verb, exit 2, with the nearest one.
  [[nodiscard]] const SourceLine& one(const std::string& id) const;

 private:
  std::map<std::string, SourceState> states_;
  std::vector<SourceLine> lines_;
};

/// What a person should know of a source beside its health: "stale", "robots ignored", "moved to
/// …", the last error; joined by "; ", empty when there is nothing.
[[nodiscard]] std::string remarks_on(const SourceLine& line);

/// "*/15 * * * *", "every 30m", "every 30m, adaptive".
[[nodiscard]] std::string rhythm_of(const SourceSettings& source);

/// One source for a person.
void print_source(Session& session, const SourceLine& line);

}  // namespace claimtrail
