#include "cli/commands/match.h"

#include <memory>
#include <unordered_map>

#include <fmt/format.h>

#include "core/linking/look_up.h"

#include "cli/commands/input.h"
#include "cli/commands/session.h"
#include "cli/desk/claim_index.h"
#include "cli/render/json.h"
#include "cli/render/text.h"

namespace claimtrail {
namespace {

struct MatchOptions {
  std::string against;
  unsigned top = 5;
  std::string texts;
};

/// The documents of a file one by one, each as an entry; what cannot be read is told and counted.
template <class Take>
int each_text(Session& session, const std::string& path, Take take) {
  int failures = 0;
  DocumentReader reader({path}, std::nullopt, {});
  while (const auto raw = reader.next()) {
    const auto fail = [&](const Diagnostic& problem) {
      ++failures;
      session.tell(problem);
    };
    if (raw->problem) {
      fail(*raw->problem);
      continue;
    }
    Result<Document> document = read_document(document_input(*raw, {}));
    if (!document) {
      fail(document.error());
      continue;
    }
    take(LookUpEntry{document->id.empty() ? raw->label : document->id, std::move(document->text)});
  }
  return failures;
}

/// What texts are looked up in: a file's texts, or the claims of the database.
class Earlier {
 public:
  Earlier(Session& session, const std::string& against) {
    if (against.empty()) {
      store_ = session.open_store();
      index_ = std::make_unique<LookUpIndex>(open_claim_index(*store_, session.config().database));
      return;
    }
    std::vector<LookUpEntry> entries;
    failures_ = each_text(session, against,
                          [&](LookUpEntry entry) { entries.push_back(std::move(entry)); });
    index_ = std::make_unique<LookUpIndex>();
    index_->update(entries, "");
    for (LookUpEntry& entry : entries) texts_.emplace(std::move(entry.id), std::move(entry.text));
  }

  [[nodiscard]] const LookUpIndex& index() const { return *index_; }
  [[nodiscard]] int failures() const { return failures_; }
  [[nodiscard]] std::string words(const std::string& id) const {
    if (store_ == nullptr) return texts_.at(id);
    const auto stored = store_->claim(id);
    return stored ? stored->exact : std::string();
  }

 private:
  std::unique_ptr<Store> store_;
  std::unique_ptr<LookUpIndex> index_;
  std::unordered_map<std::string, std::string> texts_;
  int failures_ = 0;
};

void print_json(Session& session, const std::string& id, const std::vector<LookUpMatch>& matches) {
  JsonWriter json;
  json.begin_object();
  json.text("id", id);
  json.begin_array("matches");
  for (const LookUpMatch& match : matches) {
    json.begin_object();
    json.text("id", match.id);
    json.real("score", match.score);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  session.output().write(json.take_line());
}

ExitCode run_match(const MatchOptions& options, Session& session) {
  const Earlier earlier(session, options.against);
  Table table({"TEXT", "SCORE", "CLAIM", "WORDS"});
  const int failures = each_text(session, options.texts, [&](const LookUpEntry& entry) {
    const auto matches = earlier.index().find(entry.text, options.top);
    if (session.json()) return print_json(session, entry.id, matches);
    for (const LookUpMatch& match : matches) {
      table.row({entry.id, fmt::format("{:.1f}", match.score), match.id, earlier.words(match.id)});
    }
  });
  table.print(session.output(), session.terminal());
  return failures + earlier.failures() > 0 ? ExitCode::partial : ExitCode::fine;
}

}  // namespace

void define_match(Command& command) {
  const auto options = std::make_shared<MatchOptions>();
  command.argument(
      {"FILE", "", "the texts, as `add` reads them; - for standard input", {}, Need::required},
      options->texts);
  command.option({"--against", "FILE", "look them up in these texts, not in the database"},
                 options->against);
  command.option({"--top", "K", "at most so many for each (5)"}, options->top);
  command.examples({"claimtrail match posts.ndjson --json",
                    "claimtrail match --against checked-claims.ndjson --top 10 posts.ndjson"});
  command.on_run([options](Session& session) { return run_match(*options, session); });
}

}  // namespace claimtrail
