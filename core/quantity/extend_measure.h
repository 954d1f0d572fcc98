#pragma once

#include "core/quantity/read_measure.h"

namespace claimtrail {

/// What may follow a number and its unit and changes both. Each leaves the measure alone where it
/// does not apply.

/// "55 bcm" becomes 55 billion cubic meters: units whose name begins with a magnitude.
void spell_out(Measure& measure);

/// "75 USD million".
void add_late_magnitude(const SentenceView& sentence, Measure& measure);

/// "30 MUSD", as Nordic reports write millions; `at` is the token of the code.
void add_millions_code(const SentenceView& sentence, std::size_t at, Measure& measure);

/// Makes one measure of `measure`'s number in `large` and `rest` in `small`: in the larger unit
/// where that is a finite decimal, else in the smaller. False where nobody names the two together.
bool join_parts(Measure& measure, const Unit& large, const Unit& small, const Decimal& rest);

/// "5 feet 2 inches", "3 dollars and 50 cents", "2 hours 15 minutes".
void add_smaller_part(const SentenceView& sentence, Measure& measure);

}  // namespace claimtrail
