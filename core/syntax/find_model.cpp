#include "core/syntax/find_model.h"

#include <cstdlib>
#include <filesystem>

namespace claimtrail {

std::optional<std::string> find_model(std::string_view language) {
  namespace fs = std::filesystem;
  const fs::path name = std::string(language) + ".syntax";
  std::error_code error;
  if (const char* named = std::getenv("CLAIMTRAIL_WEIGHTS")) {
    if (*named == '\0') return std::nullopt;
    const fs::path path = named;
    return (fs::is_directory(path, error) ? path / name : path).string();
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "claimtrail" / name;
  if (fs::is_regular_file(installed, error)) return installed.string();
  const fs::path beside = program.parent_path() / name;
  if (fs::is_regular_file(beside, error)) return beside.string();
  const fs::path build = CLAIMTRAIL_BUILD_FOLDER;
  const auto [rest, unused] =
      std::mismatch(build.begin(), build.end(), program.begin(), program.end());
  const fs::path source = fs::path(CLAIMTRAIL_WEIGHTS_FOLDER) / name;
  if (rest == build.end() && fs::is_regular_file(source, error)) return source.string();
  return std::nullopt;
}

}  // namespace claimtrail
