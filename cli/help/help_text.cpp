#include "cli/help/help_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/exit_codes.h"

namespace claimtrail {
namespace {

constexpr std::size_t widest_name = 26;

std::string argument_in_usage(const OptionRow& argument) {
  const std::string name = argument.name + (argument.repeated ? "..." : "");
  return argument.need == Need::required ? name : "[" + name + "]";
}

std::string name_of(const OptionRow& option) {
  std::string name = short_name(option);
  if (!name.empty()) name += ", ";
  name += long_name(option);
  const std::string value = value_of(option);
  return value.empty() ? name : name + " " + value;
}

void add_row(std::string& text, const std::string& name, const std::string& help) {
  if (name.size() <= widest_name) {
    text += fmt::format("  {:<{}}  {}\n", name, widest_name, help);
  } else {
    text += fmt::format("  {}\n  {:<{}}  {}\n", name, "", widest_name, help);
  }
}

void add_options(std::string& text, const char* title, const std::vector<OptionRow>& options) {
  if (options.empty()) return;
  text += fmt::format("\n{}:\n", title);
  for (const OptionRow& option : options) add_row(text, name_of(option), option.help);
}

}  // namespace

std::string long_name(const OptionRow& row) {
  const auto at = row.name.find("--");
  return at == std::string::npos ? std::string() : row.name.substr(at);
}

std::string short_name(const OptionRow& row) {
  const auto comma = row.name.find(',');
  return comma == std::string::npos ? std::string() : row.name.substr(0, comma);
}

std::string value_of(const OptionRow& row) {
  return row.words.empty() ? row.value : fmt::format("{}", fmt::join(row.words, "|"));
}

std::string usage_of(const Command& command) {
  std::string usage = command.full_name();
  if (!command.options().empty()) usage += " [OPTIONS]";
  if (!command.commands().empty()) usage += command.parent() == nullptr ? " VERB" : " COMMAND";
  for (const OptionRow& argument : command.arguments()) usage += " " + argument_in_usage(argument);
  return usage;
}

std::string help_text(const Command& command) {
  const bool is_program = command.parent() == nullptr;
  std::string text = fmt::format("{}\n\nUsage: {}\n", command.help(), usage_of(command));
  if (!command.arguments().empty()) {
    text += "\nArguments:\n";
    for (const OptionRow& row : command.arguments()) {
      add_row(text, row.words.empty() ? row.name : value_of(row), row.help);
    }
  }
  if (!command.commands().empty()) {
    text += is_program ? "\nVerbs:\n" : "\nCommands:\n";
    for (const auto& nested : command.commands()) add_row(text, nested->name(), nested->help());
  }
  add_options(text, is_program ? "Options, before or after any verb" : "Options",
              command.options());
  if (is_program) text += "\n'claimtrail VERB --help' explains one verb.\n";
  if (!command.example_lines().empty()) text += "\nExamples:\n";
  for (const std::string& line : command.example_lines()) text += "  " + line + "\n";
  if (is_program) {
    text += "\nExit codes:\n";
    for (const ExitCodeRow& row : exit_codes) {
      add_row(text, std::to_string(static_cast<int>(row.code)), row.meaning);
    }
  }
  return text;
}

}  // namespace claimtrail
