#include <fmt/format.h>

#include "cli/exit_codes.h"
#include "cli/help/help_text.h"

namespace claimtrail {
namespace {

// roff reads a backslash as an escape, "-" as a hyphen, and a dot or quote that begins a line as a
// request.
std::string escaped(const std::string& text) {
  std::string result;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) result += "\\&";
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
    at_line_start = c == '\n';
  }
  return result;
}

void add_option(std::string& page, const OptionRow& option) {
  std::string names;
  for (const std::string& name : {short_name(option), long_name(option)}) {
    if (name.empty()) continue;
    names += (names.empty() ? "" : ", ") + fmt::format("\\fB{}\\fR", escaped(name));
  }
  const std::string value = names.empty() ? option.name : value_of(option);
  if (!value.empty()) {
    names += (names.empty() ? "" : " ") + fmt::format("\\fI{}\\fR", escaped(value));
  }
  page += fmt::format(".TP\n{}\n{}\n", names, escaped(option.help));
}

void add_command(std::string& page, const Command& command) {
  page += fmt::format(".SS {}\n{}\n", escaped(usage_of(command)), escaped(command.help()));
  for (const OptionRow& argument : command.arguments()) add_option(page, argument);
  for (const OptionRow& option : command.options()) add_option(page, option);
  if (!command.example_lines().empty()) page += ".PP\n.nf\n";
  for (const std::string& line : command.example_lines()) page += escaped(line) + "\n";
  if (!command.example_lines().empty()) page += ".fi\n";
  for (const auto& nested : command.commands()) add_command(page, *nested);
}

}  // namespace

std::string man_page(const Command& program) {
  std::string page = fmt::format(
      ".TH CLAIMTRAIL 1 \"\" \"claimtrail {}\" \"User commands\"\n"
      ".SH NAME\nclaimtrail \\- claim provenance and fact\\-check tracker\n"
      ".SH SYNOPSIS\n\\fB{}\\fR\n.SH DESCRIPTION\n{}\n"
      "Data goes to standard output, messages to standard error. With \\fB\\-\\-json\\fR every "
      "list "
      "is one JSON object a line; keys that are not known are to be ignored.\n",
      CLAIMTRAIL_VERSION, escaped(usage_of(program)), escaped(program.help()));
  page += ".SH OPTIONS\nThey may stand before or after any verb.\n";
  for (const OptionRow& option : program.options()) add_option(page, option);
  page += ".SH VERBS\n";
  for (const auto& verb : program.commands()) add_command(page, *verb);
  page += ".SH EXIT STATUS\n";
  for (const ExitCodeRow& row : exit_codes) {
    page += fmt::format(".TP\n\\fB{}\\fR\n{}\n", static_cast<int>(row.code), escaped(row.meaning));
  }
  page +=
      ".SH ENVIRONMENT\n"
      ".TP\n\\fBCLAIMTRAIL_CONFIG\\fR\nthe config file, where \\-\\-config is not given\n"
      ".TP\n\\fBCLAIMTRAIL_DB\\fR\nthe database, where \\-\\-db is not given\n"
      ".TP\n\\fBNO_COLOR\\fR\nno colours\n"
      ".SH FILES\n"
      ".TP\n\\fIclaimtrail.yaml\\fR\nthe config, here or in a directory above, else "
      "\\fI$XDG_CONFIG_HOME/claimtrail/claimtrail.yaml\\fR\n"
      ".TP\n\\fIsources.d/*.yaml\\fR\nbeside the config: what \\(oqclaimtrail sources add\\(cq "
      "wrote\n"
      ".TP\n\\fI$XDG_DATA_HOME/claimtrail/claimtrail.db\\fR\nthe database where no config names "
      "one\n";
  return page;
}

}  // namespace claimtrail
