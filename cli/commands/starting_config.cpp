#include "cli/commands/starting_config.h"

namespace claimtrail {

const std::string& starting_config() {
  static const std::string text =
      R"(# The config of one desk. 'claimtrail config check' tells every mistake in it;
# 'claimtrail config show' prints what is in force. Paths are relative to this file.

desk:
  name: My desk
  # Sent along in the User-Agent of every request, so that outlets can reach you.
  # contact: "mailto:desk@example.org"
  database: claimtrail.db
  timezone: UTC

# How to fetch. These are the defaults.
# fetch:
#   per_host_delay: 2s
#   timeout: 20s
#   max_bytes: 8MB
#   jobs: 64
#   allow_private_networks: false

# Where reports come from: feed, page or directory, with a cron expression or an interval.
# 'claimtrail sources test URL' tries one; 'claimtrail sources add URL' writes one to sources.d.
sources: []
#   - {id: example-world, outlet: Example Times, feed: "https://www.example.org/world.rss", schedule: "*/15 * * * *"}
#   - {id: clippings, outlet: Own archive, directory: ./clippings, every: 1h}

# Who publishes. Outlets of one publisher_family do not confirm each other.
# outlets:
#   - {name: Example Times, publisher_family: Example Group, kind: newspaper, timezone: Europe/London}

# Who claims are attributed to, under whatever name a report gives them.
# claimants:
#   - {name: Jane Roe, kind: named_person, aliases: ["Gen. Jane Roe", "Chief of Staff Jane Roe"]}

# What the desk wants to know. Other questions are found in the reports.
# questions:
#   - id: bridge-deaths
#     ask: How many people died when the bridge fell?
#     about: [bridge]
#     entities: [Example City]
#     predicate: kill
#     dimension: count
#     behaves: running_total   # or point, daily, fixed
#     window: 14d

# Which rules raise flags. 'claimtrail rules list' prints them.
rules:
  packs: [builtin]
#   override: {unattributed-figure: {severity: info}}

# What is known and need not be told again.
# suppressions:
#   - {rule: figure-conflict, question: bridge-deaths, reason: different cut-off dates, by: me, until: 2026-03-01}
)";
  return text;
}

}  // namespace claimtrail
