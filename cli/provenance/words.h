#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/claim.h"
#include "core/model/report.h"
#include "core/model/review.h"
#include "core/model/time.h"
#include "core/trail/independence.h"

namespace claimtrail {

/// How stored values are said to a reader. English, no markup.

/// The attribution chain, nearest first: "Valery Gerasimov (said), via Reuters"; for the outlet's
/// own voice "Marmara Dispatch, in its own voice". `cues` are the words of each hop's cue, where it
/// has one.
[[nodiscard]] std::string attribution_words(const Claim& claim, std::string_view outlet,
                                            const std::vector<std::string>& cues);

[[nodiscard]] std::string day_words(Day day);                 ///< "26 April 2025"
[[nodiscard]] std::string time_words(Timestamp time);         ///< "26 April 2025, 10:30:00 UTC"
[[nodiscard]] std::string published_words(const Published&);  ///< a day stays a day
/// "26 April 2025", "April 2025", "2024", "20 April to 26 April 2025" (the last day included).
[[nodiscard]] std::string days_words(DayRange days);

/// "own voice", "direct quotation", "indirect speech", "partly quoted".
[[nodiscard]] const char* manner_words(Manner manner);

/// How the answers of a question behave over time, in a sentence.
[[nodiscard]] std::string behaves_words(const Question& question);

/// "2 independent origins behind 5 reports, 1 of which names no source".
[[nodiscard]] std::string independence_words(const Independence& independence);

/// A reason code in words: "the figures are of different days".
[[nodiscard]] std::string code_words(std::string_view code);

/// "1300000.5" as "1,300,000.5".
[[nodiscard]] std::string grouped_digits(std::string digits);

/// The first twelve digits of a digest, for places where the whole one is near by.
[[nodiscard]] std::string_view short_digest(std::string_view digest);

[[nodiscard]] std::string plural(std::size_t count, std::string_view one, std::string_view many);

}  // namespace claimtrail
