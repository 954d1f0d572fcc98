#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostics/result.h"
#include "core/model/time.h"

namespace claimtrail {

/// A report lying in a directory.
struct DirectoryFile {
  std::string path;   ///< absolute
  std::string name;   ///< without the directory
  std::string url;    ///< "file://" and the path, percent-encoded
  std::string input;  ///< html, text or ndjson, by the suffix
  std::string stamp;  ///< changes with the size or the time of the last write
  Timestamp written;
};

/// The reports of a directory by name: regular files ending in .html, .htm, .txt or .ndjson, in any
/// case, not those whose name begins with a dot, not those of directories inside. Failure: it is
/// not there, is no directory, cannot be read.
[[nodiscard]] Result<std::vector<DirectoryFile>> list_directory(const std::string& path);

/// Whether a file is called as WARC files are: .warc or .warc.gz, in any case.
[[nodiscard]] bool is_warc_name(std::string_view name);

/// The WARC files of a path: that file itself, or those of a directory that are called so, by name;
/// `input` is empty. Failure as above.
[[nodiscard]] Result<std::vector<DirectoryFile>> list_warc_files(const std::string& path);

/// The stamp to remember of a file that was read at `now`: none where it was written so shortly
/// before that it may be written again within the same tick of the clock.
[[nodiscard]] std::string lasting_stamp(const DirectoryFile& file, Timestamp now);

/// The bytes of a file of at most `max_bytes`.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path, long long max_bytes);

}  // namespace claimtrail
