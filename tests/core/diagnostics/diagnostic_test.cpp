#include "core/diagnostics/diagnostic.h"

#include <gtest/gtest.h>

namespace claimtrail {
namespace {

Diagnostic at(int line, int column, std::string snippet) {
  Diagnostic diagnostic;
  diagnostic.message = "unknown key 'sorces'";
  diagnostic.file = "claimtrail.yaml";
  diagnostic.line = line;
  diagnostic.column = column;
  diagnostic.snippet = std::move(snippet);
  return diagnostic;
}

TEST(Diagnostic, PointsAtTheColumn) {
  Diagnostic diagnostic = at(3, 3, "  sorces:");
  diagnostic.hint = "did you mean 'sources'?";
  EXPECT_EQ(render(diagnostic),
            "claimtrail.yaml:3:3: error: unknown key 'sorces'\n"
            "    sorces:\n"
            "    ^\n"
            "  hint: did you mean 'sources'?");
}

TEST(Diagnostic, CountsColumnsInCharacters) {
  EXPECT_NE(render(at(1, 4, "éé x")).find("\n  éé x\n     ^"), std::string::npos);
}

TEST(Diagnostic, CutsALongLineAroundTheColumn) {
  const std::string text = render(at(1, 500, std::string(1000, 'x')));
  EXPECT_LT(text.size(), 400U);
  EXPECT_NE(text.find("…"), std::string::npos);
}

TEST(Diagnostic, SurvivesAColumnPastTheEnd) {
  EXPECT_NE(render(at(1, 80, "short")).find("^"), std::string::npos);
}

TEST(Diagnostic, WithoutAPlaceIsOneLine) {
  Diagnostic diagnostic;
  diagnostic.message = "nothing to do";
  diagnostic.severity = DiagnosticSeverity::note;
  EXPECT_EQ(render(diagnostic), "note: nothing to do");
}

TEST(Nearest, SuggestsOnlyWhatIsNear) {
  EXPECT_EQ(nearest("sorces", {"desk", "sources", "rules"}), "sources");
  EXPECT_EQ(nearest("zzz", {"desk", "sources", "rules"}), "");
}

}  // namespace
}  // namespace claimtrail
