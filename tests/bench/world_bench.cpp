// A generated world with planted conflicts, judged by the built-in rules: from SQLite to stored
// flags, beside plain SQLite SQL for the one rule about figures that cannot both hold, in the same
// run. Every planted conflict must be found and nothing else, in full and after 1,000 claims more;
// the exit code says whether it was.
//
//   world_bench [CLAIMS] [FOLDER]
//
// Sizes of questions follow Zipf's law with exponent 1.5 from 2 to 200 claims; 3 of 100 questions
// hold a conflict, of the kinds in turn. The check runs in a process of its own, whose peak memory
// is what it takes.
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/analysis.h"
#include "core/linking/sayings.h"
#include "core/model/digest.h"
#include "core/store/sqlite/sqlite_store.h"

#include "cli/desk/check.h"
#include "cli/desk/gather.h"
#include "rules/compiler/compiled_rule.h"
#include "rules/evaluator/raise.h"
#include "tests/bench/measure.h"

namespace claimtrail {
namespace {

constexpr std::size_t kClaimsPerReport = 20;
constexpr std::size_t kOwnWords = 8;  ///< after each claim
constexpr int kMostPerQuestion = 200;
const Day kFirstDay = *parse_day("2025-04-01");

constexpr std::array<const char*, 5> kKinds{"figure-conflict", "scale-slip", "unit-slip",
                                            "figure-superseded", "precision-drift"};

struct PlannedClaim {
  int question = 0;
  std::string claimant;
  long long number = 0;
  std::string unit = "square kilometer";
  Modifier modifier = Modifier::none;
  int day = 0;
};

struct GeneratedWorld {
  std::vector<PlannedClaim> claims;
  int questions = 0;
  std::set<std::pair<std::string, std::string>> planted;  ///< rule, question
};

std::string question_id(int question) { return fmt::format("q{:06}", question); }

int zipf_size(std::mt19937& random) {
  static const std::vector<double> sums = [] {
    std::vector<double> made;
    double sum = 0;
    for (int size = 2; size <= kMostPerQuestion; ++size) {
      made.push_back(sum += std::pow(size, -1.5));
    }
    return made;
  }();
  const double at = std::uniform_real_distribution<double>(0, sums.back())(random);
  return 2 + static_cast<int>(std::lower_bound(sums.begin(), sums.end(), at) - sums.begin());
}

/// One claimant's figure, told by many; a planted question ends with one claim that does not fit.
void plan_question(GeneratedWorld& world, int question, const char* kind, std::mt19937& random) {
  PlannedClaim claim;
  claim.question = question;
  claim.claimant = fmt::format("Ministry {}", question);
  claim.number = 1011 + 2 * static_cast<long long>(random() % 4000);
  const int size = zipf_size(random);
  for (int i = 0; i + 1 < size; ++i) {
    claim.day = 1 + static_cast<int>(random() % 5);
    world.claims.push_back(claim);
  }
  claim.day = 6;
  const std::string_view planted = kind == nullptr ? "" : kind;
  if (planted == "figure-conflict" || planted == "scale-slip" || planted == "unit-slip") {
    claim.claimant = fmt::format("Rival {}", question);
  }
  if (planted == "figure-conflict") claim.number = claim.number * 3 / 2 + 7;
  if (planted == "scale-slip") claim.number *= 10;
  if (planted == "unit-slip") claim.unit = "square mile";
  if (planted == "figure-superseded") claim.number += claim.number / 2 + 900;
  if (planted == "precision-drift") {
    claim.modifier = Modifier::at_least;
    claim.day = 0;
  }
  world.claims.push_back(claim);
  if (kind != nullptr) world.planted.emplace(kind, question_id(question));
}

void plan_more(GeneratedWorld& world, std::size_t claims, std::mt19937& random) {
  for (; world.claims.size() < claims; ++world.questions) {
    const bool planted = random() % 100 < 3;
    const auto kind = kKinds[static_cast<std::size_t>(world.questions) % kKinds.size()];
    plan_question(world, world.questions, planted ? kind : nullptr, random);
  }
}

GeneratedWorld plan(std::size_t claims, std::mt19937& random) {
  GeneratedWorld world;
  plan_more(world, claims, random);
  return world;
}

/// Of this program alone: what getrusage tells outlives an exec, and would be that of the process
/// that stored the world.
long peak_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    long kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

void tell(const std::string& what, Time time) {
  fmt::print("{:<58}{:>9.3f} s wall{:>9.3f} s processor\n", what, time.wall, time.processor);
  std::fflush(stdout);
}

Figure figure_of(const PlannedClaim& plan) {
  Figure figure;
  figure.low = Decimal(plan.number);
  if (plan.modifier == Modifier::none) figure.high = figure.low;
  figure.high_open = plan.modifier != Modifier::none;
  figure.modifier = plan.modifier;
  figure.unit = plan.unit;
  figure.dimension = "area";
  figure.noun = "land";
  figure.original_value = figure.low->text();
  return figure;
}

/// Reports of twenty claims on twenty questions each, all of one day, with so many words of
/// their own that none is a copy of another.
class Writer {
 public:
  Writer(Store& store, std::string name) : store_(store), name_(std::move(name)) {}

  void write(const std::vector<PlannedClaim>& claims) {
    std::map<int, std::vector<const PlannedClaim*>> by_day;
    for (const PlannedClaim& claim : claims) by_day[claim.day].push_back(&claim);
    store_.in_transaction([&] {
      for (const auto& [day, list] : by_day) {
        // Claims of one question stand in different reports.
        const std::size_t reports = std::max<std::size_t>(
            (list.size() + kClaimsPerReport - 1) / kClaimsPerReport, kMostPerQuestion);
        std::vector<std::vector<const PlannedClaim*>> shares(reports);
        for (std::size_t i = 0; i < list.size(); ++i) shares[i % reports].push_back(list[i]);
        for (const auto& share : shares) {
          if (!share.empty()) put(day, share);
        }
      }
    });
    std::vector<ReadingLink> all = store_.links();
    all.insert(all.end(), links_.begin(), links_.end());
    links_.clear();
    store_.in_transaction([&] {
      store_.put_links(all);
      store_.put_sayings(find_sayings(store_.claims({})));
    });
  }

 private:
  void put(int day, const std::vector<const PlannedClaim*>& share) {
    const int number = reports_++;
    Report report;
    report.id = fmt::format("{}{:06}", name_, number);
    report.outlet = fmt::format("Outlet {}", number % 997);
    report.title = report.id;
    report.published = Published{kFirstDay + std::chrono::days{day}, std::nullopt};
    report.first_seen = Timestamp{kFirstDay + std::chrono::days{day}};
    store_.put_report(report);
    std::string text;
    std::vector<Claim> claims;
    for (const PlannedClaim* plan : share) {
      Claim claim;
      claim.id = fmt::format("{}-{}", report.id, claims.size());
      claim.span.start = static_cast<std::uint32_t>(text.size());
      text +=
          fmt::format("place{} holds {} of land{}{}", plan->question, plan->number, name_, number);
      claim.span.end = static_cast<std::uint32_t>(text.size());
      text += ". ";
      for (std::size_t i = 0; i < kOwnWords; ++i) {
        text += fmt::format("own{}x{}{} ", kOwnWords * claims.size() + i, name_, number);
      }
      claim.content = {claim.span};
      claim.manner = Manner::indirect;
      claim.claim_type = ClaimType::quantity;
      claim.attribution = {Hop{
          .claimants = {{content_id({plan->claimant}), plan->claimant, ClaimantKind::organization}},
          .source_span = claim.span,
          .cue_span = claim.span}};
      claim.figures = {figure_of(*plan)};
      claim.figures[0].span = claim.span;
      links_.push_back({claim.id, 0, question_id(plan->question)});
      claims.push_back(std::move(claim));
    }
    Revision revision;
    revision.id = report.id + "-1";
    revision.report = report.id;
    revision.fetched_at = report.first_seen;
    revision.raw_sha256 = sha256(text);
    store_.add_revision(revision, text);
    store_.put_text({revision.id, extractor_version(), text, "[]", sha256(text)});
    store_.put_sightings(report.id, revision.id, extractor_version(), text, claims,
                         revision.fetched_at);
  }

  Store& store_;
  std::string name_;
  std::vector<ReadingLink> links_;
  int reports_ = 0;
};

/// The peer: figures that cannot both hold within the window, by other claimants, as one statement
/// over one table with the index it wants.
Time plain_sql(const std::string& path, const GeneratedWorld& world, std::size_t& found) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
      "CREATE TABLE mentions(question TEXT, unit TEXT, claimant TEXT, low REAL, high REAL, day "
      "INT);"
      "BEGIN");
  SQLite::Statement row(database, "INSERT INTO mentions VALUES(?, ?, ?, ?, ?, ?)");
  for (const PlannedClaim& claim : world.claims) {
    row.bind(1, question_id(claim.question));
    row.bind(2, claim.unit);
    row.bind(3, claim.claimant);
    row.bind(4, static_cast<double>(claim.number));
    row.bind(5, claim.modifier == Modifier::none ? static_cast<double>(claim.number) : 1e300);
    row.bind(6, claim.day);
    row.exec();
    row.reset();
  }
  database.exec("COMMIT; CREATE INDEX by_question ON mentions(question, unit, day, low, high)");
  return measure([&] {
    SQLite::Statement query(
        database,
        "SELECT count(DISTINCT a.question) FROM mentions a JOIN mentions b ON a.question = "
        "b.question AND a.unit = b.unit AND abs(a.day - b.day) <= 14 AND a.high * 1.05 < b.low * "
        "0.95 AND a.claimant <> b.claimant");
    query.executeStep();
    found = static_cast<std::size_t>(query.getColumn(0).getInt64());
  });
}

/// Planted but not flagged, and flagged but not planted.
bool compare(const GeneratedWorld& world, const std::vector<Flag>& flags) {
  std::set<std::pair<std::string, std::string>> found;
  for (const Flag& flag : flags) found.emplace(flag.rule, flag.question);
  std::size_t missed = 0;
  std::size_t invented = 0;
  for (const auto& one : world.planted) missed += found.contains(one) ? 0 : 1;
  for (const auto& one : found) {
    if (world.planted.contains(one)) continue;
    if (++invented <= 3) fmt::print("  not planted: {} on {}\n", one.first, one.second);
  }
  fmt::print("planted {}, found {}, missed {}, not planted {}\n", world.planted.size(),
             found.size(), missed, invented);
  return missed == 0 && invented == 0;
}

bool is_about_figures(const Rule& rule) {
  return std::find(rule.tags.begin(), rule.tags.end(), "figure") != rule.tags.end();
}

void time_rules(const RuleSet& rules, const Evidence& evidence) {
  tell("  facts of all readings", measure([&] { const World world(evidence); }));
  const World world(evidence);
  Judge judge(rules, world);
  Time figures;
  Time all;
  for (const Rule& rule : rules.rules()) {
    if (!rule.enabled) continue;
    std::vector<RaisedFlag> flags;
    const Time time = measure([&] { evaluate_rule(rule, judge, flags); });
    tell(fmt::format("    {}", rule.id), time);
    for (Time* sum : {&all, is_about_figures(rule) ? &figures : nullptr}) {
      if (sum == nullptr) continue;
      sum->wall += time.wall;
      sum->processor += time.processor;
    }
  }
  tell("  rules about figures, evaluated", figures);
  tell("  all rules, evaluated", all);
}

/// One rule a pack, as a desk that keeps them apart would have them.
std::vector<PackSource> many_rules() {
  std::vector<PackSource> packs;
  for (int rule = 0; rule < 50; ++rule) {
    std::string pack = fmt::format(
        "schema: claimtrail-rules/1\nrules:\n"
        "  - id: rule-{}\n    title: T\n    scope: pair\n    match: {{group_by: [question]}}\n"
        "    position: figure\n    where: \"disjoint(a.figure, b.figure, rel = 0.05)\"\n"
        "    message: \"{{a.figure}} {{b.figure}}\"\n    tests:\n",
        rule);
    for (int test = 0; test < 200; ++test) {
      pack += fmt::format(
          "      - {{name: t{}, claims: [{{id: a, figure: {} killed, claimant: A}}, "
          "{{id: b, figure: {} killed, claimant: B}}], expect: [{{}}]}}\n",
          test, 120 + test, 900 + test);
    }
    packs.push_back({"many", fmt::format("rule-{}.yaml", rule), std::move(pack)});
  }
  return packs;
}

constexpr unsigned kSeed = 20251101;
constexpr std::size_t kNewClaims = 1'000;
constexpr std::size_t kMostInMemory = 200'000;

std::shared_ptr<const RuleSet> builtin_rules(const RuleSettings& settings = {}) {
  const auto rules = load_rules(settings);
  if (!rules) throw std::runtime_error(render(rules.error()));
  return *rules;
}

std::shared_ptr<const RuleSet> rules_about_figures() {
  RuleSettings settings;
  const auto all = builtin_rules();
  for (const Rule& rule : all->rules()) {
    if (!is_about_figures(rule)) settings.overrides.push_back({rule.id, std::nullopt, false, {}});
  }
  return builtin_rules(settings);
}

std::vector<Question> questions_of(int first, int end) {
  std::vector<Question> questions(static_cast<std::size_t>(end - first));
  for (int i = first; i < end; ++i) {
    questions[static_cast<std::size_t>(i - first)].id = question_id(i);
  }
  return questions;
}

/// Stores and links claims, which is not measured, and checks, which is.
void add_and_check(const std::string& what, Store& store, const RuleSet& rules,
                   const std::string& name, const std::vector<PlannedClaim>& claims) {
  Writer(store, name).write(claims);
  tell(what, measure([&] { (void)check(store, {}, rules, {}, system_clock().now()); }));
}

/// What a claimant said before, told once more by others.
std::vector<PlannedClaim> told_again(const GeneratedWorld& world, std::mt19937& random) {
  std::map<int, const PlannedClaim*> first;
  for (const PlannedClaim& claim : world.claims) first.emplace(claim.question, &claim);
  std::vector<PlannedClaim> claims;
  while (claims.size() < kNewClaims) {
    const auto found = first.find(static_cast<int>(random() % first.size()));
    claims.push_back(*found->second);
    claims.back().day = 5;
  }
  return claims;
}

/// In a process of its own: a full check, then checks of what came.
int run_check(std::size_t claims, const std::filesystem::path& path) {
  const auto store = open_sqlite_store(path);
  const auto rules = builtin_rules();
  tell("check: read, judged, flags written",
       measure([&] { (void)check(*store, {}, *rules, {}, system_clock().now()); }));
  fmt::print("peak memory {} MB\n", peak_megabytes());
  std::mt19937 random(kSeed);
  GeneratedWorld world = plan(claims, random);
  bool right = compare(world, store->flags({}));
  tell("a check when nothing changed",
       measure([&] { (void)check(*store, {}, *rules, {}, system_clock().now()); }));
  const std::vector<PlannedClaim> again = told_again(world, random);
  const std::size_t before = world.claims.size();
  const int questions = world.questions;
  plan_more(world, before + kNewClaims, random);
  store->put_questions(questions_of(questions, world.questions));
  add_and_check("a check after 1,000 claims on new questions", *store, *rules, "n",
                {world.claims.begin() + static_cast<std::ptrdiff_t>(before), world.claims.end()});
  right = compare(world, store->flags({})) && right;
  add_and_check("a check after 1,000 claims on known questions", *store, *rules, "k", again);
  right = compare(world, store->flags({})) && right;
  const auto figures = rules_about_figures();
  tell("check: everything anew, rules about figures alone",
       measure([&] { (void)check(*store, {}, *figures, {}, system_clock().now()); }));
  right = compare(world, store->flags({})) && right;
  return right ? 0 : 1;
}

bool check_apart(const char* program, std::size_t claims, const std::filesystem::path& path) {
  const pid_t child = fork();
  if (child == 0) {
    const std::string count = std::to_string(claims);
    execl(program, program, "--check", count.c_str(), path.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int run(const char* program, std::size_t claims, const std::filesystem::path& folder) {
  std::mt19937 random(kSeed);
  const GeneratedWorld world = plan(claims, random);
  fmt::print("{} claims on {} questions, {} conflicts planted\n", world.claims.size(),
             world.questions, world.planted.size());
  std::size_t by_sql = 0;
  tell("plain SQL for one rule", plain_sql(folder / "peer.db", world, by_sql));
  {
    const auto store = open_sqlite_store(folder / "desk.db");
    store->put_questions(questions_of(0, world.questions));
    Writer writer(*store, "r");
    tell("world stored", measure([&] { writer.write(world.claims); }));
  }
  const bool right = check_apart(program, claims, folder / "desk.db");
  const auto rules = builtin_rules();
  if (claims <= kMostInMemory) {
    const auto store = open_sqlite_store(folder / "desk.db");
    Evidence evidence;
    tell("all evidence in memory", measure([&] { evidence = gather(*store, {}); }));
    time_rules(*rules, evidence);
  }
  const std::vector<PackSource> packs = many_rules();
  std::size_t passed = 0;
  tell("50 rules with 200 tests each", measure([&] {
         const auto many = compile_packs(packs, {});
         if (!many) throw std::runtime_error(render(many.error()));
         for (const RuleTestResult& result : run_rule_tests(**many, "")) passed += result.passed;
       }));
  return right && passed == 10'000 ? 0 : 1;
}

}  // namespace
}  // namespace claimtrail

int main(int count, char** words) {
  if (count == 4 && std::string_view(words[1]) == "--check") {
    return claimtrail::run_check(static_cast<std::size_t>(std::atoll(words[2])), words[3]);
  }
  const auto claims = static_cast<std::size_t>(count > 1 ? std::atoll(words[1]) : 100'000);
  const std::filesystem::path folder =
      count > 2 ? std::filesystem::path(words[2])
                : std::filesystem::temp_directory_path() / "claimtrail-world-bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const int result = claimtrail::run(words[0], claims, folder);
  std::filesystem::remove_all(folder);
  return result;
}
