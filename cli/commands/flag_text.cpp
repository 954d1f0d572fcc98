#include "cli/commands/flag_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/render/text.h"

namespace claimtrail {
namespace {

std::string outlets_of(const Flag& flag, const Side& side) {
  std::vector<std::string> outlets;
  for (const FrozenEvidence& evidence : flag.evidence) {
    const bool of_side = std::binary_search(side.claims.begin(), side.claims.end(), evidence.claim);
    if (of_side && !evidence.outlet.empty()) outlets.push_back(evidence.outlet);
  }
  std::sort(outlets.begin(), outlets.end());
  outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
  return fmt::format("{}", fmt::join(outlets, ", "));
}

}  // namespace

void print_flag(Session& session, const Flag& flag) {
  const Terminal& terminal = session.terminal();
  std::string head = fmt::format("{}  {}  {}  {}",
                                 terminal.paint(style_of(flag.severity), to_string(flag.severity)),
                                 terminal.paint(Style::bold, flag.rule), to_string(flag.status),
                                 terminal.paint(Style::dim, flag.id));
  if (!flag.question.empty()) head += fmt::format("  question {}", printable(flag.question));
  session.output().write(head + "\n");
  session.output().write(fmt::format("  {}\n", printable(flag.message)));
  for (const Side& side : flag.sides) {
    std::string line = fmt::format("    {}: {}", printable(side.position),
                                   count_of(static_cast<long long>(side.claims.size()), "claim"));
    const std::string outlets = outlets_of(flag, side);
    if (!outlets.empty()) line += fmt::format(" ({})", printable(outlets));
    session.output().write(cut_to(line, terminal.width()) + "\n");
  }
}

}  // namespace claimtrail
