#include "tests/core/store/sqlite/files.h"

#include <fstream>
#include <iterator>

#include "core/model/digest.h"
#include "core/store/sqlite/connection.h"

namespace claimtrail::sqlite_test {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::map<std::string, std::string> files_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename()] = sha256(read_file(entry.path()));
  }
  return files;
}

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite::Connection connection(path, {});
  connection.guarded([&] { connection.execute(sql.c_str()); });
}

std::int64_t ask_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite::Connection connection(path, {});
  return connection.guarded([&] { return connection.integer(sql.c_str()); });
}

void make_small_desk(const std::filesystem::path& path) {
  const std::string text = "The bridge was closed. The road was open.";
  const auto store = open_sqlite_store(path);
  store->put_report(make_report("r1"));
  store->add_revision(make_revision("v1", "r1", 1, "raw"), "raw");
  store->put_sightings("r1", "v1", "x 1", text,
                       {make_claim("a", text, "The bridge was closed"), make_full_claim("b", text)},
                       at(1));
}

std::string numbered(std::string_view word, std::size_t number) {
  std::string name(word);
  name += std::to_string(number);
  return name;
}

std::string revision_of(std::string_view report) {
  std::string name("v");
  name += report;
  return name;
}

std::string noise(std::size_t size) {
  std::string bytes(size, '\0');
  std::uint32_t state = 12345;
  for (char& c : bytes) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
  return bytes;
}

StoreError::Kind kind_of_open(const std::filesystem::path& path, const SqliteOptions& options,
                              std::string& message) {
  try {
    (void)open_sqlite_store(path, options);
  } catch (const StoreError& error) {
    message = error.what();
    return error.kind();
  }
  ADD_FAILURE() << "opened " << path;
  return StoreError::Kind::other;
}

}  // namespace claimtrail::sqlite_test
