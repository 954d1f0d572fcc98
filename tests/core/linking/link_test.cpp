#include "core/linking/link.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>

#include "tests/core/linking/small_press.h"

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Question troops() {
  Question question;
  question.id = "nk-troops";
  question.about = {"North Korean", "troops"};
  question.entities = {"Kursk"};
  question.predicate = "deploy";
  question.dimension = "count";
  return question;
}

TEST(LinkReadings, ADeclaredQuestionCollectsWhatAnswersIt) {
  SmallPress room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  room.count("b", "North Korea sent 11,000 soldiers", 11000, "soldiers", "send");
  room.count("c", "4,000 North Korean troops were killed", 4000, "North Korean troops", "kill");
  room.say("d", "North Korean troops arrived in Kursk");
  room.count("e", "North Korean troops suffered 5,000 casualties", 5000, "casualties", "");
  auto linked = question_by_claim(link_readings(room.inputs(), {troops()}, {}, {}, {}));
  EXPECT_EQ(linked["a"], "nk-troops");
  EXPECT_EQ(linked["b"], "nk-troops");
  EXPECT_NE(linked["c"], "nk-troops") << "another event";
  EXPECT_NE(linked["e"], "nk-troops") << "what is counted names another event";
  EXPECT_NE(linked["d"], "nk-troops") << "no figure";
}

TEST(LinkReadings, AnEntityMayStandInTheHeadline) {
  SmallPress room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  Question elsewhere = troops();
  elsewhere.entities = {"Aleppo"};
  EXPECT_THAT(link_readings(room.inputs(), {elsewhere}, {}, {}, {}).links, IsEmpty());
}

TEST(LinkReadings, AnEntityMayStandAnywhereInTheReport) {
  SmallPress room;
  StoredClaim& counted = room.count("a", "over 10,000 North Korean troops were deployed", 10000,
                                    "North Korean troops", "deploy");
  room.say("b", "The bridges of Aleppo are closed").report = counted.report;
  Question elsewhere = troops();
  elsewhere.entities = {"Aleppo"};
  auto linked = question_by_claim(link_readings(room.inputs(), {elsewhere}, {}, {}, {}));
  EXPECT_EQ(linked["a"], "nk-troops");
  room.say("c", "The bridges are closed").claim.attribution = {
      Hop{.claimants = {{"h", "Homs city council", ClaimantKind::organization}}}};
  elsewhere.entities = {"Homs"};
  EXPECT_TRUE(
      question_by_claim(link_readings(room.inputs(), {elsewhere}, {}, {}, {}))["a"].empty());
}

TEST(LinkReadings, DiscoversAQuestionThatTwoReportsAnswer) {
  SmallPress room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  room.count("c", "The flood in Wlen injured 30 miners", 30, "miners", "injure");
  room.count("d", "A fire in Porto destroyed 14 cars", 14, "cars", "destroy");
  const Linking linking = link_readings(room.inputs(), {}, {}, {}, {});
  auto linked = question_by_claim(linking);
  EXPECT_FALSE(linked["a"].empty());
  EXPECT_EQ(linked["a"], linked["b"]);
  EXPECT_NE(linked["a"], linked["c"]);
  EXPECT_TRUE(linked["d"].empty()) << "one reading is no question";
  std::vector<std::string> tolls;
  for (const Question& question : linking.questions) {
    if (question.dimension.empty()) continue;
    tolls.push_back(question.id);
    EXPECT_EQ(question.behaves, "running_total") << "a toll grows";
  }
  EXPECT_THAT(tolls, ElementsAre(linked["a"]));
}

TEST(LinkReadings, DaysFarApartStayApart) {
  SmallPress room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill", "2025-04-26");
  room.count("b", "The flood in Wlen killed 12 miners", 12, "miners", "kill", "2025-08-26");
  EXPECT_THAT(link_readings(room.inputs(), {}, {}, {}, {}).links, IsEmpty());
}

TEST(LinkReadings, TheAnswerDoesNotDependOnOrder) {
  SmallPress room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  room.say("c", "The governor closed the northern bridge over the Odra river");
  room.say("d", "The northern bridge over the Odra was closed by the governor");
  room.say("e", "Schools open again on Monday");
  std::vector<LinkInput> inputs = room.inputs();
  const Linking first = link_readings(inputs, {}, {}, {}, {});
  std::mt19937 random(5);
  for (int i = 0; i < 30; ++i) {
    std::shuffle(inputs.begin(), inputs.end(), random);
    const Linking again = link_readings(inputs, {}, {}, {}, {});
    EXPECT_EQ(again.links, first.links);
  }
}

TEST(LinkReadings, APartKeepsTheQuestionItSharesMostWith) {
  SmallPress room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  const Linking before = link_readings(room.inputs(), {}, {}, {}, {});
  room.count("0", "Wlen flood: 15 miners were killed", 15, "miners", "kill");
  const Linking after = link_readings(room.inputs(), {}, before.questions, before.links, {});
  EXPECT_EQ(question_by_claim(after).at("0"), question_by_claim(before).at("a"));
}

TEST(LinkReadings, APersonsMergeAndMoveOutrankTheMachine) {
  SmallPress room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  room.count("b", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  Review move;
  move.id = "1";
  move.subject_kind = "reading";
  move.subject = "b#0";
  move.action = "move";
  move.after = "nk-troops";
  auto linked = question_by_claim(link_readings(room.inputs(), {troops()}, {}, {}, {move}));
  EXPECT_EQ(linked["b"], "nk-troops");
  Review undo;
  undo.id = "2";
  undo.action = "undo";
  undo.undoes = "1";
  linked = question_by_claim(link_readings(room.inputs(), {troops()}, {}, {}, {move, undo}));
  EXPECT_TRUE(linked["b"].empty());
}

TEST(LinkReadings, RelativeFiguresAndPositionsAreNotLinked) {
  SmallPress room;
  StoredClaim& others =
      room.count("a", "Two other miners were killed in Wlen", 2, "miners", "kill");
  others.claim.figures[0].relative = true;
  others.claim.checkable = false;
  StoredClaim& praise = room.say("b", "Two other miners were killed in Wlen");
  praise.claim.checkable = false;
  EXPECT_THAT(link_readings(room.inputs(), {}, {}, {}, {}).links, IsEmpty());
}

TEST(LinkReadings, WhatRefutesAStoryAnswersItsOpeningStatements) {
  SmallPress room;
  room.say("a", "A ghost ship drifts off the coast near Varna, fishermen watched it at dawn");
  room.say("b", "Fishermen near Varna watched a ghost ship drift off the coast at dawn");
  room.say("c", "The ghost ship that fishermen watched off the coast near Varna is a hoax");
  room.say("d", "Schools open again on Monday");
  auto linked = question_by_claim(link_readings(room.inputs(), {}, {}, {}, {}));
  EXPECT_FALSE(linked["c"].empty());
  EXPECT_EQ(linked["a"], linked["c"]);
  EXPECT_EQ(linked["b"], linked["c"]);
  EXPECT_TRUE(linked["d"].empty());
}

/// The questions of the figures, by claim.
std::map<std::string, std::string> question_by_figure(const SmallPress& room) {
  std::map<std::string, std::string> map;
  for (const ReadingLink& link : link_readings(room.inputs(), {}, {}, {}, {}).links) {
    if (link.figure == 0) map[link.claim] = link.question;
  }
  return map;
}

TEST(LinkReadings, WhoDoubtsFurtherDownAssertsNothing) {
  SmallPress room;
  room.say("a", "A ghost ship drifts off the coast near Varna, fishermen watched it at dawn");
  room.say("b", "Fishermen near Varna watched a ghost ship drift off the coast at dawn");
  room.say("c", "The ghost ship that fishermen watched off the coast near Varna is a hoax");
  StoredClaim& doubt = room.say("d", "the ghost ship off Varna was debunked by the coast guard");
  doubt.report = "r-b";
  doubt.claim.span = {4000, 4060};
  auto linked = question_by_claim(link_readings(room.inputs(), {}, {}, {}, {}));
  EXPECT_EQ(linked["a"], linked["c"]);
  EXPECT_NE(linked["b"], linked["c"]) << "its report says itself that it is not so";
}

TEST(LinkReadings, TollsOfTwoDaysAreTwoQuestions) {
  const auto on = [](StoredClaim& stored, const char* from, const char* to, const char* words) {
    stored.claim.figures[0].as_of =
        AsOf{DayRange{*parse_day(from), *parse_day(to)}, words, std::nullopt};
  };
  SmallPress room;
  on(room.count("a", "The fire on Mill Street in Wlen injured 5 people", 5, "people", "injure"),
     "2025-04-24", "2025-04-25", "Thursday");
  on(room.count("b", "Fire on Mill Street in Wlen: 6 people were injured", 6, "people", "injure"),
     "2025-04-25", "2025-04-26", "early Friday");
  on(room.count("c", "Four people were injured by fire on Mill Street in Wlen", 4, "people",
                "injure"),
     "2025-04-27", "2025-04-28", "Sunday");
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["a"].empty());
  EXPECT_EQ(linked["a"], linked["b"]) << "a night has two days";
  EXPECT_NE(linked["a"], linked["c"]);
}

TEST(LinkReadings, TheDayOfACountIsNotTheDayOfTheEvent) {
  const auto stood = [](StoredClaim& stored, const char* day, const char* words) {
    const Day from = *parse_day(day);
    stored.claim.figures[0].as_of =
        AsOf{DayRange{from, from + std::chrono::days{1}}, words, std::nullopt};
  };
  SmallPress room;
  stood(room.count("a", "5 people were injured by the fire on Mill Street in Wlen as of Thursday",
                   5, "people", "injure"),
        "2025-04-24", "as of Thursday");
  stood(room.count("b", "By Sunday 7 people were injured by the fire on Mill Street in Wlen", 7,
                   "people", "injure"),
        "2025-04-27", "By Sunday");
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["a"].empty());
  EXPECT_EQ(linked["a"], linked["b"]);
}

TEST(LinkReadings, OthersArePeople) {
  SmallPress room;
  room.count("a", "The fire in the Wlen mill killed one man and injured nine others", 9, "others",
             "injure");
  room.count("b", "Ten people were injured in the fire at the Wlen mill", 10, "people", "injure");
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["a"].empty());
  EXPECT_EQ(linked["a"], linked["b"]);
}

TEST(LinkReadings, ASumOverSeveralEventsIsNoTollOfOne) {
  SmallPress room;
  StoredClaim& sum =
      room.count("a", "16 people were injured in seven fires in Wlen", 16, "people", "injure");
  Figure fires;
  fires.low = fires.high = Decimal{7};
  fires.dimension = "count";
  fires.noun = "fires";
  sum.claim.figures.push_back(fires);
  room.count("b", "The fires in Wlen injured 4 people", 4, "people", "injure");
  room.count("c", "The fires in Wlen injured 5 people", 5, "people", "injure");
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["b"].empty());
  EXPECT_EQ(linked["b"], linked["c"]);
  EXPECT_NE(linked["a"], linked["b"]);
}

TEST(LinkReadings, TheWorstOffAndThoseOfOneTownAreSomeOfAll) {
  SmallPress room;
  room.count("a", "The fire in Wlen left two critically injured", 2, "critically injured",
             "injure");
  StoredClaim& town = room.count("b", "3 people from Brzeg were injured by the fire in Wlen", 3,
                                 "people", "injure");
  town.claim.figures[0].span = {0, 8};
  town.claim.figures[0].unit = "person";
  room.count("c", "The fire in Wlen injured 9 people", 9, "people", "injure");
  room.count("d", "9 people were injured by the fire in Wlen", 9, "people", "injure");
  auto linked = question_by_figure(room);
  EXPECT_EQ(linked["c"], linked["d"]);
  EXPECT_FALSE(linked.contains("a"));
  EXPECT_FALSE(linked.contains("b"));
}

TEST(LinkReadings, WhetherTheDeadAreAmongTheShotIsNotSaid) {
  SmallPress room;
  StoredClaim& both = room.count("a", "4 shot, 1 killed at the Wlen market", 4, "", "shoot");
  both.claim.figures[0].unit = "person";
  Figure dead = both.claim.figures[0];
  dead.low = dead.high = Decimal{1};
  dead.predicate = "kill";
  both.claim.figures.push_back(dead);
  room.count("b", "Five people were shot at the Wlen market", 5, "people", "shoot");
  room.count("c", "5 people shot at the market of Wlen", 5, "people", "shoot");
  auto linked = question_by_figure(room);
  EXPECT_EQ(linked["b"], linked["c"]);
  EXPECT_FALSE(linked.contains("a"));
}

TEST(LinkReadings, ABareCountGoesToOneEventOfItsStory) {
  SmallPress room;
  room.say("s", "The fire in the mill of Wlen on the Odra burned for hours near the old bridge")
      .report = "r-a";
  room.count("a", "10 people were injured", 10, "people", "injure");
  room.count("b", "The fire in the mill of Wlen near the bridge over the Odra injured 9 people", 9,
             "people", "injure");
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["b"].empty());
  EXPECT_EQ(linked["a"], linked["b"]);
}

TEST(LinkReadings, ANameBehindAnAgeBelongsToTheNextOne) {
  const auto age = [](StoredClaim& stored, int years, std::uint32_t at) {
    Figure figure;
    figure.low = figure.high = Decimal{years};
    figure.dimension = "age";
    figure.unit = "year";
    figure.span = {at, at + 2};
    stored.claim.figures = {figure};
  };
  SmallPress room;
  age(room.say("a", "The dead of Wlen are Karl Holm, 28, Ann Roth, 47"), 28, 32);
  age(room.say("b", "Among the dead of Wlen was Ann Roth, 47"), 47, 37);
  age(room.say("c", "In Wlen the dead were named: Ann Roth, 48"), 48, 39);
  auto linked = question_by_figure(room);
  EXPECT_FALSE(linked["b"].empty());
  EXPECT_EQ(linked["b"], linked["c"]);
  EXPECT_NE(linked["a"], linked["b"]);
}

TEST(LinkReadings, MenAndOfficersAreNotPeopleAtLarge) {
  SmallPress room;
  room.count("a", "The blast at the Wlen depot killed 12 people", 12, "people", "kill");
  room.count("b", "Twelve died in the blast at the Wlen depot", 12, "", "die")
      .claim.figures[0]
      .unit = "person";
  room.count("c", "The blast at the Wlen depot killed three officers", 3, "officers", "kill");
  auto linked = question_by_claim(link_readings(room.inputs(), {}, {}, {}, {}));
  EXPECT_EQ(linked["a"], linked["b"]);
  EXPECT_NE(linked["a"], linked["c"]);
}

TEST(LinkReadings, APartOfACountIsNoCount) {
  SmallPress room;
  StoredClaim& part =
      room.count("a", "one of the five miners killed in Wlen was a father", 1, "miners", "kill");
  part.claim.figures[0].span = {0, 23};
  room.count("b", "five miners were killed in Wlen", 5, "miners", "kill");
  for (const ReadingLink& link : link_readings(room.inputs(), {}, {}, {}, {}).links)
    EXPECT_LT(link.figure, 0);
}

TEST(LinkReadings, FiguresThatOneReportTellsApartAreTwoQuestions) {
  SmallPress room;
  room.count("a", "The Wlen flood killed 12 people in the valley", 12, "people", "kill").report =
      "r";
  room.count("b", "Floods have killed 40 people in the valley of Wlen", 40, "people", "kill")
      .report = "r";
  room.count("c", "The flood in Wlen valley killed 13 people", 13, "people", "kill");
  const auto links = link_readings(room.inputs(), {}, {}, {}, {}).links;
  std::map<std::string, std::string> figure;
  for (const ReadingLink& link : links) {
    if (link.figure == 0) figure[link.claim] = link.question;
  }
  EXPECT_FALSE(figure["a"] == figure["b"] && !figure["a"].empty());
  EXPECT_FALSE(figure["c"].empty());
}

TEST(LinkReadings, AnyOrderOfAnyNewsroomGivesTheSameQuestions) {
  const std::vector<std::string> places{"Wlen", "Varna", "Brzeg", "Porto"};
  const std::vector<std::string> events{"kill", "injure", "evacuate"};
  std::mt19937 random(23);
  for (int world = 0; world < 25; ++world) {
    SmallPress room;
    for (int i = 0; i < 40; ++i) {
      const std::string& place = places[random() % places.size()];
      const std::string& event = events[random() % events.size()];
      const int value = static_cast<int>(random() % 5) + 10;
      const std::string day = "2025-04-" + std::to_string(10 + random() % 18);
      const std::string id = "c" + std::to_string(i);
      if (random() % 3 == 0) {
        room.say(id, "The flood in " + place + " is a hoax, the mayor of " + place + " says",
                 day.c_str());
      } else {
        room.count(id,
                   "The flood in " + place + " " + event + "ed " + std::to_string(value) +
                       " people near the river",
                   value, "people", event, day.c_str());
      }
    }
    std::vector<LinkInput> inputs = room.inputs();
    const Linking first = link_readings(inputs, {}, {}, {}, {});
    EXPECT_FALSE(first.links.empty());
    for (int i = 0; i < 8; ++i) {
      std::shuffle(inputs.begin(), inputs.end(), random);
      ASSERT_EQ(link_readings(inputs, {}, {}, {}, {}).links, first.links) << "world " << world;
    }
  }
}

}  // namespace
}  // namespace claimtrail
