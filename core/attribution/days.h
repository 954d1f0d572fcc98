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

  /// What the sentences around a claim say of its days.
  struct Around {
    std::vector<Span> others;     ///< contents of all other claims of the claim's unit
    std::optional<AsOf> running;  ///< the day that the sentences before go on from, if it does
    bool may_take_the_reports_day = false;
  };

  /// Sets `as_of` of the claim and of its figures. `unit` is the one the claim stands in. A day of
  /// what followed an event (`dates_the_aftermath`) is the claim's, but not its figures'.
  void set(Claim& claim, const Unit& unit, const Around& around) const;

 private:
  struct Candidates {
    std::vector<DateMention> own;     ///< in the claim's content
    std::vector<DateMention> saying;  ///< in its unit, outside all contents
  };

  [[nodiscard]] Candidates candidates(const Claim& claim, Span sentence,
                                      const std::vector<Span>& others) const;
  /// The dates but those of what followed the figure's event; nothing where there are none such.
  [[nodiscard]] std::optional<Candidates> without_the_aftermath(const Candidates& dates,
                                                                const Unit& unit,
                                                                const Figure& figure) const;
  [[nodiscard]] std::optional<AsOf> choose(const Claim& claim, Span sentence,
                                           const Candidates& dates, const Around& around) const;
  [[nodiscard]] AsOf as_of(const DateMention& mention) const;
  [[nodiscard]] std::vector<DateMention> mentions_in(Span span) const;

  const TokenizedText& text_;
  const std::vector<DateMention>& mentions_;
  std::optional<Day> published_;
};

}  // namespace claimtrail
