#include "cli/commands/help_verb.h"

#include <memory>

#include <fmt/format.h>

#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/help/help_text.h"

namespace claimtrail {
namespace {

struct HelpOptions {
  std::vector<std::string> words;
  bool man = false;
  std::string completion;
};

const Command& find_command(const Command& program, const std::vector<std::string>& words) {
  const Command* at = &program;
  for (const std::string& word : words) {
    std::vector<std::string> names;
    const Command* next = nullptr;
    for (const auto& nested : at->commands()) {
      names.push_back(nested->name());
      if (nested->name() == word) next = nested.get();
    }
    if (next == nullptr) {
      const std::string near = nearest(word, names);
      throw CommandFailure(ExitCode::usage,
                           fmt::format("'{}' is no verb of {}", word, at->full_name()),
                           near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
    at = next;
  }
  return *at;
}

ExitCode run_help(const HelpOptions& options, const Command& program, Session& session) {
  if (options.man) {
    session.output().write(man_page(program));
  } else if (!options.completion.empty()) {
    session.output().write(completion_script(program, options.completion));
  } else {
    session.output().write(help_text(find_command(program, options.words)));
  }
  return ExitCode::fine;
}

}  // namespace

void define_help(Command& command) {
  const auto options = std::make_shared<HelpOptions>();
  command.argument({"VERB", "", "the verb, and the command below it"}, options->words);
  command.flag({"--man", "", "print the man page"}, options->man);
  command.option(
      {"--completion", "", "print the completion script of a shell", {"bash", "zsh", "fish"}},
      options->completion);
  command.examples({"claimtrail help cron install", "claimtrail help --man | man -l -",
                    "source <(claimtrail help --completion bash)"});
  command.on_run([options, &command](Session& session) {
    return run_help(*options, *command.parent(), session);
  });
}

}  // namespace claimtrail
