#include "core/store/sqlite/query.h"

#include <utility>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace claimtrail::sqlite {

Query::Query(PreparedStatement& shared) : shared_(&shared), statement_(shared.statement.get()) {
  shared.in_use = true;
}

Query::Query(std::unique_ptr<SQLite::Statement> owned)
    : owned_(std::move(owned)), statement_(owned_.get()) {}

Query::Query(Query&& other) noexcept
    : shared_(std::exchange(other.shared_, nullptr)),
      owned_(std::move(other.owned_)),
      statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_),
      column_(other.column_) {}

Query::~Query() {
  if (shared_ != nullptr) {
    statement_->tryReset();
    shared_->in_use = false;
  }
}

Query& Query::bind_borrowed_text(const std::string& value) {
  statement_->bindNoCopy(++bound_, value);
  return *this;
}

Query& Query::bind_borrowed_bytes(std::string_view value) {
  // A null pointer would be bound as NULL, and an empty blob is not a missing one.
  statement_->bindNoCopy(++bound_, value.empty() ? "" : value.data(),
                         static_cast<int>(value.size()));
  return *this;
}

bool Query::step() {
  column_ = 0;
  return statement_->executeStep();
}

int Query::run() {
  while (step()) {
  }
  const int changed = statement_->getChanges();
  reset();
  return changed;
}

void Query::reset() {
  statement_->reset();
  bound_ = 0;
}

std::string Query::text() { return statement_->getColumn(column_++).getString(); }

std::int64_t Query::integer() { return statement_->getColumn(column_++).getInt64(); }

Timestamp Query::time() { return Timestamp{std::chrono::seconds{integer()}}; }

Span Query::span() {
  const auto start = static_cast<std::uint32_t>(integer());
  const auto end = static_cast<std::uint32_t>(integer());
  return {start, end};
}

std::optional<std::int64_t> Query::optional_integer() {
  if (statement_->isColumnNull(column_)) {
    ++column_;
    return std::nullopt;
  }
  return integer();
}

std::optional<std::string> Query::optional_text() {
  if (statement_->isColumnNull(column_)) {
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

void Query::put(const std::string& value) { statement_->bind(++bound_, value); }
void Query::put(const char* value) { statement_->bind(++bound_, value); }
void Query::put(std::int64_t value) { statement_->bind(++bound_, value); }
void Query::put(double value) { statement_->bind(++bound_, value); }
void Query::put(std::nullopt_t) { statement_->bind(++bound_); }

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
