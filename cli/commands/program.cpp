#include "cli/commands/program.h"

#include <csignal>

#include <fmt/format.h>

#include "cli/commands/interrupt.h"
#include "cli/commands/verbs.h"
#include "cli/help/help_text.h"
#include "cli/help/version.h"

namespace claimtrail {
namespace {

int wrong_usage(const ParsedCommandLine& parsed) {
  fmt::print(stderr, "claimtrail: {}\nTry '{} --help'.\n", parsed.mistake,
             parsed.command->full_name());
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
  Command program("claimtrail",
                  "Follows contested stories across news outlets: who says what, where and since "
                  "when, and where that disagrees.");
  define_program(program, options);
  const ParsedCommandLine parsed = parse_command_line(program, {argv + 1, argv + argc});
  if (parsed.wish == ParsedCommandLine::Wish::wrong) return wrong_usage(parsed);
  const bool about_program = parsed.wish == ParsedCommandLine::Wish::help || options.version;
  Session session(options, interrupted);
  const Run answer = [&](Session& own) {
    own.output().write(options.version ? version_text() : help_text(*parsed.command));
    return ExitCode::fine;
  };
  if (!about_program && !parsed.command->run()) {
    fmt::print(stderr, "{}", help_text(*parsed.command));
    return static_cast<int>(ExitCode::usage);
  }
  const ExitCode code =
      run_verb(about_program ? answer : parsed.command->run(), session, interrupted);
  return code == ExitCode::interrupted ? interrupted_status() : static_cast<int>(code);
}

}  // namespace claimtrail
