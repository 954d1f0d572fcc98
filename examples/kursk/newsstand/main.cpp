// Serves a newsroom on the loopback address until it is told to stop or its parent is gone.

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sys/types.h>
#include <unistd.h>

#include "examples/kursk/newsstand/newsstand.h"

namespace {

using claimtrail::newsstand::Newsstand;
using claimtrail::newsstand::NewsstandOptions;

constexpr int exit_usage = 2;
constexpr int exit_runtime = 4;

constexpr std::string_view usage =
    R"(newsstand NEWSROOM [options]: serve a newsroom on 127.0.0.1 until SIGTERM or SIGINT

  --port N               listen on this port (any free one)
  --port-file FILE       write the port here once it answers
  --edition NAME         first or second (first)
  --edition-file FILE    take the edition from this file, read at every request
  --access-log FILE      one line a request: method, path, status
  --parent PID           stop when this process ends
)";

struct Arguments {
  NewsstandOptions newsstand;
  std::optional<std::filesystem::path> port_file;
  std::optional<pid_t> parent;
};

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <typename Number>
Number read_number(const std::string& option, const std::string& text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) {
    throw UsageError(option + ": \"" + text + "\" is not a number in range");
  }
  return number;
}

Arguments read_arguments(int count, char** values) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string option = values[i];
    if (!option.starts_with("--")) {
      if (!arguments.newsstand.newsroom.empty()) throw UsageError("more than one newsroom");
      arguments.newsstand.newsroom = option;
      continue;
    }
    if (++i == count) throw UsageError(option + ": a value is missing");
    const std::string value = values[i];
    if (option == "--port") {
      arguments.newsstand.port = read_number<std::uint16_t>(option, value);
    } else if (option == "--port-file") {
      arguments.port_file = value;
    } else if (option == "--edition") {
      const auto edition = claimtrail::newsstand::edition_named(value);
      if (!edition) throw UsageError("--edition: first or second, not \"" + value + "\"");
      arguments.newsstand.edition = *edition;
    } else if (option == "--edition-file") {
      arguments.newsstand.edition_file = value;
    } else if (option == "--access-log") {
      arguments.newsstand.access_log = value;
    } else if (option == "--parent") {
      arguments.parent = read_number<pid_t>(option, value);
    } else {
      throw UsageError("unknown option " + option);
    }
  }
  if (arguments.newsstand.newsroom.empty()) throw UsageError("which newsroom?");
  return arguments;
}

// By rename, so that whoever waits for the file never reads half a number.
void write_port(const std::filesystem::path& file, std::uint16_t port) {
  std::filesystem::path draft = file;
  draft += ".new";
  std::ofstream stream(draft, std::ios::trunc);
  stream << port << '\n';
  stream.close();
  if (!stream) throw std::runtime_error("cannot write " + draft.string());
  std::filesystem::rename(draft, file);
}

bool has_ended(pid_t parent, bool is_own_parent) {
  if (is_own_parent) return getppid() != parent;
  return kill(parent, 0) != 0 && errno == ESRCH;
}

void wait_for_the_end(const sigset_t& signals, std::optional<pid_t> parent) {
  const bool is_own_parent = parent && getppid() == *parent;
  constexpr std::timespec moment{0, 200'000'000};
  for (;;) {
    if (sigtimedwait(&signals, nullptr, &moment) > 0) return;
    if (parent && has_ended(*parent, is_own_parent)) return;
  }
}

}  // namespace

int main(int count, char** values) {
  if (count == 2 && std::string_view(values[1]) == "--help") {
    std::cout << usage;
    return 0;
  }
  // Blocked before any thread starts, so that only the wait below sees them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  try {
    const Arguments arguments = read_arguments(count, values);
    const Newsstand newsstand(arguments.newsstand);
    if (arguments.port_file) {
      write_port(*arguments.port_file, newsstand.port());
    } else {
      std::cout << newsstand.base_url() << std::endl;
    }
    wait_for_the_end(signals, arguments.parent);
    return 0;
  } catch (const UsageError& error) {
    std::cerr << "newsstand: " << error.what() << "\n\n" << usage;
    return exit_usage;
  } catch (const std::exception& error) {
    std::cerr << "newsstand: " << error.what() << '\n';
    return exit_runtime;
  }
}
