#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/diagnostic.h"
#include "core/model/document.h"

#include "cli/commands/session.h"
#include "sources/charset/decode.h"
#include "sources/feeds/feed.h"
#include "sources/feeds/sitemap_listing.h"
#include "sources/http/http_client.h"
#include "sources/http/robots.h"

namespace claimtrail {

/// What an origin's robots.txt says of an address.
struct RobotsAnswer {
  bool asked = false;  ///< false: the policy says to ignore it
  bool allowed = true;
  int status = 0;  ///< of /robots.txt; 0: no answer
  RobotsDecision decision;
  std::string reason;  ///< in words, with the line that decided
};

/// What the bytes of an answer turned out to be.
enum class ProbedAs { nothing, feed, page, sitemap, opml };

/// What asking one address once brought, step by step as a refresh would take it.
struct Probe {
  std::string url;  ///< as asked
  RobotsAnswer robots;
  std::optional<HttpResponse> response;  ///< none: not asked, or no answer
  std::string charset;                   ///< of the body, with what said so
  ProbedAs kind = ProbedAs::nothing;
  std::string why;           ///< what `kind` was recognised by, in words
  std::optional<Feed> feed;  ///< of a feed that can be read
  std::optional<SitemapListing> sitemap;
  std::optional<Document> page;       ///< of a page that is a report
  std::optional<Diagnostic> problem;  ///< why there is nothing to read: refused, status, wall, …
};

/// Asks for the robots.txt, once an origin and not at all where it is to be ignored, then for the
/// address where that is allowed, within the limits of the config. Stores nothing. Never throws for
/// what the web does.
class Prober {
 public:
  /// Times in a feed that name no zone are of `zone`; empty: UTC.
  Prober(Session& session, RobotsPolicy policy, std::string zone = {})
      : session_(session), policy_(policy), timezone_(std::move(zone)) {}
  [[nodiscard]] Probe probe(const std::string& url);

 private:
  RobotsAnswer ask_robots(const std::string& url, std::optional<Diagnostic>& problem);

  Session& session_;
  RobotsPolicy policy_;
  std::string timezone_;
  std::map<std::string, Result<HttpResponse>> robots_;  ///< by the address of the robots.txt
};

/// "a feed", "a page", …
[[nodiscard]] const char* words_for(ProbedAs kind);

}  // namespace claimtrail
