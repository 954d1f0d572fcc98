#include "tests/cli/provenance/small_world.h"

#include <atomic>

#include <unistd.h>

#include "core/analysis.h"
#include "core/model/digest.h"
#include "core/store/sqlite/sqlite_store.h"

#include "cli/desk/capture.h"

namespace claimtrail {
namespace {

const std::string river_text =
    "Dam cracks, thousands flee\n\nThe upper dam cracked on Friday and water reached the lower "
    "town.\n\nRegional governor Ana Roth said over 4,000 people were evacuated before dawn. \"The "
    "wall will hold,\" Roth told the Lowland Wire, adding that no one was hurt.";
const std::string coast_text =
    "Questions over evacuation\n\nThe Rescue Service said 2,500 people were evacuated by noon. "
    "Roth's office denied that the dam had cracked.";
const std::string hill_text =
    "Town under water\n\nAbout 2,400 people were evacuated, residents wait in schools.";
const std::string hill_text_later =
    "Town under water\n\nAbout 5,000 people were evacuated, residents wait in schools.";

Span find(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  if (at == std::string::npos) throw std::logic_error("not in the text: " + words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Timestamp at(const char* time) { return parse_timestamp(time).value(); }

Revision revision_of(const std::string& report, const std::string& number, const char* time,
                     const std::string& url, const std::string& text) {
  Revision revision;
  revision.id = report + "-" + number;
  revision.report = report;
  revision.url = url;
  revision.fetched_at = at(time);
  revision.content_type = "text/html";
  revision.input = "html";
  revision.raw_sha256 = sha256(text);
  revision.text_sha256 = sha256(text);
  revision.given = write_given({});
  return revision;
}

RevisionText text_of(const std::string& revision, const std::string& text) {
  const auto end = static_cast<std::uint32_t>(text.size());
  return {revision, extractor_version(), text, write_blocks({{BlockKind::body, {0, end}}}),
          sha256(text)};
}

Review review_of(const std::string& id, const char* time, const std::string& action,
                 const std::string& before, const std::string& after) {
  Review review;
  review.id = id;
  review.at = at(time);
  review.by = "kim@desk";
  review.subject_kind = "flag";
  review.subject = SmallWorld::figure_flag;
  review.action = action;
  review.before = before;
  review.after = after;
  return review;
}

}  // namespace

SmallWorld::SmallWorld() {
  static std::atomic<int> count{0};
  directory_ =
      std::filesystem::temp_directory_path() /
      ("claimtrail-small-world-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  std::filesystem::remove_all(directory_);
  std::filesystem::create_directories(directory_);
  store_ = open_sqlite_store(database());
  desk_.name = "Dam desk";
  desk_.contact = "mailto:desk@example.org";
  Question asked;
  asked.id = question;
  asked.ask = "How many people were evacuated below the upper dam?";
  asked.declared = true;
  asked.predicate = "evacuate";
  asked.dimension = "count";
  asked.behaves = "running_total";
  desk_.questions = {asked};
  fill();
  revise();
  raise_flags();
}

SmallWorld::~SmallWorld() {
  store_.reset();
  std::filesystem::remove_all(directory_);
}

Timestamp SmallWorld::now() { return at("2025-04-28T09:00:00Z"); }

Claim SmallWorld::claim(const std::string& text, const Said& said) {
  Claim claim;
  claim.id = said.id;
  claim.span = find(text, said.exact);
  claim.content = {claim.span};
  claim.manner = said.claimant.empty() ? Manner::unattributed : said.manner;
  claim.claim_type = ClaimType::event;
  if (!said.claimant.empty()) {
    Hop hop;
    hop.claimants = {{content_id({said.claimant}), said.claimant, ClaimantKind::organization}};
    if (!said.cue.empty()) hop.cue_span = find(text, said.cue);
    claim.attribution = {hop};
  }
  return claim;
}

Figure SmallWorld::people(const std::string& text, const std::string& exact,
                          std::optional<long long> low, std::optional<long long> high) {
  Figure figure;
  figure.span = find(text, exact);
  if (low) figure.low = Decimal(*low);
  if (high) figure.high = Decimal(*high);
  figure.high_open = !high;
  figure.low_open = !low || exact.starts_with("over");
  figure.unit = "person";
  figure.dimension = "count";
  figure.predicate = "evacuate";
  figure.role = Role::patient;
  if (exact.starts_with("over")) figure.modifier = Modifier::more_than;
  if (exact.starts_with("About")) figure.modifier = Modifier::approximately;
  figure.original_value = exact.substr(exact.find_first_of("0123456789"));
  return figure;
}

void SmallWorld::add_report(const std::string& id, const std::string& outlet,
                            const std::string& title, const std::string& published,
                            const std::string& text, const std::vector<Claim>& claims) {
  const char* time = "2025-04-26T08:00:00Z";
  Report report;
  report.id = id;
  report.source = id + "-feed";
  report.url = "https://" + id + ".example/2025/dam?id=7";
  report.title = title;
  report.outlet = outlet;
  report.published = parse_published(published);
  report.first_seen = at(time);
  report.last_seen = at(time);
  report.visits = 1;
  const Revision revision = revision_of(id, "1", time, report.url, text);
  store_->in_transaction([&] {
    store_->put_report(report);
    store_->add_revision(revision, text);
    store_->put_text(text_of(revision.id, text));
    store_->put_sightings(id, revision.id, extractor_version(), text, claims, at(time));
  });
}

void SmallWorld::fill() {
  Claim evacuated = claim(
      river_text,
      {"river-evacuated", "over 4,000 people were evacuated before dawn", "Ana Roth", "said"});
  evacuated.claim_type = ClaimType::quantity;
  evacuated.figures = {people(river_text, "over 4,000 people", 4000, std::nullopt)};
  evacuated.as_of = AsOf{{*parse_day("2025-04-25"), *parse_day("2025-04-26")}, "", {}};
  Claim hold = claim(river_text,
                     {"river-hold", "\"The wall will hold,\"", "Ana Roth", "told", Manner::direct});
  Hop wire;
  wire.claimants = {{"wire", "Lowland Wire", ClaimantKind::organization}};
  wire.source_span = find(river_text, "the Lowland Wire");
  hold.attribution.push_back(wire);
  hold.claim_type = ClaimType::prediction;
  add_report("river", "River Post", "Dam cracks, thousands flee", "2025-04-25T18:00:00Z",
             river_text,
             {claim(river_text, {"river-cracked", "The upper dam cracked on Friday", "", ""}),
              evacuated, hold});

  Claim noon = claim(coast_text, {"coast-evacuated", "2,500 people were evacuated by noon",
                                  "Rescue Service", "said"});
  noon.claim_type = ClaimType::quantity;
  noon.figures = {people(coast_text, "2,500 people", 2500, 2500)};
  noon.as_of = AsOf{{*parse_day("2025-04-25"), *parse_day("2025-04-26")}, "", {}};
  Claim denied =
      claim(coast_text, {"coast-denied", "the dam had cracked", "Ana Roth", "denied that"});
  denied.attribution[0].hedge = Hedge::denied;
  add_report("coast", "Coast Journal", "Questions over <evacuation> & \"numbers\"", "2025-04-26",
             coast_text, {noon, denied});

  Claim own = claim(hill_text, {"hill-evacuated", "About 2,400 people were evacuated", "", ""});
  own.claim_type = ClaimType::quantity;
  own.figures = {people(hill_text, "About 2,400 people", 2400, 2400)};
  add_report("hill", "Hill Mail", "Town under water", "2025-04-26", hill_text, {own});

  Question cracked;
  cracked.id = "q-cracked";
  cracked.ask = "dam cracked";
  cracked.behaves = "point";
  store_->put_questions({desk_.questions[0], cracked});
  store_->put_links({{"river-evacuated", 0, question},
                     {"coast-evacuated", 0, question},
                     {"hill-evacuated", 0, question},
                     {"river-cracked", -1, "q-cracked"},
                     {"coast-denied", -1, "q-cracked"}});
}

/// The hill's paper puts another figure in its place, two days later and without a note.
void SmallWorld::revise() {
  const char* time = "2025-04-27T08:00:00Z";
  Report report = store_->report("hill").value();
  report.last_seen = at(time);
  report.visits = 2;
  Claim own =
      claim(hill_text_later, {"hill-evacuated", "About 5,000 people were evacuated", "", ""});
  own.claim_type = ClaimType::quantity;
  own.figures = {people(hill_text_later, "About 5,000 people", 5000, 5000)};
  const Revision revision = revision_of("hill", "2", time, report.url, hill_text_later);
  store_->in_transaction([&] {
    store_->put_report(report);
    store_->add_revision(revision, hill_text_later);
    store_->put_text(text_of(revision.id, hill_text_later));
    store_->put_sightings("hill", revision.id, extractor_version(), hill_text_later, {own},
                          at(time));
  });
}

void SmallWorld::raise_flags() {
  const auto freeze = [this](const std::string& id, const std::string& value) {
    const StoredClaim claim = store_->claim(id).value();
    const Revision revision = store_->revision(claim.revision).value();
    const Report report = store_->report(claim.report).value();
    FrozenEvidence frozen;
    frozen.claim = id;
    frozen.report = report.id;
    frozen.revision = revision.id;
    frozen.outlet = report.outlet;
    frozen.url = report.url;
    frozen.exact = claim.exact;
    frozen.content = claim.claim.content;
    frozen.claimant = claim.claim.attribution.empty()
                          ? report.outlet
                          : claim.claim.attribution[0].claimants[0].name;
    frozen.value = value;
    frozen.raw_sha256 = revision.raw_sha256;
    frozen.text_sha256 = revision.text_sha256;
    frozen.fetched_at = format_timestamp(revision.fetched_at);
    return frozen;
  };
  Flag conflict;
  conflict.id = figure_flag;
  conflict.rule = "figure-conflict";
  conflict.rule_version = "1, 5f3c";
  conflict.pack = "builtin";
  conflict.severity = FlagSeverity::warning;
  conflict.scope_key = question;
  conflict.question = question;
  conflict.sides = {{"over 4,000 people", {"hill-evacuated", "river-evacuated"}},
                    {"2,500 people", {"coast-evacuated"}}};
  conflict.reports = {"coast", "hill", "river"};
  conflict.message =
      "Ana Roth in River Post: over 4,000 people; Rescue Service in Coast Journal: 2,500 people";
  conflict.why = {{"river-evacuated",
                   "coast-evacuated",
                   {{"a.polarity == b.polarity", "affirmed, affirmed", true},
                    {"disjoint(a.figure, b.figure)", "over 4,000; 2,500", true}},
                   {"scope differs"},
                   ""}};
  conflict.first_seen = at("2025-04-26T08:05:00Z");
  conflict.last_seen = at("2025-04-27T08:05:00Z");
  conflict.evidence = {freeze("coast-evacuated", "2,500 people"),
                       freeze("hill-evacuated", "about 5,000 people"),
                       freeze("river-evacuated", "over 4,000 people")};
  store_->put_flag(conflict);

  Flag edit;
  edit.id = edit_flag;
  edit.rule = "silent-edit";
  edit.pack = "builtin";
  edit.severity = FlagSeverity::error;
  edit.scope_key = "hill";
  edit.sides = {{"about 5,000 people", {"hill-evacuated"}}};
  edit.reports = {"hill"};
  edit.message = "Hill Mail changed a figure without a note";
  edit.first_seen = at("2025-04-27T08:05:00Z");
  edit.last_seen = at("2025-04-27T08:05:00Z");
  edit.evidence = {freeze("hill-evacuated", "about 5,000 people")};
  store_->put_flag(edit);

  Review dismissed =
      review_of("0000-dismiss", "2025-04-27T10:00:00Z", "dismiss", "open", "dismissed");
  dismissed.reason = "different cut-off times";
  store_->add_review(dismissed);
  Review undone = review_of("0001-undo", "2025-04-27T10:05:00Z", "undo", "dismissed", "open");
  undone.undoes = dismissed.id;
  undone.reason = "Roth's figure is for the same morning";
  store_->add_review(undone);
}

}  // namespace claimtrail
