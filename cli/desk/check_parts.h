#pragma once

#include <functional>
#include <vector>

#include "core/store/store.h"

namespace claimtrail {

/// Some circles with all their claims.
struct CheckPart {
  std::vector<StoredClaim> claims;
  std::vector<Circle> circles;
  SaidAlone said_alone = SaidAlone::where_named;
};

/// Gives every circle of the store in parts of about `claims` claims, each circle once: reports in
/// their order with all circles that lie within, then the circles that do not. What was told of in
/// the same days lies together, so little is read twice. Throws StoreError.
void each_part(const Store& store, std::size_t claims,
               const std::function<void(CheckPart part)>& use);

}  // namespace claimtrail
