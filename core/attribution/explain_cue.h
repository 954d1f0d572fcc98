#pragma once

#include <optional>
#include <string>

#include "core/model/document.h"

namespace claimtrail {

/// Why words of a text were read as a cue.
struct CueReason {
  std::string entry;    ///< the line of the cue table: "verb say asserted quote clause passive"
  std::string pattern;  ///< "source before the cue, content after it"
  std::string reading;  ///< "by the dependency tree", "by the order of words"
};

/// Reads the sentence around the cue again and says what made it one; nothing where today's reading
/// has no cue there. Pure; safe on many threads.
[[nodiscard]] std::optional<CueReason> explain_cue(const Document& document, Span cue);

/// The last place before `source` where the claimant was named by a word of his name: what a
/// pronoun or a description stands for. Nothing where the source itself names him.
[[nodiscard]] std::optional<Span> mention_before(std::string_view text, Span source,
                                                 std::string_view name);

}  // namespace claimtrail
