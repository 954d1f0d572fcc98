#include "core/model/circle.h"

#include "core/model/names.h"

namespace claimtrail {
namespace {

constexpr std::array<Name<CircleKind>, 4> kCircleKinds{{
    {CircleKind::question, "question"},
    {CircleKind::statement, "statement"},
    {CircleKind::quotation, "quotation"},
    {CircleKind::report, "report"},
}};

}  // namespace

const char* to_string(CircleKind value) { return name_of(kCircleKinds, value); }
std::optional<CircleKind> parse_circle_kind(std::string_view text) {
  return value_of(kCircleKinds, text);
}

}  // namespace claimtrail
