#include <gtest/gtest.h>

#include "tests/core/dates/spell_dates.h"

namespace claimtrail {
namespace {

/// The words chosen for the clause `clause` of a text of one sentence; "" for none.
std::string chosen(const std::string& text, const std::string& clause) {
  const auto mentions = dates_in(text, "2025-04-26");
  const auto start = static_cast<std::uint32_t>(text.find(clause));
  const Span words{start, start + static_cast<std::uint32_t>(clause.size())};
  const auto index = choose_as_of(mentions, words, {0, static_cast<std::uint32_t>(text.size())});
  return index ? std::string(mentions.at(*index).span.of(text)) : std::string();
}

TEST(ChooseAsOf, PrefersTheClause) {
  EXPECT_EQ(
      chosen("On Friday he said that troops were sent last year.", "troops were sent last year"),
      "last year");
  EXPECT_EQ(chosen("In 2024, troops were sent.", "troops were sent"), "2024");
  EXPECT_EQ(chosen("Troops were sent.", "Troops were sent"), "");
}

TEST(ChooseAsOf, TakesNoOpenStretch) {
  EXPECT_EQ(chosen("The assault in August 2024 marked the largest incursion since World War II.",
                   "The assault in August 2024 marked the largest incursion since World War II"),
            "August 2024");
  EXPECT_EQ(chosen("It has been closed since 2014.", "It has been closed since 2014"), "");
  EXPECT_EQ(chosen("They waited for three days.", "They waited for three days"), "");
}

TEST(ChooseAsOf, PrefersAPointToADecade) {
  EXPECT_EQ(chosen("A bridge of the 1990s fell on Friday.", "A bridge of the 1990s fell on Friday"),
            "Friday");
}

}  // namespace
}  // namespace claimtrail
