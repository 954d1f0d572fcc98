#include "cli/commands/session.h"

#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "core/store/sqlite/sqlite_store.h"

#include "cli/commands/interrupt.h"

namespace claimtrail {
namespace {

std::vector<Diagnostic> one_problem(std::string message, std::string hint) {
  Diagnostic problem;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return {problem};
}

}  // namespace

CommandFailure::CommandFailure(ExitCode code, std::vector<Diagnostic> problems)
    : std::runtime_error("command failed"), code_(code), problems_(std::move(problems)) {}

CommandFailure::CommandFailure(ExitCode code, std::string message, std::string hint)
    : CommandFailure(code, one_problem(std::move(message), std::move(hint))) {}

Session::Session(GlobalOptions options, std::stop_token interrupted)
    : options_(std::move(options)),
      interrupted_(std::move(interrupted)),
      terminal_(options_.no_color ? ColourChoice::never : ColourChoice::automatic) {}

std::stop_token Session::interrupted() {
  end_in_good_order();
  return interrupted_;
}

const Config& Session::config() {
  if (!config_) {
    auto config = load_config({options_.config, options_.database});
    if (!config) throw CommandFailure(ExitCode::usage, std::move(config.error()));
    config_ = std::move(*config);
  }
  return *config_;
}

std::unique_ptr<Store> Session::open_store() {
  const std::filesystem::path path = config().database;
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) {
    throw CommandFailure(ExitCode::runtime,
                         fmt::format("cannot make the directory {}: {}",
                                     path.parent_path().string(), error.message()));
  }
  return open_sqlite_store(path.string());
}

void Session::tell(const Diagnostic& diagnostic) const {
  if (options_.quiet && diagnostic.severity != DiagnosticSeverity::error) return;
  std::string text = render(diagnostic);
  if (diagnostic.file.empty()) text = "claimtrail: " + text;
  text += '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Session::tell_error(std::string_view message) const {
  Diagnostic diagnostic;
  diagnostic.message = std::string(message);
  tell(diagnostic);
}

void Session::note(std::string_view message) const {
  if (options_.quiet) return;
  if (!terminal_.messages_are_terminal() && !options_.verbose) return;
  std::string text(message);
  text += '\n';
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace claimtrail
