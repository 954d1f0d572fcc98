#include "cli/desk/relink.h"

#include <map>

#include "core/linking/sayings.h"

namespace claimtrail {
namespace {

/// The words of each report's headline and standfirst, as its claims hold them.
std::map<std::string, std::string> contexts(const std::vector<StoredClaim>& claims,
                                            const std::map<std::string, Report>& reports) {
  std::map<std::string, std::string> context;
  for (const auto& [id, report] : reports) context[id] = report.title;
  for (const StoredClaim& stored : claims) {
    if (stored.claim.block == BlockKind::headline || stored.claim.block == BlockKind::standfirst) {
      context[stored.report] += " " + stored.exact;
    }
  }
  return context;
}

}  // namespace

LinkableClaims linkable_claims(const Store& store) {
  LinkableClaims linkable;
  linkable.claims = store.claims({.include_gone = false});
  std::erase_if(linkable.claims,
                [](const StoredClaim& stored) { return stored.review_state == "rejected"; });
  std::map<std::string, Report> reports;
  for (Report& report : store.reports()) reports.emplace(report.id, std::move(report));
  const std::map<std::string, std::string> context = contexts(linkable.claims, reports);
  linkable.inputs.reserve(linkable.claims.size());
  for (const StoredClaim& stored : linkable.claims) {
    const auto report = reports.find(stored.report);
    if (report == reports.end()) continue;
    LinkInput input;
    input.stored = &stored;
    input.report_context = context.at(stored.report);
    input.outlet = report->second.outlet;
    if (report->second.published) input.published = report->second.published->day;
    linkable.inputs.push_back(std::move(input));
  }
  return linkable;
}

void relink(Store& store, const DeskSettings& desk) {
  store.in_transaction([&] {
    const LinkableClaims linkable = linkable_claims(store);
    const Linking linking = link_readings(linkable.inputs, desk.questions, store.questions(),
                                          store.links(), store.reviews());
    store.put_questions(linking.questions);
    store.put_links(linking.links);
    store.put_sayings(find_sayings(linkable.claims));
  });
}

}  // namespace claimtrail
