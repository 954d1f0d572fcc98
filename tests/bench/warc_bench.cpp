#include <filesystem>
#include <fstream>
#include <random>

#include <benchmark/benchmark.h>
#include <unistd.h>
#include <zlib.h>

#include "sources/archive/warc_reader.h"
#include "sources/archive/warc_writer.h"

namespace claimtrail {
namespace {

/// Pages of about 170 KB with the repetition of real ones: markup from few patterns, words by a
/// falling frequency.
const std::vector<std::string>& pages() {
  static const std::vector<std::string> made = [] {
    std::mt19937 random(7);
    std::vector<std::string> words;
    for (int i = 0; i < 5000; ++i) {
      std::string word;
      for (unsigned n = 2 + random() % 8; n > 0; --n)
        word += static_cast<char>('a' + random() % 26);
      words.push_back(word);
    }
    std::geometric_distribution<unsigned> rank(0.004);
    std::vector<std::string> all;
    for (int i = 0; i < 200; ++i) {
      std::string page = "<!doctype html><html><head><title>Page</title></head><body>\n";
      while (page.size() < 170'000) {
        page += "<div class=\"story-body c" + std::to_string(random() % 40) + "\" data-id=\"" +
                std::to_string(random()) + "\">\n  <p class=\"paragraph\">";
        for (int n = 0; n < 30; ++n) page += words[rank(random) % words.size()] + " ";
        page += "</p>\n</div>\n";
      }
      all.push_back(page);
    }
    return all;
  }();
  return made;
}

std::int64_t page_bytes() {
  std::int64_t sum = 0;
  for (const std::string& page : pages()) sum += static_cast<std::int64_t>(page.size());
  return sum;
}

void write_all(const WarcWriter::Sink& sink, int level) {
  WarcWriter writer(sink, {.gzip_level = level});
  for (const std::string& page : pages()) {
    WarcDraft draft;
    draft.target_uri = "http://a.example/page";
    draft.content_type = "application/http; msgtype=response";
    draft.head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    draft.body = page;
    (void)writer.write(draft);
  }
}

void warc_out(benchmark::State& state) {
  for (auto _ : state) {
    std::size_t size = 0;
    write_all([&](std::string_view bytes) { size += bytes.size(); },
              static_cast<int>(state.range(0)));
    state.counters["ratio"] = static_cast<double>(page_bytes()) / static_cast<double>(size);
  }
  state.SetBytesProcessed(state.iterations() * page_bytes());
}

void warc_in(benchmark::State& state) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("claimtrail-bench-" + std::to_string(::getpid()) + ".warc.gz");
  {
    std::ofstream file(path, std::ios::binary);
    write_all([&](std::string_view bytes) { file << bytes; }, 1);
  }
  for (auto _ : state) {
    auto reader = WarcReader::open(path.string()).value();
    WarcRecord record;
    while (reader.next(record)) benchmark::DoNotOptimize(record.block.data());
  }
  state.SetBytesProcessed(state.iterations() * page_bytes());
  std::filesystem::remove(path);
}

std::vector<std::string> zlib_packed() {
  std::vector<std::string> packed;
  for (const std::string& page : pages()) {
    uLongf size = compressBound(page.size());
    std::string out(size, '\0');
    compress2(reinterpret_cast<Bytef*>(out.data()), &size,
              reinterpret_cast<const Bytef*>(page.data()), page.size(), 1);
    out.resize(size);
    packed.push_back(std::move(out));
  }
  return packed;
}

void zlib_out(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(zlib_packed());
  state.SetBytesProcessed(state.iterations() * page_bytes());
}

void zlib_in(benchmark::State& state) {
  const std::vector<std::string> packed = zlib_packed();
  std::string out(400'000, '\0');
  for (auto _ : state) {
    for (const std::string& page : packed) {
      uLongf size = out.size();
      uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                 reinterpret_cast<const Bytef*>(page.data()), page.size());
    }
  }
  state.SetBytesProcessed(state.iterations() * page_bytes());
}

BENCHMARK(warc_out)->Arg(1)->Arg(6)->Unit(benchmark::kMillisecond);
BENCHMARK(zlib_out)->Unit(benchmark::kMillisecond);
BENCHMARK(warc_in)->Unit(benchmark::kMillisecond);
BENCHMARK(zlib_in)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace claimtrail

BENCHMARK_MAIN();
