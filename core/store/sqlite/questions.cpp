#include "core/store/sqlite/questions.h"

#include "core/store/sqlite/json.h"

namespace claimtrail::sqlite {
namespace {

Question read(Query& row) {
  Question question;
  question.id = row.text();
  question.ask = row.text();
  question.declared = row.boolean();
  question.about = strings_from_json(row.text());
  question.entities = strings_from_json(row.text());
  question.predicate = row.text();
  question.dimension = row.text();
  question.behaves = row.text();
  question.window_days = row.small_integer();
  question.renamed_from = strings_from_json(row.text());
  return question;
}

}  // namespace

void put_question(Connection& connection, const Question& question) {
  connection
      .query(
          "INSERT INTO questions(id, ask, declared, about, entities, predicate, dimension, "
          "behaves, "
          "window_days, renamed_from) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT(id) DO UPDATE SET ask = excluded.ask, declared = excluded.declared, "
          "about = excluded.about, entities = excluded.entities, predicate = excluded.predicate, "
          "dimension = excluded.dimension, behaves = excluded.behaves, "
          "window_days = excluded.window_days, renamed_from = excluded.renamed_from")
      .bind(question.id, question.ask, question.declared, strings_to_json(question.about),
            strings_to_json(question.entities), question.predicate, question.dimension,
            question.behaves, question.window_days, strings_to_json(question.renamed_from))
      .run();
}

std::optional<Question> find_question(Connection& connection, const std::string& id) {
  Query query = connection.query(
      "SELECT id, ask, declared, about, entities, predicate, dimension, behaves, window_days, "
      "renamed_from FROM questions WHERE id = ?");
  return query.bind(id).step() ? std::optional(read(query)) : std::nullopt;
}

std::vector<Question> all_questions(Connection& connection) {
  Query query = connection.query(
      "SELECT id, ask, declared, about, entities, predicate, dimension, behaves, window_days, "
      "renamed_from FROM questions ORDER BY id");
  std::vector<Question> questions;
  while (query.step()) questions.push_back(read(query));
  return questions;
}

}  // namespace claimtrail::sqlite
