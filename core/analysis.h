#pragma once

#include <string>
#include <vector>

#include "core/dates/find_dates.h"
#include "core/model/claim.h"
#include "core/model/document.h"
#include "core/model/settings.h"

namespace claimtrail {

/// "claimtrail 0.1.0, en 1": program and model version. Part of every sighting: two revisions are
/// only ever compared under one extractor version.
[[nodiscard]] const std::string& extractor_version();

/// What one text says.
struct Analysis {
  std::vector<Claim> claims;
  std::vector<Figure> figures;  ///< equivalents folded into one
  std::vector<DateMention> dates;
};

/// The pure pipeline: text -> tokens -> figures, dates -> claims. No I/O, no globals, safe on many
/// threads; cost is linear in the text. Invariant violations throw std::logic_error.
[[nodiscard]] Analysis analyse(const Document& document,
                               const std::vector<ClaimantSettings>& known_claimants = {});

/// Every expression of a quantity by itself: the two of "1,300 sq km (500 sq mi)", which `analyse`
/// folds into one figure, are two here and point at each other.
[[nodiscard]] std::vector<Figure> list_figures(const Document& document);

}  // namespace claimtrail
