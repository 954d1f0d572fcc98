#include "cli/commands/extract.h"

#include <algorithm>
#include <memory>
#include <thread>

#include <fmt/format.h>

#include "core/analysis.h"
#include "core/attribution/language.h"

#include "cli/commands/input.h"
#include "cli/commands/options.h"
#include "cli/commands/session.h"
#include "cli/commands/worker_pool.h"
#include "cli/render/json_claim.h"
#include "cli/render/json_document.h"
#include "sources/feeds/feed.h"

namespace claimtrail {
namespace {

struct ExtractOptions {
  std::vector<std::string> files;
  std::string input;
  std::string what = "claims";
  std::string url;
  std::string content_type;
  std::string published;
  unsigned jobs = 0;
};

/// What one document gave: lines for standard output, messages, and whether it failed.
struct Extracted {
  std::string lines;
  std::vector<Diagnostic> messages;
  bool failed = false;
};

std::string document_id(const Document& document, const RawDocument& raw) {
  if (!document.id.empty()) return document.id;
  return document.url.empty() ? raw.label : document.url;
}

void write_claims(JsonWriter& json, const Document& document, const std::string& id,
                  std::string& lines) {
  const ReportLine report{id, document.url, document.title, document.outlet, document.published};
  const Analysis analysis = analyse(document);
  for (const Claim& claim : analysis.claims) {
    write_claim(json, {&report, &claim, document.text, nullptr, extractor_version()});
    lines += json.take_line();
  }
}

void write_list(JsonWriter& json, const std::string& what, const Document& document) {
  json.begin_array(what);
  if (what == "attributions") {
    const Analysis analysis = analyse(document);
    for (const Claim& claim : analysis.claims) {
      if (is_attribution(claim)) write_attribution(json, claim, document.text);
    }
  } else if (what == "figures") {
    for (const Figure& figure : list_figures(document))
      write_figure(json, figure, document.text, {});
  } else {
    const Analysis analysis = analyse(document);
    for (const DateMention& mention : analysis.dates) write_date(json, mention, document.text);
  }
  json.end_array();
}

void fail(Extracted& extracted, Diagnostic problem) {
  extracted.failed = true;
  extracted.messages.push_back(std::move(problem));
}

void extract_feed(const RawDocument& raw, const GivenInput& given, Extracted& extracted) {
  Result<Feed> feed = read_feed(raw.bytes, given.content_type, given.url);
  if (!feed) {
    if (feed.error().file.empty()) feed.error().file = raw.place;
    return fail(extracted, feed.error());
  }
  JsonWriter json;
  write_feed(json, *feed);
  extracted.lines = json.take_line();
}

// A document that cannot be read still gets its line, with null: answers stay in step with input.
void answer_nothing(const RawDocument& raw, const std::string& what, Extracted& extracted) {
  extracted.lines.clear();
  if (what == "claims" || raw.kind == InputKind::feed) return;
  JsonWriter json;
  json.begin_object();
  json.string("id", raw.label);
  json.null(what);
  json.end_object();
  extracted.lines = json.take_line();
}

void extract_document(const RawDocument& raw, const GivenInput& given, const std::string& what,
                      Extracted& extracted) {
  DocumentInput input = document_input(raw, given);
  if (what == "article") input.need = PageNeed::metadata;
  const Result<Document> document = read_document(input, &extracted.messages);
  if (!document) return fail(extracted, document.error());
  const std::string id = document_id(*document, raw);
  JsonWriter json;
  if (what == "claims") return write_claims(json, *document, id, extracted.lines);
  json.begin_object();
  json.string("id", id);
  if (what == "article") {
    write_article(json, what, *document);
  } else {
    write_list(json, what, *document);
  }
  json.end_object();
  extracted.lines = json.take_line();
}

// Documents are independent: a defect of the program that one of them meets must not cost the
// others.
Extracted extract_one(const RawDocument& raw, const GivenInput& given, const std::string& what) {
  Extracted extracted;
  try {
    if (raw.problem) {
      fail(extracted, *raw.problem);
    } else if (raw.kind == InputKind::feed) {
      extract_feed(raw, given, extracted);
    } else {
      extract_document(raw, given, what, extracted);
    }
  } catch (const std::exception& error) {
    fail(extracted,
         failure("defect", fmt::format("a defect of the program: {}", error.what()), raw.place)
             .value());
  }
  if (extracted.failed) answer_nothing(raw, what, extracted);
  return extracted;
}

// Claims are read all the same, only less well.
Diagnostic without_parser(Diagnostic problem) {
  problem.severity = DiagnosticSeverity::warning;
  problem.message = "claims are read without a parser: " + problem.message;
  return problem;
}

ExitCode run_extract(const ExtractOptions& options, Session& session) {
  GivenInput given;
  if (!options.input.empty()) given.kind = parse_input_kind(options.input);
  given.url = options.url;
  given.content_type = options.content_type;
  given.published = published_option(options.published);
  std::vector<std::string> files = options.files;
  if (files.empty()) {
    if (session.terminal().input_is_terminal()) {
      throw CommandFailure(ExitCode::usage, "no FILE given", "name files, or - for standard input");
    }
    files.emplace_back("-");
  }
  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());

  const bool reads_claims =
      options.what.empty() || options.what == "claims" || options.what == "attributions";
  if (const auto& problem = Language::english().problem(); reads_claims && problem) {
    session.tell(without_parser(*problem));
  }
  bool some_failed = false;
  OrderedPool<RawDocument, Extracted> pool(
      jobs, [&](RawDocument& raw) { return extract_one(raw, given, options.what); },
      [&](Extracted extracted) {
        session.output().write(extracted.lines);
        for (const Diagnostic& message : extracted.messages) session.tell(message);
        some_failed = some_failed || extracted.failed;
      });
  DocumentReader reader(std::move(files), given.kind, given.content_type);
  while (auto raw = reader.next()) pool.submit(std::move(*raw));
  pool.finish();
  return some_failed ? ExitCode::partial : ExitCode::fine;
}

}  // namespace

void define_extract(Command& command) {
  const auto options = std::make_shared<ExtractOptions>();
  command.argument({"FILE", "", "documents to read; - is standard input"}, options->files);
  command.option(
      {"--input", "", "how to read them; without it by suffix, then by look", input_words(true)},
      options->input);
  command.option({"--what",
                  "",
                  "what to print; claims without it; a feed is printed whole",
                  {"claims", "attributions", "figures", "dates", "article"}},
                 options->what);
  command.option({"--url", "URL", "the address the document came from"}, options->url);
  command.option({"--content-type", "TYPE", "its HTTP Content-Type"}, options->content_type);
  command.option({"--published", "DAY", "the day or time it was published"}, options->published);
  command.option({"--jobs", "N", "threads; without it one a core"}, options->jobs);
  command.examples({"claimtrail extract report.html",
                    "claimtrail extract --input text --published 2025-04-26 report.txt",
                    "claimtrail extract --what figures < documents.ndjson"});
  command.on_run([options](Session& session) { return run_extract(*options, session); });
}

}  // namespace claimtrail
