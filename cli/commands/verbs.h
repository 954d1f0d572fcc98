#pragma once

#include <span>

#include "cli/commands/command.h"
#include "cli/commands/session.h"

namespace claimtrail {

/// One verb. Help, man page, completions and suggestions all come from this table and from what
/// `define` adds to the command: options, nested commands, examples.
struct Verb {
  const char* name;
  const char* help;  ///< one line
  void (*define)(Command& command);
};

/// Every verb, in the order help shows them.
[[nodiscard]] std::span<const Verb> verbs();

/// Adds the global flags and every verb to the program's command.
void define_program(Command& program, GlobalOptions& options);

}  // namespace claimtrail
