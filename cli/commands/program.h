#pragma once

namespace claimtrail {

/// Parses the command line, runs the verb and gives the exit status. The one place where exceptions
/// end: each becomes a message on standard error and a code of the table in cli/exit_codes.h.
[[nodiscard]] int run_program(int argc, const char* const* argv);

}  // namespace claimtrail
