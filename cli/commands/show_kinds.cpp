#include "cli/commands/show_kinds.h"

#include <array>

namespace claimtrail {
namespace {

constexpr std::array kinds = {
    ShownKind{"claim", "claims", show_claim},
    ShownKind{"report", "reports", show_report},
    ShownKind{"revision", "show report ID", show_revision},
    ShownKind{"question", "questions", show_question},
    ShownKind{"claimant", "claimants", show_claimant},
    ShownKind{"flag", "flags", show_flag},
};

}  // namespace

std::span<const ShownKind> shown_kinds() { return kinds; }

}  // namespace claimtrail
