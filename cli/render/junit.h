#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"

namespace claimtrail {

/// Test results as JUnit XML, the form that CI servers read: a suite for each rule, in the order of
/// the results. Control characters, which XML cannot hold, become U+FFFD.
[[nodiscard]] std::string junit_of(const std::vector<RuleTestResult>& results);

}  // namespace claimtrail
