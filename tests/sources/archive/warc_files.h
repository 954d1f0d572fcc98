#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "sources/archive/warc_reader.h"
#include "sources/archive/warc_writer.h"

namespace claimtrail {

/// A directory of the test's own, removed at its end.
class WarcTest : public ::testing::Test {
 protected:
  WarcTest()
      : directory_(std::filesystem::temp_directory_path() /
                   ("claimtrail-warc-" + std::to_string(::getpid()) + "-" +
                    ::testing::UnitTest::GetInstance()->current_test_info()->name())) {
    std::filesystem::create_directories(directory_);
  }
  ~WarcTest() override { std::filesystem::remove_all(directory_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::string path = (directory_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  struct ReadBack {
    std::vector<WarcRecord> records;
    std::vector<Diagnostic> problems;
    [[nodiscard]] std::vector<std::string> codes() const {
      std::vector<std::string> codes;
      for (const Diagnostic& problem : problems) codes.push_back(problem.code);
      return codes;
    }
  };
  ReadBack read(const std::string& bytes, WarcReaderOptions options = {}) const {
    return read_file(write("in.warc", bytes), options);
  }
  static ReadBack read_file(const std::string& path, WarcReaderOptions options = {}) {
    ReadBack back;
    auto reader = WarcReader::open(path, options).value();
    WarcRecord record;
    while (reader.next(record)) back.records.push_back(record);
    back.problems = reader.problems();
    return back;
  }

  static WarcDraft draft(std::string_view body, const std::string& uri = "http://a.example/") {
    WarcDraft draft;
    draft.target_uri = uri;
    draft.date = parse_timestamp("2025-04-26T12:00:00Z").value();
    draft.content_type = "application/http; msgtype=response";
    draft.head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
    draft.body = body;
    return draft;
  }
  static std::string written(const WarcDraft& draft, WarcWriterOptions options = {}) {
    std::string bytes;
    WarcWriter writer([&](std::string_view piece) { bytes += piece; }, options);
    (void)writer.write(draft);
    return bytes;
  }

  std::filesystem::path directory_;
};

inline constexpr WarcWriterOptions unpacked{.gzip_level = std::nullopt};

}  // namespace claimtrail
