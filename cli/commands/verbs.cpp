#include "cli/commands/verbs.h"

#include <array>

#include <CLI/CLI.hpp>

#include "cli/commands/extract.h"

namespace claimtrail {
namespace {

constexpr std::array table = {
    Verb{"extract", "print the claims, figures, dates or text of documents", define_extract},
};

// Global flags may stand anywhere: a command hands up what it does not know itself.
void let_global_flags_through(CLI::App& command) {
  command.fallthrough();
  for (CLI::App* nested : command.get_subcommands({})) let_global_flags_through(*nested);
}

}  // namespace

std::span<const Verb> verbs() { return table; }

void define_program(CLI::App& app, GlobalOptions& options, Runs& runs) {
  app.add_option("--config", options.config, "the desk's config file")->type_name("FILE");
  app.add_option("--db", options.database, "the database, whatever the config says")
      ->type_name("FILE");
  app.add_flag("-q,--quiet", options.quiet, "print errors only");
  app.add_flag("-v,--verbose", options.verbosity, "say more on standard error");
  app.add_flag("--json", options.json, "print lists as NDJSON: one object a line");
  app.add_flag("--no-color", options.no_color, "no colours");
  for (const Verb& verb : verbs()) {
    CLI::App* command = app.add_subcommand(verb.name, verb.help);
    verb.define(*command, runs);
    let_global_flags_through(*command);
  }
}

}  // namespace claimtrail
