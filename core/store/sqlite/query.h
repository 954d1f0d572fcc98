#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/span.h"
#include "core/model/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace claimtrail::sqlite {

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const;
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Prepares one statement. Throws SQLite::Exception, as everything here does that SQLite refuses.
/// SQLiteCpp's own statement counts references to it with every column that is read, which took as
/// long as the reading.
[[nodiscard]] Statement prepare(sqlite3* database, std::string_view sql, bool kept);

/// A prepared statement and whether somebody is using it.
struct PreparedStatement {
  Statement statement;
  bool in_use = false;
};

/// One use of a prepared statement: bind in order, step, read columns in order. Gives the statement
/// back, reset, when it goes out of scope; must not outlive its connection. Empty optionals are
/// NULL, times are whole seconds since 1970 in UTC, days whole days since then.
class Query {
 public:
  explicit Query(PreparedStatement& shared);
  explicit Query(Statement owned);
  ~Query();
  Query(Query&& other) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query& operator=(Query&&) = delete;

  template <class... Values>
  Query& bind(const Values&... values) {
    (put(values), ...);
    return *this;
  }
  /// Binds without a copy: `value` must live until the statement was stepped for the last time.
  Query& bind_borrowed_text(const std::string& value);
  Query& bind_borrowed_bytes(std::string_view value);

  /// True while there is a row; the columns are then read from the first on.
  [[nodiscard]] bool step();
  /// Steps to the end and makes the statement ready to be bound again. Returns the rows changed.
  int run();
  /// Ready to be bound again.
  void reset();

  [[nodiscard]] std::string text() { return std::string(borrowed_text()); }
  /// The same without a copy: good until the next step.
  [[nodiscard]] std::string_view borrowed_text();
  [[nodiscard]] std::string bytes() { return text(); }
  [[nodiscard]] std::int64_t integer();
  [[nodiscard]] int small_integer() { return static_cast<int>(integer()); }
  [[nodiscard]] bool boolean() { return integer() != 0; }
  [[nodiscard]] Timestamp time();
  [[nodiscard]] Span span();
  [[nodiscard]] std::optional<std::int64_t> optional_integer();
  [[nodiscard]] std::optional<std::string> optional_text();
  [[nodiscard]] std::optional<Timestamp> optional_time();
  [[nodiscard]] std::optional<Day> optional_day();
  [[nodiscard]] std::optional<Span> optional_span();
  [[nodiscard]] std::optional<DayRange> optional_days();

 private:
  void put(const std::string& value) { put(std::string_view(value)); }
  void put(std::string_view value);
  void put(const char* value) { put(std::string_view(value)); }
  void put(std::int64_t value);
  void put(int value) { put(std::int64_t{value}); }
  void put(bool value) { put(std::int64_t{value ? 1 : 0}); }
  void put(std::uint32_t value) { put(std::int64_t{value}); }
  void put(double value);
  void put(std::nullopt_t);
  void put(Timestamp value) { put(std::int64_t{value.time_since_epoch().count()}); }
  void put(Day value) { put(std::int64_t{value.time_since_epoch().count()}); }
  void put(Span value) { bind(value.start, value.end); }
  template <class Value>
  void put(const std::optional<Value>& value) {
    if (value) {
      put(*value);
    } else {
      put(std::nullopt);
    }
  }
  void put(const std::optional<Span>& value);
  void put(const std::optional<DayRange>& value);

  [[nodiscard]] bool is_null() const;
  void check(int result) const;

  PreparedStatement* shared_ = nullptr;
  Statement owned_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
  int column_ = 0;
};

}  // namespace claimtrail::sqlite
