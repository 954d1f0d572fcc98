#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/diagnostic.h"
#include "core/store/store.h"

#include "cli/desk/config.h"
#include "cli/exit_codes.h"
#include "cli/render/output.h"
#include "cli/render/terminal.h"

namespace claimtrail {

/// What the flags say that any verb takes.
struct GlobalOptions {
  std::string config;
  std::string database;
  bool quiet = false;
  bool verbose = false;
  bool json = false;
  bool no_color = false;
  bool version = false;
};

/// Ends a verb with a code and messages for standard error. Thrown by verbs, caught once in `main`.
class CommandFailure : public std::runtime_error {
 public:
  CommandFailure(ExitCode code, std::vector<Diagnostic> problems);
  CommandFailure(ExitCode code, std::string message, std::string hint = {});
  [[nodiscard]] ExitCode code() const { return code_; }
  [[nodiscard]] const std::vector<Diagnostic>& problems() const { return problems_; }

 private:
  ExitCode code_;
  std::vector<Diagnostic> problems_;
};

/// What one run of the program shares with its verb. Belongs to the main thread.
class Session {
 public:
  Session(GlobalOptions options, std::stop_token interrupted);

  [[nodiscard]] const GlobalOptions& options() const { return options_; }
  [[nodiscard]] bool json() const { return options_.json; }
  [[nodiscard]] const Terminal& terminal() const { return terminal_; }
  [[nodiscard]] Output& output() { return output_; }
  /// Requested at the first Ctrl-C once a verb has asked for it: the verb then ends in good order
  /// by itself. A second one, or one that no verb waits for, ends the program at once.
  [[nodiscard]] std::stop_token interrupted();

  /// Reads the config on first use. Mistakes end the verb: all of them, exit 2.
  [[nodiscard]] const Config& config();
  /// Opens the desk's database, made when it is missing.
  [[nodiscard]] std::unique_ptr<Store> open_store();

  /// A message on standard error: warnings unless --quiet, errors always.
  void tell(const Diagnostic& diagnostic) const;
  void tell_error(std::string_view message) const;
  /// Progress and results for a person: only where standard error is a terminal or with -v, never
  /// with --quiet.
  void note(std::string_view message) const;

 private:
  GlobalOptions options_;
  std::stop_token interrupted_;
  Terminal terminal_;
  Output output_;
  std::optional<Config> config_;
};

}  // namespace claimtrail
