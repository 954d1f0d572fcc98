#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostics/result.h"

#include "cli/desk/documents.h"

namespace claimtrail {

/// The largest document that is read: more is refused, not cut.
inline constexpr std::size_t largest_document = 64u << 20;

/// A file or standard input ("-"), opened, with a look at its first bytes. Reading needs no
/// seeking, so a pipe will do.
class InputFile {
 public:
  /// Fails when the file is missing, a directory or cannot be read.
  [[nodiscard]] static Result<InputFile> open(const std::string& path);
  ~InputFile();
  InputFile(InputFile&&) noexcept;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// For messages: the path, or "standard input".
  [[nodiscard]] const std::string& place() const { return place_; }
  /// The first bytes, up to 4 KiB, which reading gives again.
  [[nodiscard]] const std::string& first_bytes() const;
  [[nodiscard]] std::istream& stream();
  /// Everything that is left; fails beyond `largest_document`.
  [[nodiscard]] Result<std::string> read_all();

 private:
  class Buffer;
  InputFile();
  std::string path_;
  std::string place_;
  std::unique_ptr<Buffer> buffer_;
  std::unique_ptr<std::istream> stream_;
};

/// What the command line says of the documents.
struct GivenInput {
  std::optional<InputKind> kind;
  std::string url;
  std::string outlet;
  std::string content_type;
  std::optional<Published> published;
};

/// One document's bytes with what is known of it, or the reason why there are none.
struct RawDocument {
  InputKind kind = InputKind::html;
  std::string bytes;
  std::string id;     ///< of a file its name; empty for a line of NDJSON
  std::string label;  ///< what to call it where it has no id: "name" or "name:line"
  std::string place;  ///< for messages: "file" or "file:line"
  std::optional<Diagnostic> problem;
};

/// Reads files one document at a time: whole files, or NDJSON line by line, so that memory does not
/// grow with the input. `next` gives nothing at the end; a file that cannot be read is one document
/// with a problem.
class DocumentReader {
 public:
  DocumentReader(std::vector<std::string> paths, std::optional<InputKind> kind,
                 std::string content_type);
  [[nodiscard]] std::optional<RawDocument> next();

 private:
  [[nodiscard]] RawDocument whole_file(InputFile file, InputKind kind) const;
  [[nodiscard]] std::optional<RawDocument> next_of_lines();

  std::vector<std::string> paths_;
  std::optional<InputKind> kind_;
  std::string content_type_;
  std::size_t at_ = 0;
  std::optional<InputFile> lines_;
  long long line_number_ = 0;
};

/// The input of `read_document` for these bytes; views into `raw`.
[[nodiscard]] DocumentInput document_input(const RawDocument& raw, const GivenInput& given);

}  // namespace claimtrail
