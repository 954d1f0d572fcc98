#include "core/store/sqlite/sqlite_store.h"

#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>

#include "core/model/digest.h"
#include "core/store/sqlite/backup.h"
#include "core/store/sqlite/circles.h"
#include "core/store/sqlite/claim_state.h"
#include "core/store/sqlite/flags.h"
#include "core/store/sqlite/names.h"
#include "core/store/sqlite/observations.h"
#include "core/store/sqlite/open_files.h"
#include "core/store/sqlite/politeness.h"
#include "core/store/sqlite/put_sightings.h"
#include "core/store/sqlite/questions.h"
#include "core/store/sqlite/read_claims.h"
#include "core/store/sqlite/reports.h"
#include "core/store/sqlite/reviews.h"
#include "core/store/sqlite/revisions.h"
#include "core/store/sqlite/sources.h"
#include "core/store/sqlite/texts.h"
#include "core/store/sqlite/transaction.h"

namespace claimtrail {
namespace {

using sqlite::Connection;

class SqliteStore final : public Store {
 private:
  template <class Work>
  auto read(Work&& work) const {
    return files_.desk->guarded([&] {
      const sqlite::Snapshot snapshot(*files_.desk);
      return work(*files_.desk);
    });
  }

 public:
  explicit SqliteStore(sqlite::DeskFiles files)
      : files_(std::move(files)), transactions_(*files_.desk, files_.blobs.get()) {}

  void in_transaction(const std::function<void()>& work) override {
    require_writable();
    transactions_.run(work, [this] { names_.forget(); });
  }

  void put_report(const Report& report) override {
    write_together([&](Connection& desk) { sqlite::put_report(desk, report); });
  }
  std::optional<Report> report(const std::string& id) const override {
    return read([&](Connection& desk) { return sqlite::find_report(desk, id); });
  }
  std::optional<Report> report_by_url(const std::string& url) const override {
    return read([&](Connection& desk) { return sqlite::find_report_by_url(desk, url); });
  }
  std::vector<Report> reports() const override { return read(sqlite::all_reports); }

  void add_revision(const Revision& revision, std::string_view raw) override {
    if (sha256(raw) != revision.raw_sha256) {
      throw std::invalid_argument(
          fmt::format("the bytes of revision '{}' do not have the digest it names", revision.id));
    }
    write_together([&](Connection& desk) {
      files_.blobs->put(revision.raw_sha256, raw);
      sqlite::add_revision(desk, revision);
    });
  }
  std::optional<Revision> revision(const std::string& id) const override {
    return read([&](Connection& desk) { return sqlite::find_revision(desk, id); });
  }
  std::vector<Revision> revisions(const std::string& report) const override {
    return read([&](Connection& desk) { return sqlite::revisions_of(desk, report); });
  }
  Result<std::string> raw(const std::string& raw_sha256) const override {
    if (!files_.blobs) {
      return failure(
          "blob-missing",
          fmt::format("the raw bytes {} are not stored: their file is missing", raw_sha256),
          sqlite::blob_path(files_.desk->path()), "restore this file from a backup");
    }
    return files_.blobs->get(raw_sha256);
  }

  void put_text(const RevisionText& text) override {
    write_together([&](Connection& desk) { sqlite::put_text(desk, names_, text); });
  }
  std::optional<RevisionText> text(const std::string& revision,
                                   const std::string& extractor) const override {
    return read([&](Connection& desk) { return sqlite::find_text(desk, revision, extractor); });
  }

  std::vector<RevisionGrounds> grounds(const std::string& report,
                                       const std::string& extractor) const override {
    return read([&](Connection& desk) { return sqlite::grounds_of(desk, report, extractor); });
  }

  void add_observation(const Observation& observation) override {
    write([&](Connection& desk) { sqlite::add_observation(desk, observation); });
  }
  std::vector<Observation> observations(const std::string& report) const override {
    return read([&](Connection& desk) { return sqlite::observations_of(desk, report); });
  }

  void put_sightings(const std::string& report, const std::string& revision,
                     const std::string& extractor, std::string_view text,
                     const std::vector<Claim>& claims, Timestamp seen_at) override {
    write_together([&](Connection& desk) {
      sqlite::put_sightings(desk, names_, {report, revision, extractor, text, claims, seen_at});
    });
  }
  void mark_gone(const std::vector<std::string>& claims, Timestamp at) override {
    write_together([&](Connection& desk) { sqlite::mark_gone(desk, claims, at); });
  }
  void touch_claims(const std::string& report, Timestamp at) override {
    write([&](Connection& desk) { sqlite::touch_claims(desk, report, at); });
  }
  std::vector<StoredClaim> claims(const ClaimFilter& filter) const override {
    return read([&](Connection& desk) { return sqlite::find_claims(desk, filter); });
  }
  std::optional<StoredClaim> claim(const std::string& id) const override {
    return read([&](Connection& desk) { return sqlite::find_claim(desk, id); });
  }
  std::vector<StoredClaim> claims_by_id(const std::vector<std::string>& ids) const override {
    return read([&](Connection& desk) { return sqlite::claims_by_id(desk, ids); });
  }
  std::vector<StoredClaim> sightings(const std::string& revision,
                                     const std::string& extractor) const override {
    return read([&](Connection& desk) { return sqlite::sightings_in(desk, revision, extractor); });
  }
  std::vector<SightingRow> sightings_of(const std::string& claim) const override {
    return read([&](Connection& desk) { return sqlite::sightings_of(desk, claim); });
  }
  void set_review_state(const std::string& claim, const std::string& state) override {
    write([&](Connection& desk) { sqlite::set_review_state(desk, claim, state); });
  }

  std::string claims_mark() const override { return read(sqlite::claims_mark); }
  void put_claims_mark(const std::string& mark) override {
    write([&](Connection& desk) { sqlite::put_claims_mark(desk, mark); });
  }

  void put_questions(const std::vector<Question>& questions) override {
    write_together([&](Connection& desk) {
      for (const Question& question : questions) sqlite::put_question(desk, question);
    });
  }
  std::vector<Question> questions() const override { return read(sqlite::all_questions); }
  void put_links(const std::vector<ReadingLink>& links) override {
    write_together([&](Connection& desk) { sqlite::replace_links(desk, links); });
  }
  std::vector<ReadingLink> links() const override { return read(sqlite::all_links); }
  std::optional<Question> question(const std::string& id) const override {
    return read([&](Connection& desk) { return sqlite::find_question(desk, id); });
  }
  void put_sayings(const std::vector<Saying>& sayings) override {
    write_together([&](Connection& desk) { sqlite::replace_sayings(desk, sayings); });
  }

  std::vector<CircleSize> circles() const override { return read(sqlite::all_circles); }
  std::vector<StoredClaim> claims_in(const std::vector<Circle>& circles) const override {
    return read([&](Connection& desk) { return sqlite::claims_in(desk, circles); });
  }
  std::vector<Figure> attributed_figures(const std::string& report) const override {
    return read([&](Connection& desk) { return sqlite::attributed_figures(desk, report); });
  }
  std::vector<Circle> unchecked_circles() override {
    std::vector<Circle> circles;
    write_together([&](Connection& desk) { circles = sqlite::unchecked_circles(desk); });
    return circles;
  }
  std::string checked_on() const override { return read(sqlite::checked_on); }
  void mark_checked(const std::string& basis) override {
    write_together([&](Connection& desk) { sqlite::mark_checked(desk, basis); });
  }

  void put_flag(const Flag& flag) override {
    write_together([&](Connection& desk) { sqlite::put_flag(desk, flag); });
  }
  std::optional<Flag> flag(const std::string& id) const override {
    return read([&](Connection& desk) { return sqlite::find_flag(desk, id); });
  }
  std::vector<Flag> flags(const FlagFilter& filter) const override {
    return read([&](Connection& desk) { return sqlite::find_flags(desk, filter); });
  }

  std::vector<std::string> flags_about(const std::vector<Circle>& circles,
                                       const std::vector<std::string>& claims) const override {
    return read([&](Connection& desk) { return sqlite::flags_about(desk, circles, claims); });
  }
  std::vector<std::string> flags_held_back_until(Day today) const override {
    return read([&](Connection& desk) { return sqlite::flags_held_back_until(desk, today); });
  }

  void add_review(const Review& review) override {
    write([&](Connection& desk) { sqlite::add_review(desk, review); });
  }
  std::vector<Review> reviews() const override { return read(sqlite::all_reviews); }
  std::vector<Review> reviews_of(const std::string& subject_kind,
                                 const std::string& subject) const override {
    return read([&](Connection& desk) { return sqlite::reviews_of(desk, subject_kind, subject); });
  }

  void put_source_state(const SourceState& state) override {
    write([&](Connection& desk) { sqlite::put_source_state(desk, state); });
  }
  std::optional<SourceState> source_state(const std::string& source) const override {
    return read([&](Connection& desk) { return sqlite::find_source_state(desk, source); });
  }
  std::vector<SourceState> source_states() const override {
    return read(sqlite::all_source_states);
  }
  void put_page_state(const PageState& state) override {
    write([&](Connection& desk) { sqlite::put_page_state(desk, state); });
  }
  std::optional<PageState> page_state(const std::string& url) const override {
    return read([&](Connection& desk) { return sqlite::find_page_state(desk, url); });
  }
  void add_source_move(const SourceMove& move) override {
    write([&](Connection& desk) { sqlite::add_source_move(desk, move); });
  }
  std::vector<SourceMove> source_moves(const std::string& source) const override {
    return read([&](Connection& desk) { return sqlite::source_moves_of(desk, source); });
  }

  void put_pause(const Pause& pause) override {
    write([&](Connection& desk) { sqlite::put_pause(desk, pause); });
  }
  std::optional<Pause> pause(const std::string& scope) const override {
    return read([&](Connection& desk) { return sqlite::find_pause(desk, scope); });
  }
  std::vector<Pause> pauses() const override { return read(sqlite::all_pauses); }
  void put_robots(const RobotsFile& file) override {
    write([&](Connection& desk) { sqlite::put_robots(desk, file); });
  }
  std::optional<RobotsFile> robots(const std::string& origin) const override {
    return read([&](Connection& desk) { return sqlite::find_robots(desk, origin); });
  }
  void add_entry_keys(const std::string& source, const std::string& url,
                      const std::vector<std::string>& keys) override {
    write_together([&](Connection& desk) { sqlite::add_entry_keys(desk, source, url, keys); });
  }
  std::optional<std::string> entry_address(const std::string& source,
                                           const std::string& key) const override {
    return read([&](Connection& desk) { return sqlite::find_entry_address(desk, source, key); });
  }

  void backup(const std::string& path) const override {
    if (files_.desk->in_transaction()) {
      throw std::logic_error("a backup is taken outside of any transaction");
    }
    const std::string desk_copy = std::filesystem::absolute(path).lexically_normal();
    const std::string blob_copy = sqlite::blob_path(desk_copy);
    sqlite::check_copy_target(files_.desk->path(), desk_copy);
    sqlite::check_copy_target(sqlite::blob_path(files_.desk->path()), blob_copy);
    try {
      // Blobs are only ever added, so a later copy of them holds all that the earlier one of the
      // rows names; and they get their name first, for the same reason.
      sqlite::make_copy(*files_.desk, desk_copy);
      if (files_.blobs) {
        sqlite::make_copy(files_.blobs->connection(), blob_copy);
        sqlite::publish_copy(blob_copy);
      }
      sqlite::publish_copy(desk_copy);
    } catch (...) {
      sqlite::discard_copy(desk_copy);
      sqlite::discard_copy(blob_copy);
      throw;
    }
  }

 private:
  void require_writable() const {
    if (files_.desk->access() == sqlite::Access::read_only) {
      throw StoreError(
          StoreError::Kind::read_only,
          fmt::format("the database '{}' was opened for reading only", files_.desk->path()));
    }
  }

  /// One statement, which is atomic by itself.
  template <class Work>
  void write(Work&& work) {
    require_writable();
    transactions_.write([&] { files_.desk->guarded([&] { work(*files_.desk); }); },
                        sqlite::Transactions::Failed::whole);
  }

  /// Several statements, all or nothing.
  template <class Work>
  void write_together(Work&& work) {
    const auto all = [&] {
      transactions_.write([&] { files_.desk->guarded([&] { work(*files_.desk); }); },
                          sqlite::Transactions::Failed::half_way);
    };
    if (transactions_.open()) {
      all();
    } else {
      in_transaction(all);
    }
  }

  sqlite::DeskFiles files_;
  sqlite::Transactions transactions_;
  sqlite::Names names_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const std::string& path, const SqliteOptions& options) {
  return std::make_unique<SqliteStore>(sqlite::open_files(path, options));
}

}  // namespace claimtrail
