#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "cli/commands/session.h"
#include "cli/exit_codes.h"

namespace CLI {
class App;
}

namespace claimtrail {

using Run = std::function<ExitCode(Session&)>;

/// Which function each command of the tree runs. A command without one only groups others.
class Runs {
 public:
  void add(const CLI::App& command, Run run) { runs_[&command] = std::move(run); }
  [[nodiscard]] const Run* find(const CLI::App& command) const {
    const auto found = runs_.find(&command);
    return found == runs_.end() ? nullptr : &found->second;
  }

 private:
  std::map<const CLI::App*, Run> runs_;
};

/// One verb. Help, man page, completions and suggestions all come from this table and from what
/// `define` adds to the command: options, nested commands, examples (the footer).
struct Verb {
  const char* name;
  const char* help;  ///< one line
  void (*define)(CLI::App& command, Runs& runs);
};

/// Every verb, in the order help shows them.
[[nodiscard]] std::span<const Verb> verbs();

/// Adds the global flags and every verb to `app`.
void define_program(CLI::App& app, GlobalOptions& options, Runs& runs);

}  // namespace claimtrail
