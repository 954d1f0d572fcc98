#include "core/diagnostics/diagnostic.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace claimtrail {
namespace {

constexpr std::size_t kSnippetWidth = 100;

const char* label(DiagnosticSeverity severity) {
  switch (severity) {
    case DiagnosticSeverity::warning:
      return "warning";
    case DiagnosticSeverity::note:
      return "note";
    case DiagnosticSeverity::error:
      break;
  }
  return "error";
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The line cut to a readable width around the column, and the caret under it.
std::string pointed(const Diagnostic& diagnostic) {
  std::vector<std::string> characters;
  for (const char byte : diagnostic.snippet) {
    if (starts_character(byte) || characters.empty()) characters.emplace_back();
    characters.back() += byte == '\t' ? ' ' : byte;
  }
  const auto column = static_cast<std::size_t>(std::max(diagnostic.column, 1)) - 1;
  const std::size_t begin = column > kSnippetWidth / 2 && characters.size() > kSnippetWidth
                                ? std::min(column - kSnippetWidth / 2, characters.size())
                                : 0;
  const std::size_t end = std::min(characters.size(), begin + kSnippetWidth);
  std::string line = begin > 0 ? "…" : "";
  line = std::accumulate(characters.begin() + static_cast<std::ptrdiff_t>(begin),
                         characters.begin() + static_cast<std::ptrdiff_t>(end), line);
  if (end < characters.size()) line += "…";
  const std::size_t indent = std::min(column, characters.size()) - begin + (begin > 0 ? 1 : 0);
  return fmt::format("\n  {}\n  {:>{}}", line, "^", indent + 1);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string render(const Diagnostic& diagnostic) {
  std::string text;
  if (!diagnostic.file.empty()) {
    text = diagnostic.file;
    if (diagnostic.line > 0) text += fmt::format(":{}", diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0) text += fmt::format(":{}", diagnostic.column);
    text += ": ";
  }
  text += fmt::format("{}: {}", label(diagnostic.severity), diagnostic.message);
  if (diagnostic.line > 0 && !diagnostic.snippet.empty()) text += pointed(diagnostic);
  if (!diagnostic.hint.empty()) text += "\n  hint: " + diagnostic.hint;
  return text;
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!text.empty()) text += "\n";
    text += render(diagnostic);
  }
  return text;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace claimtrail
