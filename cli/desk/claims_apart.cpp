#include "cli/desk/claims_apart.h"

#include <cerrno>
#include <concepts>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>
#include <unistd.h>

namespace claimtrail {
namespace {

// The members of each kind in the order they are written and read. `Is` lets one list serve both:
// writing sees a constant.

template <class Given, class Kind>
concept Is = std::same_as<std::remove_const_t<Given>, Kind>;

void each_member(Is<Span> auto& span, auto visit) { visit(span.start, span.end); }

void each_member(Is<DayRange> auto& range, auto visit) { visit(range.from, range.to); }

void each_member(Is<AsOf> auto& as_of, auto visit) { visit(as_of.range, as_of.exact, as_of.span); }

void each_member(Is<Figure> auto& figure, auto visit) {
  visit(figure.span, figure.low, figure.high, figure.low_open, figure.high_open, figure.unit,
        figure.ucum, figure.dimension, figure.noun, figure.predicate, figure.role, figure.modifier,
        figure.relative, figure.original_value, figure.includes, figure.excludes, figure.as_of,
        figure.equivalent);
}

void each_member(Is<Claimant> auto& claimant, auto visit) {
  visit(claimant.id, claimant.name, claimant.kind);
}

void each_member(Is<Hop> auto& hop, auto visit) {
  visit(hop.claimants, hop.hedge, hop.source_span, hop.cue_span);
}

void each_member(Is<Claim> auto& claim, auto visit) {
  visit(claim.id, claim.block, claim.span, claim.content, claim.manner, claim.polarity,
        claim.claim_type, claim.checkable, claim.attribution, claim.figures, claim.as_of);
}

void each_member(Is<StoredClaim> auto& stored, auto visit) {
  visit(stored.claim, stored.report, stored.revision, stored.extractor, stored.exact,
        stored.content_exact, stored.prefix, stored.suffix, stored.review_state, stored.first_seen,
        stored.last_seen, stored.gone_since, stored.statement_question, stored.figure_questions,
        stored.statement_group, stored.quote_group);
}

void each_member(Is<ReportEvidence> auto& report, auto visit) {
  visit(report.id, report.url, report.title, report.outlet, report.publisher_family,
        report.published, report.first_seen, report.cites, report.has_note, report.revised,
        report.withdrawn, report.attributed, report.is_based_on, report.syndicated_from,
        report.agencies);
}

/// Numbers, and what is made of nothing else, lie in the file as they lie in memory: the program
/// that wrote them reads them.
template <class Kind>
concept Plain = std::is_arithmetic_v<Kind> || std::is_enum_v<Kind> || std::same_as<Kind, Day> ||
    std::same_as<Kind, Timestamp>;

class Writer {
 public:
  explicit Writer(std::string& bytes) : bytes_(bytes) {}

  void operator()(const auto&... values) { (put(values), ...); }

 private:
  template <Plain Value>
  void put(const Value& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_.append(text);
  }
  void put(const Decimal& decimal) { put(decimal.text()); }
  template <class Value>
  void put(const std::optional<Value>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class Value>
  void put(const std::vector<Value>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    for (const Value& value : values) put(value);
  }
  template <class Value>
  void put(const Value& value) {
    each_member(value, [this](const auto&... members) { (put(members), ...); });
  }

  std::string& bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  void operator()(auto&... values) { (get(values), ...); }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view next(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  template <Plain Value>
  void get(Value& value) {
    std::memcpy(&value, next(sizeof value).data(), sizeof value);
  }
  void get(std::string& text) { text = next(size()); }
  void get(Decimal& decimal) { decimal = Decimal::parse(next(size())).value(); }
  template <class Value>
  void get(std::optional<Value>& value) {
    bool known = false;
    get(known);
    if (known) get(value.emplace());
  }
  template <class Value>
  void get(std::vector<Value>& values) {
    values.resize(size());
    for (Value& value : values) get(value);
  }
  template <class Value>
  void get(Value& value) {
    each_member(value, [this](auto&... members) { (get(members), ...); });
  }
  std::size_t size() {
    std::uint32_t size = 0;
    get(size);
    return size;
  }

  std::string_view bytes_;
};

[[noreturn]] void fail() {
  throw StoreError(StoreError::Kind::full,
                   fmt::format("a temporary file cannot be written or read: {}; free some space, "
                               "or set TMPDIR to a folder with more",
                               std::strerror(errno)));
}

/// Without a name: it is gone when it is closed.
std::FILE* make_file() {
  std::error_code problem;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(problem);
  errno = problem.value();
  if (problem) fail();
  std::string path = (folder / "claimtrail-XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) fail();
  ::unlink(path.c_str());
  std::FILE* file = ::fdopen(descriptor, "w+");
  if (file == nullptr) fail();
  return file;
}

std::string content_of(std::FILE* file) {
  if (std::fflush(file) != 0 || std::fseek(file, 0, SEEK_END) != 0) fail();
  const long size = std::ftell(file);
  if (size < 0 || std::fseek(file, 0, SEEK_SET) != 0) fail();
  std::string content(static_cast<std::size_t>(size), '\0');
  if (std::fread(content.data(), 1, content.size(), file) != content.size()) fail();
  return content;
}

}  // namespace

ClaimsApart::ClaimsApart(std::size_t piles) : piles_(piles) {}

void ClaimsApart::add(std::size_t pile, const ReportEvidence& report,
                      const std::vector<const StoredClaim*>& claims) {
  bytes_.clear();
  Writer write(bytes_);
  write(report, static_cast<std::uint32_t>(claims.size()));
  for (const StoredClaim* claim : claims) write(*claim);
  if (!piles_[pile]) piles_[pile].reset(make_file());
  if (std::fwrite(bytes_.data(), 1, bytes_.size(), piles_[pile].get()) != bytes_.size()) fail();
}

ReportsWithClaims ClaimsApart::take(std::size_t pile) {
  if (!piles_[pile]) return {};
  const std::string content = content_of(piles_[pile].get());
  piles_[pile].reset();
  ReportsWithClaims taken;
  for (Reader read(content); !read.at_end();) {
    std::uint32_t claims = 0;
    read(taken.reports.emplace_back(), claims);
    for (; claims > 0; --claims) read(taken.claims.emplace_back());
  }
  return taken;
}

}  // namespace claimtrail
