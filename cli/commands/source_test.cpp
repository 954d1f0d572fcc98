#include "cli/commands/source_test.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/fetch_one.h"
#include "cli/desk/documents.h"
#include "cli/render/json_document.h"
#include "cli/render/text.h"
#include "sources/feeds/feed.h"
#include "sources/page/read_page.h"

namespace claimtrail {
namespace {

constexpr std::size_t entries_shown = 5;

void print_feed(Session& session, const Feed& feed) {
  Sheet sheet(
      fmt::format("a feed of {}", count_of(static_cast<long long>(feed.entries.size()), "report")));
  sheet.line("title", feed.title);
  sheet.line("link", feed.link);
  sheet.line("language", feed.language);
  for (std::size_t i = 0; i < feed.entries.size() && i < entries_shown; ++i) {
    const FeedEntry& entry = feed.entries[i];
    sheet.line(entry.published_time ? format_day(entry.published_time->day) : "no date",
               entry.title.empty() ? entry.link : entry.title);
  }
  sheet.print(session.output(), session.terminal());
}

void print_page(Session& session, const Document& page) {
  Sheet sheet("a page");
  sheet.line("title", page.title);
  sheet.line("byline", fmt::format("{}", fmt::join(page.byline, ", ")));
  sheet.line("published", page.published ? format_published(*page.published) : "");
  sheet.line("outlet", page.outlet);
  sheet.line("language", page.language);
  sheet.line("text", count_of(static_cast<long long>(page.text.size()), "byte"));
  sheet.print(session.output(), session.terminal());
}

ExitCode refuse(const Session& session, Diagnostic problem, const std::string& url) {
  if (problem.file.empty()) problem.file = url;
  session.tell(problem);
  return ExitCode::findings;
}

}  // namespace

ExitCode test_source(Session& session, const std::string& url) {
  const Result<HttpResponse> answer = fetch_one(session, url);
  if (!answer) return refuse(session, answer.error(), url);
  JsonWriter json;
  if (guess_input({}, answer->content_type, answer->body) == InputKind::feed) {
    const Result<Feed> feed = read_feed(answer->body, answer->content_type, answer->url);
    if (!feed) return refuse(session, feed.error(), url);
    if (!session.json()) {
      print_feed(session, *feed);
      return ExitCode::fine;
    }
    write_feed(json, *feed);
  } else {
    const Result<Document> page = read_page({answer->body, answer->content_type, answer->url});
    if (!page) return refuse(session, page.error(), url);
    if (!session.json()) {
      print_page(session, *page);
      return ExitCode::fine;
    }
    json.begin_object();
    write_article(json, "article", *page);
    json.end_object();
  }
  session.output().write(json.take_line());
  return ExitCode::fine;
}

}  // namespace claimtrail
