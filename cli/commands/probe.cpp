#include "cli/commands/probe.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/commands/fetch_one.h"
#include "sources/answer.h"
#include "sources/http/normalise_url.h"
#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

constexpr const char* kAgent = "claimtrail";

Diagnostic problem_at(const std::string& url, std::string message, std::string hint) {
  Diagnostic problem;
  problem.file = without_credentials(url);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

/// The name of the first element, in lower case, looking past what may stand before it.
std::string root_element(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at = text.find('<', at);
    if (at == std::string_view::npos || at + 1 >= text.size()) return {};
    const std::string_view rest = text.substr(at);
    const bool before = rest[1] == '?' || rest[1] == '!';
    if (!before) break;
    const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
    const std::size_t end = text.find(close, at);
    if (end == std::string_view::npos) return {};
    at = end + close.size();
  }
  const std::size_t end = text.find_first_of(" \t\r\n/>", at + 1);
  std::string name(text.substr(at + 1, std::min(end, text.size()) - at - 1));
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return name.substr(0, 40);
}

struct RootRow {
  std::string_view name;
  ProbedAs kind;
};

constexpr RootRow kRoots[] = {{"rss", ProbedAs::feed},
                              {"feed", ProbedAs::feed},
                              {"rdf:rdf", ProbedAs::feed},
                              {"channel", ProbedAs::feed},
                              {"atom:feed", ProbedAs::feed},
                              {"urlset", ProbedAs::sitemap},
                              {"sitemapindex", ProbedAs::sitemap},
                              {"opml", ProbedAs::opml}};

void recognise(Probe& probe, std::string_view text) {
  const std::string_view head = text.substr(0, 64 * 1024);
  if (is_json_feed(head)) {
    probe.kind = ProbedAs::feed;
    probe.why = "it names the version of JSON Feed it follows";
    return;
  }
  const std::string root = root_element(head);
  for (const RootRow& row : kRoots) {
    if (root != row.name) continue;
    probe.kind = row.kind;
    probe.why = fmt::format("its first element is <{}>", root);
    return;
  }
  probe.kind = ProbedAs::page;
  probe.why = root.empty() ? "no element of a feed stands in it"
                           : fmt::format("its first element is <{}>", root);
}

std::string describe(const DecodedText& decoded) {
  switch (decoded.signal) {
    case CharsetSignal::byte_order_mark:
      return decoded.charset + ", by its byte order mark";
    case CharsetSignal::http:
      return decoded.charset + ", by the HTTP header";
    case CharsetSignal::declaration:
      return decoded.charset + ", by its own declaration";
    case CharsetSignal::detection:
      return decoded.charset + ", by the look of its bytes";
    case CharsetSignal::fallback:
      break;
  }
  return decoded.charset + ", for want of any sign";
}

template <typename Read>
void keep(Probe& probe, std::optional<Read>& place, Result<Read> result) {
  if (result) {
    place = std::move(*result);
  } else {
    probe.problem = result.error();
  }
}

void read_body(Probe& probe, long long max_bytes, const std::string& timezone) {
  const HttpResponse& response = *probe.response;
  if (response.body.starts_with("\x1f\x8b")) {
    probe.kind = ProbedAs::sitemap;
    probe.why = "it is packed by gzip, as sitemaps are";
  } else {
    const bool xml = response.content_type.find("xml") != std::string::npos;
    const DecodedText decoded = decode_text(response.body, response.content_type,
                                            xml ? MarkupSyntax::xml : MarkupSyntax::html);
    probe.charset = describe(decoded);
    recognise(probe, decoded.text);
  }
  if (probe.kind == ProbedAs::feed) {
    keep(probe, probe.feed,
         read_feed(response.body, response.content_type, response.url, timezone));
  } else if (probe.kind == ProbedAs::sitemap) {
    keep(probe, probe.sitemap, read_sitemap_listing(response.body, response.url, max_bytes));
  } else if (probe.kind == ProbedAs::page) {
    keep(probe, probe.page, read_page({response.body, response.content_type, response.url}));
  }
  if (probe.problem && probe.problem->file.empty()) {
    probe.problem->file = without_credentials(response.url);
  }
}

}  // namespace

// RFC 9309 2.3.1: 4xx forbids nothing, no answer and 5xx forbid everything.
RobotsAnswer Prober::ask_robots(const std::string& url, std::optional<Diagnostic>& problem) {
  RobotsAnswer robots;
  if (policy_ == RobotsPolicy::ignore) {
    robots.reason = "not asked: robots is set to ignore";
    return robots;
  }
  robots.asked = true;
  const std::string place = resolve_url(url, "/robots.txt");
  auto known = robots_.find(place);
  if (known == robots_.end()) known = robots_.emplace(place, ask_once(session_, place)).first;
  const Result<HttpResponse>& answer = known->second;
  if (!answer) {
    robots.allowed = false;
    robots.reason = "robots.txt did not come: " + answer.error().message;
    problem = answer.error();
    return robots;
  }
  robots.status = answer->status;
  if (answer->status >= 200 && answer->status <= 299) {
    robots.decision = RobotsRules::parse(answer->body).decide(kAgent, url);
    robots.allowed = robots.decision.access == RobotsAccess::allowed;
    robots.reason = robots.decision.reason();
  } else {
    robots.allowed = answer->status < 500;
    robots.reason = fmt::format("robots.txt answered {}, so {}", answer->status,
                                robots.allowed ? "nothing is forbidden" : "nothing is allowed");
  }
  return robots;
}

Probe Prober::probe(const std::string& url) {
  Probe probe;
  probe.url = url;
  probe.robots = ask_robots(url, probe.problem);
  if (!probe.robots.allowed) {
    if (!probe.problem) {
      probe.problem = problem_at(url, "not asked: " + probe.robots.reason,
                                 "with the outlet's leave set 'robots: ignore' for the source");
    }
    return probe;
  }
  Result<HttpResponse> answer = ask_once(session_, url);
  if (!answer) {
    probe.problem = answer.error();
    return probe;
  }
  probe.response = std::move(*answer);
  if (probe.response->status != 200 && probe.response->status != 203) {
    probe.problem =
        problem_at(url, "the server answered: " + meaning_of(*probe.response).reason, {});
  } else {
    read_body(probe, session_.config().fetch.limits.max_bytes, timezone_);
  }
  return probe;
}

const char* words_for(ProbedAs kind) {
  switch (kind) {
    case ProbedAs::feed:
      return "a feed";
    case ProbedAs::page:
      return "a page";
    case ProbedAs::sitemap:
      return "a sitemap";
    case ProbedAs::opml:
      return "a list of feeds (OPML)";
    case ProbedAs::nothing:
      break;
  }
  return "nothing";
}

}  // namespace claimtrail
