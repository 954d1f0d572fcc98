#include "cli/commands/program.h"

#include <csignal>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands/interrupt.h"
#include "cli/commands/verbs.h"
#include "cli/help/version.h"

namespace claimtrail {
namespace {

void complain(std::string_view message) { fmt::print(stderr, "claimtrail: {}\n", message); }

/// The innermost command that was named on the command line.
const CLI::App& named_command(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : named_command(*named.front());
}

std::vector<std::string> names_below(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* nested : command.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(nested->get_name());
  }
  return names;
}

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::App* at = &command; at != nullptr; at = at->get_parent()) {
    for (const CLI::Option* option : at->get_options()) {
      for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    }
  }
  return flags;
}

std::string full_name(const CLI::App& command) {
  return command.get_parent() == nullptr
             ? command.get_name()
             : full_name(*command.get_parent()) + " " + command.get_name();
}

std::string unexpected_word(const CLI::App& command, const std::string& word) {
  const bool is_flag = word.size() > 1 && word.front() == '-';
  const auto names = is_flag ? flags_of(command) : names_below(command);
  std::string message = is_flag ? fmt::format("{} has no flag '{}'", full_name(command), word)
                        : names.empty()
                            ? fmt::format("{} does not expect '{}'", full_name(command), word)
                            : fmt::format("'{}' is no verb of {}", word, full_name(command));
  const std::string near = nearest(word.substr(0, word.find('=')), names);
  if (!near.empty()) message += fmt::format("; did you mean '{}'?", near);
  return message;
}

int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = named_command(app);
  const auto rest = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !rest.empty()) {
    complain(unexpected_word(command, rest.front()));
  } else {
    complain(error.what());
  }
  fmt::print(stderr, "Try '{} --help'.\n", full_name(command));
  return static_cast<int>(ExitCode::usage);
}

ExitCode exit_code_of(const StoreError& error) {
  return error.kind() == StoreError::Kind::busy ? ExitCode::busy : ExitCode::runtime;
}

ExitCode run_verb(const Run& run, Session& session, std::stop_token interrupted) {
  try {
    const ExitCode code = run(session);
    session.output().flush();
    return interrupted.stop_requested() ? ExitCode::interrupted : code;
  } catch (const BrokenPipe&) {
    return ExitCode::fine;
  } catch (const CommandFailure& failure) {
    session.output().flush();
    for (const Diagnostic& problem : failure.problems()) session.tell(problem);
    return failure.code();
  } catch (const StoreError& error) {
    session.tell_error(error.what());
    return exit_code_of(error);
  } catch (const std::exception& error) {
    session.tell_error(error.what());
    return ExitCode::runtime;
  }
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);
  const std::stop_token interrupted = watch_for_interrupts();
  GlobalOptions options;
  Runs runs;
  CLI::App app(
      "Follows contested stories across news outlets: who says what, where and since when.",
      "claimtrail");
  define_program(app, options, runs);
  app.set_version_flag("--version", version_text, "print the versions of program and libraries");
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    fmt::print("{}", named_command(app).help());
    return 0;
  } catch (const CLI::CallForVersion&) {
    fmt::print("{}", version_text());
    return 0;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  }
  const CLI::App& command = named_command(app);
  const Run* run = runs.find(command);
  if (run == nullptr) {
    fmt::print(stderr, "{}", command.help());
    return static_cast<int>(ExitCode::usage);
  }
  Session session(options, interrupted);
  const ExitCode code = run_verb(*run, session, interrupted);
  return code == ExitCode::interrupted ? interrupted_status() : static_cast<int>(code);
}

}  // namespace claimtrail
