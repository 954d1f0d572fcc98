#include "core/store/sqlite/query.h"

#include <utility>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace claimtrail::sqlite {

void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement prepare(sqlite3* database, std::string_view sql, bool kept) {
  sqlite3_stmt* made = nullptr;
  const int result = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                        kept ? SQLITE_PREPARE_PERSISTENT : 0, &made, nullptr);
  if (result != SQLITE_OK) throw SQLite::Exception(database, result);
  return Statement(made);
}

Query::Query(PreparedStatement& shared) : shared_(&shared), statement_(shared.statement.get()) {
  shared.in_use = true;
}

Query::Query(Statement owned) : owned_(std::move(owned)), statement_(owned_.get()) {}

Query::Query(Query&& other) noexcept
    : shared_(std::exchange(other.shared_, nullptr)),
      owned_(std::move(other.owned_)),
      statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_),
      column_(other.column_) {}

Query::~Query() {
  if (shared_ != nullptr) {
    sqlite3_reset(statement_);
    shared_->in_use = false;
  }
}

void Query::check(int result) const {
  if (result != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement_), result);
}

Query& Query::bind_borrowed_text(const std::string& value) {
  check(sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()),
                          SQLITE_STATIC));
  return *this;
}

Query& Query::bind_borrowed_bytes(std::string_view value) {
  // A null pointer would be bound as NULL, and an empty blob is not a missing one.
  check(sqlite3_bind_blob(statement_, ++bound_, value.empty() ? "" : value.data(),
                          static_cast<int>(value.size()), SQLITE_STATIC));
  return *this;
}

bool Query::step() {
  column_ = 0;
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) throw SQLite::Exception(sqlite3_db_handle(statement_), result);
  return false;
}

int Query::run() {
  while (step()) {
  }
  const int changed = sqlite3_changes(sqlite3_db_handle(statement_));
  reset();
  return changed;
}

void Query::reset() {
  check(sqlite3_reset(statement_));
  bound_ = 0;
}

std::string_view Query::borrowed_text() {
  // The bytes first: they bring the value into its final form.
  const int size = sqlite3_column_bytes(statement_, column_);
  const void* bytes = sqlite3_column_blob(statement_, column_++);
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::int64_t Query::integer() { return sqlite3_column_int64(statement_, column_++); }

bool Query::is_null() const { return sqlite3_column_type(statement_, column_) == SQLITE_NULL; }

Timestamp Query::time() { return Timestamp{std::chrono::seconds{integer()}}; }

Span Query::span() {
  const auto start = static_cast<std::uint32_t>(integer());
  const auto end = static_cast<std::uint32_t>(integer());
  return {start, end};
}

std::optional<std::int64_t> Query::optional_integer() {
  if (is_null()) {
    ++column_;
    return std::nullopt;
  }
  return integer();
}

std::optional<std::string> Query::optional_text() {
  if (is_null()) {
    ++column_;
    return std::nullopt;
  }
  return text();
}

std::optional<Timestamp> Query::optional_time() {
  const auto value = optional_integer();
  return value ? std::optional(Timestamp{std::chrono::seconds{*value}}) : std::nullopt;
}

std::optional<Day> Query::optional_day() {
  const auto value = optional_integer();
  return value ? std::optional(Day{std::chrono::days{*value}}) : std::nullopt;
}

std::optional<Span> Query::optional_span() {
  const auto start = optional_integer();
  const auto end = optional_integer();
  if (!start || !end) return std::nullopt;
  return Span{static_cast<std::uint32_t>(*start), static_cast<std::uint32_t>(*end)};
}

std::optional<DayRange> Query::optional_days() {
  const auto from = optional_day();
  const auto to = optional_day();
  if (!from || !to) return std::nullopt;
  return DayRange{*from, *to};
}

void Query::put(std::string_view value) {
  check(sqlite3_bind_text(statement_, ++bound_, value.empty() ? "" : value.data(),
                          static_cast<int>(value.size()), SQLITE_TRANSIENT));
}
void Query::put(std::int64_t value) { check(sqlite3_bind_int64(statement_, ++bound_, value)); }
void Query::put(double value) { check(sqlite3_bind_double(statement_, ++bound_, value)); }
void Query::put(std::nullopt_t) { check(sqlite3_bind_null(statement_, ++bound_)); }

void Query::put(const std::optional<Span>& value) {
  if (value) {
    bind(*value);
  } else {
    bind(std::nullopt, std::nullopt);
  }
}

void Query::put(const std::optional<DayRange>& value) {
  if (value) {
    bind(value->from, value->to);
  } else {
    bind(std::nullopt, std::nullopt);
  }
}

}  // namespace claimtrail::sqlite
