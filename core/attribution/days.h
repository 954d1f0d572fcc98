#pragma once

#include <optional>
#include <vector>

#include "core/attribution/unit.h"
#include "core/dates/find_dates.h"
#include "core/model/claim.h"

namespace claimtrail {

/// Chooses the days that claims and their figures are about: the clause, then its sentence, then
/// the day of the saying or of publication for what is told in the present, the perfect or the
/// simple past.
class Days {
 public:
  Days(const TokenizedText& text, const std::vector<DateMention>& mentions,
       std::optional<Day> published)
      : text_(text), mentions_(mentions), published_(published) {}

  /// Sets `as_of` of the claim and of its figures. `sentence` is the unit the claim stands in,
  /// `others` the contents of all other claims of that unit; `running` the day that the sentences
  /// before it go on from, if the claim does.
  void set(Claim& claim, Span sentence, const std::vector<Span>& others,
           const std::optional<AsOf>& running, bool may_take_the_reports_day) const;

 private:
  [[nodiscard]] AsOf as_of(const DateMention& mention) const;
  [[nodiscard]] std::vector<DateMention> mentions_in(Span span) const;

  const TokenizedText& text_;
  const std::vector<DateMention>& mentions_;
  std::optional<Day> published_;
};

}  // namespace claimtrail
