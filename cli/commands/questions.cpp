#include <map>
#include <set>

#include "cli/commands/lists.h"
#include "cli/commands/session.h"
#include "cli/render/json_stored.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct Tally {
  std::size_t readings = 0;
  std::set<std::string> claims;
  std::set<std::string> reports;
  std::size_t open_flags = 0;
};

std::map<std::string, Tally> tally(const Store& store) {
  std::map<std::string, Tally> tallies;
  std::map<std::string, std::string> report_of;
  for (const StoredClaim& claim : store.claims({})) report_of[claim.claim.id] = claim.report;
  for (const ReadingLink& link : store.links()) {
    Tally& of_question = tallies[link.question];
    ++of_question.readings;
    of_question.claims.insert(link.claim);
    const auto report = report_of.find(link.claim);
    if (report != report_of.end()) of_question.reports.insert(report->second);
  }
  FlagFilter open;
  open.status = FlagStatus::open;
  for (const Flag& flag : store.flags(open)) ++tallies[flag.question].open_flags;
  return tallies;
}

// A question of the config is known before anything answers it.
std::map<std::string, Question> all_questions(const Store& store, const DeskSettings& desk) {
  std::map<std::string, Question> questions;
  for (const Question& question : desk.questions) questions[question.id] = question;
  for (const Question& question : store.questions()) questions.emplace(question.id, question);
  return questions;
}

ExitCode run_questions(Session& session) {
  const auto store = session.open_store();
  auto tallies = tally(*store);
  Table table({"QUESTION", "ORIGIN", "BEHAVES", "READINGS", "REPORTS", "OPEN FLAGS", "ASKS"});
  JsonWriter json;
  for (const auto& [id, question] : all_questions(*store, session.config().desk)) {
    const Tally& of_question = tallies[id];
    if (session.json()) {
      write_question(json, question,
                     {of_question.readings, of_question.claims.size(), of_question.reports.size(),
                      of_question.open_flags});
      session.output().write(json.take_line());
    } else {
      table.row({id, question.declared ? "declared" : "discovered", question.behaves,
                 std::to_string(of_question.readings), std::to_string(of_question.reports.size()),
                 std::to_string(of_question.open_flags), question.ask});
    }
  }
  table.print(session.output(), session.terminal());
  return ExitCode::fine;
}

}  // namespace

void define_questions(Command& command) {
  command.examples({"claimtrail questions --json"});
  command.on_run(run_questions);
}

}  // namespace claimtrail
