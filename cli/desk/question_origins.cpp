#include "cli/desk/question_origins.h"

#include <deque>
#include <set>

#include "core/analysis.h"

#include "cli/desk/capture.h"

namespace claimtrail {

QuestionOrigins question_origins(const Store& store, const Evidence& evidence,
                                 const std::string& question) {
  std::set<std::size_t> answering;
  for (const Reading& reading : evidence.readings) {
    if (reading.question == question) answering.insert(reading.report);
  }
  QuestionOrigins found;
  std::deque<TextShingles> shingles;
  std::vector<ComparedText> texts;
  for (const std::size_t index : answering) {
    const ReportEvidence& seen = evidence.reports[index];
    OriginReport report;
    report.id = seen.id;
    report.url = seen.url;
    report.outlet = seen.outlet;
    report.publisher_family = seen.publisher_family;
    std::string words = seen.id;  // a report without a text is a copy of none
    if (const auto stored = store.report(seen.id)) {
      report.is_based_on = stored->is_based_on;
      report.syndicated_from = stored->syndicated_from;
      const std::vector<Revision> revisions = store.revisions(seen.id);
      const auto text =
          revisions.empty() ? std::nullopt : store.text(revisions.back().id, extractor_version());
      if (text) {
        report.credits = find_wire_credits(text->text, read_blocks(text->blocks), stored->byline);
        words = text->text;
      }
    }
    texts.push_back({&shingles.emplace_back(words), report.publisher_family});
    found.reports.push_back(std::move(report));
  }
  found.origins = find_origins(found.reports, find_copies(texts));
  return found;
}

}  // namespace claimtrail
