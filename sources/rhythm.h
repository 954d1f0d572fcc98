#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/time.h"

#include "sources/settings.h"

namespace claimtrail {

/// Until when an answer's Cache-Control says that asking again is of no use; a day at most. Nothing
/// where it says nothing, or less than a minute.
[[nodiscard]] std::optional<Timestamp> asked_to_wait(const std::string& headers, Timestamp now);

/// The interval in seconds for a source that publishes as it does, within the bounds. With two or
/// more dated entries half the mean gap of the newest ten, counted to now, so that a source that
/// falls silent is asked less and less; without dates the interval it has, halved when several
/// entries were new, half as long again when none was.
[[nodiscard]] std::int64_t learnt_interval(const AdaptiveBounds& bounds, std::int64_t interval_s,
                                           std::vector<Timestamp> published, int fresh,
                                           Timestamp now);

}  // namespace claimtrail
