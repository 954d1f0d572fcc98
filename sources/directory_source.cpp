#include "sources/directory_source.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <sys/stat.h>

namespace claimtrail {
namespace {

namespace fs = std::filesystem;

struct Suffix {
  std::string_view suffix;
  const char* input;
};

constexpr std::array<Suffix, 4> kSuffixes{
    {{".html", "html"}, {".htm", "html"}, {".txt", "text"}, {".ndjson", "ndjson"}}};

const char* input_of(const std::string& name) {
  std::string suffix = fs::path(name).extension().string();
  for (char& letter : suffix) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  for (const Suffix& known : kSuffixes) {
    if (known.suffix == suffix) return known.input;
  }
  return nullptr;
}

std::string file_url(const std::string& path) {
  std::string url = "file://";
  for (const char letter : path) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') ||
                       std::strchr("/-._~!$&'()*+,;=:@", letter) != nullptr;
    url += plain
               ? std::string(1, letter)
               : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(letter)));
  }
  return url;
}

}  // namespace

Result<std::vector<DirectoryFile>> list_directory(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return failure("no-directory", "the directory is not there", path);
  }
  if (!error && status.type() != fs::file_type::directory) {
    return failure("no-directory", "this is no directory", path);
  }
  std::vector<DirectoryFile> files;
  fs::directory_iterator entry(path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    DirectoryFile file;
    file.name = entry->path().filename().string();
    const char* input = input_of(file.name);
    if (input == nullptr || file.name.front() == '.') continue;
    file.path = fs::absolute(entry->path()).lexically_normal().string();
    struct stat facts {};
    if (stat(file.path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) continue;
    file.url = file_url(file.path);
    file.input = input;
    file.stamp =
        fmt::format("{}-{}.{:09}", facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
    file.written = Timestamp{std::chrono::seconds{facts.st_mtim.tv_sec}};
    files.push_back(std::move(file));
  }
  if (error) {
    return failure("no-directory", fmt::format("the directory cannot be read: {}", error.message()),
                   path);
  }
  std::sort(files.begin(), files.end(),
            [](const DirectoryFile& a, const DirectoryFile& b) { return a.name < b.name; });
  return files;
}

Result<std::string> read_bytes(const std::string& path, long long max_bytes) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    return failure("no-file", fmt::format("the file cannot be read: {}", std::strerror(errno)),
                   path);
  }
  std::string bytes;
  std::array<char, 65'536> piece{};
  while (stream.read(piece.data(), piece.size()), stream.gcount() > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    if (static_cast<long long>(bytes.size()) > max_bytes) {
      return failure("too-large", fmt::format("larger than {} bytes", max_bytes), path,
                     "max_bytes of the source allows more");
    }
  }
  if (stream.bad()) return failure("no-file", "the file cannot be read to its end", path);
  return bytes;
}

}  // namespace claimtrail
