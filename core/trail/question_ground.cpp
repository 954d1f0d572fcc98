#include "core/trail/question_ground.h"

#include <set>

namespace claimtrail {

QuestionGround ground_of(const Evidence& evidence, const std::string& question) {
  std::vector<const Reading*> readings;
  std::set<std::size_t> places;
  for (const Reading& reading : evidence.readings) {
    if (reading.question != question) continue;
    readings.push_back(&reading);
    places.insert(reading.report);
  }
  std::vector<const ReportEvidence*> reports;
  for (const std::size_t place : places) reports.push_back(&evidence.reports[place]);
  const std::vector<Origin> origins = find_origins(reports, evidence.texts.get());
  QuestionGround ground;
  ground.independence = count_independent(evidence, readings, reports, origins);
  ground.bounds = bounds_of(evidence, question, reports, origins);
  ground.citations = citations_of(evidence, question);
  return ground;
}

}  // namespace claimtrail
