#include "cli/commands/config_verb.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/config_settings.h"
#include "cli/commands/session.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

// Rule packs are part of the config, so their mistakes are told together with the others.
ExitCode run_check(Session& session) {
  const auto config = load_config({session.options().config, session.options().database});
  std::vector<Diagnostic> problems = config ? std::vector<Diagnostic>() : config.error();
  if (config) {
    const auto rules = load_rules(config->rules);
    if (!rules) problems = rules.error();
  }
  if (!problems.empty()) throw CommandFailure(ExitCode::usage, std::move(problems));
  session.note(fmt::format(
      "{}: {}, {}, nothing wrong", config->path.empty() ? "no config, defaults" : config->path,
      count_of(static_cast<long long>(config->sources.size()), "source"),
      count_of(static_cast<long long>(config->desk.questions.size()), "question")));
  return ExitCode::fine;
}

ExitCode run_show(bool with_origin, Session& session) {
  const Config& config = session.config();
  Table table(with_origin ? std::vector<std::string>{"SETTING", "FROM", "VALUE"}
                          : std::vector<std::string>{"SETTING", "VALUE"});
  JsonWriter json;
  for (const Setting& setting : settings_of(config)) {
    if (session.json()) {
      json.begin_object();
      json.string("key", setting.key);
      json.string("value", setting.value);
      json.string("from", setting.from);
      json.end_object();
      session.output().write(json.take_line());
    } else if (with_origin) {
      table.row({setting.key, setting.from, setting.value});
    } else {
      table.row({setting.key, setting.value});
    }
  }
  table.print(session.output(), session.terminal());
  if (with_origin) {
    session.note(fmt::format("config: {} ({})", config.path.empty() ? "none" : config.path,
                             to_string(config.origin)));
  }
  return ExitCode::fine;
}

}  // namespace

void define_config(Command& command) {
  command.nested("check", "tell every mistake in the config and the rule packs").on_run(run_check);
  Command& show = command.nested("show", "print every setting that is in force");
  const auto origin = std::make_shared<bool>(false);
  show.flag({"--origin", "", "also say where each came from"}, *origin);
  show.on_run([origin](Session& session) { return run_show(*origin, session); });
  command.examples({"claimtrail config check", "claimtrail config show --origin"});
}

}  // namespace claimtrail
