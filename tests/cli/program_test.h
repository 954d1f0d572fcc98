#pragma once

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "tests/support/program.h"

namespace claimtrail {

/// A test of the real binary: `program` is new for each.
class ProgramTest : public ::testing::Test {
 protected:
  Program program{CLAIMTRAIL_PROGRAM};
};

/// One JSON document a line of standard output; a line that is no JSON object fails the test.
inline std::vector<rapidjson::Document> json_lines(const ProgramRun& run) {
  std::vector<rapidjson::Document> lines;
  for (const std::string& line : run.lines()) {
    lines.emplace_back();
    lines.back().Parse<rapidjson::kParseValidateEncodingFlag>(line.c_str());
    EXPECT_TRUE(lines.back().IsObject()) << line;
  }
  return lines;
}

/// The text under a key; "" for null and absent, which mean the same.
inline std::string text_of(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// A short report in the words of this project, with attributions, figures and dates.
inline const char* dam_report() {
  return "Engineers say the Varna dam holds\n"
         "The regional council has ordered new checks after weeks of rain.\n"
         "\n"
         "At least 120 people were evacuated on Monday, Governor Ana Petrova said.\n"
         "\n"
         "\"The dam has not cracked,\" Petrova told reporters. Police claimed that more than 300 "
         "homes were flooded.\n";
}

}  // namespace claimtrail
