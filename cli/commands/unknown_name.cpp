#include "cli/commands/unknown_name.h"

#include <fmt/format.h>

#include "cli/commands/session.h"

namespace claimtrail {

void refuse_unknown_name(const std::string& kind, const std::string& name,
                         const std::vector<std::string>& known, const std::string& lister) {
  const std::string near = nearest(name, known);
  throw CommandFailure(ExitCode::usage, fmt::format("there is no {} '{}'", kind, name),
                       near.empty() ? fmt::format("'claimtrail {}' lists them", lister)
                                    : fmt::format("did you mean '{}'?", near));
}

}  // namespace claimtrail
