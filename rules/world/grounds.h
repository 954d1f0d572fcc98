#pragma once

#include <optional>
#include <span>
#include <string>

#include "rules/world/world.h"

namespace claimtrail {

// What a group of readings or a claim rests on: who cites whom, and how many origins there are.

/// A loop in who cites whom among the outlets of the group, as "Courier → Herald → Courier", each
/// citing the next; nothing where there is none. A citation counts where the report it leads to,
/// or a report of the outlet it names, stands in the group itself. Of several loops the one that is
/// found first going through the outlets by name.
[[nodiscard]] std::optional<std::string> citation_cycle(std::span<const Facts* const> group);

/// How many origins the reports of the group rest on at most (core/trail/origins.h). What nothing
/// joins is counted, although nobody knows that it is independent.
[[nodiscard]] std::size_t independent_origins(const World& world,
                                              std::span<const Facts* const> group);

/// Whether they rest on one, which is sooner told.
[[nodiscard]] bool rests_on_one_origin(const World& world, std::span<const Facts* const> group);

/// Whether the report of the outlet that the claim names as its source, linked to and fetched,
/// holds the figure or the quotation; nothing where no such report was read, or where the claim
/// gives neither.
[[nodiscard]] std::optional<bool> cited_source_holds(const World& world, const Facts& facts);

/// The outlets that still had what `old` says from its claimant when `newer` was out: by name,
/// sorted, joined by commas. Empty: none.
[[nodiscard]] std::string still_carried_by(const World& world, const Facts& old,
                                           const Facts& newer);

/// The day of the newest text of a report: of its last revision, else of its appearance.
[[nodiscard]] Day day_of_newest_text(const ReportEvidence& report);

}  // namespace claimtrail
