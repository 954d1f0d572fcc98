#include "cli/desk/question_ground.h"

#include "cli/desk/question_origins.h"

namespace claimtrail {

QuestionGround ground_of(const Store& store, const Evidence& evidence,
                         const std::string& question) {
  const QuestionOrigins origins = question_origins(store, evidence, question);
  std::vector<const Reading*> readings;
  for (const Reading& reading : evidence.readings) {
    if (reading.question == question) readings.push_back(&reading);
  }
  QuestionGround ground;
  ground.independence = count_independent(evidence, readings, origins.reports, origins.origins);
  ground.bounds = bounds_of(evidence, question, origins.reports, origins.origins);
  ground.citations = citations_of(evidence, question);
  return ground;
}

}  // namespace claimtrail
