#include "core/store/sqlite/observations.h"

namespace claimtrail::sqlite {

void add_observation(Connection& connection, const Observation& observation) {
  connection
      .query(
          "INSERT INTO observations(report, at, outcome, http_status, detail) VALUES(?, ?, ?, ?, "
          "?) "
          "ON CONFLICT DO NOTHING")
      .bind(observation.report, observation.at, observation.outcome, observation.http_status,
            observation.detail)
      .run();
}

std::vector<Observation> observations_of(Connection& connection, const std::string& report) {
  Query query = connection.query(
      "SELECT report, at, outcome, http_status, detail FROM observations WHERE report = ? "
      "ORDER BY at, outcome, http_status, detail");
  query.bind(report);
  std::vector<Observation> observations;
  while (query.step()) {
    Observation observation;
    observation.report = query.text();
    observation.at = query.time();
    observation.outcome = query.text();
    observation.http_status = query.small_integer();
    observation.detail = query.text();
    observations.push_back(std::move(observation));
  }
  return observations;
}

}  // namespace claimtrail::sqlite
