#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/attribution/lexicon.h"
#include "core/diagnostics/diagnostic.h"
#include "core/syntax/syntax.h"

namespace claimtrail {

/// What is known of one language: its tables, and its parser where the weights were found. Read
/// once a process, at first use. Immutable; safe on many threads.
class Language {
 public:
  /// The language of this code (ISO 639-1, "en"; a region after it is left aside, empty is English,
  /// which is what a text without a language is read as). Null where there is no data: its texts
  /// are not guessed at.
  [[nodiscard]] static const Language* find(std::string_view code);
  [[nodiscard]] static const Language& english();

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  /// Null without weights: then word lists and endings tell what is a verb.
  [[nodiscard]] const SyntaxModel* syntax() const { return syntax_ ? &*syntax_ : nullptr; }
  /// Why there is no parser; nothing where there is one.
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }
  /// "en 2, weights 0123456789abcdef", "en 2, no parser": part of the extractor version, for the
  /// same text is read otherwise by other weights.
  [[nodiscard]] std::string version() const;

 private:
  Language(std::string code, int edition, const Lexicon& lexicon);

  std::string code_;
  int edition_;
  const Lexicon& lexicon_;
  std::optional<SyntaxModel> syntax_;
  std::optional<Diagnostic> problem_;
};

}  // namespace claimtrail
