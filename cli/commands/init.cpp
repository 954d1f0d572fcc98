#include "cli/commands/init.h"

#include <filesystem>
#include <fstream>
#include <memory>

#include <fmt/format.h>

#include "core/store/sqlite/sqlite_store.h"

#include "cli/commands/session.h"
#include "cli/commands/starting_config.h"

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

void write_config(const fs::path& path) {
  std::ofstream file(path, std::ios::binary);
  file << starting_config();
  file.close();
  if (!file) {
    throw CommandFailure(ExitCode::runtime, fmt::format("cannot write {}", path.string()));
  }
}

ExitCode run_init(const std::string& directory, Session& session) {
  std::error_code error;
  const fs::path folder = fs::absolute(directory, error);
  fs::create_directories(folder, error);
  if (error) {
    throw CommandFailure(ExitCode::runtime, fmt::format("cannot make the directory {}: {}",
                                                        folder.string(), error.message()));
  }
  const fs::path path = folder / "claimtrail.yaml";
  if (fs::exists(path, error)) {
    session.note(fmt::format("{} is there already and stays as it is", path.string()));
  } else {
    write_config(path);
    session.note(fmt::format("made {}", path.string()));
  }
  auto config = load_config({path.string(), session.options().database});
  if (!config) throw CommandFailure(ExitCode::usage, std::move(config.error()));
  (void)open_sqlite_store(config->database);
  session.note(fmt::format("the database is {}\nnext: edit {}, then 'claimtrail refresh'",
                           config->database, path.string()));
  return ExitCode::fine;
}

}  // namespace

void define_init(Command& command) {
  const auto directory = std::make_shared<std::string>(".");
  command.argument({"DIR", "", "where; without it here"}, *directory);
  command.examples({"claimtrail init mydesk && cd mydesk"});
  command.on_run([directory](Session& session) { return run_init(*directory, session); });
}

}  // namespace claimtrail
