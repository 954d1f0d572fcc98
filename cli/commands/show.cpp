#include "cli/commands/show.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/options.h"
#include "cli/commands/show_kinds.h"

namespace claimtrail {
namespace {

struct ShowOptions {
  std::string kind;
  std::string id;
  bool why = false;
};

ExitCode run_show(const ShowOptions& options, Session& session) {
  const auto store = session.open_store();
  const ShowRequest request{*store, options.id, options.why};
  for (const ShownKind& kind : shown_kinds()) {
    if (options.kind != kind.name) continue;
    if (!kind.show(session, request)) {
      throw CommandFailure(ExitCode::usage,
                           fmt::format("there is no {} '{}'", kind.name, options.id),
                           fmt::format("'claimtrail {}' lists them", kind.list));
    }
  }
  return ExitCode::fine;
}

}  // namespace

void define_show(Command& command) {
  const auto options = std::make_shared<ShowOptions>();
  std::vector<std::string> kinds;
  for (const ShownKind& kind : shown_kinds()) kinds.emplace_back(kind.name);
  command.argument({"KIND", "", "what it is", kinds, Need::required}, options->kind);
  command.argument({"ID", "", "which one, as the lists print it", {}, Need::required}, options->id);
  command.flag({"--why", "", "for a claim: how it was read, word by word"}, options->why);
  command.examples({"claimtrail show claim 4f1c9a0d2b7e6358 --why",
                    "claimtrail show question nk-troops-deployed"});
  command.on_run([options](Session& session) { return run_show(*options, session); });
}

}  // namespace claimtrail
