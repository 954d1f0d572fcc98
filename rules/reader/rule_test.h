#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/yaml.h"
#include "core/model/flag.h"
#include "core/trail/evidence.h"

namespace claimtrail {

/// A claim of a rule's test, in short keys. What is left out is as plain as can be: a report of its
/// own by an outlet of its own, the outlet's voice, asserted, affirmed, in the body.
struct TestClaim {
  std::string id;
  std::string figure;     ///< words holding one quantity: "at least 120 killed"
  std::string statement;  ///< what is stated; equal texts say the same
  std::string quote;      ///< the quoted words; versions of one utterance are found by themselves
  std::string exact;      ///< the claim's words; left out: the quote, figure or statement
  std::string claimant;   ///< left out: the outlet's own voice
  ClaimantKind kind = ClaimantKind::organization;
  std::string outlet;
  std::string report;
  std::optional<Day> published;
  std::optional<Timestamp> first_seen;
  std::optional<DayRange> as_of;
  std::string as_of_words;  ///< "Monday, 28 April"
  std::string question;     ///< left out: "question" for figures, none for statements
  Hedge hedge = Hedge::asserted;
  Polarity polarity = Polarity::affirmed;
  std::optional<Manner> manner;  ///< left out: direct for a quote, else indirect or unattributed
  BlockKind block = BlockKind::body;
  ClaimType claim_type = ClaimType::event;
  bool checkable = true;
  bool relative = false;
  std::vector<std::string> includes;
  std::vector<std::string> excludes;
};

struct TestReport {
  std::string id;
  std::string outlet;
  std::optional<Day> published;
  std::vector<std::string> cites;  ///< ids of reports, or outlets
  bool note = false;
  std::string family;                  ///< left out: the outlet's own
  std::optional<Timestamp> revised;    ///< when its newest text was captured
  std::optional<Timestamp> withdrawn;  ///< since when its page is gone
  std::vector<std::string> origins;    ///< agencies that it prints: "Reuters"
  std::string text;                    ///< its words
};

struct TestQuestion {
  std::string id;
  std::string behaves = "point";
  int window_days = 14;
};

struct TestChange {
  std::string claim;
  std::string report;
  std::string kind;
  std::string was;
  std::string is;
  bool noted = false;
};

/// An open flag of another rule.
struct TestFlag {
  std::vector<std::vector<std::string>> sides;  ///< claim ids
};

/// What one flag must be like; only what is set is compared.
struct TestExpectation {
  std::optional<FlagSeverity> severity;
  std::optional<std::size_t> side_count;
  std::optional<std::vector<std::vector<std::string>>> sides;  ///< claim ids, in any order
  std::optional<std::vector<std::string>> context;
  std::optional<std::string> question;
  std::optional<std::string> message;  ///< words that the message must hold
};

/// One test of a rule, as it stands in the pack.
struct RuleTest {
  std::string name;
  int line = 0;
  std::vector<TestClaim> claims;
  std::vector<TestReport> reports;
  std::vector<TestQuestion> questions;
  std::vector<TestChange> changes;
  std::vector<TestFlag> flags;
  std::vector<TestExpectation> expect;
};

[[nodiscard]] RuleTest read_rule_test(const YamlDocument& document, const YamlNode& node,
                                      std::vector<Diagnostic>& problems);

/// The evidence that a test describes; the failure says which claim cannot be built and why.
[[nodiscard]] Result<Evidence> build_evidence(const RuleTest& test);

/// Empty when the flags are what the test expects; else what was expected and what came.
[[nodiscard]] std::string compare_flags(const RuleTest& test,
                                        const std::vector<RaisedFlag>& raised);

}  // namespace claimtrail
