#pragma once

#include <string>

#include "cli/commands/command.h"

namespace claimtrail {

/// "claimtrail extract [OPTIONS] [FILE...]".
[[nodiscard]] std::string usage_of(const Command& command);

/// What `--help` prints: usage, arguments, options, nested commands, examples; for the program
/// itself also the exit codes.
[[nodiscard]] std::string help_text(const Command& command);

/// The man page claimtrail(1), in roff.
[[nodiscard]] std::string man_page(const Command& program);

/// A completion script; `shell` is bash, zsh or fish.
[[nodiscard]] std::string completion_script(const Command& program, const std::string& shell);

/// "html|text" for an option that takes certain words, else what its row says.
[[nodiscard]] std::string value_of(const OptionRow& row);
/// "--quiet" and "-q" of "-q,--quiet"; empty where it has none.
[[nodiscard]] std::string long_name(const OptionRow& row);
[[nodiscard]] std::string short_name(const OptionRow& row);

}  // namespace claimtrail
