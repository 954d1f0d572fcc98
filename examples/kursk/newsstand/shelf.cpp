#include "examples/kursk/newsstand/shelf.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include <Poco/Exception.h>
#include <Poco/URI.h>

namespace claimtrail::newsstand {
namespace {

namespace fs = std::filesystem;

struct ContentType {
  std::string_view extension;
  std::string_view name;
  bool textual;
};

constexpr std::array<ContentType, 8> content_types{{
    {".html", "text/html; charset=utf-8", true},
    {".rss", "application/rss+xml; charset=utf-8", true},
    {".atom", "application/atom+xml; charset=utf-8", true},
    {".xml", "application/xml; charset=utf-8", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".jpg", "image/jpeg", false},
    {".pdf", "application/pdf", false},
}};
constexpr ContentType unknown_type{"", "application/octet-stream", false};

const ContentType& content_type_of(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto found = std::find_if(content_types.begin(), content_types.end(),
                                  [&](const auto& type) { return type.extension == extension; });
  return found == content_types.end() ? unknown_type : *found;
}

// The path inside an edition, or nothing when it could lead out of it.
std::optional<fs::path> relative_path(std::string_view url_path) {
  std::string decoded;
  try {
    Poco::URI::decode(std::string(url_path), decoded);
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
  if (decoded.empty() || decoded.front() != '/') return std::nullopt;
  if (decoded.find('\0') != std::string::npos) return std::nullopt;
  const fs::path path = fs::path(decoded).relative_path();
  for (const fs::path& component : path) {
    if (component.string().starts_with('.')) return std::nullopt;
  }
  return path;
}

std::chrono::sys_seconds modified_time(const fs::path& file) {
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file));
  return std::chrono::floor<std::chrono::seconds>(time);
}

std::optional<std::string> contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

}  // namespace

std::optional<Edition> edition_named(std::string_view name) {
  if (name == "first") return Edition::first;
  if (name == "second") return Edition::second;
  return std::nullopt;
}

Shelf::Shelf(fs::path newsroom, std::string base)
    : newsroom_(std::move(newsroom)), base_(std::move(base)) {}

std::optional<Paper> Shelf::find(std::string_view url_path, Edition edition) const {
  const std::optional<fs::path> path = relative_path(url_path);
  if (!path) return std::nullopt;

  fs::path with_suffix = *path;
  with_suffix += ".html";
  for (const fs::path& candidate : {*path, with_suffix, *path / "index.html"}) {
    const fs::path original = newsroom_ / "first" / candidate;
    const fs::path replacement = newsroom_ / "second" / candidate;
    const bool replaced = edition == Edition::second && fs::is_regular_file(replacement);
    if (!replaced && !fs::is_regular_file(original)) continue;

    const fs::path& file = replaced ? replacement : original;
    std::optional<std::string> body = contents(file);
    if (!body) return std::nullopt;

    const ContentType& type = content_type_of(file);
    Paper paper{std::move(*body), std::string(type.name), modified_time(file), type.textual};
    if (replaced && fs::is_regular_file(original)) {
      paper.modified = std::max(paper.modified, modified_time(original) + std::chrono::seconds(1));
    }
    if (paper.textual) replace_all(paper.body, "{{BASE}}", base_);
    return paper;
  }
  return std::nullopt;
}

}  // namespace claimtrail::newsstand
