#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/decimal.h"
#include "core/model/time.h"

namespace claimtrail {

/// One JSON value as a tree that keeps what it read: members in their order, numbers as the digits
/// they were written with. Strings are always well-formed UTF-8 (ill-formed bytes become U+FFFD).
class JsonValue {
 public:
  enum class Kind { null, boolean, number, string, array, object };
  using Member = std::pair<std::string, JsonValue>;

  JsonValue() = default;
  [[nodiscard]] static JsonValue boolean(bool value);
  [[nodiscard]] static JsonValue number(long long value);
  /// The digits of a JSON number, as they shall be written.
  [[nodiscard]] static JsonValue number(std::string digits);
  [[nodiscard]] static JsonValue string(std::string_view text);
  /// A string, or null where the text is empty.
  [[nodiscard]] static JsonValue text(std::string_view text);
  [[nodiscard]] static JsonValue array();
  [[nodiscard]] static JsonValue object();
  [[nodiscard]] static JsonValue strings(const std::vector<std::string>& texts);

  JsonValue& set(std::string key, JsonValue value);  ///< objects only; the key must be new
  JsonValue& push(JsonValue value);                  ///< arrays only

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
  /// A string's characters or a number's digits; "true" or "false"; empty for all others.
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<JsonValue>& items() const { return items_; }
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }
  /// The member of this name; a null value where there is none.
  [[nodiscard]] const JsonValue& operator[](std::string_view key) const;

 private:
  Kind kind_ = Kind::null;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<Member> members_;
};

/// Reads one JSON document (RFC 8259). Fails ("bad-json") for anything else, for a key that stands
/// twice in one object, and beyond 64 levels. Linear in the input.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text);

/// The JSON Canonicalization Scheme (RFC 8785): no blanks, members sorted by name, shortest
/// escapes; save that numbers keep the digits they have. What digests are made of: it does not
/// depend on how the document was laid out. `without` names a member of the top object to leave
/// out.
[[nodiscard]] std::string canonical_json(const JsonValue& value, std::string_view without = {});

enum class JsonLayout { compact, indented };

/// JSON that may stand inside an HTML script element and be looked at in a terminal: `<`, `>`, `&`,
/// U+2028, U+2029 and the marks that turn the direction of text are written as \uXXXX.
[[nodiscard]] std::string guarded_json(const JsonValue& value, JsonLayout layout);

}  // namespace claimtrail
