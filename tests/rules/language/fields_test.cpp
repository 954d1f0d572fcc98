#include "rules/language/fields.h"

#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/language/functions.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

using ::testing::IsSupersetOf;

constexpr RuleScope kScopes[] = {RuleScope::claim, RuleScope::pair, RuleScope::question,
                                 RuleScope::report, RuleScope::revision};

TEST(Fields, AreNamedOnceAndDescribed) {
  std::set<std::string_view> names;
  for (const FieldRow& row : field_table()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_FALSE(row.meaning.empty()) << row.name;
    EXPECT_FALSE(row.origin.empty()) << row.name;
    EXPECT_NE(row.get, nullptr) << row.name;
  }
}

TEST(Fields, AreFoundUnderEveryNameThatIsSuggested) {
  for (const RuleScope scope : kScopes) {
    for (const std::string& name : field_names(scope)) {
      EXPECT_NE(find_field(name, scope).row, nullptr) << name << " in " << to_string(scope);
    }
  }
}

TEST(Fields, BelongToTheirScope) {
  EXPECT_EQ(find_field("b.figure", RuleScope::pair).slot, 1);
  EXPECT_EQ(find_field("a.figure", RuleScope::claim).row, nullptr);
  EXPECT_NE(find_field("claim.figure", RuleScope::claim).row, nullptr);
  EXPECT_NE(find_field("figure", RuleScope::claim).row, nullptr);
  EXPECT_TRUE(find_field("group.figure", RuleScope::report).column);
  EXPECT_EQ(find_field("change.kind", RuleScope::pair).row, nullptr);
  EXPECT_EQ(find_field("report.title", RuleScope::pair).row, nullptr);
}

// Total: whatever is missing from the evidence, a field answers.
TEST(Fields, AnswerForEveryReadingOfEveryWorld) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    const Evidence evidence = worlds::build(worlds::random_world(random, 12));
    const World world(evidence);
    for (const Facts& a : world.facts) {
      for (const Facts& b : world.facts) {
        Subject subject;
        subject.world = &world;
        subject.a = &a;
        subject.b = &b;
        for (const FieldRow& row : field_table()) {
          if (row.of == FieldOf::change) continue;
          const Value value = row.get(subject, a);
          EXPECT_FALSE(display(row.type, value).empty()) << row.name;
        }
      }
    }
  }
}

TEST(Fields, GiveTheWordsThatTheirRowNames) {
  std::mt19937 random(7);
  const Evidence evidence = worlds::build(worlds::random_world(random, 60));
  const World world(evidence);
  for (const FieldRow& row : field_table()) {
    if (row.words.empty() || row.of != FieldOf::reading) continue;
    const std::string words = fmt::format(" {} ", row.words);
    for (const Facts& facts : world.facts) {
      Subject subject;
      subject.a = &facts;
      const Value value = row.get(subject, facts);
      if (!value.known) continue;
      EXPECT_NE(words.find(fmt::format(" {} ", value.text)), std::string::npos)
          << row.name << ": " << value.text;
    }
  }
}

TEST(Fields, StanceJoinsHedgeAndPolarity) {
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, statement: s, claimant: M}
  - {id: b, statement: s, claimant: M, hedge: denied}
  - {id: c, statement: s, claimant: M, polarity: negated}
  - {id: d, statement: s, claimant: M, polarity: negated, hedge: denied}
  - {id: e, statement: s, claimant: M, hedge: questioned}
  - {id: f, statement: s}
)yaml");
  const World world(evidence);
  const FieldRow* row = find_reading_field("stance");
  std::map<std::string, std::string> stances;
  for (const Facts& facts : world.facts) {
    stances[facts.reading->claim().id] = key_of(*row, Subject{}, facts);
  }
  EXPECT_EQ(stances, (std::map<std::string, std::string>{{"a", "affirms"},
                                                         {"b", "denies"},
                                                         {"c", "denies"},
                                                         {"d", "affirms"},
                                                         {"e", ""},
                                                         {"f", "affirms"}}));
}

TEST(Functions, AreDescribedAndTellTheirFormsApart) {
  std::set<std::string> forms;
  for (const FunctionRow& row : function_table()) {
    EXPECT_TRUE(forms.insert(signature(row)).second) << signature(row);
    EXPECT_FALSE(row.meaning.empty()) << row.name;
    EXPECT_LE(row.parameters.size(), 4U) << row.name;
  }
  EXPECT_THAT(forms, IsSupersetOf({"disjoint(a: figure, b: figure, rel: number = 0)",
                                   "similar(a: text, b: text)", "is_null(value: any type)"}));
}

TEST(Functions, OrderFiguresOnlyWhereEveryValueIsLower) {
  const Evidence evidence = worlds::evidence(R"yaml(
claims:
  - {id: a, figure: 120 killed}
  - {id: b, figure: 187 killed}
  - {id: c, figure: over 100 killed}
  - {id: d, figure: under 50 killed}
)yaml");
  std::map<std::string, const Figure*> figures;
  for (const Reading& reading : evidence.readings) {
    if (reading.figure >= 0) figures[reading.claim().id] = reading.quantity();
  }
  EXPECT_TRUE(certainly_less(*figures["a"], *figures["b"]));
  EXPECT_FALSE(certainly_less(*figures["b"], *figures["a"]));
  EXPECT_FALSE(certainly_less(*figures["a"], *figures["c"]));
  EXPECT_TRUE(certainly_less(*figures["d"], *figures["c"]));
  EXPECT_FALSE(certainly_less(*figures["c"], *figures["d"]));
}

}  // namespace
}  // namespace claimtrail
