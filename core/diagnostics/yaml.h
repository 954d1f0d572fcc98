#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostics/measures.h"
#include "core/diagnostics/result.h"

namespace claimtrail {

struct YamlEntry;

/// A node of a YAML document as plain data with its place. Scalars stay text: typing is the
/// reader's business, so "no" is never silently false.
struct YamlNode {
  enum class Kind { null, scalar, sequence, map };
  Kind kind = Kind::null;
  int line = 0;    ///< 1-based
  int column = 0;  ///< 1-based
  bool quoted = false;
  std::string scalar;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;  ///< in file order, keys unique

  [[nodiscard]] const YamlNode* find(std::string_view key) const;
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
};

struct YamlEntry {
  std::string key;
  int line = 0;
  int column = 0;
  YamlNode value;
};

/// A parsed file that can point at its own lines.
struct YamlDocument {
  std::string file;
  std::vector<std::string> lines;
  YamlNode root;

  /// A diagnostic at a place of this file, with the line as snippet.
  [[nodiscard]] Diagnostic at(int line, int column, std::string code, std::string message,
                              std::string hint = {}) const;
  [[nodiscard]] Diagnostic at(const YamlNode& node, std::string code, std::string message,
                              std::string hint = {}) const;
};

/// Reads one YAML document. Syntax errors, duplicate keys (all of them), aliases, nesting beyond 64
/// levels, more than 200,000 nodes and files over 4 MiB are errors. An empty file is a null root.
[[nodiscard]] Checked<YamlDocument> read_yaml(std::string file, std::string_view text);
[[nodiscard]] Checked<YamlDocument> read_yaml_file(const std::string& path);

/// Reads the keys of one map, collecting what is wrong: missing keys, wrong types, unknown keys
/// with the nearest known one suggested. Usage: construct, read every known key, call `finish`.
class YamlMapReader {
 public:
  YamlMapReader(const YamlDocument& document, const YamlNode& map,
                std::vector<Diagnostic>& problems);

  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] const YamlNode* node(std::string_view key);
  [[nodiscard]] std::string string(std::string_view key, std::string fallback = {});
  [[nodiscard]] std::string required_string(std::string_view key);
  [[nodiscard]] bool boolean(std::string_view key, bool fallback);
  [[nodiscard]] long long integer(std::string_view key, long long fallback, long long least,
                                  long long most);
  [[nodiscard]] double number(std::string_view key, double fallback);
  /// A list of scalars; one scalar alone is a list of one.
  [[nodiscard]] std::vector<std::string> strings(std::string_view key);
  /// One of the given words; anything else is an error that names them.
  [[nodiscard]] std::string one_of(std::string_view key, const std::vector<std::string>& words,
                                   std::string fallback);
  /// "2s", "15m", "1h", "3d", "500ms" in milliseconds.
  [[nodiscard]] long long duration_ms(std::string_view key, long long fallback);
  /// "8MB", "512kB", "1GiB" in bytes.
  [[nodiscard]] long long bytes(std::string_view key, long long fallback);
  /// The items of a sequence; a wrong type is an error and gives none.
  [[nodiscard]] const std::vector<YamlNode>& items(std::string_view key);

  void problem(const YamlNode& at, std::string code, std::string message, std::string hint = {});
  /// Reports every key that was never asked for.
  void finish();

 private:
  const YamlDocument& document_;
  const YamlNode& map_;
  std::vector<Diagnostic>& problems_;
  std::vector<std::string> known_;
};

}  // namespace claimtrail
