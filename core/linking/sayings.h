#pragma once

#include <string>
#include <vector>

#include "core/store/store.h"

namespace claimtrail {

/// The words inside quotation marks that a claim holds, several quotations joined by "” … “"; empty
/// when it quotes nothing.
[[nodiscard]] std::string quoted_words(const StoredClaim& stored);

/// Which claims state the same, in nearly the same words, and which hold versions of one quotation:
/// by claim, those that are not alone. Opinions and pleasantries state nothing. Pure; the answer
/// does not depend on the order. Memory is bounded by the words of all claims and the largest set
/// that states nearly the same.
[[nodiscard]] std::vector<Saying> find_sayings(const std::vector<StoredClaim>& claims);

}  // namespace claimtrail
