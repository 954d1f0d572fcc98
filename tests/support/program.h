#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace claimtrail {

/// How one run of a program went.
struct ProgramRun {
  int status = 0;  ///< exit status; 128 + signal where a signal ended it
  std::string out;
  std::string err;

  [[nodiscard]] std::vector<std::string> lines() const;  ///< of standard output, without ends
};

/// The real binary in a fresh directory: HOME, the XDG directories and the working directory lie in
/// it, nothing of the caller's CLAIMTRAIL_* variables gets through. The directory is removed at the
/// end.
class Program {
 public:
  /// `binary` is an absolute path.
  explicit Program(std::string binary);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Runs it to its end with `input` on standard input. Neither side is a terminal.
  [[nodiscard]] ProgramRun run(const std::vector<std::string>& arguments,
                               const std::string& input = {}) const;
  /// Runs a shell command in the same surroundings; $CLAIMTRAIL is the binary.
  [[nodiscard]] ProgramRun shell(const std::string& command) const;
  /// Starts it with a standard input that never ends, sends `signal` once it runs, waits.
  [[nodiscard]] ProgramRun run_until_signal(const std::vector<std::string>& arguments,
                                            int signal) const;

  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
  /// Writes a file below the directory, its folders too, and answers its path.
  std::filesystem::path write(const std::string& name, const std::string& content) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  void set(const std::string& variable, const std::string& value) { variables_[variable] = value; }

 private:
  [[nodiscard]] ProgramRun execute(const std::vector<std::string>& command,
                                   const std::string& input, int signal) const;

  std::string binary_;
  std::filesystem::path directory_;
  std::map<std::string, std::string> variables_;
};

}  // namespace claimtrail
