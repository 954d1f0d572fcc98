// A refresh of unchanged feeds by the real program, state saved in its database, beside the least
// that the network costs in the same run: libcurl's multi interface asking the same nginx for the
// same feeds with the same validators, doing nothing else. Machines differ, the ratio does not.
//
//   refresh_bench PROGRAM [FEEDS] [--check]
//
// --check ends with 1 where the program takes more than 6 times the network, or more than 60 MB.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <curl/curl.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/nginx.h"

extern char** environ;

namespace claimtrail {
namespace {

constexpr int kInFlight = 64;
constexpr int kRuns = 5;
constexpr double kMostRatio = 6;
constexpr long kMostMegabytes = 60;

double seconds_of(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

std::string feed_text(int number, const std::string& page) {
  std::string text = fmt::format(
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed {}</title>", number);
  for (int i = 0; i < 20; ++i) {
    text += fmt::format(
        "<item><title>Report {} of the desk</title><link>{}</link><guid>{}</guid>"
        "<pubDate>Sat, 26 Apr 2025 08:30:00 GMT</pubDate><description>{}</description></item>",
        i, page, i, std::string(300, 'w'));
  }
  return text + "</channel></rss>";
}

std::string page_text() {
  std::string text = "<html><head><title>Dam holds</title></head><body><article><h1>Dam holds</h1>";
  for (int i = 0; i < 6; ++i) {
    text += "<p>The council met on Monday and said that 120 houses were flooded in the town.</p>";
  }
  return text + "</article></body></html>";
}

struct Usage {
  int status = 0;
  double seconds = 0;
  double processor_seconds = 0;
  long megabytes = 0;
};

Usage run(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t process = 0;
  if (posix_spawn(&process, arguments[0], &quiet, nullptr, arguments.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + command[0]);
  }
  posix_spawn_file_actions_destroy(&quiet);
  int status = 0;
  rusage used{};
  wait4(process, &status, 0, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128,
          seconds_of(std::chrono::steady_clock::now() - start),
          seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss / 1'000};
}

/// The network alone: every address once, conditionally, `kInFlight` at a time.
class NetworkLoop {
 public:
  explicit NetworkLoop(std::vector<std::string> urls)
      : urls_(std::move(urls)),
        headers_(curl_slist_append(nullptr, "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT")) {}
  ~NetworkLoop() { curl_slist_free_all(headers_); }
  NetworkLoop(const NetworkLoop&) = delete;
  NetworkLoop& operator=(const NetworkLoop&) = delete;

  double run() {
    const auto start = std::chrono::steady_clock::now();
    CURLM* multi = curl_multi_init();
    for (int i = 0; i < kInFlight && next_ < urls_.size(); ++i) add(multi, curl_easy_init());
    for (int active = 1; active > 0;) {
      curl_multi_perform(multi, &active);
      int left = 0;
      while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
        CURL* easy = message->easy_handle;
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        ++(status == 304 ? not_modified : others);
        curl_multi_remove_handle(multi, easy);
        if (next_ < urls_.size()) {
          add(multi, easy);
          active = 1;
        } else {
          curl_easy_cleanup(easy);
        }
      }
      if (active > 0) curl_multi_poll(multi, nullptr, 0, 100, nullptr);
    }
    curl_multi_cleanup(multi);
    next_ = 0;
    return seconds_of(std::chrono::steady_clock::now() - start);
  }

  int not_modified = 0;
  int others = 0;

 private:
  static std::size_t drop(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
  }
  void add(CURLM* multi, CURL* easy) {
    curl_easy_setopt(easy, CURLOPT_URL, urls_[next_++].c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &drop);
    curl_multi_add_handle(multi, easy);
  }

  std::vector<std::string> urls_;
  curl_slist* headers_;
  std::size_t next_ = 0;
};

std::string config_text(const std::vector<std::string>& urls) {
  std::string text =
      "desk: {name: Bench, timezone: UTC}\n"
      "fetch: {allow_private_networks: true, per_host_delay: 0s, jobs_per_host: 64, jobs: 64}\n"
      "sources:\n";
  for (std::size_t i = 0; i < urls.size(); ++i) {
    text += fmt::format("  - {{id: s{}, outlet: Bench, feed: \"{}\", every: 15m}}\n", i, urls[i]);
  }
  return text;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int bench(const std::string& program, int feeds, bool check) {
  // "before": the network loop asks with one date for all files, the program with each one's own.
  const Nginx nginx(
      Nginx::Scheme::http,
      "access_log off; gzip off; open_file_cache max=20000; if_modified_since before;");
  nginx.write("page.html", page_text());
  std::vector<std::string> urls;
  for (int i = 0; i < feeds; ++i) {
    const std::string name = fmt::format("f/{}.xml", i);
    nginx.write(name, feed_text(i, nginx.url("/page.html")));
    urls.push_back(nginx.url("/" + name));
  }
  std::string folder = (std::filesystem::temp_directory_path() / "refresh-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no directory");
  std::ofstream(folder + "/claimtrail.yaml") << config_text(urls);
  const std::vector<std::string> refresh{program, "--config", folder + "/claimtrail.yaml",
                                         "refresh"};
  const Usage first = run(refresh);
  std::vector<double> network;
  std::vector<double> program_wall;
  std::vector<double> program_processor;
  long megabytes = 0;
  int failed = first.status == 0 ? 0 : 1;
  NetworkLoop loop(urls);
  for (int i = 0; i < kRuns; ++i) {
    network.push_back(loop.run());
    const Usage used = run(refresh);
    program_wall.push_back(used.seconds);
    program_processor.push_back(used.processor_seconds);
    megabytes = std::max(megabytes, used.megabytes);
    failed += used.status == 0 ? 0 : 1;
  }
  const Usage start_only = run(
      {program, "--config", folder + "/claimtrail.yaml", "refresh", "--dry-run", "--source", "s0"});
  std::filesystem::remove_all(folder);
  const double ratio = median(program_wall) / median(network);
  fmt::print("{} feeds, median of {} runs, one nginx worker on loopback\n", feeds, kRuns);
  fmt::print(
      "  network alone (libcurl multi, {} in flight)  {:.2f} s  ({} answers 304, {} others)\n",
      kInFlight, median(network), loop.not_modified / kRuns, loop.others / kRuns);
  fmt::print("  refresh, all of it new                      {:.2f} s, {} MB\n", first.seconds,
             first.megabytes);
  fmt::print(
      "  refresh, all of it unchanged                {:.2f} s ({:.2f} s of processor), {} MB\n",
      median(program_wall), median(program_processor), megabytes);
  fmt::print("  of that, reading the config and planning    {:.2f} s\n", start_only.seconds);
  fmt::print("  refresh / network alone                     {:.2f}\n", ratio);
  if (failed > 0) fmt::print("  {} refreshes failed\n", failed);
  const bool good =
      failed == 0 && loop.others == 0 && ratio <= kMostRatio && megabytes <= kMostMegabytes;
  return check && !good ? 1 : 0;
}

}  // namespace
}  // namespace claimtrail

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.empty()) {
    fmt::print(stderr, "usage: refresh_bench PROGRAM [FEEDS] [--check]\n");
    return 2;
  }
  const bool check = arguments.back() == "--check";
  const bool has_feeds = arguments.size() > 1 && arguments[1] != "--check";
  return claimtrail::bench(arguments[0], has_feeds ? std::atoi(arguments[1].c_str()) : 10'000,
                           check);
}
