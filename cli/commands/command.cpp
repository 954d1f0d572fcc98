#include "cli/commands/command.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/diagnostics/diagnostic.h"

namespace claimtrail {
namespace {

CLI::Validator only(const std::vector<std::string>& words) {
  const auto check = [words](const std::string& value) -> std::string {
    if (std::find(words.begin(), words.end(), value) != words.end()) return {};
    const std::string near = nearest(value, words);
    return fmt::format("'{}' is none of {}{}", value, fmt::join(words, ", "),
                       near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
  };
  return {check, ""};
}

std::vector<std::string> flags_of(const Command& command) {
  std::vector<std::string> flags = {"--help"};
  for (const Command* at = &command; at != nullptr; at = at->parent()) {
    for (const OptionRow& row : at->options())
      flags.push_back(row.name.substr(row.name.find("--")));
  }
  return flags;
}

std::string unexpected(const Command& command, const std::string& word) {
  const bool is_flag = word.size() > 1 && word.front() == '-';
  std::vector<std::string> names;
  for (const auto& nested : command.commands()) names.push_back(nested->name());
  std::string message;
  if (is_flag) {
    names = flags_of(command);
    message = fmt::format("{} has no flag '{}'", command.full_name(), word);
  } else if (names.empty()) {
    message = fmt::format("{} does not expect '{}'", command.full_name(), word);
  } else {
    message = fmt::format("'{}' is no verb of {}", word, command.full_name());
  }
  const std::string near = nearest(word.substr(0, word.find('=')), names);
  return near.empty() ? message : message + fmt::format("; did you mean '{}'?", near);
}

}  // namespace

Command::Command(std::string name, std::string help)
    : name_(std::move(name)),
      help_(std::move(help)),
      own_app_(std::make_unique<CLI::App>(help_, name_)),
      app_(own_app_.get()) {
  // One verb a command line: a second one is a word for the first ("help init").
  app_->require_subcommand(0, 1);
}

Command::Command(std::string name, std::string help, Command& parent)
    : name_(std::move(name)),
      help_(std::move(help)),
      parent_(&parent),
      app_(parent.app_->add_subcommand(name_, help_)) {
  app_->fallthrough();
}

Command::~Command() = default;

Command& Command::nested(std::string name, std::string help) {
  nested_.push_back(std::unique_ptr<Command>(new Command(std::move(name), std::move(help), *this)));
  return *nested_.back();
}

void Command::finish(CLI::Option& option, const OptionRow& row) {
  if (!row.words.empty()) option.check(only(row.words));
  if (row.need == Need::required) option.required();
  if (!row.excludes.empty()) option.excludes(app_->get_option(row.excludes));
}

void Command::flag(const OptionRow& row, bool& target) {
  finish(*app_->add_flag(row.name, target, row.help), row);
  options_.push_back(row);
}

void Command::option(const OptionRow& row, std::string& target) {
  finish(*app_->add_option(row.name, target, row.help), row);
  options_.push_back(row);
}

void Command::option(const OptionRow& row, unsigned& target) {
  CLI::Option* option = app_->add_option(row.name, target, row.help);
  option->check(CLI::Range(1, 1024));
  finish(*option, row);
  options_.push_back(row);
}

void Command::option(const OptionRow& row, std::vector<std::string>& target) {
  finish(*app_->add_option(row.name, target, row.help)->allow_extra_args(false), row);
  options_.push_back(row);
  options_.back().repeated = true;
}

void Command::argument(const OptionRow& row, std::string& target) {
  finish(*app_->add_option(row.name, target, row.help), row);
  arguments_.push_back(row);
}

void Command::argument(const OptionRow& row, std::vector<std::string>& target) {
  finish(*app_->add_option(row.name, target, row.help), row);
  arguments_.push_back(row);
  arguments_.back().repeated = true;
}

std::string Command::full_name() const {
  return parent_ == nullptr ? name_ : parent_->full_name() + " " + name_;
}

struct CommandParser {
  static const Command& named(const Command& command) {
    for (const auto& nested : command.commands()) {
      if (nested->app_->parsed()) return named(*nested);
    }
    return command;
  }

  static ParsedCommandLine parse(Command& program, std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());
    try {
      program.app_->parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
      return {ParsedCommandLine::Wish::help, &named(program), {}};
    } catch (const CLI::ParseError& error) {
      const Command& command = named(program);
      const auto rest = program.app_->remaining(true);
      const bool extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !rest.empty();
      return {ParsedCommandLine::Wish::wrong, &command,
              extra ? unexpected(command, rest.front()) : std::string(error.what())};
    }
    return {ParsedCommandLine::Wish::run, &named(program), {}};
  }
};

ParsedCommandLine parse_command_line(Command& program, std::vector<std::string> words) {
  return CommandParser::parse(program, std::move(words));
}

}  // namespace claimtrail
