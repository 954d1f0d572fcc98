#include "cli/commands/input.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace claimtrail {

/// A stream buffer over a file descriptor. The first read is at most 4 KiB and is kept aside, so
/// that it can be looked at before anything is consumed.
class InputFile::Buffer : public std::streambuf {
 public:
  Buffer(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {
    bytes_.resize(buffer_size);
    std::size_t size = 0;
    while (size < look_size) {
      const std::size_t got = read_some(bytes_.data() + size, look_size - size);
      if (got == 0) break;
      size += got;
    }
    first_.assign(bytes_.data(), size);
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
  }
  ~Buffer() override {
    if (owned_) ::close(descriptor_);
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  [[nodiscard]] const std::string& first() const { return first_; }
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type underflow() override {
    const std::size_t size = read_some(bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }

 private:
  static constexpr std::size_t buffer_size = 64 * 1024;
  static constexpr std::size_t look_size = 4096;

  std::size_t read_some(char* to, std::size_t most) {
    for (;;) {
      const ssize_t got = ::read(descriptor_, to, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      error_ = errno;
      return 0;
    }
  }

  int descriptor_;
  bool owned_;
  int error_ = 0;
  std::vector<char> bytes_;
  std::string first_;
};

InputFile::InputFile() = default;
InputFile::~InputFile() = default;
InputFile::InputFile(InputFile&&) noexcept = default;

Result<InputFile> InputFile::open(const std::string& path) {
  InputFile file;
  file.path_ = path;
  file.place_ = path == "-" ? "standard input" : path;
  int descriptor = STDIN_FILENO;
  if (path != "-") {
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return failure("cannot-read", std::strerror(errno), file.place_);
  }
  file.buffer_ = std::make_unique<Buffer>(descriptor, path != "-");
  if (const int error = file.buffer_->error(); error != 0) {
    return failure("cannot-read", std::strerror(error), file.place_);
  }
  file.stream_ = std::make_unique<std::istream>(file.buffer_.get());
  return file;
}

const std::string& InputFile::first_bytes() const { return buffer_->first(); }

std::istream& InputFile::stream() { return *stream_; }

Result<std::string> InputFile::read_all() {
  std::string bytes;
  std::array<char, 16 * 1024> part;
  for (;;) {
    const std::streamsize got = buffer_->sgetn(part.data(), part.size());
    if (got <= 0) break;
    bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > largest_document) {
      return failure("too-large", fmt::format("larger than {} MB, refused", largest_document >> 20),
                     place_);
    }
  }
  if (buffer_->error() != 0) {
    return failure("cannot-read", std::strerror(buffer_->error()), place_);
  }
  return bytes;
}

DocumentReader::DocumentReader(std::vector<std::string> paths, std::optional<InputKind> kind,
                               std::string content_type)
    : paths_(std::move(paths)), kind_(kind), content_type_(std::move(content_type)) {}

std::optional<RawDocument> DocumentReader::next() {
  for (;;) {
    if (lines_) {
      if (auto document = next_of_lines()) return document;
      lines_.reset();
    }
    if (at_ == paths_.size()) return std::nullopt;
    const std::string& path = paths_[at_++];
    Result<InputFile> file = InputFile::open(path);
    if (!file) {
      RawDocument failed;
      failed.kind = kind_.value_or(InputKind::html);
      failed.id = id_of_file(path);
      failed.label = failed.id;
      failed.place = file.error().file;
      failed.problem = file.error();
      return failed;
    }
    const InputKind kind = kind_ ? *kind_ : guess_input(path, content_type_, file->first_bytes());
    if (kind != InputKind::ndjson) return whole_file(std::move(*file), kind);
    lines_.emplace(std::move(*file));
    line_number_ = 0;
  }
}

RawDocument DocumentReader::whole_file(InputFile file, InputKind kind) const {
  RawDocument document;
  document.kind = kind;
  document.place = file.place();
  document.id = id_of_file(file.path());
  document.label = document.id;
  Result<std::string> bytes = file.read_all();
  if (bytes) {
    document.bytes = std::move(*bytes);
  } else {
    document.problem = bytes.error();
  }
  return document;
}

std::optional<RawDocument> DocumentReader::next_of_lines() {
  RawDocument document;
  document.kind = InputKind::ndjson;
  if (!next_line(lines_->stream(), document.bytes, line_number_, largest_document)) {
    return std::nullopt;
  }
  document.label = fmt::format("{}:{}", id_of_file(lines_->path()), line_number_);
  document.place = fmt::format("{}:{}", lines_->place(), line_number_);
  if (document.bytes.size() > largest_document) {
    document.bytes.clear();
    document.problem =
        failure("too-large", fmt::format("larger than {} MB, refused", largest_document >> 20),
                document.place)
            .value();
  }
  return document;
}

DocumentInput document_input(const RawDocument& raw, const GivenInput& given) {
  DocumentInput input;
  input.kind = raw.kind;
  input.bytes = raw.bytes;
  input.id = raw.id;
  input.url = given.url;
  input.outlet = given.outlet;
  input.published = given.published;
  input.content_type = given.content_type;
  input.place = raw.place;
  return input;
}

}  // namespace claimtrail
