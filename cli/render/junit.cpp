#include "cli/render/junit.h"

#include <algorithm>

#include <fmt/format.h>

namespace claimtrail {
namespace {

std::string escaped(const std::string& text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\n':
        safe += "&#10;";
        break;
      default:
        safe +=
            static_cast<unsigned char>(c) < 0x20 && c != '\t' ? "\xEF\xBF\xBD" : std::string(1, c);
    }
  }
  return safe;
}

std::string case_of(const RuleTestResult& result) {
  const std::string head =
      fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"",
                  escaped(result.rule), escaped(result.name), escaped(result.file), result.line);
  if (result.passed) return head + "/>\n";
  return fmt::format("{}>\n      <failure message=\"{}\"/>\n    </testcase>\n", head,
                     escaped(result.detail));
}

using Results = std::vector<RuleTestResult>;

std::ptrdiff_t failures(Results::const_iterator begin, Results::const_iterator end) {
  return std::count_if(begin, end, [](const RuleTestResult& result) { return !result.passed; });
}

}  // namespace

std::string junit_of(const std::vector<RuleTestResult>& results) {
  std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\">\n",
      results.size(), failures(results.begin(), results.end()));
  for (auto begin = results.begin(); begin != results.end();) {
    const auto end = std::find_if(begin, results.end(), [&](const RuleTestResult& result) {
      return result.rule != begin->rule;
    });
    xml += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n",
                       escaped(begin->rule), end - begin, failures(begin, end));
    for (auto each = begin; each != end; ++each) xml += case_of(*each);
    xml += "  </testsuite>\n";
    begin = end;
  }
  return xml + "</testsuites>\n";
}

}  // namespace claimtrail
