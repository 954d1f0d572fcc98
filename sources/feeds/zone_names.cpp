#include "sources/feeds/zone_names.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

struct NamedZone {
  std::string_view name;  ///< in lower case
  int minutes;
};

constexpr std::array zones{
    NamedZone{"z", 0},      NamedZone{"ut", 0},      NamedZone{"utc", 0},
    NamedZone{"gmt", 0},    NamedZone{"wet", 0},     NamedZone{"est", -300},
    NamedZone{"edt", -240}, NamedZone{"cst", -360},  NamedZone{"cdt", -300},
    NamedZone{"mst", -420}, NamedZone{"mdt", -360},  NamedZone{"pst", -480},
    NamedZone{"pdt", -420}, NamedZone{"akst", -540}, NamedZone{"akdt", -480},
    NamedZone{"hst", -600}, NamedZone{"ast", -240},  NamedZone{"adt", -180},
    NamedZone{"cet", 60},   NamedZone{"cest", 120},  NamedZone{"mez", 60},
    NamedZone{"mesz", 120}, NamedZone{"eet", 120},   NamedZone{"eest", 180},
    NamedZone{"msk", 180},  NamedZone{"west", 60},   NamedZone{"bst", 60},
    NamedZone{"jst", 540},  NamedZone{"kst", 540},   NamedZone{"aest", 600},
    NamedZone{"aedt", 660}, NamedZone{"acst", 570},  NamedZone{"awst", 480},
    NamedZone{"nzst", 720}, NamedZone{"nzdt", 780},  NamedZone{"hkt", 480},
    NamedZone{"sgt", 480},  NamedZone{"et", -300},   NamedZone{"pt", -480},
};

}  // namespace

std::optional<std::chrono::minutes> zone_offset(std::string_view abbreviation) {
  const std::string wanted = fold_case(abbreviation);
  const auto zone = std::find_if(zones.begin(), zones.end(),
                                 [&](const NamedZone& row) { return row.name == wanted; });
  if (zone == zones.end()) return std::nullopt;
  return std::chrono::minutes{zone->minutes};
}

}  // namespace claimtrail
