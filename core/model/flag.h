#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/circle.h"
#include "core/model/span.h"
#include "core/model/time.h"

namespace claimtrail {

enum class FlagSeverity { info, warning, error };
enum class FlagStatus { open, confirmed, dismissed, explained, suppressed, resolved };

/// The claims that share one canonical value.
struct Side {
  std::string position;             ///< the value in words ("more than 10,000 persons")
  std::vector<std::string> claims;  ///< claim ids, sorted
  friend bool operator==(const Side&, const Side&) = default;
};

/// One atom of a rule's condition with the values it saw.
struct AtomValue {
  std::string atom;    ///< as written: "disjoint(a.figure, b.figure, rel = 0.05)"
  std::string values;  ///< "a.figure = over 10,000; b.figure = 3,000"
  bool holds = false;
  friend bool operator==(const AtomValue&, const AtomValue&) = default;
};

/// Why two claims (or one, then `b` is empty) met the rule.
struct WhyPair {
  std::string a;
  std::string b;
  std::vector<AtomValue> atoms;
  std::vector<std::string> exceptions_tried;  ///< names of exceptions that did not apply
  std::string change;                         ///< for quotes: truncated, altered, trivial
  friend bool operator==(const WhyPair&, const WhyPair&) = default;
};

/// The words a flag was raised on, frozen: they outlive re-analysis and edits.
struct FrozenEvidence {
  std::string claim;
  std::string report;
  std::string revision;
  std::string outlet;
  std::string url;
  std::string exact;
  std::vector<Span> content;
  std::string claimant;  ///< hop 0, or the outlet
  std::string value;     ///< the figure or position in words
  std::string raw_sha256;
  std::string text_sha256;
  std::string fetched_at;
  friend bool operator==(const FrozenEvidence&, const FrozenEvidence&) = default;
};

/// What the rules say now, before it is matched with what is stored. A pure function of its inputs.
struct RaisedFlag {
  std::string rule;
  std::string rule_version;  ///< the rule's `since` and the hash of its text
  std::string pack;
  FlagSeverity severity = FlagSeverity::warning;
  /// What it is instead where it fills a side of an open flag of another rule; empty: the same.
  /// Decided when flags are settled, never stored.
  std::optional<FlagSeverity> severity_if_fills;
  std::string scope_key;         ///< the question; for report and revision rules the report
  std::string question;          ///< empty where the rule is not about one
  std::optional<Circle> circle;  ///< all it was raised on stands in it; empty: no one circle does
  std::vector<Side> sides;
  std::vector<std::string> context;  ///< claims that fit every side
  std::vector<std::string> reports;  ///< ids, sorted
  std::string message;
  std::vector<WhyPair> why;
};

/// A durable flag: what was raised, with a life of its own.
struct Flag : RaisedFlag {
  std::string id;
  FlagStatus status = FlagStatus::open;
  std::string status_code;       ///< reason code when explained
  std::string suppressed_until;  ///< ISO day; empty: until it changes
  std::vector<FrozenEvidence> evidence;
  Timestamp first_seen;
  Timestamp last_seen;

  /// Every claim of every side and of the context, sorted and unique.
  [[nodiscard]] std::vector<std::string> all_claims() const;
};

[[nodiscard]] const char* to_string(FlagSeverity value);
[[nodiscard]] const char* to_string(FlagStatus value);
[[nodiscard]] std::optional<FlagSeverity> parse_flag_severity(std::string_view text);
[[nodiscard]] std::optional<FlagStatus> parse_flag_status(std::string_view text);

}  // namespace claimtrail
