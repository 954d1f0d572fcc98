// Claims stored and read a second, beside what SQLite itself does with one bare row and full text a
// claim in the same run: machines differ, the ratio does not.
//
//   store_bench [CLAIMS] [FOLDER]
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/model/digest.h"
#include "core/store/sqlite/sqlite_store.h"

#include "tests/bench/measure.h"

namespace claimtrail {
namespace {

constexpr int kClaimsPerReport = 20;
constexpr int kReportsPerBatch = 25;

struct SampleReport {
  std::string text;
  std::vector<Claim> claims;
};

/// A report of the size and make-up of a news story: sentences of 15 to 25 words, each a claim,
/// most of them attributed, half with a figure.
SampleReport make_sample(std::mt19937& random) {
  static const std::vector<std::string> words = [] {
    std::mt19937 letters(7);
    std::vector<std::string> made;
    for (int i = 0; i < 20'000; ++i) {
      std::string word;
      const auto size = 3 + letters() % 8;
      for (unsigned j = 0; j < size; ++j) word += static_cast<char>('a' + letters() % 26);
      made.push_back(word);
    }
    return made;
  }();
  SampleReport sample;
  for (int i = 0; i < kClaimsPerReport; ++i) {
    Claim claim;
    claim.span.start = static_cast<std::uint32_t>(sample.text.size());
    const auto count = 15 + random() % 11;
    for (unsigned j = 0; j < count; ++j) {
      sample.text += words[std::min(random() % words.size(), random() % words.size())];
      sample.text += j + 1 == count ? "." : " ";
    }
    claim.span.end = static_cast<std::uint32_t>(sample.text.size());
    sample.text += ' ';
    claim.content = {claim.span};
    if (i % 5 != 0) {
      const std::string number = std::to_string(random() % 500);
      claim.manner = Manner::indirect;
      claim.attribution = {
          Hop{.claimants = {{content_id({number}), fmt::format("Claimant {}", number)}},
              .source_span = claim.span,
              .cue_span = claim.span}};
      if (i % 4 == 0) claim.attribution.push_back(claim.attribution.front());
    }
    if (i % 2 == 0) {
      Figure figure;
      figure.span = claim.span;
      figure.low = Decimal(static_cast<long long>(random() % 100'000));
      figure.high = figure.low;
      figure.unit = "person";
      figure.dimension = "count";
      figure.noun = "people";
      figure.predicate = "kill";
      figure.original_value = figure.low->text();
      claim.figures = {figure};
    }
    sample.claims.push_back(claim);
  }
  return sample;
}

Time bare_rows(const std::string& path, const std::vector<SampleReport>& samples) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec(
      "CREATE TABLE claims(row_id INTEGER PRIMARY KEY, exact TEXT);"
      "CREATE VIRTUAL TABLE words USING fts5(exact, content = '')");
  SQLite::Statement row(database, "INSERT INTO claims VALUES(?, ?)");
  SQLite::Statement full_text(database, "INSERT INTO words(rowid, exact) VALUES(?, ?)");
  return measure([&] {
    int number = 0;
    for (std::size_t at = 0; at < samples.size(); at += kReportsPerBatch) {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      for (std::size_t i = at; i < std::min(samples.size(), at + kReportsPerBatch); ++i) {
        for (const Claim& claim : samples[i].claims) {
          const std::string exact(claim.span.of(samples[i].text));
          ++number;
          for (SQLite::Statement* statement : {&row, &full_text}) {
            statement->bind(1, number);
            statement->bind(2, exact);
            statement->exec();
            statement->reset();
          }
        }
      }
      transaction.commit();
    }
  });
}

void put(Store& store, const std::string& id, const SampleReport& sample, int version) {
  Report report;
  report.id = id;
  report.url = fmt::format("https://news.example/{}", id);
  report.title = fmt::format("Report {}", id);
  store.put_report(report);
  Revision revision;
  const std::string raw = fmt::format("{} {} {}", id, version, sample.text);
  revision.id = fmt::format("{}-{}", id, version);
  revision.report = id;
  revision.fetched_at = Timestamp{std::chrono::seconds{version}};
  revision.raw_sha256 = sha256(raw);
  store.add_revision(revision, raw);
  store.put_text({revision.id, "x 1", sample.text, "[]", sha256(sample.text)});
  store.put_sightings(id, revision.id, "x 1", sample.text, sample.claims, revision.fetched_at);
}

Time stored(Store& store, std::vector<SampleReport>& samples, int version) {
  return measure([&] {
    for (std::size_t at = 0; at < samples.size(); at += kReportsPerBatch) {
      store.in_transaction([&] {
        for (std::size_t i = at; i < std::min(samples.size(), at + kReportsPerBatch); ++i) {
          put(store, fmt::format("r{}", i), samples[i], version);
        }
      });
    }
  });
}

void print(const char* what, double count, Time time, const Time* reference = nullptr) {
  fmt::print("{:<44}{:>10.0f}/s wall{:>10.0f}/s processor", what, count / time.wall,
             count / time.processor);
  if (reference != nullptr) {
    fmt::print("{:>6.2f} and {:.2f} of bare rows", reference->wall / time.wall,
               reference->processor / time.processor);
  }
  fmt::print("\n");
}

int run(int claims, const std::filesystem::path& folder) {
  std::mt19937 random(20250426);
  std::vector<SampleReport> samples;
  for (int i = 0; i < claims / kClaimsPerReport; ++i) {
    samples.push_back(make_sample(random));
    for (std::size_t j = 0; j < samples.back().claims.size(); ++j) {
      samples.back().claims[j].id = content_id({std::to_string(i), std::to_string(j)});
    }
  }
  const double count = static_cast<double>(samples.size()) * kClaimsPerReport;
  const Time bare = bare_rows(folder / "bare.db", samples);
  print("one bare row with full text", count, bare);

  const auto store = open_sqlite_store(folder / "desk.db");
  print("claims with everything, new", count, stored(*store, samples, 1), &bare);
  print("the same claims seen in a second revision", count, stored(*store, samples, 2), &bare);

  print("all claims read", count, measure([&] { (void)store->claims({}); }));
  constexpr int kLookups = 2000;
  print("claims read by id", kLookups, measure([&] {
          for (int i = 0; i < kLookups; ++i) {
            const SampleReport& sample = samples[random() % samples.size()];
            (void)store->claim(sample.claims[random() % sample.claims.size()].id);
          }
        }));
  print("reports' claims read", kLookups, measure([&] {
          for (int i = 0; i < kLookups; ++i) {
            (void)store->claims({.report = fmt::format("r{}", random() % samples.size())});
          }
        }));
  print("searches for two words", kLookups, measure([&] {
          for (int i = 0; i < kLookups; ++i) {
            const SampleReport& sample = samples[random() % samples.size()];
            const std::string_view words = sample.claims[3].span.of(sample.text);
            const std::size_t second = words.find(' ', words.find(' ') + 1);
            (void)store->claims({.search = std::string(words.substr(0, second))});
          }
        }));
  std::vector<ReadingLink> links;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    for (const Claim& claim : samples[i].claims) {
      links.push_back({claim.id, -1, fmt::format("q{}", i % 1000)});
    }
  }
  print("links put", count, measure([&] { store->put_links(links); }));
  print("links put again, unchanged", count, measure([&] { store->put_links(links); }));
  const auto bytes = std::filesystem::file_size(folder / "desk.db") +
                     std::filesystem::file_size(folder / "desk.db.blobs");
  fmt::print("{:<44}{:>10.0f} bytes\n", "size of a claim in two sightings, all files",
             static_cast<double>(bytes) / count);
  return 0;
}

}  // namespace
}  // namespace claimtrail

int main(int argc, char** argv) {
  const int claims = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const std::filesystem::path folder =
      argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / "claimtrail-store-bench";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const int result = claimtrail::run(claims, folder);
  std::filesystem::remove_all(folder);
  return result;
}
