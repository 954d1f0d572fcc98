#include "core/quantity/predicates.h"

#include <gmock/gmock.h>

#include "core/quantity/nouns.h"

#include "tests/core/quantity/spell_figures.h"

namespace claimtrail {
namespace {

using testing::ElementsAre;

std::vector<std::string> predicates_in(const std::string& text) {
  std::vector<std::string> found;
  for (const Figure& figure : figures_in(text)) found.push_back(figure.predicate);
  return found;
}

TEST(Predicates, OneLemmaForAClassOfEvents) {
  EXPECT_THAT(predicates_in("The blast killed 12 people."), ElementsAre("kill"));
  EXPECT_THAT(predicates_in("12 people were killed in the blast."), ElementsAre("kill"));
  EXPECT_THAT(predicates_in("12 people died."), ElementsAre("kill"));
  EXPECT_THAT(predicates_in("The blast left 12 dead."), ElementsAre("kill"));
  EXPECT_THAT(predicates_in("The blast, killing 12, shook the town."), ElementsAre("kill"));
  EXPECT_THAT(predicates_in("The death toll stands at 12."), ElementsAre("kill"));
}

TEST(Predicates, AGerundHoldsWhatItDoes) {
  EXPECT_THAT(predicates_in("A man accused of killing three people was arrested."),
              ElementsAre("kill"));
  EXPECT_THAT(predicates_in("The killing of three people was condemned."), ElementsAre("kill"));
}

TEST(Predicates, AStateBeforeTheNounIsOne) {
  EXPECT_THAT(predicates_in("A van came in with three wounded miners inside."),
              ElementsAre("injure"));
  EXPECT_THAT(predicates_in("They found two dead climbers on the ridge."), ElementsAre("kill"));
}

TEST(Predicates, AFatherOfFiveIsNotFive) {
  EXPECT_THAT(predicates_in("Father of 5 killed in Wlen"), ElementsAre(""));
}

TEST(Predicates, WhoIsTakenToAHospitalIsNotCaptured) {
  EXPECT_THAT(predicates_in("Three miners were taken to a hospital."), ElementsAre(""));
  EXPECT_THAT(predicates_in("Three miners were captured and taken to a camp."),
              ElementsAre("capture"));
  EXPECT_THAT(predicates_in("The army took 40 villages."), ElementsAre("capture"));
}

TEST(Predicates, EachFigureHasItsOwn) {
  EXPECT_THAT(predicates_in("At least three civilians were killed and 17 wounded."),
              ElementsAre("kill", "injure"));
  EXPECT_THAT(predicates_in("The raid killed 120 and injured 300."), ElementsAre("kill", "injure"));
  EXPECT_THAT(predicates_in("Police arrested 12 people after 5 were killed."),
              ElementsAre("arrest", "kill"));
}

TEST(Predicates, ActiveAndPassiveMeet) {
  EXPECT_THAT(predicates_in("Over 10,000 troops were deployed."), ElementsAre("deploy"));
  EXPECT_THAT(predicates_in("Pyongyang sent over 10,000 troops."), ElementsAre("deploy"));
  EXPECT_THAT(predicates_in("They seized 40 villages."), ElementsAre("capture"));
  EXPECT_THAT(predicates_in("They now hold 40 villages."), ElementsAre("control"));
}

/// "kill patient" of each figure; "" where nothing is told.
std::vector<std::string> roles_in(const std::string& text) {
  std::vector<std::string> found;
  for (const Figure& figure : figures_in(text)) {
    const std::string role = to_string(figure.role);
    found.push_back(role.empty() ? figure.predicate : figure.predicate + ' ' + role);
  }
  return found;
}

TEST(Roles, AnAgentIsNotTheVictim) {
  EXPECT_THAT(roles_in("He was killed by 12 gunmen."), ElementsAre("kill agent"));
  EXPECT_THAT(roles_in("Twelve gunmen killed three guards."),
              ElementsAre("kill agent", "kill patient"));
  EXPECT_THAT(roles_in("Two men shot dead three guards."),
              ElementsAre("kill agent", "kill patient"));
  EXPECT_THAT(roles_in("Some 300 rebels seized the port."), ElementsAre("capture agent"));
  EXPECT_THAT(roles_in("Some 300 rebels have also seized the port."), ElementsAre("capture agent"));
  EXPECT_THAT(roles_in("Some 300 rebels captured Westhaven on Sunday."),
              ElementsAre("capture agent"));
  EXPECT_THAT(roles_in("Twenty ships of the northern fleet attacked the port."),
              ElementsAre("attack agent"));
  EXPECT_THAT(roles_in("The port was attacked overnight by 20 ships."),
              ElementsAre("attack agent"));
  EXPECT_THAT(roles_in("A raid by about 20 gunmen shook the town."), ElementsAre("attack agent"));
}

TEST(Roles, WhatHappensToIt) {
  for (const char* text :
       {"Over 10,000 troops were deployed.", "Pyongyang sent over 10,000 troops.",
        "Over 10,000 troops have been deployed.", "They are deploying 10,000 troops.",
        "Over 10,000 troops deployed to the border on Sunday"}) {
    EXPECT_THAT(roles_in(text), ElementsAre("deploy patient")) << text;
  }
  for (const char* text : {"The blast killed 12.", "12 people died.", "12 people have died.",
                           "12 dead.", "The deaths of 12 farmers shook the town.",
                           "Twelve soldiers killed in the blast were buried.", "12 people drowned.",
                           "The death toll rose to 12.", "12 people are feared dead."}) {
    EXPECT_THAT(roles_in(text), ElementsAre("kill patient")) << text;
  }
  EXPECT_THAT(roles_in("Some 2,000 people fled the town."), ElementsAre("displace patient"));
  EXPECT_THAT(roles_in("Some 2,000 people are missing."), ElementsAre("miss patient"));
  EXPECT_THAT(roles_in("One farmer was killed and two others were wounded."),
              ElementsAre("kill patient", "injure patient"));
}

TEST(Roles, PeopleWhoDoItTogetherAreItsAgents) {
  EXPECT_THAT(roles_in("Some 5,000 people marched on Sunday."), ElementsAre("gather agent"));
  EXPECT_THAT(roles_in("Some 5,000 people have voted."), ElementsAre("vote agent"));
  EXPECT_THAT(roles_in("5,000 people attended; organisers claimed 20,000."),
              ElementsAre("gather agent", ""));
  EXPECT_EQ(figures_in("5,000 people attended; organisers claimed 20,000.")[1].unit, "person");
}

TEST(Roles, HowFarHowLongForHowMuch) {
  EXPECT_THAT(roles_in("Prices rose 12 %."), ElementsAre("rise extent"));
  EXPECT_THAT(roles_in("Prices fell by 12 %."), ElementsAre("fall extent"));
  EXPECT_THAT(roles_in("She won by 12 points."), ElementsAre("win extent"));
  EXPECT_THAT(roles_in("The bridge cost $3 million."), ElementsAre("cost extent"));
  EXPECT_THAT(roles_in("The firm was fined $3 million."), ElementsAre("fine extent"));
  EXPECT_THAT(roles_in("The firm paid $3 million."), ElementsAre("pay patient"));
}

TEST(Roles, NoneWhereItIsNoArgument) {
  EXPECT_THAT(roles_in("They were sent to 12 hospitals."), ElementsAre("deploy"));
  EXPECT_THAT(roles_in("The firm met 12 men."), ElementsAre(""));
  EXPECT_THAT(roles_in("Two women came to local clinics with gunshot wounds."),
              ElementsAre("injure"));
  EXPECT_THAT(roles_in("The man was wounded and died two days later."), ElementsAre("kill"));
}

TEST(Predicates, AnAttackThatEndsInDeathKills) {
  for (const char* text :
       {"The raid left three farmers dead.", "Three farmers were found dead in a barn.",
        "Three farmers were found shot to death.", "Three farmers shot and killed at the market.",
        "Three farmers were fatally shot at the market.", "He fatally shot three farmers.",
        "He is charged with the deaths of three farmers.",
        "She was held over the fatal shooting of three farmers."}) {
    EXPECT_THAT(predicates_in(text), ElementsAre("kill")) << text;
  }
  EXPECT_THAT(predicates_in("Three farmers were shot at the market."), ElementsAre("shoot"));
  EXPECT_THAT(predicates_in("He faces the attempted murder of three farmers."), ElementsAre(""));
}

TEST(Predicates, HappeningsDoNotDie) {
  EXPECT_THAT(predicates_in("They executed 17 search warrants."), ElementsAre(""));
  EXPECT_THAT(predicates_in("He was charged with six counts of murder."), ElementsAre(""));
}

TEST(Predicates, WhatFollowsAndHasItsOwnVerb) {
  EXPECT_THAT(predicates_in("One farmer was killed and two others were wounded."),
              ElementsAre("kill", "injure"));
  EXPECT_THAT(predicates_in("The blast killed one man and wounded four others."),
              ElementsAre("kill", "injure"));
  EXPECT_THAT(predicates_in("The blast killed one man and injured four women."),
              ElementsAre("kill", "injure"));
}

TEST(Predicates, AFatalShootingEndsBeforeAnd) {
  EXPECT_THAT(predicates_in("A farmer was fatally shot and four people were wounded."),
              ElementsAre("kill", "injure"));
  EXPECT_THAT(predicates_in("Nine people hurt in a crash."), ElementsAre("injure"));
}

TEST(Predicates, ChildrenOfTheDeadAreNotTheDead) {
  EXPECT_THAT(predicates_in("He was a father of three who was shot and killed."), ElementsAre(""));
}

TEST(SingleDeath, OnePersonIsCounted) {
  for (const char* text :
       {"A farmer was killed in the village on Sunday.", "The flood killed a farmer.",
        "A local farmer, who was found dead, owned the barn.", "The storm left a farmer dead.",
        "He was jailed over the death of a farmer.", "A farmer was later pronounced dead.",
        "Police said a farmer was shot and killed near the barn."}) {
    const Figure figure = only_figure(text);
    EXPECT_EQ(figure.predicate, "kill") << text;
    EXPECT_EQ(figure.unit, "person") << text;
    EXPECT_EQ(figure.noun, "farmer") << text;
    ASSERT_TRUE(figure.low && figure.high) << text;
    EXPECT_EQ(*figure.low, Decimal(1)) << text;
    EXPECT_EQ(*figure.high, Decimal(1)) << text;
  }
  EXPECT_THAT(predicates_in("A 16-year-old girl was killed and two others were wounded."),
              ElementsAre("kill", "", "injure"));
}

TEST(SingleDeath, NotWhereItIsSupposedDeniedOrSharedOrDoneToOthers) {
  for (const char* text :
       {"If a farmer is killed, the law applies.", "A farmer was not killed.",
        "A farmer and a miller were killed.", "The flood killed a farmer and his son.",
        "A farmer killed his neighbour.", "A farmer accused of murder was held.",
        "They were killed by a farmer.", "A farmer could be killed.", "A tree was killed by frost.",
        "They killed a 2-month-old police dog.", "The victims, including a child, were buried.",
        "A child is killed every day."}) {
    for (const Figure& figure : figures_in(text)) EXPECT_EQ(figure.dimension, "age") << text;
  }
}

TEST(Nouns, PeopleAreKnownByNounOrByWhatHappensToThem) {
  EXPECT_EQ(only_figure("They met 40 Venezuelans.").unit, "person");
  EXPECT_EQ(only_figure("They met 40 firefighters.").unit, "person");
  EXPECT_EQ(only_figure("The storm killed 40.").unit, "person");
  EXPECT_EQ(only_figure("The storm broke 40 windows.").unit, "");
  EXPECT_EQ(only_figure("The roughly 90,000-strong workforce struck.").unit, "person");
}

TEST(Nouns, ClassesGroupWhatCompares) {
  EXPECT_EQ(noun_class("homes"), noun_class("houses"));
  EXPECT_NE(noun_class("homes"), noun_class("tanks"));
  EXPECT_EQ(noun_class("soldiers"), "person");
  EXPECT_EQ(noun_class("zebras"), "");
}

}  // namespace
}  // namespace claimtrail
