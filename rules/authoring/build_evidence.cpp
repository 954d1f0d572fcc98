#include <algorithm>

#include <fmt/format.h>

#include "core/linking/quotes.h"
#include "core/linking/refutation.h"
#include "core/quantity/find_figures.h"
#include "core/text/tokens.h"

#include "rules/reader/rule_test.h"

namespace claimtrail {
namespace {

class EvidenceBuilder {
 public:
  explicit EvidenceBuilder(const RuleTest& test) : test_(test) {}

  Result<Evidence> build() {
    for (const TestQuestion& one : test_.questions) add_question(one);
    for (const TestReport& one : test_.reports) add_report(one);
    // Reading pointers must stay put, so the claims get their room first.
    evidence_.claims.reserve(test_.claims.size());
    for (const TestClaim& one : test_.claims) {
      if (auto problem = add_claim(one)) return tl::unexpected(std::move(*problem));
    }
    group_quotations();
    for (const TestChange& one : test_.changes) add_change(one);
    evidence_.texts = texts_;
    return std::move(evidence_);
  }

 private:
  void add_question(const TestQuestion& one) {
    Question question;
    question.id = one.id;
    question.ask = one.id;
    question.declared = true;
    question.behaves = one.behaves;
    question.window_days = one.window_days;
    evidence_.questions.push_back(std::move(question));
  }

  void add_report(const TestReport& one) {
    ReportEvidence& report = evidence_.reports.emplace_back();
    report.id = one.id;
    report.outlet = one.outlet.empty() ? "outlet of " + one.id : one.outlet;
    report.publisher_family = one.family.empty() ? report.outlet : one.family;
    report.published = one.published;
    report.cites = one.cites;
    report.has_note = one.note;
    report.revised = one.revised;
    report.withdrawn = one.withdrawn;
    report.agencies = one.origins;
    if (!one.text.empty()) texts_->add(one.id, one.text);
  }

  std::size_t report_of(const std::string& id, const TestClaim* claim) {
    const auto found = std::find_if(evidence_.reports.begin(), evidence_.reports.end(),
                                    [&](const ReportEvidence& one) { return one.id == id; });
    if (found != evidence_.reports.end()) {
      return static_cast<std::size_t>(found - evidence_.reports.begin());
    }
    TestReport report;
    report.id = id;
    if (claim != nullptr) {
      report.outlet = claim->outlet;
      report.published = claim->published;
    }
    add_report(report);
    if (claim != nullptr && claim->first_seen) {
      evidence_.reports.back().first_seen = *claim->first_seen;
    }
    return evidence_.reports.size() - 1;
  }

  static Span moved(Span span, std::uint32_t by) { return {span.start + by, span.end + by}; }

  static Manner manner_of(const TestClaim& one) {
    if (one.manner) return *one.manner;
    if (one.claimant.empty()) return Manner::unattributed;
    return one.quote.empty() ? Manner::indirect : Manner::direct;
  }

  static std::string words_of(const TestClaim& one) {
    for (const std::string* words : {&one.exact, &one.quote, &one.figure, &one.statement}) {
      if (!words->empty()) return *words;
    }
    return one.id;
  }

  std::optional<Diagnostic> add_claim(const TestClaim& one) {
    StoredClaim stored;
    stored.exact = words_of(one);
    stored.content_exact = {stored.exact};
    Claim& claim = stored.claim;
    claim.id = one.id;
    claim.block = one.block;
    // Claims of one report stand in the order they are written in.
    const auto place = static_cast<std::uint32_t>(evidence_.claims.size() * 1000);
    claim.span = {place, place + static_cast<std::uint32_t>(stored.exact.size())};
    claim.content = {claim.span};
    claim.manner = manner_of(one);
    claim.polarity = one.polarity;
    claim.claim_type = one.claim_type;
    claim.checkable = one.checkable;
    if (!one.claimant.empty()) {
      Hop hop;
      hop.claimants = {{"claimant " + one.claimant, one.claimant, one.kind}};
      hop.hedge = one.hedge;
      claim.attribution = {hop};
    }
    Reading reading;
    if (!one.figure.empty()) {
      const TokenizedText text = take_apart(one.figure, {});
      std::vector<Figure> figures = find_figures(text);
      // A conversion that does not hold is a quantity of its own, but not of this claim.
      if (figures.size() == 2 && figures[0].equivalent == figures[1].span) figures.pop_back();
      if (figures.size() != 1) {
        return failure("test-figure",
                       fmt::format("the figure '{}' of claim '{}' holds {} quantities", one.figure,
                                   one.id, figures.size()))
            .value();
      }
      figures[0].span = moved(figures[0].span, place);
      if (figures[0].equivalent) figures[0].equivalent = moved(*figures[0].equivalent, place);
      figures[0].relative = figures[0].relative || one.relative;
      figures[0].includes.insert(figures[0].includes.end(), one.includes.begin(),
                                 one.includes.end());
      figures[0].excludes.insert(figures[0].excludes.end(), one.excludes.begin(),
                                 one.excludes.end());
      claim.figures = std::move(figures);
      reading.figure = 0;
    }
    reading.report = report_of(one.report.empty() ? "report of " + one.id : one.report, &one);
    const ReportEvidence& report = evidence_.reports[reading.report];
    stored.report = report.id;
    stored.first_seen = one.first_seen.value_or(report.first_seen);
    reading.question = one.question.empty() && !one.figure.empty() ? "question" : one.question;
    reading.attributed = !one.claimant.empty();
    reading.claimant = reading.attributed ? one.claimant : report.outlet;
    reading.claimant_id =
        reading.attributed ? claim.attribution[0].claimants[0].id : "outlet:" + report.outlet;
    reading.as_of = one.as_of;
    if (one.as_of && !one.as_of_words.empty()) {
      claim.as_of = AsOf{*one.as_of, one.as_of_words, std::nullopt};
    }
    const bool known = std::any_of(evidence_.questions.begin(), evidence_.questions.end(),
                                   [&](const Question& q) { return q.id == reading.question; });
    if (!reading.question.empty() && !known) add_question({reading.question, "point", 14});
    evidence_.claims.push_back(std::move(stored));
    reading.stored = &evidence_.claims.back();
    if (reading.figure >= 0) {
      evidence_.readings.push_back(reading);
      reading.figure = -1;
      reading.question.clear();
    }
    reading.statement_group = one.statement;
    reading.refutes = says_something_is_not_so(*reading.stored);
    reading.quote = one.quote;
    evidence_.readings.push_back(std::move(reading));
    return std::nullopt;
  }

  void group_quotations() {
    std::vector<std::string> quotes;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < evidence_.readings.size(); ++i) {
      if (evidence_.readings[i].quote.empty()) continue;
      quotes.push_back(evidence_.readings[i].quote);
      owners.push_back(i);
    }
    const std::vector<std::size_t> groups = group_quotes(quotes);
    for (std::size_t i = 0; i < owners.size(); ++i) {
      evidence_.readings[owners[i]].quote_group = fmt::format("quote {}", groups[i]);
    }
  }

  void add_change(const TestChange& one) {
    RevisionChange change;
    change.report = report_of(one.report.empty() ? "report of " + one.claim : one.report, nullptr);
    change.from_revision = "revision 1";
    change.to_revision = "revision 2";
    change.kind = one.kind;
    change.was = one.was;
    change.is = one.is;
    change.noted = one.noted;
    StoredClaim stored;
    stored.claim.id = one.claim;
    stored.report = evidence_.reports[change.report].id;
    std::vector<RevisionReading>& history = evidence_.histories[stored.report];
    RevisionReading& revision = history.emplace_back();
    revision.claims.push_back(std::move(stored));
    // The claim's own storage stays put when the history grows.
    if (one.kind != "added") change.before = revision.claims.data();
    if (one.kind != "removed") change.after = revision.claims.data();
    evidence_.changes.push_back(std::move(change));
  }

  const RuleTest& test_;
  Evidence evidence_;
  std::shared_ptr<KnownTexts> texts_ = std::make_shared<KnownTexts>();
};

}  // namespace

Result<Evidence> build_evidence(const RuleTest& test) { return EvidenceBuilder(test).build(); }

}  // namespace claimtrail
