#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/decimal.h"
#include "core/model/time.h"

namespace claimtrail {

/// Writes JSON as a stream: one value after the other, keys in the order given. What it writes is
/// always valid UTF-8 (ill-formed bytes become U+FFFD) and one line. Inside an object every value
/// is written by a function that takes its key first; inside an array by one without. Unbalanced
/// calls throw std::logic_error.
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  /// The key of a value that another function writes.
  void key(std::string_view name);
  void begin_object();
  void begin_object(std::string_view key);
  void end_object();
  void begin_array();
  void begin_array(std::string_view key);
  void end_array();

  /// An empty text is unknown and written as null.
  void text(std::string_view key, std::string_view value);
  /// A text that may rightly be empty.
  void string(std::string_view key, std::string_view value);
  void integer(std::string_view key, long long value);
  void real(std::string_view key, double value);
  void boolean(std::string_view key, bool value);
  void null(std::string_view key);
  /// Exact, as a JSON number of as many digits as it has.
  void decimal(std::string_view key, const std::optional<Decimal>& value);
  void day(std::string_view key, const std::optional<Day>& value);
  void timestamp(std::string_view key, const std::optional<Timestamp>& value);
  void published(std::string_view key, const std::optional<Published>& value);
  void texts(std::string_view key, const std::vector<std::string>& values);

  void text_item(std::string_view value);

  /// What was written, with a newline at its end; the writer is then empty again.
  [[nodiscard]] std::string take_line();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace claimtrail
