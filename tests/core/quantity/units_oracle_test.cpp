// Every factor and offset of the table against GNU units, which knows them from elsewhere.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gmpxx.h>
#include <unistd.h>

#include "core/quantity/units.h"

namespace claimtrail {
namespace {

struct Question {
  std::string expression;
  std::string base;
};

/// units_oracle.txt: what to ask about each unit.
std::map<std::string, Question> questions() {
  std::ifstream file(CLAIMTRAIL_UNITS_ORACLE);
  std::map<std::string, Question> read;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find(" | ");
    const std::size_t second = line.find(" | ", first + 3);
    const bool known = second != std::string::npos;
    read[line.substr(0, first)] = {line.substr(first + 3, known ? second - first - 3 : second),
                                   known ? line.substr(second + 3) : ""};
  }
  return read;
}

/// The program's answers, one a question, in order.
std::vector<std::string> ask(const std::vector<Question>& asked) {
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) / ("units_oracle." + std::to_string(getpid()));
  {
    std::ofstream input(file);
    for (const Question& question : asked)
      input << question.expression << '\n' << question.base << '\n';
  }
  const std::string command =
      "units --quiet --terse --one-line -o %.17g < '" + file.string() + "' 2>&1";
  std::vector<std::string> answers;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string line;
  for (int c = pipe ? fgetc(pipe.get()) : EOF; c != EOF; c = fgetc(pipe.get())) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    answers.push_back(std::move(line));
    line.clear();
  }
  std::filesystem::remove(file);
  return answers;
}

double exact(std::string_view spelled) {
  mpq_class value{std::string(spelled)};
  value.canonicalize();
  return value.get_d();
}

void expect_same(const std::string& answer, double ours, std::string_view what) {
  std::istringstream stream(answer);
  double theirs = 0;
  ASSERT_TRUE(stream >> theirs) << what << ": " << answer;
  EXPECT_NEAR(theirs / ours, 1.0, 1e-10) << what;
}

TEST(UnitsOracle, AgreesOnEveryFactor) {
  const auto known = questions();
  std::vector<const Unit*> units;
  std::vector<Question> asked;
  for (const Unit& unit : all_units()) {
    if (unit.dimension == "currency") continue;
    const auto question = known.find(std::string(unit.name));
    ASSERT_NE(question, known.end()) << unit.name << " is missing in units_oracle.txt";
    if (question->second.expression == "-") {
      EXPECT_EQ(unit.factor.find_first_not_of("10/"), std::string_view::npos) << unit.name;
      continue;
    }
    units.push_back(&unit);
    asked.push_back(question->second);
  }
  EXPECT_GE(units.size(), 350U);
  const auto answers = ask(asked);
  ASSERT_EQ(answers.size(), asked.size()) << "is the package units installed?";
  for (std::size_t i = 0; i < units.size(); ++i)
    expect_same(answers[i], exact(units[i]->factor), units[i]->name);
}

TEST(UnitsOracle, AgreesOnTheZeroOfTemperatures) {
  const auto answers = ask({{"tempC(0)", "K"}, {"tempF(0)", "K"}});
  ASSERT_EQ(answers.size(), 2U) << "is the package units installed?";
  expect_same(answers[0], exact(unit_named("degree Celsius")->offset), "Celsius");
  expect_same(answers[1], exact(unit_named("degree Fahrenheit")->offset), "Fahrenheit");
}

}  // namespace
}  // namespace claimtrail
