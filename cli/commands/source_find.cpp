#include "cli/commands/source_find.h"

#include <fmt/format.h>

#include "cli/commands/probe.h"
#include "sources/answer.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

/// Of what a page names; a site that names more has the right ones first.
constexpr std::size_t kMostAsked = 6;

Diagnostic no_feed(const std::string& url, const std::string& message, std::string hint) {
  Diagnostic problem;
  problem.code = "no-feed";
  problem.file = without_credentials(url);
  problem.message = message;
  problem.hint = std::move(hint);
  return problem;
}

// Where permanent redirects lead is the address to keep; where others lead is not.
std::string lasting_address(const Probe& probe) {
  const std::string moved = permanent_target(probe.url, *probe.response);
  return moved.empty() ? probe.url : moved;
}

FoundSource itself(const Probe& probe, SourceKind kind) {
  FoundSource found;
  found.kind = kind;
  found.chosen = {lasting_address(probe), probe.feed ? probe.feed->title : "", probe.why};
  found.itself = found.chosen.location == probe.url;
  if (!found.itself) found.chosen.why = "the address moved there for good";
  return found;
}

FoundSource on_trust(const std::string& url, const Diagnostic& why) {
  FoundSource found;
  found.chosen.location = url;
  found.itself = true;
  found.doubts = why;
  found.doubts->file = without_credentials(url);
  found.doubts->severity = DiagnosticSeverity::warning;
  found.doubts->hint = "it is taken to be a feed, unseen; 'claimtrail sources test' tries again";
  return found;
}

/// The first candidate that is a feed; the others are what was not asked or was one too late.
std::optional<FoundSource> first_feed(Prober& prober, std::vector<FoundFeed> candidates) {
  for (std::size_t i = 0; i < std::min(candidates.size(), kMostAsked); ++i) {
    const Probe probe = prober.probe(candidates[i].location);
    if (!probe.feed) continue;
    FoundSource found;
    found.chosen = candidates[i];
    found.chosen.location = lasting_address(probe);
    if (!probe.feed->title.empty()) found.chosen.title = probe.feed->title;
    candidates.erase(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    found.others = std::move(candidates);
    return found;
  }
  return std::nullopt;
}

}  // namespace

Result<FoundSource> find_source(Session& session, const std::string& url, RobotsPolicy robots) {
  Prober prober(session, robots);
  const Probe probe = prober.probe(url);
  if (!probe.response) {
    if (is_unreachable(*probe.problem)) return on_trust(url, *probe.problem);
    return tl::unexpected(*probe.problem);
  }
  if (probe.kind == ProbedAs::nothing) {
    Diagnostic problem = *probe.problem;
    problem.hint = "give the right address, or --kind to write it as it is";
    return tl::unexpected(problem);
  }
  if (probe.feed) return itself(probe, SourceKind::feed);
  if (probe.sitemap) return itself(probe, SourceKind::sitemap);
  if (probe.kind == ProbedAs::opml) {
    return tl::unexpected(no_feed(url, "this is a list of feeds, not a feed",
                                  "save it and run 'claimtrail sources import FILE'"));
  }
  if (probe.kind != ProbedAs::page) return tl::unexpected(*probe.problem);

  const HttpResponse& page = *probe.response;
  if (auto found = first_feed(prober, feeds_named_by(page.body, page.content_type, page.url))) {
    return *found;
  }
  if (auto found = first_feed(prober, usual_feeds(page.url))) {
    found->others.clear();
    return *found;
  }
  return tl::unexpected(
      no_feed(url, "this is a page that leads to no feed",
              "follow the page itself with --kind page, or give the address of a feed or sitemap"));
}

}  // namespace claimtrail
