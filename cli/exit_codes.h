#pragma once

#include <array>

namespace claimtrail {

/// What the program says by how it ends. Codes are only ever added; a code a reader does not know
/// is a failure.
enum class ExitCode : int {
  fine = 0,
  findings = 1,
  usage = 2,
  partial = 3,
  runtime = 4,
  busy = 75,
  interrupted = 130
};

struct ExitCodeRow {
  ExitCode code;
  const char* meaning;
};

/// The table that help and the man page print.
inline constexpr std::array<ExitCodeRow, 7> exit_codes = {{
    {ExitCode::fine, "all went well"},
    {ExitCode::findings, "there are findings, or the answer is no"},
    {ExitCode::usage, "the command line or the config is wrong; nothing was done"},
    {ExitCode::partial, "some sources or documents failed, the others were done"},
    {ExitCode::runtime, "the work could not be done: database, disk, network"},
    {ExitCode::busy, "another refresh holds the lock; try again later"},
    {ExitCode::interrupted, "interrupted"},
}};

}  // namespace claimtrail
