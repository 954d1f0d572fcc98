#pragma once

#include <functional>
#include <vector>

#include "core/store/store.h"

#include "cli/desk/gather.h"

namespace claimtrail {

/// What rules say of these circles, each of which the evidence holds whole.
using JudgeCircles = std::function<void(const Evidence& evidence,
                                        const std::vector<Circle>& circles, SaidAlone said_alone)>;

/// Gives every circle of the store in parts of about `claims` claims, each circle once and each
/// claim read from the store once: reports in their order with all circles that lie within, then
/// those that do not, whose claims waited on the disk. Throws StoreError.
void each_part(const Store& store, const Gatherer& gatherer, std::size_t claims,
               const JudgeCircles& judge);

}  // namespace claimtrail
