#include <functional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/help/help_text.h"

namespace claimtrail {
namespace {

using Visit = std::function<void(const Command&)>;

void each_command(const Command& command, const Visit& visit) {
  visit(command);
  for (const auto& nested : command.commands()) each_command(*nested, visit);
}

std::vector<std::string> words_after(const Command& command, const Command& program) {
  std::vector<std::string> words;
  for (const auto& nested : command.commands()) words.push_back(nested->name());
  for (const OptionRow& argument : command.arguments()) {
    words.insert(words.end(), argument.words.begin(), argument.words.end());
  }
  for (const OptionRow& option : command.options()) words.push_back(long_name(option));
  if (&command != &program) {
    for (const OptionRow& option : program.options()) {
      words.push_back(long_name(option));
    }
  }
  return words;
}

// Both shells run this: it follows the words to the innermost command, then offers what may stand
// there. An option that takes only certain words offers those, one that takes any value files.
std::string bourne_body(const Command& program) {
  std::string commands;
  std::string options;
  std::string paths;
  each_command(program, [&](const Command& command) {
    commands += fmt::format("    '{}') offered='{}' ;;\n", command.full_name(),
                            fmt::join(words_after(command, program), " "));
    for (const auto& nested : command.commands()) {
      paths += fmt::format("      '{} {}') command='{}' ;;\n", command.full_name(), nested->name(),
                           nested->full_name());
    }
    for (const OptionRow& option : command.options()) {
      if (value_of(option).empty()) continue;
      const bool anywhere = &command == &program;
      options +=
          fmt::format("    {} {}') values='{}' ;;\n",
                      anywhere ? std::string("*'") : "'" + command.full_name(), long_name(option),
                      option.words.empty() ? std::string("-")
                                           : fmt::format("{}", fmt::join(option.words, " ")));
    }
  });
  return fmt::format(
      "  local command=claimtrail offered='' values='' word\n"
      "  for word in \"${{before[@]}}\"; do\n"
      "    case \"$command $word\" in\n{}    esac\n"
      "  done\n"
      "  case \"$command $previous\" in\n{}  esac\n"
      "  case \"$command\" in\n{}  esac\n",
      paths, options, commands);
}

std::string bash(const Command& program) {
  return "# claimtrail completion for bash; put it into "
         "~/.local/share/bash-completion/completions/claimtrail\n"
         "_claimtrail() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local before=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n" +
         bourne_body(program) +
         "  if [[ $values == - ]]; then COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "  elif [[ -n $values ]]; then COMPREPLY=($(compgen -W \"$values\" -- \"$current\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -W \"$offered\" -- \"$current\"))\n"
         "    [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _claimtrail claimtrail\n";
}

std::string zsh(const Command& program) {
  return "#compdef claimtrail\n"
         "# claimtrail completion for zsh; put it into a directory of $fpath as _claimtrail\n"
         "_claimtrail() {\n"
         "  local previous=\"${words[CURRENT-1]}\"\n"
         "  local -a before=(\"${(@)words[2,CURRENT-1]}\")\n" +
         bourne_body(program) +
         "  if [[ $values == - ]]; then _files\n"
         "  elif [[ -n $values ]]; then compadd -- ${=values}\n"
         "  else compadd -- ${=offered} || _files\n"
         "  fi\n"
         "}\n"
         "compdef _claimtrail claimtrail\n";
}

std::string fish_quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

// The names on the way to a command, each of which must have been typed.
std::string fish_condition(const Command& command) {
  std::string condition;
  std::string rest = command.full_name().substr(std::string("claimtrail").size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' ', 1), rest.size());
    condition += fmt::format("{}__fish_seen_subcommand_from{}", condition.empty() ? "" : "; and ",
                             rest.substr(0, end));
    rest.erase(0, end);
  }
  std::vector<std::string> below;
  for (const auto& nested : command.commands()) below.push_back(nested->name());
  if (below.empty()) return condition;
  return fmt::format("{}{}not __fish_seen_subcommand_from {}", condition,
                     condition.empty() ? "" : "; and ", fmt::join(below, " "));
}

std::string fish(const Command& program) {
  std::string script =
      "# claimtrail completion for fish; put it into ~/.config/fish/completions/claimtrail.fish\n";
  each_command(program, [&](const Command& command) {
    const std::string condition = fish_condition(command);
    for (const auto& nested : command.commands()) {
      script += fmt::format("complete -c claimtrail -f -n {} -a {} -d {}\n", fish_quoted(condition),
                            nested->name(), fish_quoted(nested->help()));
    }
    for (const OptionRow& option : command.options()) {
      script += fmt::format("complete -c claimtrail{} -l {} -d {}",
                            &command == &program || condition.empty()
                                ? std::string()
                                : fmt::format(" -n {}", fish_quoted(condition)),
                            long_name(option).substr(2), fish_quoted(option.help));
      if (!short_name(option).empty()) script += " -s " + short_name(option).substr(1);
      if (!option.words.empty()) {
        script +=
            fmt::format(" -x -a {}", fish_quoted(fmt::format("{}", fmt::join(option.words, " "))));
      } else if (!value_of(option).empty()) {
        script += " -r";
      }
      script += "\n";
    }
  });
  return script;
}

}  // namespace

std::string completion_script(const Command& program, const std::string& shell) {
  if (shell == "zsh") return zsh(program);
  if (shell == "fish") return fish(program);
  return bash(program);
}

}  // namespace claimtrail
