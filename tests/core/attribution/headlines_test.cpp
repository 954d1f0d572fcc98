#include <gmock/gmock.h>

#include "tests/core/attribution/reading.h"

namespace claimtrail {
namespace {

class HeadlineOf : public testing::TestWithParam<Row> {};

TEST_P(HeadlineOf, IsRead) {
  const Reading reading = read("Nothing more.", GetParam().text);
  EXPECT_THAT(lines_of(reading), testing::ElementsAreArray(GetParam().claims));
}

INSTANTIATE_TEST_SUITE_P(
    Headlines, HeadlineOf,
    testing::Values(
        Row{"Russian army says Kursk fully freed", {"Kursk fully freed | Russian army"}},
        Row{"Russian Army Says Kursk Fully Freed From Ukraine",
            {"Kursk Fully Freed From Ukraine | Russian Army"}},
        Row{"Kursk fully freed, says Russian army", {"Kursk fully freed | Russian army"}},
        Row{"Kyiv: dam held", {"dam held | Kyiv"}},
        Row{"Dam held: water ministry", {"Dam held | water ministry"}},
        Row{"Police find 12 bodies in Derna", {"Police find 12 bodies in Derna | own voice"}},
        Row{"Kyiv denies losing Kursk", {"losing Kursk | Kyiv (denied)"}},
        Row{"Why the dam broke: a visual guide", {"Why the dam broke: a visual guide | own voice"}},
        Row{"Will the dam hold?", {}}));

}  // namespace
}  // namespace claimtrail
