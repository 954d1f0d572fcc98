#include "cli/commands/backup.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands/session.h"

namespace claimtrail {
namespace {

struct BackupOptions {
  std::string file;
  bool force = false;
};

ExitCode run_backup(const BackupOptions& options, Session& session) {
  std::error_code error;
  const bool exists = std::filesystem::exists(options.file, error);
  if (exists && !options.force) {
    throw CommandFailure(ExitCode::usage, fmt::format("{} exists already", options.file),
                         "name another file, or give --force to replace it");
  }
  if (exists && std::filesystem::equivalent(options.file, session.config().database, error)) {
    throw CommandFailure(ExitCode::usage, "that is the database itself");
  }
  session.open_store()->backup(options.file);
  session.note(fmt::format("copied to {}", options.file));
  return ExitCode::fine;
}

}  // namespace

void define_backup(Command& command) {
  const auto options = std::make_shared<BackupOptions>();
  command.argument({"FILE", "", "where the copy goes", {}, Need::required}, options->file);
  command.flag({"--force", "", "replace a file of that name"}, options->force);
  command.examples({"claimtrail backup /mnt/backup/desk-2025-04-26.db"});
  command.on_run([options](Session& session) { return run_backup(*options, session); });
}

}  // namespace claimtrail
