#include "tests/rules/worlds.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace claimtrail::worlds {
namespace {

/// What an agency that nobody credits sent around.
constexpr const char* kWire =
    "The gate above the old mill gave way after midnight and the water ran through the lower "
    "streets until the early morning hours of Saturday. Neighbours carried sandbags to the school "
    "and waited there for the boats that the county had promised on the evening before, by order "
    "of ";

template <std::size_t N>
std::string any_of(std::mt19937& random, const std::array<const char*, N>& words) {
  return words[random() % N];
}

bool chance(std::mt19937& random, unsigned percent) { return random() % 100 < percent; }

TestClaim random_claim(std::mt19937& random, int number) {
  static const std::array<const char*, 12> kFigures{
      "120 killed",  "187 killed",      "at least 100 killed", "over 150 killed",
      "40 killed",   "about 60 killed", "61 killed",           "41 killed",
      "900 wounded", "20 killed",       "60 killed",           "1,200 killed"};
  static const std::array<const char*, 4> kStatements{"the bridge is closed", "the dam cracked",
                                                      "the region is cleared", "the mayor fled"};
  static const std::array<const char*, 5> kQuotes{
      "the adventure of the Kyiv government has completely failed",
      "the adventure of the Kyiv government has largely failed",
      "the adventure of the Kyiv government has completely",
      "our allies fought bravely beside us in the cold winter",
      "our allies fought bravely beside us in winter"};
  static const std::array<const char*, 4> kClaimants{"Ministry", "Mayor", "Police", "Army"};
  static const std::array<const char*, 3> kQuestions{"toll", "daily", "once"};
  TestClaim claim;
  claim.id = fmt::format("c{}", number);
  const auto kind = random() % 10;
  if (kind < 6) {
    claim.figure = any_of(random, kFigures);
    claim.question = any_of(random, kQuestions);
    claim.claim_type = ClaimType::quantity;
    if (chance(random, 10)) claim.includes = {"gunman"};
    claim.relative = chance(random, 5);
  } else if (kind < 8) {
    claim.quote = any_of(random, kQuotes);
  } else {
    claim.statement = any_of(random, kStatements);
  }
  if (chance(random, 70)) claim.claimant = any_of(random, kClaimants);
  if (claim.claimant == "Police" && chance(random, 50)) claim.kind = ClaimantKind::anonymous;
  if (chance(random, 20)) claim.hedge = Hedge::denied;
  if (chance(random, 10)) claim.polarity = Polarity::negated;
  if (chance(random, 20)) claim.block = BlockKind::headline;
  claim.report = fmt::format("r{}", random() % 6);
  if (chance(random, 70)) {
    const Day from = *parse_day("2025-04-20") + std::chrono::days{random() % 40};
    claim.as_of = DayRange{from, from + std::chrono::days{chance(random, 70) ? 1 : 9}};
  }
  return claim;
}

}  // namespace

Evidence build(const RuleTest& world) {
  Result<Evidence> evidence = build_evidence(world);
  if (!evidence) throw std::runtime_error(evidence.error().message);
  return std::move(*evidence);
}

Evidence evidence(std::string_view yaml) {
  const std::string text = "name: world\nexpect: []\n" + std::string(yaml);
  const auto document = read_yaml("world.yaml", text);
  if (!document) throw std::runtime_error(render(document.error()));
  std::vector<Diagnostic> problems;
  const RuleTest world = read_rule_test(*document, document->root, problems);
  if (!problems.empty()) throw std::runtime_error(render(problems));
  return build(world);
}

RuleTest random_world(std::mt19937& random, int claims) {
  RuleTest world;
  world.questions = {{"toll", "running_total", 10}, {"daily", "daily", 14}, {"once", "point", 5}};
  for (int i = 0; i < 6; ++i) {
    TestReport report;
    report.id = fmt::format("r{}", i);
    report.outlet = fmt::format("Outlet {}", i % 4);
    if (chance(random, 80)) {
      report.published = *parse_day("2025-04-20") + std::chrono::days{random() % 20};
    }
    if (chance(random, 30)) report.cites = {fmt::format("r{}", random() % 6)};
    if (chance(random, 40)) report.origins = {"Agency"};
    if (chance(random, 40)) report.text = kWire + report.id;
    if (chance(random, 15)) report.withdrawn = Timestamp{*parse_day("2025-05-20")};
    if (chance(random, 20)) report.revised = Timestamp{*parse_day("2025-05-01")};
    world.reports.push_back(std::move(report));
  }
  for (int i = 0; i < claims; ++i) world.claims.push_back(random_claim(random, i));
  static const std::array<const char*, 5> kKinds{"figure", "hedge", "quote", "wording", "removed"};
  const auto edits = random() % 5;
  for (std::size_t i = 0; i < edits; ++i) {
    TestChange change;
    change.claim = fmt::format("c{}", random() % 4);
    change.report = fmt::format("r{}", random() % 3);
    change.kind = any_of(random, kKinds);
    change.was = fmt::format("value {}", random() % 3);
    change.is = fmt::format("value {}", random() % 3);
    change.noted = chance(random, 30);
    world.changes.push_back(std::move(change));
  }
  return world;
}

Evidence shuffled(Evidence evidence, std::mt19937& random) {
  std::vector<std::size_t> order(evidence.reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::shuffle(order.begin(), order.end(), random);
  std::vector<ReportEvidence> reports(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) reports[order[i]] = evidence.reports[i];
  evidence.reports = std::move(reports);
  for (Reading& reading : evidence.readings) reading.report = order[reading.report];
  for (RevisionChange& change : evidence.changes) change.report = order[change.report];
  std::shuffle(evidence.questions.begin(), evidence.questions.end(), random);
  std::shuffle(evidence.readings.begin(), evidence.readings.end(), random);
  std::shuffle(evidence.changes.begin(), evidence.changes.end(), random);
  return evidence;
}

std::shared_ptr<const RuleSet> rules(std::string_view yaml) {
  auto compiled = compile_packs({{"test pack", "pack.yaml", std::string(yaml)}}, {});
  if (!compiled) throw std::runtime_error(render(compiled.error()));
  return *compiled;
}

std::shared_ptr<const RuleSet> builtin() {
  auto loaded = load_rules({});
  if (!loaded) throw std::runtime_error(render(loaded.error()));
  return *loaded;
}

std::vector<std::string> mistakes(std::string_view yaml) {
  std::vector<std::string> found;
  const auto compiled = compile_packs({{"test pack", "pack.yaml", std::string(yaml)}}, {});
  if (compiled) return found;
  for (const Diagnostic& one : compiled.error()) {
    found.push_back(fmt::format("{}:{} {}", one.line, one.column, one.code));
  }
  return found;
}

std::string in_words(const RaisedFlag& flag) {
  std::vector<std::string> sides;
  for (const Side& side : flag.sides) {
    sides.push_back(fmt::format("{} [{}]", side.position, fmt::join(side.claims, " ")));
  }
  std::vector<std::string> pairs;
  for (const WhyPair& pair : flag.why) pairs.push_back(pair.a + "+" + pair.b);
  const std::string severity =
      to_string(flag.severity) +
      (flag.severity_if_fills ? fmt::format(" or {}", to_string(*flag.severity_if_fills)) : "");
  return fmt::format(
      "{} {} scope={} question={} sides: {} | context: {} | reports: {} | {} | why: {}", flag.rule,
      severity, flag.scope_key, flag.question, fmt::join(sides, "; "), fmt::join(flag.context, " "),
      fmt::join(flag.reports, " "), flag.message, fmt::join(pairs, " "));
}

std::vector<std::string> in_words(const std::vector<RaisedFlag>& flags) {
  std::vector<std::string> lines;
  for (const RaisedFlag& flag : flags) lines.push_back(in_words(flag));
  return lines;
}

}  // namespace claimtrail::worlds
