#include "cli/commands/add.h"

#include <algorithm>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "cli/commands/fetch_one.h"
#include "cli/commands/input.h"
#include "cli/commands/options.h"
#include "cli/desk/add.h"
#include "cli/render/json.h"
#include "cli/render/text.h"
#include "sources/directory_source.h"

namespace claimtrail {
namespace {

struct AddOptions {
  std::vector<std::string> inputs;
  std::string input;
  std::string url;
  std::string outlet;
  std::string published;
  unsigned jobs = 0;
};

class AddRun {
 public:
  AddRun(Session& session, const AddOptions& options, Adder& adder)
      : session_(session), options_(options), adder_(adder) {
    given_.kind = parse_input_kind(options.input);
    given_.published = published_option(options.published);
  }

  void take(const std::string& input) {
    if (names_web_address(input)) return take_address(input);
    if (!given_.kind && is_warc_name(input)) return adder_.take_archive(input, options_.outlet);
    DocumentReader reader({input}, given_.kind, {});
    while (auto raw = reader.next()) take_document(std::move(*raw));
  }

  [[nodiscard]] int failures() const { return failures_; }

 private:
  void fail(const Diagnostic& problem) {
    ++failures_;
    session_.tell(problem);
  }

  void take_document(RawDocument raw) {
    if (raw.problem) return fail(*raw.problem);
    if (raw.kind == InputKind::feed) return refuse_feed(raw.place);
    CapturedReport capture = new_capture(raw.kind, raw.place);
    // An address names a report better than the file it happens to lie in.
    if (options_.url.empty() && raw.id != "-") capture.given.id = raw.id;
    capture.given.url = options_.url;
    capture.bytes = std::move(raw.bytes);
    adder_.take(std::move(capture));
  }

  void take_address(const std::string& url) {
    const Result<HttpResponse> answer = fetch_one(session_, url);
    if (!answer) return fail(answer.error());
    const InputKind kind =
        given_.kind ? *given_.kind : guess_input({}, answer->content_type, answer->body);
    if (kind == InputKind::feed) return refuse_feed(url);
    CapturedReport capture = new_capture(kind, answer->url);
    capture.given.url = options_.url.empty() ? url : options_.url;
    capture.bytes = answer->body;
    capture.content_type = answer->content_type;
    capture.headers = answer->headers;
    adder_.take(std::move(capture));
  }

  CapturedReport new_capture(InputKind kind, const std::string& place) const {
    CapturedReport capture;
    capture.input = kind;
    capture.given.outlet = options_.outlet;
    capture.given.published = given_.published;
    capture.answered_by = place;
    capture.fetched_at = system_clock().now();
    return capture;
  }

  void refuse_feed(const std::string& place) {
    fail(failure("feed", "this is a feed, not a report", place,
                 "follow it with 'claimtrail sources add', or list it with 'claimtrail extract'")
             .value());
  }

  Session& session_;
  const AddOptions& options_;
  Adder& adder_;
  GivenInput given_;
  int failures_ = 0;
};

void print_summary(Session& session, const AddSummary& summary, int failed) {
  if (session.json()) {
    JsonWriter json;
    json.begin_object();
    json.integer("added", summary.added);
    json.integer("revised", summary.revised);
    json.integer("unchanged", summary.unchanged);
    json.integer("failed", failed);
    json.end_object();
    session.output().write(json.take_line());
  }
  session.note(fmt::format("{} added, {} revised, {} unchanged, {} failed",
                           count_of(summary.added, "report"), summary.revised, summary.unchanged,
                           failed));
}

ExitCode run_add(const AddOptions& options, Session& session) {
  const Config& config = session.config();
  const auto store = session.open_store();
  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  Adder adder(*store, config.desk, jobs);
  AddRun run(session, options, adder);
  for (const std::string& input : options.inputs) run.take(input);
  const AddSummary summary = adder.finish();
  for (const Diagnostic& warning : summary.warnings) session.tell(warning);
  for (const Diagnostic& problem : summary.failures) session.tell(problem);
  const int failed = run.failures() + static_cast<int>(summary.failures.size());
  print_summary(session, summary, failed);
  return failed > 0 ? ExitCode::partial : ExitCode::fine;
}

}  // namespace

void define_add(Command& command) {
  const auto options = std::make_shared<AddOptions>();
  command.argument(
      {"FILE",
       "",
       "files (pages, text, NDJSON, WARC), http or https addresses; - is standard input",
       {},
       Need::required},
      options->inputs);
  command.option(
      {"--input", "", "how to read them; without it by suffix, then by look", input_words(false)},
      options->input);
  command.option({"--url", "URL", "the address the report came from"}, options->url);
  command.option({"--outlet", "NAME", "who published it"}, options->outlet);
  command.option({"--published", "DAY", "the day or time it was published"}, options->published);
  command.option({"--jobs", "N", "threads that analyse; without it one a core"}, options->jobs);
  command.examples({"claimtrail add https://www.example.org/news/dam.html",
                    "claimtrail add --outlet \"Example Times\" --published 2025-04-26 report.txt",
                    "claimtrail add documents.ndjson"});
  command.on_run([options](Session& session) { return run_add(*options, session); });
}

}  // namespace claimtrail
