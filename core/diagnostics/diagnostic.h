#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimtrail {

enum class DiagnosticSeverity { error, warning, note };

/// One thing that is wrong, where, and what to do. Diagnostics are values: collected, then
/// rendered.
struct Diagnostic {
  std::string code;  ///< stable, kebab-case: "unknown-key", "http-status"
  DiagnosticSeverity severity = DiagnosticSeverity::error;
  std::string message;  ///< a sentence without a full stop, in plain words
  std::string file;     ///< file or URL; empty when there is no place
  int line = 0;         ///< 1-based; 0 when unknown
  int column = 0;       ///< 1-based, in characters; 0 when unknown
  std::string snippet;  ///< the source line, without its end
  std::string hint;     ///< what to do: "did you mean 'sources'?"

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// "file:line:column: error: message", then the line and a caret under the column (a long line is
/// cut around it), then "  hint: …". Ends without a newline.
[[nodiscard]] std::string render(const Diagnostic& diagnostic);
[[nodiscard]] std::string render(const std::vector<Diagnostic>& diagnostics);

/// The candidate nearest to `word` by edit distance, when it is near enough to be what was meant
/// (distance at most a third of its length); empty otherwise.
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

}  // namespace claimtrail
