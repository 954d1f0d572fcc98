#include "cli/commands/verbs.h"

#include <array>

#include "cli/commands/add.h"
#include "cli/commands/backup.h"
#include "cli/commands/check.h"
#include "cli/commands/claims.h"
#include "cli/commands/config_verb.h"
#include "cli/commands/cron.h"
#include "cli/commands/doctor.h"
#include "cli/commands/export.h"
#include "cli/commands/extract.h"
#include "cli/commands/flags.h"
#include "cli/commands/help_verb.h"
#include "cli/commands/import.h"
#include "cli/commands/init.h"
#include "cli/commands/lists.h"
#include "cli/commands/match.h"
#include "cli/commands/reanalyse.h"
#include "cli/commands/refresh.h"
#include "cli/commands/report.h"
#include "cli/commands/review.h"
#include "cli/commands/rules.h"
#include "cli/commands/show.h"
#include "cli/commands/sources.h"
#include "cli/commands/status.h"
#include "cli/commands/verify.h"

namespace claimtrail {
namespace {

constexpr std::array table = {
    Verb{"init", "make a desk: a commented config that works, and the database", define_init},
    Verb{"add", "read reports from files, an address or standard input, and store them",
         define_add},
    Verb{"extract", "print the claims, figures, dates or text of documents; no database",
         define_extract},
    Verb{"match", "for each text, the earlier claims most like it", define_match},
    Verb{"refresh", "fetch sources, visit reports again, store, link, check", define_refresh},
    Verb{"reanalyse", "derive text and claims anew from the stored bytes", define_reanalyse},
    Verb{"sources", "where reports come from", define_sources},
    Verb{"cron", "fetch by itself: lines for cron, units for systemd", define_cron},
    Verb{"config", "what is configured, and what is wrong with it", define_config},
    Verb{"claims", "list claims: who says what", define_claims},
    Verb{"questions", "list questions, declared and discovered", define_questions},
    Verb{"reports", "list reports", define_reports},
    Verb{"claimants", "list who claims are attributed to", define_claimants},
    Verb{"flags", "list flags: where the attributions conflict", define_flags},
    Verb{"show", "show one claim, report, revision, question, claimant or flag, whole",
         define_show},
    Verb{"check", "evaluate the rules on what is stored", define_check},
    Verb{"rules", "list, show, check, test and explain rules", define_rules},
    Verb{"review", "decide on flags and claims, evidence first", define_review},
    Verb{"report", "write a provenance report to hand on", define_report},
    Verb{"verify", "compute every hash and span anew, of the database or of a report file",
         define_verify},
    Verb{"export", "write what is stored for other tools: WARC", define_export},
    Verb{"import", "take in WARC files", define_import},
    Verb{"status", "how much there is, and how the sources do", define_status},
    Verb{"doctor", "what is wrong and what to do", define_doctor},
    Verb{"backup", "copy the database while it is in use", define_backup},
    Verb{"help", "the verbs; the man page and shell completions", define_help},
};

}  // namespace

std::span<const Verb> verbs() { return table; }

void define_program(Command& program, GlobalOptions& options) {
  program.option({"--config", "FILE", "the desk's config"}, options.config);
  program.option({"--db", "FILE", "the database, whatever the config says"}, options.database);
  program.flag({"-q,--quiet", "", "print errors only"}, options.quiet);
  program.flag({"-v,--verbose", "", "say what was done, on standard error"}, options.verbose);
  program.flag({"--json", "", "print NDJSON: one object a line"}, options.json);
  program.flag({"--no-color", "", "no colours"}, options.no_color);
  program.flag({"--version", "", "print the versions of program and libraries"}, options.version);
  for (const Verb& verb : verbs()) verb.define(program.nested(verb.name, verb.help));
}

}  // namespace claimtrail
