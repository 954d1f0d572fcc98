#include "sources/directory_source.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

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

std::string in_lower_case(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

const char* report_input(const std::string& name) {
  const std::string suffix = in_lower_case(fs::path(name).extension().string());
  for (const Suffix& known : kSuffixes) {
    if (known.suffix == suffix) return known.input;
  }
  return nullptr;
}

const char* warc_input(const std::string& name) { return is_warc_name(name) ? "" : nullptr; }

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

/// A regular file as it lies there now.
std::optional<DirectoryFile> describe_file(const fs::path& path) {
  DirectoryFile file;
  file.name = path.filename().string();
  file.path = fs::absolute(path).lexically_normal().string();
  struct stat facts {};
  if (stat(file.path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  file.url = file_url(file.path);
  file.stamp =
      fmt::format("{}-{}.{:09}", facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
  file.written = Timestamp{std::chrono::seconds{facts.st_mtim.tv_sec}};
  return file;
}

/// Those files of a directory that `input_of` knows how to read, by name.
Result<std::vector<DirectoryFile>> list_files(const std::string& path,
                                              const char* (*input_of)(const std::string&)) {
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
    const std::string name = entry->path().filename().string();
    const char* input = input_of(name);
    if (input == nullptr || name.front() == '.') continue;
    auto file = describe_file(entry->path());
    if (!file) continue;
    file->input = input;
    files.push_back(std::move(*file));
  }
  if (error) {
    return failure("no-directory", fmt::format("the directory cannot be read: {}", error.message()),
                   path);
  }
  std::sort(files.begin(), files.end(),
            [](const DirectoryFile& a, const DirectoryFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace

Result<std::vector<DirectoryFile>> list_directory(const std::string& path) {
  return list_files(path, report_input);
}

bool is_warc_name(std::string_view name) {
  const std::string lower = in_lower_case(std::string(name));
  return lower.ends_with(".warc") || lower.ends_with(".warc.gz");
}

Result<std::vector<DirectoryFile>> list_warc_files(const std::string& path) {
  if (auto file = describe_file(path)) return std::vector<DirectoryFile>{std::move(*file)};
  std::error_code error;
  if (!fs::exists(path, error)) return failure("no-file", "the file is not there", path);
  return list_files(path, warc_input);
}

std::string lasting_stamp(const DirectoryFile& file, Timestamp now) {
  constexpr std::chrono::seconds kTooFresh{2};
  return file.written + kTooFresh < now ? file.stamp : "";
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
