#include "cli/commands/print_probe.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/render/json_document.h"
#include "cli/render/text.h"
#include "sources/http/normalise_url.h"

namespace claimtrail {
namespace {

constexpr std::size_t entries_shown = 10;
constexpr std::size_t words_shown = 60;

/// What an entry is known by from one fetch to the next, and why that.
std::string identity_of(const FeedEntry& entry) {
  if (!entry.id.empty()) return "its id " + cut_to(entry.id, words_shown);
  if (!entry.link.empty()) return "its link";
  return "its title and date";
}

std::string date_of(const FeedEntry& entry) {
  if (entry.published_time) return format_published(*entry.published_time);
  if (entry.updated_time) return format_published(*entry.updated_time) + " (updated)";
  if (!entry.published.empty()) return fmt::format("cannot be read: {}", entry.published);
  return "none";
}

std::string published_of(const Document& page) {
  if (!page.published) return "unknown";
  const DateOrigin& origin = page.published_origin;
  const std::string signal =
      origin.signal.empty()
          ? ""
          : fmt::format(", by {}, confidence {}", origin.signal, to_string(origin.confidence));
  return format_published(*page.published) + signal;
}

std::string validators_of(const HttpResponse& response) {
  std::vector<std::string> validators;
  if (!response.etag.empty()) validators.push_back("ETag " + response.etag);
  if (!response.last_modified.empty())
    validators.push_back("Last-Modified " + response.last_modified);
  if (validators.empty()) return "none: every fetch brings the whole";
  return fmt::format("{}", fmt::join(validators, "; "));
}

void print_asking(Session& session, const Probe& probe) {
  Sheet sheet("asking");
  sheet.line("address", without_credentials(probe.url));
  sheet.line("robots", fmt::format("{}: {}", probe.robots.allowed ? "allowed" : "not allowed",
                                   probe.robots.reason));
  if (probe.response) {
    const HttpResponse& response = *probe.response;
    for (const HttpRedirect& redirect : response.redirects) {
      sheet.line("redirect", fmt::format("{} to {}", redirect.status, redirect.location));
    }
    sheet.line("answered by", response.url);
    sheet.line("status", std::to_string(response.status));
    sheet.line("type", response.content_type.empty() ? "not said" : response.content_type);
    sheet.line("validators", validators_of(response));
    sheet.line("size", fmt::format("{}, in {:.2f} s",
                                   count_of(static_cast<long long>(response.body.size()), "byte"),
                                   response.seconds));
    sheet.line("charset", probe.charset);
  }
  sheet.print(session.output(), session.terminal());
}

void print_feed(Session& session, const Probe& probe) {
  const Feed& feed = *probe.feed;
  session.output().write("\n");
  Sheet sheet(
      fmt::format("a feed of {}", count_of(static_cast<long long>(feed.entries.size()), "report")));
  sheet.line("recognised", probe.why);
  sheet.line("title", feed.title);
  sheet.line("link", feed.link);
  sheet.line("language", feed.language);
  sheet.print(session.output(), session.terminal());
  Table table({"DATE", "TITLE", "KNOWN BY", "WOULD FETCH"});
  for (std::size_t i = 0; i < std::min(feed.entries.size(), entries_shown); ++i) {
    const FeedEntry& entry = feed.entries[i];
    table.row({date_of(entry), cut_to(plain_text(entry.title), words_shown), identity_of(entry),
               entry.link.empty() ? "nothing: it has no link" : entry.link});
  }
  if (!table.empty()) session.output().write("\n");
  table.print(session.output(), session.terminal());
  if (feed.entries.size() > entries_shown) {
    session.output().write(fmt::format("and {} more\n", feed.entries.size() - entries_shown));
  }
}

void print_sitemap(Session& session, const Probe& probe) {
  const SitemapListing& sitemap = *probe.sitemap;
  session.output().write("\n");
  Sheet sheet(fmt::format("a sitemap of {} and {}",
                          count_of(static_cast<long long>(sitemap.reports.size()), "report"),
                          count_of(static_cast<long long>(sitemap.maps.size()), "other map")));
  sheet.line("recognised", probe.why);
  sheet.print(session.output(), session.terminal());
  Table table({"WHAT", "DATE", "ADDRESS"});
  const auto add = [&](const char* what, const std::vector<ListedAddress>& list) {
    for (std::size_t i = 0; i < std::min(list.size(), entries_shown); ++i) {
      table.row({what, list[i].time ? format_published(*list[i].time) : "none", list[i].url});
    }
  };
  add("map", sitemap.maps);
  add("report", sitemap.reports);
  if (!table.empty()) session.output().write("\n");
  table.print(session.output(), session.terminal());
}

void write_sitemap(JsonWriter& json, const SitemapListing& sitemap) {
  json.begin_object("sitemap");
  const auto write = [&](const char* key, const std::vector<ListedAddress>& list) {
    json.begin_array(key);
    for (const ListedAddress& listed : list) {
      json.begin_object();
      json.string("url", listed.url);
      json.published("published", listed.time);
      json.text("title", listed.title);
      json.end_object();
    }
    json.end_array();
  };
  write("maps", sitemap.maps);
  write("reports", sitemap.reports);
  json.end_object();
}

void print_page(Session& session, const Probe& probe) {
  const Document& page = *probe.page;
  session.output().write("\n");
  Sheet sheet("a page that is a report");
  sheet.line("recognised", probe.why);
  sheet.line("title", page.title);
  sheet.line("byline", fmt::format("{}", fmt::join(page.byline, ", ")));
  sheet.line("published", published_of(page));
  if (page.modified) sheet.line("modified", format_published(*page.modified));
  sheet.line("outlet", page.outlet);
  sheet.line("canonical", page.canonical_url);
  sheet.line("language", page.language);
  sheet.line("text", count_of(static_cast<long long>(page.text.size()), "byte"));
  sheet.print(session.output(), session.terminal());
  Table table({"BLOCK", "BYTES", "FIRST WORDS"});
  for (const Block& block : page.blocks) {
    const std::string_view words = block.span.of(page.text);
    table.row({to_string(block.kind), std::to_string(words.size()), cut_to(words, words_shown)});
  }
  if (!table.empty()) session.output().write("\n");
  table.print(session.output(), session.terminal());
}

void print_text(Session& session, const Probe& probe) {
  print_asking(session, probe);
  if (probe.feed) return print_feed(session, probe);
  if (probe.sitemap) return print_sitemap(session, probe);
  if (probe.page) return print_page(session, probe);
  if (probe.kind == ProbedAs::nothing) return;
  session.output().write("\n");
  Sheet sheet(words_for(probe.kind));
  sheet.line("recognised", probe.why);
  if (probe.kind == ProbedAs::opml) {
    sheet.line("to do", "save it and give the file to 'claimtrail sources import'");
  }
  sheet.print(session.output(), session.terminal());
}

void write_robots(JsonWriter& json, const RobotsAnswer& robots) {
  json.begin_object("robots");
  json.boolean("asked", robots.asked);
  json.boolean("allowed", robots.allowed);
  if (robots.status == 0) {
    json.null("status");
  } else {
    json.integer("status", robots.status);
  }
  if (robots.decision.line == 0) {
    json.null("line");
  } else {
    json.integer("line", robots.decision.line);
  }
  json.text("rule", robots.decision.rule);
  json.string("reason", robots.reason);
  json.end_object();
}

void write_response(JsonWriter& json, const HttpResponse& response) {
  json.begin_array("redirects");
  for (const HttpRedirect& redirect : response.redirects) {
    json.begin_object();
    json.integer("status", redirect.status);
    json.string("location", redirect.location);
    json.end_object();
  }
  json.end_array();
  json.string("answered_by", response.url);
  json.integer("status", response.status);
  json.text("content_type", response.content_type);
  json.text("etag", response.etag);
  json.text("last_modified", response.last_modified);
  json.integer("bytes", static_cast<long long>(response.body.size()));
  json.real("seconds", response.seconds);
}

const char* name_of(ProbedAs kind) {
  switch (kind) {
    case ProbedAs::feed:
      return "feed";
    case ProbedAs::page:
      return "page";
    case ProbedAs::sitemap:
      return "sitemap";
    case ProbedAs::opml:
      return "opml";
    case ProbedAs::nothing:
      break;
  }
  return "";
}

void print_json(Session& session, const Probe& probe) {
  JsonWriter json;
  json.begin_object();
  json.string("url", without_credentials(probe.url));
  write_robots(json, probe.robots);
  if (probe.response) write_response(json, *probe.response);
  json.text("charset", probe.charset);
  json.text("recognised", name_of(probe.kind));
  json.text("why", probe.why);
  json.text("problem", probe.problem ? probe.problem->message : "");
  if (probe.feed) write_feed_members(json, *probe.feed);
  if (probe.sitemap) write_sitemap(json, *probe.sitemap);
  if (probe.page) {
    write_article(json, "article", *probe.page);
  }
  json.end_object();
  session.output().write(json.take_line());
}

}  // namespace

void print_probe(Session& session, const Probe& probe) {
  if (session.json()) return print_json(session, probe);
  print_text(session, probe);
}

}  // namespace claimtrail
