#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/exit_codes.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace claimtrail {

class Session;
using Run = std::function<ExitCode(Session&)>;

enum class Need { optional, required };

/// How an option or an argument is spelled and explained. Help, the man page and the completions
/// are made from the same rows.
struct OptionRow {
  std::string name;   ///< "--since", "-q,--quiet"; for an argument "FILE"
  std::string value;  ///< what stands for its value: "DAY"; empty for flags and arguments
  std::string help;
  std::vector<std::string> words = {};  ///< the only values it takes; empty: any
  Need need = Need::optional;
  std::string excludes = {};  ///< another option that may not be given beside it
  bool repeated = false;      ///< set by the functions that take lists
};

/// One command of the tree: the program, a verb, or what stands below a verb. The references it is
/// given must live until the command line has been parsed and its command has run.
class Command {
 public:
  Command(std::string name, std::string help);
  ~Command();
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  Command& nested(std::string name, std::string help);
  void on_run(Run run) { run_ = std::move(run); }
  void examples(std::vector<std::string> lines) { examples_ = std::move(lines); }

  void flag(const OptionRow& row, bool& target);
  void option(const OptionRow& row, std::string& target);
  /// A whole number from 1 to 1024.
  void option(const OptionRow& row, unsigned& target);
  /// May be given several times, one value each.
  void option(const OptionRow& row, std::vector<std::string>& target);
  void argument(const OptionRow& row, std::string& target);
  void argument(const OptionRow& row, std::vector<std::string>& target);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& help() const { return help_; }
  [[nodiscard]] std::string full_name() const;  ///< "claimtrail cron install"
  [[nodiscard]] const Command* parent() const { return parent_; }
  [[nodiscard]] const Run& run() const { return run_; }
  [[nodiscard]] const std::vector<std::string>& example_lines() const { return examples_; }
  [[nodiscard]] const std::vector<OptionRow>& options() const { return options_; }
  [[nodiscard]] const std::vector<OptionRow>& arguments() const { return arguments_; }
  [[nodiscard]] const std::vector<std::unique_ptr<Command>>& commands() const { return nested_; }

 private:
  friend struct CommandParser;
  Command(std::string name, std::string help, Command& parent);
  void finish(CLI::Option& option, const OptionRow& row);

  std::string name_;
  std::string help_;
  Command* parent_ = nullptr;
  std::unique_ptr<CLI::App> own_app_;  ///< of the program alone
  CLI::App* app_ = nullptr;
  Run run_;
  std::vector<std::string> examples_;
  std::vector<OptionRow> options_;
  std::vector<OptionRow> arguments_;
  std::vector<std::unique_ptr<Command>> nested_;
};

/// What a command line asks for.
struct ParsedCommandLine {
  enum class Wish { run, help, wrong } wish = Wish::run;
  const Command* command = nullptr;  ///< the innermost one that was named
  std::string mistake;               ///< where it is wrong, with the nearest right word
};

/// Parses the words after the program's name. Options of the program may stand anywhere.
[[nodiscard]] ParsedCommandLine parse_command_line(Command& program,
                                                   std::vector<std::string> words);

}  // namespace claimtrail
