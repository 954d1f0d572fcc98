#include "tests/support/program.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace claimtrail {
namespace {

namespace fs = std::filesystem;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File temporary() {
  File file(std::tmpfile(), &std::fclose);
  if (!file) throw std::runtime_error("no temporary file");
  return file;
}

std::string content_of(std::FILE* file) {
  std::rewind(file);
  std::string text;
  std::array<char, 64 * 1024> part;
  for (;;) {
    const std::size_t got = std::fread(part.data(), 1, part.size(), file);
    if (got == 0) return text;
    text.append(part.data(), got);
  }
}

}  // namespace

std::vector<std::string> ProgramRun::lines() const {
  std::vector<std::string> lines;
  std::istringstream stream(out);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Program::Program(std::string binary) : binary_(std::move(binary)) {
  std::string pattern = (fs::temp_directory_path() / "claimtrail-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  directory_ = pattern;
  const std::string home = directory_.string();
  const char* path = std::getenv("PATH");
  variables_ = {{"HOME", home},
                {"XDG_CONFIG_HOME", home + "/xdg/config"},
                {"XDG_DATA_HOME", home + "/xdg/data"},
                {"XDG_STATE_HOME", home + "/xdg/state"},
                {"XDG_CACHE_HOME", home + "/xdg/cache"},
                {"PATH", path == nullptr ? "/usr/bin:/bin" : path},
                {"TZ", "UTC"},
                {"CLAIMTRAIL", binary_}};
}

Program::~Program() {
  std::error_code error;
  fs::remove_all(directory_, error);
}

ProgramRun Program::run(const std::vector<std::string>& arguments, const std::string& input) const {
  std::vector<std::string> command = {binary_};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return execute(command, input, 0);
}

ProgramRun Program::shell(const std::string& command) const {
  return execute({"/bin/bash", "-c", command}, {}, 0);
}

ProgramRun Program::run_until_signal(const std::vector<std::string>& arguments, int signal) const {
  std::vector<std::string> command = {binary_};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return execute(command, {}, signal);
}

ProgramRun Program::execute(const std::vector<std::string>& command, const std::string& input,
                            int signal) const {
  const File in = temporary();
  const File out = temporary();
  const File err = temporary();
  std::fwrite(input.data(), 1, input.size(), in.get());
  std::rewind(in.get());
  std::array<int, 2> endless = {-1, -1};
  if (signal != 0 && pipe(endless.data()) != 0) throw std::runtime_error("no pipe");

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, directory_.c_str());
  posix_spawn_file_actions_adddup2(&actions, signal != 0 ? endless[0] : fileno(in.get()), 0);
  posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), 1);
  posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), 2);
  if (signal != 0) posix_spawn_file_actions_addclose(&actions, endless[1]);

  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<std::string> variables;
  for (const auto& [name, value] : variables_) variables.push_back(name + "=" + value);
  std::vector<char*> environment;
  for (std::string& variable : variables) environment.push_back(variable.data());
  environment.push_back(nullptr);

  pid_t child = 0;
  const int failed = posix_spawn(&child, arguments.front(), &actions, nullptr, arguments.data(),
                                 environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot run " + command.front());
  if (signal != 0) {
    // Reading has begun when it sleeps; a fixed wait would be too short on a busy machine.
    close(endless[0]);
    const std::string state = "/proc/" + std::to_string(child) + "/stat";
    for (int i = 0; i < 2000; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      std::ifstream stream(state);
      std::string line;
      std::getline(stream, line);
      const auto end = line.rfind(')');
      if (end != std::string::npos && line.compare(end, 4, ") S ") == 0 && i > 20) break;
    }
    kill(child, signal);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (signal != 0) close(endless[1]);
  ProgramRun run;
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = content_of(out.get());
  run.err = content_of(err.get());
  return run;
}

fs::path Program::write(const std::string& name, const std::string& content) const {
  const fs::path path = directory_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream << content;
  stream.close();
  if (!stream) throw std::runtime_error("cannot write " + path.string());
  return path;
}

std::string Program::read(const std::string& name) const {
  std::ifstream stream(directory_ / name, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

}  // namespace claimtrail
