// Whatever words a report, an address, a reviewer or the config brings: no markup of theirs comes
// out of any form.
#include <gmock/gmock.h>

#include "cli/provenance/render.h"
#include "cli/provenance/verify_report.h"
#include "tests/cli/provenance/small_world.h"
#include "tests/cli/provenance/xml_check.h"

namespace claimtrail {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string poison =
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`|*_[x](javascript:y) "
    "{{{desk}}} -->\u2028\u2029\u202E\u2066\u200F\x1b[31m\xff end";

/// The small world's report with poison in every text that somebody else can write.
ProvenanceReport poisoned(SmallWorld& world) {
  ProvenanceReport report =
      build_report(world.store(), world.desk(), {}, SmallWorld::now()).value();
  report.desk = report.contact = poison;
  for (TracedQuestion& question : report.questions) {
    question.question.ask = poison;
    question.question.id = poison;
    for (TracedPosition& position : question.positions) {
      position.claimant = poison;
      for (TracedEntry& entry : position.entries) entry.value = entry.outlet = poison;
    }
  }
  for (TracedClaim& claim : report.claims) {
    claim.stored.exact = claim.attribution = poison;
    claim.passage.text = poison;
    claim.passage.marked = {{0, 10}, {20, 40}};
    claim.reviews = report.flags[0].reviews;
    for (Figure& figure : claim.stored.claim.figures) figure.unit = poison;
    for (std::string& words : claim.figures) words = poison;
    claim.stored.review_state = poison;
  }
  for (TracedFlag& traced : report.flags) {
    Flag& flag = traced.flag;
    flag.message = flag.rule = flag.pack = flag.rule_version = poison;
    for (Side& side : flag.sides) side.position = poison;
    for (WhyPair& pair : flag.why) {
      for (AtomValue& atom : pair.atoms) atom.atom = atom.values = poison;
    }
    for (FrozenEvidence& frozen : flag.evidence) {
      frozen.exact = frozen.outlet = frozen.claimant = poison;
    }
    for (TracedReview& review : traced.reviews) {
      review.review.by = review.review.reason = review.review.code = poison;
    }
    for (TracedChange& change : traced.changes) change.was = change.is = change.kind = poison;
  }
  for (TracedReport& traced : report.reports) {
    traced.report.title = traced.report.outlet = poison;
    traced.report.url = "javascript:alert(3)";
    for (Revision& revision : traced.revisions) revision.url = revision.id = poison;
  }
  return report;
}

TEST(HostileReport, PageHoldsNoMarkupOfTheirs) {
  SmallWorld world;
  const std::string page = render_html(poisoned(world));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
  for (const char* bare : {"\u2028", "\u2029", "\u202E", "\u2066", "\u200F", "\x1b", "\xff"}) {
    EXPECT_THAT(page, Not(HasSubstr(bare)));
  }
  EXPECT_THAT(page, HasSubstr("{{{desk}}}")) << "words that look like a template stay words";
  for (const std::string& drawing : drawings_of(page)) {
    EXPECT_THAT(xml_mistake(drawing), IsEmpty());
  }
}

TEST(HostileReport, PageHasOneDataElementAndTwoScriptTags) {
  SmallWorld world;
  const std::string page = render_html(poisoned(world));
  std::size_t scripts = 0;
  for (std::size_t at = page.find("<script"); at != std::string::npos;
       at = page.find("<script", at + 1)) {
    ++scripts;
  }
  EXPECT_EQ(scripts, 1U);
}

TEST(HostileReport, JsonCanBeReadAndShown) {
  SmallWorld world;
  const std::string json = render_json(poisoned(world));
  for (const char* bare : {"<", ">", "&", "\u2028", "\u202E", "\x1b"}) {
    EXPECT_THAT(json, Not(HasSubstr(bare)));
  }
  EXPECT_TRUE(verify_report_text(json, "report.json", nullptr).has_value());
}

TEST(HostileReport, MarkdownHoldsNoMarkupOfTheirs) {
  SmallWorld world;
  const std::string text = render_markdown(poisoned(world));
  EXPECT_THAT(text, Not(HasSubstr("<script")));
  EXPECT_THAT(text, Not(HasSubstr("<img")));
  for (std::size_t at = text.find("](javascript"); at != std::string::npos;
       at = text.find("](javascript", at + 1)) {
    EXPECT_EQ(text[at - 1], '\\') << "a link of theirs at byte " << at;
  }
  EXPECT_THAT(text, Not(HasSubstr("\u202E")));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(HostileReport, NoCellOfTheirsIsAFormula) {
  SmallWorld world;
  ProvenanceReport report =
      build_report(world.store(), world.desk(), {}, SmallWorld::now()).value();
  for (TracedClaim& claim : report.claims) claim.stored.exact = "=cmd|'/c calc'!A1";
  const std::string csv = render_csv(report);
  EXPECT_THAT(csv, HasSubstr(",'=cmd|"));
  EXPECT_THAT(csv, Not(HasSubstr(",=cmd")));
}

}  // namespace
}  // namespace claimtrail
