#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "core/analysis.h"
#include "core/linking/sayings.h"
#include "core/model/digest.h"
#include "core/store/sqlite/sqlite_store.h"

#include "cli/desk/check.h"
#include "cli/desk/gather.h"
#include "tests/rules/naive_evaluator.h"
#include "tests/rules/worlds.h"

namespace claimtrail {
namespace {

constexpr int kReports = 6;
constexpr int kClaims = 10;
constexpr int kSteps = 6;

/// What an agency that nobody credits sent around.
constexpr const char* kWire =
    "The gate above the old mill gave way after midnight and the water ran through the lower "
    "streets until the early morning hours of Saturday. Neighbours carried sandbags to the school "
    "and waited there for the boats that the county had promised them on the evening before.";

/// What the flags say and how they stand, ids and what only the fast evaluator tells aside.
std::vector<std::string> in_words(const std::vector<Flag>& flags) {
  std::vector<std::string> lines;
  for (const Flag& flag : flags) {
    lines.push_back(fmt::format("{} | {} {} {}", worlds::in_words(flag), to_string(flag.status),
                                flag.status_code, flag.suppressed_until));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Flags in memory, as a store would keep them.
void keep(std::vector<Flag>& stored, const std::vector<Flag>& changed) {
  for (const Flag& flag : changed) {
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const Flag& one) { return one.id == flag.id; });
    if (found == stored.end()) {
      stored.push_back(flag);
    } else {
      *found = flag;
    }
  }
}

/// The life of a newsroom in a store: claims come, are edited, linked otherwise, reviewed, go and
/// come back; reports are described anew, cite each other, are not to be found; people merge
/// claimants and decide on flags.
class Newsroom {
 public:
  Newsroom(Store& store, unsigned seed) : store_(store), random_(seed) {
    RuleTest world = worlds::random_world(random_, kClaims);
    waiting_ = std::move(world.claims);
    for (TestClaim& claim : waiting_) {
      // Two statements are only alike with some words in common.
      if (!claim.statement.empty()) {
        claim.exact = claim.statement + " near the old mill in the northern valley";
      }
    }
    std::shuffle(waiting_.begin(), waiting_.end(), random_);
    for (const TestQuestion& one : world.questions) {
      Question& question = questions_.emplace_back();
      question.id = question.ask = one.id;
      question.behaves = one.behaves;
      question.window_days = one.window_days;
    }
    store_.put_questions(questions_);
    for (int i = 0; i < kReports; ++i) add_report(i);
  }

  void step() {
    now_ += std::chrono::hours{30};
    std::set<std::string> touched;
    for (std::size_t i = 0; i < 2 && !waiting_.empty(); ++i) {
      touched.insert(waiting_.back().report);
      claims_.push_back(std::move(waiting_.back()));
      waiting_.pop_back();
    }
    if (claims_.empty()) return;
    change(claims_[random_() % claims_.size()], touched);
    for (const std::string& report : touched) capture(report);
    change_report();
    link();
  }

  /// A reviewer's decision about some flag, the same in both books.
  void review(std::vector<Flag>& slow) {
    std::vector<Flag> flags = store_.flags({});
    if (flags.empty() || random_() % 2 == 0) return;
    std::sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) { return a.id < b.id; });
    Flag& flag = flags[random_() % flags.size()];
    if (flag.status == FlagStatus::resolved) return;
    static const std::array<FlagStatus, 5> kStates{FlagStatus::dismissed, FlagStatus::confirmed,
                                                   FlagStatus::explained, FlagStatus::suppressed,
                                                   FlagStatus::open};
    flag.status = kStates[random_() % kStates.size()];
    flag.status_code.clear();
    const bool dated = flag.status == FlagStatus::suppressed && random_() % 2 == 0;
    flag.suppressed_until = dated ? "2025-06-06" : "";
    for (Flag& one : slow) {
      if (one.id != flag.id) continue;
      one.status = flag.status;
      one.status_code = flag.status_code;
      one.suppressed_until = flag.suppressed_until;
      store_.put_flag(flag);
    }
  }

  /// Now and then a setting changed, so that the next check is of everything.
  void forget_sometimes() {
    if (random_() % 8 == 0) store_.mark_checked("");
  }

  [[nodiscard]] Timestamp now() const { return now_; }

 private:
  void add_report(int number) {
    Report report;
    report.id = fmt::format("r{}", number);
    report.outlet = fmt::format("Outlet {}", number % 4);
    report.url = fmt::format("https://news.example/{}", number);
    if (random_() % 5 != 0) {
      report.published =
          Published{*parse_day("2025-04-20") + std::chrono::days{random_() % 20}, std::nullopt};
    }
    report.first_seen = report.last_seen = now_;
    if (random_() % 3 == 0) report.cites = {fmt::format("https://news.example/{}", random_() % 8)};
    store_.put_report(report);
  }

  void change(TestClaim& claim, std::set<std::string>& touched) {
    touched.insert(claim.report);
    switch (random_() % 9) {
      case 0:
        claim.hedge = claim.hedge == Hedge::denied ? Hedge::asserted : Hedge::denied;
        break;
      case 1:
        if (!claim.figure.empty()) claim.figure = random_() % 2 == 0 ? "187 killed" : "41 killed";
        break;
      case 2:
        claim.claimant = random_() % 2 == 0 ? "Mayor" : "";
        break;
      case 3:
        if (!claim.figure.empty()) claim.question = random_() % 2 == 0 ? "once" : "toll";
        break;
      case 4:
        waiting_.insert(waiting_.begin(), claim);
        claims_.erase(claims_.begin() + (&claim - claims_.data()));
        break;
      case 5:
        if (store_.claim(claim.id)) {
          store_.set_review_state(claim.id, random_() % 2 == 0 ? "rejected" : "accepted");
        }
        break;
      case 6:
        if (!claim.quote.empty()) {
          claim.quote = "our allies fought bravely beside us in the cold winter";
        }
        break;
      default:
        break;
    }
  }

  /// A new revision of the report with the claims that it holds now.
  void capture(const std::string& report) {
    RuleTest held;
    for (const TestClaim& claim : claims_) {
      if (claim.report == report) held.claims.push_back(claim);
    }
    Evidence evidence = worlds::build(held);
    std::string text;
    std::vector<Claim> claims;
    for (StoredClaim& stored : evidence.claims) {
      Claim& claim = claims.emplace_back(std::move(stored.claim));
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += stored.exact;
      const Span whole{begin, static_cast<std::uint32_t>(text.size())};
      text += ". ";
      claim.span = whole;
      claim.content = {whole};
      for (Figure& figure : claim.figures) figure.span = whole;
    }
    if (random_() % 2 == 0) text += kWire;
    if (random_() % 4 == 0) text += " The road to the town stays closed.";
    Revision revision;
    revision.id = content_id({report, format_timestamp(now_)});
    revision.report = report;
    revision.fetched_at = now_;
    revision.raw_sha256 = sha256(text);
    revision.text_sha256 = sha256(text);
    std::vector<std::string> before;
    for (const StoredClaim& stored : store_.claims({.report = report, .include_gone = false})) {
      before.push_back(stored.claim.id);
    }
    store_.add_revision(revision, text);
    RevisionText read{revision.id, extractor_version(), text, "[]", sha256(text), "", {}};
    if (random_() % 4 == 0) read.note = "Correction: we erred.";
    if (random_() % 3 == 0) read.agencies = {"Agency"};
    store_.put_text(read);
    store_.put_sightings(report, revision.id, extractor_version(), text, claims, now_);
    std::erase_if(before, [&](const std::string& id) {
      return std::any_of(claims.begin(), claims.end(),
                         [&](const Claim& claim) { return claim.id == id; });
    });
    store_.mark_gone(before, now_);
  }

  void change_report() {
    Report report = *store_.report(fmt::format("r{}", random_() % kReports));
    switch (random_() % 6) {
      case 0:
        report.cites = {fmt::format("https://news.example/{}", random_() % 8)};
        store_.put_report(report);
        break;
      case 1:
        report.outlet = fmt::format("Outlet {}", random_() % 4);
        store_.put_report(report);
        break;
      case 2:
        store_.add_observation(
            {report.id, now_, random_() % 3 == 0 ? "unchanged" : "not_found", 404, ""});
        break;
      case 3: {
        Question& question = questions_[random_() % questions_.size()];
        question.behaves = random_() % 2 == 0 ? "point" : "running_total";
        store_.put_questions({question});
        break;
      }
      case 4:
        if (random_() % 3 == 0) merge_claimants();
        break;
      default:
        break;
    }
  }

  void merge_claimants() {
    Review review;
    review.id = format_timestamp(now_);
    review.at = now_;
    review.by = "desk";
    review.subject_kind = "claimant";
    review.subject = "claimant Mayor";
    review.action = "merge";
    review.after = "claimant Police";
    store_.add_review(review);
  }

  void link() {
    std::map<std::string, const TestClaim*> known;
    for (const TestClaim& claim : claims_) known.emplace(claim.id, &claim);
    std::vector<StoredClaim> standing = store_.claims({.include_gone = false});
    std::erase_if(standing, [](const StoredClaim& one) { return one.review_state == "rejected"; });
    std::vector<ReadingLink> links;
    for (const StoredClaim& stored : standing) {
      const auto found = known.find(stored.claim.id);
      if (found == known.end() || found->second->question.empty()) continue;
      links.push_back(
          {stored.claim.id, found->second->figure.empty() ? -1 : 0, found->second->question});
    }
    store_.put_links(links);
    store_.put_sayings(find_sayings(standing));
  }

  Store& store_;
  std::mt19937 random_;
  Timestamp now_{*parse_day("2025-06-01")};
  std::vector<TestClaim> waiting_;
  std::vector<TestClaim> claims_;
  std::vector<Question> questions_;
};

class CheckProperty : public ::testing::Test {
 protected:
  CheckProperty() {
    folder_ = std::filesystem::temp_directory_path() /
              fmt::format("claimtrail-check-{}-{}", ::getpid(),
                          ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    settings_.suppressions.resize(1);
    settings_.suppressions[0].rule = "attribution-conflict";
    settings_.suppressions[0].until = parse_day("2025-06-05");
    rules_ = worlds::builtin();
  }
  ~CheckProperty() override { std::filesystem::remove_all(folder_); }

  void live(unsigned first, unsigned end) {
    for (unsigned seed = first; seed < end && !HasFatalFailure(); ++seed) live(seed);
    EXPECT_GT(flags_seen_, static_cast<std::size_t>(end - first) * kSteps)
        << "the worlds are too quiet to prove anything";
    EXPECT_GT(graver_for_a_flag_, 0U);
  }

  /// One order of insertions, edits and reviews, checked after each as a desk does and beside it in
  /// full by a slow evaluator.
  void live(unsigned seed) {
    const std::filesystem::path path = folder_ / fmt::format("{}.db", seed);
    {
      const auto store = open_sqlite_store(path);
      Newsroom newsroom(*store, seed);
      std::vector<Flag> slow;
      for (int step = 0; step < kSteps; ++step) {
        store->in_transaction([&] { newsroom.step(); });
        // Few claims at a time, so that a full check takes several parts.
        (void)check(*store, desk_, *rules_, settings_, newsroom.now(), 3);
        const std::vector<RaisedFlag> raised = naive::evaluate(*rules_, gather(*store, desk_));
        keep(slow, settle_flags(slow, raised, settings_.suppressions, newsroom.now()));
        weigh(raised, slow);
        const std::vector<Flag> fast = store->flags({});
        ASSERT_EQ(in_words(fast), in_words(slow)) << "seed " << seed << " step " << step;
        flags_seen_ += fast.size();
        newsroom.review(slow);
        newsroom.forget_sometimes();
      }
    }
    for (const char* suffix : {"", "-wal", "-shm", ".blobs", ".blobs-wal", ".blobs-shm"}) {
      std::filesystem::remove(path.string() + suffix);
    }
  }

  /// `anonymous-only` as its page words it: two or more reports, or a side of an open flag of
  /// another rule, rest on anonymous claimants alone.
  void weigh(const std::vector<RaisedFlag>& raised, const std::vector<Flag>& stored) {
    std::set<std::string> anonymous;
    for (const RaisedFlag& flag : raised) {
      if (flag.rule != "anonymous-only") continue;
      for (const Side& side : flag.sides) anonymous.insert(side.claims.begin(), side.claims.end());
    }
    for (const RaisedFlag& flag : raised) {
      if (flag.rule != "anonymous-only") continue;
      bool grave = flag.reports.size() >= 2;
      for (const Side& own : flag.sides) {
        for (const Flag& other : stored) {
          if (other.rule == flag.rule || other.status != FlagStatus::open) continue;
          for (const Side& side : other.sides) {
            const bool alone =
                std::all_of(side.claims.begin(), side.claims.end(),
                            [&](const std::string& claim) { return anonymous.contains(claim); });
            const bool shared =
                std::find_first_of(side.claims.begin(), side.claims.end(), own.claims.begin(),
                                   own.claims.end()) != side.claims.end();
            if (alone && shared && flag.reports.size() < 2) ++graver_for_a_flag_;
            grave = grave || (alone && shared);
          }
        }
      }
      const auto found = std::find_if(stored.begin(), stored.end(), [&](const Flag& one) {
        return one.rule == flag.rule && one.scope_key == flag.scope_key && one.sides == flag.sides;
      });
      ASSERT_NE(found, stored.end());
      EXPECT_EQ(found->severity, grave ? FlagSeverity::warning : FlagSeverity::info)
          << worlds::in_words(flag);
    }
  }

  std::filesystem::path folder_;
  DeskSettings desk_;
  RuleSettings settings_;
  std::shared_ptr<const RuleSet> rules_;
  std::size_t flags_seen_ = 0;
  std::size_t graver_for_a_flag_ = 0;
};

#ifdef CLAIMTRAIL_LONG
TEST_F(CheckProperty, FirstQuarterOfAThousandOrders) { live(1'000, 1'250); }
TEST_F(CheckProperty, SecondQuarterOfAThousandOrders) { live(1'250, 1'500); }
TEST_F(CheckProperty, ThirdQuarterOfAThousandOrders) { live(1'500, 1'750); }
TEST_F(CheckProperty, FourthQuarterOfAThousandOrders) { live(1'750, 2'000); }
#else
TEST_F(CheckProperty, GivesWhatASlowFullCheckGivesInSomeOrders) { live(0, 60); }
#endif

}  // namespace
}  // namespace claimtrail
