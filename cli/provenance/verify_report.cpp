#include "cli/provenance/verify_report.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "core/model/digest.h"

#include "cli/provenance/data.h"
#include "cli/provenance/render.h"

namespace claimtrail {
namespace {

std::optional<Span> span_of(const JsonValue& value) {
  const auto number = [](const JsonValue& digits) -> std::optional<std::uint32_t> {
    std::uint32_t result = 0;
    const std::string& text = digits.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && digits.is(JsonValue::Kind::number) ? std::optional(result) : std::nullopt;
  };
  const auto start = number(value["start"]);
  const auto end = number(value["end"]);
  if (!start || !end || *end < *start) return std::nullopt;
  return Span{*start, *end};
}

class ReportCheck {
 public:
  ReportCheck(const JsonValue& data, std::string place, const Store* store)
      : data_(data), place_(std::move(place)), store_(store) {}

  void page_problem(std::string message) { problem("", std::move(message)); }

  VerifySummary run() {
    const std::string digest = data_digest(data_);
    if (digest != data_["data_sha256"].text()) {
      problem("", fmt::format("its data hashes to {}, but it says {}", digest,
                              data_["data_sha256"].text()));
    }
    for (const JsonValue& report : data_["reports"].items()) check_report(report);
    for (const JsonValue& claim : data_["claims"].items()) check_claim(claim);
    for (const JsonValue& flag : data_["flags"].items()) check_flag(flag);
    return std::move(summary_);
  }

 private:
  void problem(const std::string& of, std::string message) {
    summary_.problems.push_back(
        failure("verify", std::move(message), of.empty() ? place_ : place_ + ", " + of).value());
  }

  void check_report(const JsonValue& report) {
    for (const JsonValue& revision : report["revisions"].items()) {
      const std::string& id = revision["id"].text();
      raw_of_[id] = revision["raw_sha256"].text();
      if (store_ != nullptr) check_revision(revision, id);
    }
  }

  void check_revision(const JsonValue& revision, const std::string& id) {
    const std::string of = "revision " + id;
    const auto stored = store_->revision(id);
    if (!stored) return problem(of, "the database does not hold it");
    ++summary_.revisions;
    const auto compare = [&](const char* key, const std::string& in_database) {
      if (revision[key].text() == in_database) return;
      problem(of, fmt::format("{} is {} in the database, not {}", key, in_database,
                              revision[key].text()));
    };
    compare("raw_sha256", stored->raw_sha256);
    compare("text_sha256", stored->text_sha256);
    compare("fetched_at", format_timestamp(stored->fetched_at));
    const Result<std::string> raw = store_->raw(stored->raw_sha256);
    if (!raw) return problem(of, raw.error().message);
    const std::string digest = sha256(*raw);
    if (digest != stored->raw_sha256) {
      problem(of, fmt::format("the archived bytes hash to {}, not {}", digest, stored->raw_sha256));
    }
  }

  void check_claim(const JsonValue& claim) {
    const std::string of = "claim " + claim["id"].text();
    const std::string& revision = claim["revision"].text();
    if (!raw_of_.contains(revision)) {
      problem(of, fmt::format("its revision {} is not among the report's", revision));
    }
    ++summary_.claims;
    std::string exact;
    for (const JsonValue& piece : claim["content"].items()) {
      exact += (exact.empty() ? "" : " … ") + piece["exact"].text();
    }
    if (exact != claim["exact"].text()) problem(of, "its words are not those of its parts");
    if (claim["content"].items().empty()) problem(of, "it has no words");
    const std::string text = database_text(of, revision, claim["extractor"].text());
    for (const JsonValue& piece : claim["content"].items()) {
      check_words(of, "content", piece, claim["context"], text);
    }
    for (const JsonValue& figure : claim["figures"].items()) {
      check_words(of, "figure", figure, claim["context"], text);
    }
    for (const JsonValue& hop : claim["attribution"].items()) {
      for (const char* key : {"source_span", "cue_span"}) {
        if (hop[key].is(JsonValue::Kind::object)) {
          check_words(of, "attribution", hop[key], claim["context"], text);
        }
      }
    }
  }

  /// The text the database has of a revision; empty without a database or where it has none.
  std::string database_text(const std::string& of, const std::string& revision,
                            const std::string& extractor) {
    if (store_ == nullptr || !store_->revision(revision)) return {};
    const auto text = store_->text(revision, extractor);
    if (!text) {
      problem(of, fmt::format("the database has no text of revision {} as read by {}", revision,
                              extractor));
      return {};
    }
    ++summary_.texts;
    return text->text;
  }

  /// A stretch with words: they must stand at their bytes in the passage, where it reaches that
  /// far, and in the database's text.
  void check_words(const std::string& of, const char* what, const JsonValue& stretch,
                   const JsonValue& context, std::string_view text) {
    const auto span = span_of(stretch);
    const std::string& words = stretch["exact"].text();
    if (!span || span->length() != words.size()) {
      problem(of, fmt::format("the {} \"{}\" has no place of its length", what, words));
      return;
    }
    const auto around = span_of(context);
    if (around && around->contains(*span)) {
      ++summary_.spans;
      const Span inside{span->start - around->start, span->end - around->start};
      if (inside.of(context["exact"].text()) != words) {
        problem(of,
                fmt::format("the {} \"{}\" does not stand in the passage around it", what, words));
      }
    }
    if (text.empty()) return;
    ++summary_.spans;
    if (span->of(text) != words) {
      problem(of, fmt::format("the {} is \"{}\" in the database, not \"{}\"", what, span->of(text),
                              words));
    }
  }

  void check_flag(const JsonValue& flag) {
    for (const JsonValue& evidence : flag["evidence"].items()) {
      const std::string of =
          fmt::format("flag {}, claim {}", flag["id"].text(), evidence["claim"].text());
      ++summary_.evidence;
      const auto revision = raw_of_.find(evidence["revision"].text());
      if (revision == raw_of_.end()) {
        problem(of, "its evidence is of a revision that is not among the report's");
      } else if (revision->second != evidence["raw_sha256"].text()) {
        problem(of, "its evidence names another hash than the revision has");
      }
    }
  }

  const JsonValue& data_;
  std::string place_;
  const Store* store_;
  std::map<std::string, std::string> raw_of_;  ///< by revision
  VerifySummary summary_;
};

/// The JSON inside an HTML page; empty where there is none, or more than one.
std::string_view embedded_data(std::string_view page) {
  const std::size_t open = page.find(data_element_open);
  if (open == std::string_view::npos || page.rfind(data_element_open) != open) return {};
  const std::size_t begin = open + data_element_open.size();
  const std::size_t end = page.find(data_element_close, begin);
  return end == std::string_view::npos ? std::string_view() : page.substr(begin, end - begin);
}

/// What is wrong with the last line, which holds the digest of all others; empty: nothing.
std::string page_digest_problem(std::string_view page) {
  const std::size_t open = page.rfind(page_digest_open);
  if (open == std::string_view::npos) return "its last line with the digest of the page is missing";
  const std::string digest = sha256(page.substr(0, open));
  const std::string expected =
      std::string(page_digest_open) + digest + std::string(page_digest_close) + "\n";
  if (page.substr(open) == expected) return {};
  return fmt::format("the page hashes to {}, which is not what its last line says", digest);
}

}  // namespace

Result<VerifySummary> verify_report_text(std::string_view bytes, const std::string& place,
                                         const Store* store) {
  const bool page = bytes.starts_with("<!DOCTYPE html>");
  const std::string_view json = page ? embedded_data(bytes) : bytes;
  const Result<JsonValue> data = parse_json(json);
  if (!data || (*data)["schema"].text() != provenance_schema) {
    const std::string why =
        !data ? data.error().message : fmt::format("its schema is not {}", provenance_schema);
    return failure("no-report", fmt::format("this is no provenance report: {}", why), place,
                   "give what 'claimtrail report --format html' or json wrote");
  }
  ReportCheck check(*data, place, store);
  const std::string digest_problem = page ? page_digest_problem(bytes) : std::string();
  if (!digest_problem.empty()) check.page_problem(digest_problem);
  return check.run();
}

Result<VerifySummary> verify_report_file(const std::string& path, const Store* store) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return failure("no-file", "this is a directory", path);
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) return failure("no-file", "cannot read the file", path);
  return verify_report_text(bytes, path, store);
}

}  // namespace claimtrail
