#include "core/linking/link.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>

namespace claimtrail {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// A newsroom of claims, each in a report of its own.
class Newsroom {
 public:
  StoredClaim& say(const std::string& id, const std::string& words,
                   const char* day = "2025-04-26") {
    StoredClaim stored;
    stored.claim.id = id;
    stored.claim.span = {0, static_cast<std::uint32_t>(words.size())};
    stored.claim.content = {stored.claim.span};
    stored.report = "r-" + id;
    stored.exact = words;
    claims_.push_back(std::make_unique<StoredClaim>(std::move(stored)));
    days_.push_back(*parse_day(day));
    return *claims_.back();
  }

  StoredClaim& count(const std::string& id, const std::string& words, int value,
                     const std::string& noun, const std::string& predicate,
                     const char* day = "2025-04-26") {
    StoredClaim& stored = say(id, words, day);
    Figure figure;
    figure.low = figure.high = Decimal{value};
    figure.dimension = "count";
    figure.noun = noun;
    figure.predicate = predicate;
    stored.claim.figures.push_back(figure);
    return stored;
  }

  [[nodiscard]] std::vector<LinkInput> inputs() const {
    std::vector<LinkInput> list;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      LinkInput input;
      input.stored = claims_[i].get();
      input.report_context = "Kursk region";
      input.published = days_[i];
      list.push_back(input);
    }
    return list;
  }

 private:
  std::vector<std::unique_ptr<StoredClaim>> claims_;
  std::vector<Day> days_;
};

std::map<std::string, std::string> question_by_claim(const Linking& linking) {
  std::map<std::string, std::string> map;
  for (const ReadingLink& link : linking.links) map[link.claim] = link.question;
  return map;
}

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
  Newsroom room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  room.count("b", "North Korea sent 11,000 soldiers", 11000, "soldiers", "send");
  room.count("c", "4,000 North Korean troops were killed", 4000, "North Korean troops", "kill");
  room.say("d", "North Korean troops arrived in Kursk");
  auto linked = question_by_claim(link_readings(room.inputs(), {troops()}, {}, {}, {}));
  EXPECT_EQ(linked["a"], "nk-troops");
  EXPECT_EQ(linked["b"], "nk-troops");
  EXPECT_NE(linked["c"], "nk-troops") << "another event";
  EXPECT_NE(linked["d"], "nk-troops") << "no figure";
}

TEST(LinkReadings, AnEntityMayStandInTheHeadline) {
  Newsroom room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  Question elsewhere = troops();
  elsewhere.entities = {"Aleppo"};
  EXPECT_THAT(link_readings(room.inputs(), {elsewhere}, {}, {}, {}).links, IsEmpty());
}

TEST(LinkReadings, DiscoversAQuestionThatTwoReportsAnswer) {
  Newsroom room;
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
  Newsroom room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill", "2025-04-26");
  room.count("b", "The flood in Wlen killed 12 miners", 12, "miners", "kill", "2025-08-26");
  EXPECT_THAT(link_readings(room.inputs(), {}, {}, {}, {}).links, IsEmpty());
}

TEST(LinkReadings, TheAnswerDoesNotDependOnOrder) {
  Newsroom room;
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
  Newsroom room;
  room.count("a", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  room.count("b", "At least 14 miners were killed in the Wlen flood", 14, "miners", "kill");
  const Linking before = link_readings(room.inputs(), {}, {}, {}, {});
  room.count("0", "Wlen flood: 15 miners were killed", 15, "miners", "kill");
  const Linking after = link_readings(room.inputs(), {}, before.questions, before.links, {});
  EXPECT_EQ(question_by_claim(after).at("0"), question_by_claim(before).at("a"));
}

TEST(LinkReadings, APersonsMergeAndMoveOutrankTheMachine) {
  Newsroom room;
  room.count("a", "over 10,000 North Korean troops were deployed", 10000, "North Korean troops",
             "deploy");
  room.count("b", "The flood in Wlen killed 12 miners", 12, "miners", "kill");
  Review move;
  move.id = "1";
  move.subject_kind = "claim";
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
  Newsroom room;
  StoredClaim& others =
      room.count("a", "Two other miners were killed in Wlen", 2, "miners", "kill");
  others.claim.figures[0].relative = true;
  others.claim.checkable = false;
  StoredClaim& praise = room.say("b", "Two other miners were killed in Wlen");
  praise.claim.checkable = false;
  EXPECT_THAT(link_readings(room.inputs(), {}, {}, {}, {}).links, IsEmpty());
}

}  // namespace
}  // namespace claimtrail
